using CsvHelper;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>Reads the files of real competitions; <see cref="Needs.Dataset"/> finds them.</summary>
public static class DatasetFolder
{
    /// <summary>The rows of a CSV file by column name.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string folder, string file)
    {
        using var csv = CsvReader.FromFile(Path.Combine(folder, file));
        while (csv.Read())
        {
            var row = new Dictionary<string, string>(csv.FieldCount, StringComparer.Ordinal);
            for (var i = 0; i < csv.FieldCount; i++)
                row.Add(csv.Headers[i], csv.GetString(i));
            yield return row;
        }
    }
}
