using CsvHelper;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>Finds the real competitions: <c>COMPETITIONHUB_DATASETS</c>, else <c>../shared/datasets</c> beside the repository.</summary>
public static class DatasetFolder
{
    public const string Variable = "COMPETITIONHUB_DATASETS";

    /// <summary>The folder of a data set, or null where it is not on this machine.</summary>
    public static string? Find(string name)
    {
        var root = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : Path.Combine(RepositoryRoot(), "../shared/datasets");
        var folder = Path.GetFullPath(Path.Combine(root, name));
        return Directory.Exists(folder) ? folder : null;
    }

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

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CompetitionHub.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? Directory.GetCurrentDirectory();
    }
}
