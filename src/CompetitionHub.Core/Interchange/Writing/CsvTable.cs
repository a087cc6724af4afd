using CsvHelper;

namespace CompetitionHub.Core.Interchange.Writing;

/// <summary>Writes one table: UTF-8 without a mark of byte order, lines end in LF, quotes only where they are needed.</summary>
internal static class CsvTable
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Quoting = CsvQuoting.WhenNeeded };

    public static void Write(string path, IReadOnlyList<string> columns, IEnumerable<string?[]> rows)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        Write(stream, columns, rows);
    }

    public static void Write(Stream stream, IReadOnlyList<string> columns, IEnumerable<string?[]> rows)
    {
        using var writer = CsvWriter.Create(stream, Options, leaveOpen: true);
        writer.WriteHeader([.. columns]);
        foreach (var row in rows)
        {
            writer.WriteRecord(row!);
        }
        writer.Flush();
    }
}
