using CompetitionHub.Core.Shared;
using CsvHelper;

namespace CompetitionHub.Core.Registration;

/// <summary>Reads an uploaded csv or xlsx into rows under the template's headings, within limits that no file can exceed.</summary>
public static class ImportFileReader
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaximumBytes = 10 * 1024 * 1024;

    /// <summary>Most rows of one import.</summary>
    public const int MaximumRows = 20_000;

    /// <summary>Longest cell that is kept; anything longer is no name anyway and is refused by the rules of names.</summary>
    internal const int MaximumCell = 1_000;

    private const int Megabyte = 1024 * 1024;

    /// <summary>Reads a file of at most <see cref="MaximumBytes"/>. The kind is told by the content, not by the name.</summary>
    public static async Task<Result<ImportFile>> ReadAsync(string fileName, Stream content, CancellationToken cancellationToken = default)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        int read;
        while ((read = await content.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > MaximumBytes)
            {
                return RegistrationErrors.FileTooLarge(MaximumBytes / Megabyte);
            }
            buffer.Write(chunk, 0, read);
        }
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        return Read(name.Length > 100 ? name[..100] : name, buffer.ToArray());
    }

    private static Result<ImportFile> Read(string name, byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return RegistrationErrors.FileEmpty();
        }
        try
        {
            return bytes switch
            {
                [0x50, 0x4B, 0x03, 0x04, ..] => XlsxTable.Refuse(bytes) is { } refusal ? refusal : Read(name, XlsxTable.Rows(bytes)),
                _ when CsvTable.IsText(bytes) => Read(name, CsvTable.Rows(bytes)),
                _ => RegistrationErrors.FileKindUnknown(),
            };
        }
        catch (CsvFormatException e)
        {
            return RegistrationErrors.FileBrokenAt((int)e.LineNumber);
        }
        // Readers meet broken files with every kind of exception; whatever it is, the file is at fault.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return RegistrationErrors.FileBroken();
        }
    }

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
