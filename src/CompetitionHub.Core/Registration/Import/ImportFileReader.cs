using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Registration;

/// <summary>Reads an uploaded csv or xlsx into rows under the template's headings, within limits that no file can exceed.</summary>
public static class ImportFileReader
{
    /// <summary>Most rows of one import.</summary>
    public const int MaximumRows = 20_000;

    /// <summary>Longest cell that is kept; anything longer is no name anyway and is refused by the rules of names.</summary>
    private const int MaximumCell = 1_000;

    /// <summary>Reads a file.</summary>
    public static Task<Result<ImportFile>> ReadAsync(string fileName, Stream content, CancellationToken cancellationToken = default) =>
        TableFile.ReadAsync(fileName, content, MaximumCell, file => Read(file.Name, file.Rows()), cancellationToken);

    private static Result<ImportFile> Read(string name, IEnumerable<(int Number, IReadOnlyList<string> Cells)> table)
    {
        IReadOnlyList<ImportColumn?>? columns = null;
        var rows = new List<ImportRow>();
        foreach (var (number, cells) in table)
        {
            if (cells.All(c => c.Length == 0))
            {
                continue;
            }
            if (columns is null)
            {
                var headings = ReadHeadings(cells);
                if (!headings.Succeeded)
                {
                    return Result<ImportFile>.Failure(headings.Errors);
                }
                columns = headings.Value;
                continue;
            }
            if (rows.Count == MaximumRows)
            {
                return RegistrationErrors.TooManyRows(MaximumRows);
            }
            rows.Add(new(number, ReadCells(columns, cells)));
        }
        return rows.Count == 0 ? RegistrationErrors.FileEmpty() : new ImportFile(name, rows);
    }

    private static Result<IReadOnlyList<ImportColumn?>> ReadHeadings(IReadOnlyList<string> cells)
    {
        var columns = new List<ImportColumn?>();
        var unknown = new List<string>();
        foreach (var cell in cells)
        {
            var column = cell.Length == 0 ? null : ImportColumns.Find(cell);
            if (column is not null && columns.Contains(column))
            {
                return RegistrationErrors.HeadingTwice(cell);
            }
            if (column is null && cell.Length > 0)
            {
                unknown.Add(cell.Length > 30 ? cell[..30] + "…" : cell);
            }
            columns.Add(column);
        }
        if (!columns.Contains(ImportColumn.Name) && !columns.Contains(ImportColumn.NameEn))
        {
            return RegistrationErrors.HeadingsMissing();
        }
        // A column that nobody reads would be lost without a word.
        return unknown.Count > 0 ? RegistrationErrors.HeadingsUnknown(string.Join(", ", unknown.Take(5))) : columns;
    }

    private static Dictionary<ImportColumn, string> ReadCells(IReadOnlyList<ImportColumn?> columns, IReadOnlyList<string> cells)
    {
        var found = new Dictionary<ImportColumn, string>();
        for (var i = 0; i < columns.Count && i < cells.Count; i++)
        {
            if (columns[i] is { } column && cells[i].Length > 0)
            {
                found[column] = cells[i];
            }
        }
        return found;
    }
}
