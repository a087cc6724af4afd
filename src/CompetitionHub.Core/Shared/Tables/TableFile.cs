using CsvHelper;

namespace CompetitionHub.Core.Shared;

/// <summary>
/// An uploaded csv or xlsx as rows of trimmed texts, within limits that no file can exceed. The kind is told by the content, not by the name.
/// Nothing of it is kept but what the caller takes.
/// </summary>
public sealed class TableFile
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaximumBytes = 10 * 1024 * 1024;

    private const int Megabyte = 1024 * 1024;

    private readonly byte[] bytes;
    private readonly int longestCell;

    private TableFile(string name, byte[] bytes, int longestCell) => (Name, this.bytes, this.longestCell) = (name, bytes, longestCell);

    /// <summary>The name it was uploaded under, at most 100 characters.</summary>
    public string Name { get; }

    /// <summary>True for xlsx, false for csv.</summary>
    public bool IsWorkbook => bytes is [0x50, 0x4B, 0x03, 0x04, ..];

    /// <summary>
    /// Reads a file of at most <see cref="MaximumBytes"/> by <paramref name="read"/>. Whatever goes wrong on the way is the file's fault and a refusal;
    /// cells are cut off after <paramref name="longestCell"/> characters.
    /// </summary>
    public static async Task<Result<T>> ReadAsync<T>(
        string fileName, Stream content, int longestCell, Func<TableFile, Result<T>> read, CancellationToken cancellationToken = default)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        int count;
        while ((count = await content.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + count > MaximumBytes)
            {
                return TableErrors.FileTooLarge(MaximumBytes / Megabyte);
            }
            buffer.Write(chunk, 0, count);
        }
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var file = new TableFile(name.Length > 100 ? name[..100] : name, buffer.ToArray(), longestCell);
        try
        {
            return file.Refuse() is { } refusal ? refusal : read(file);
        }
        catch (CsvFormatException e)
        {
            return TableErrors.FileBrokenAt((int)e.LineNumber);
        }
        // Readers meet broken files with every kind of exception; whatever it is, the file is at fault.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return TableErrors.FileBroken();
        }
    }

    /// <summary>The rows of the first sheet with their numbers as people see them, empty ones among them; read while they are taken.</summary>
    public IEnumerable<(int Number, IReadOnlyList<string> Cells)> Rows() =>
        IsWorkbook ? XlsxTable.Rows(bytes, longestCell) : CsvTable.Rows(bytes, longestCell);

    /// <summary>All sheets that can be seen, each with at most so many rows; a csv is one sheet without a name.</summary>
    public IReadOnlyList<TableSheet> Sheets(int mostRows) => IsWorkbook
        ? XlsxTable.Sheets(bytes, longestCell, mostRows)
        :
        [
            new("", [.. Rows().Where(row => row.Cells.Any(cell => cell.Length > 0)).Take(mostRows).Select(row => new TableRow(row.Number, row.Cells))], [], []),
        ];

    private Error? Refuse() =>
        IsWorkbook ? XlsxTable.Refuse(bytes) : CsvTable.IsText(bytes) ? null : TableErrors.FileKindUnknown();
}

/// <summary>A sheet of a workbook, or a csv.</summary>
/// <param name="Name">Its name; empty for a csv.</param>
/// <param name="Rows">Its rows that hold anything.</param>
/// <param name="Merged">Cells that were merged into one.</param>
/// <param name="Uncalculated">Cells with a formula for which the file holds no value, as number of row and index of column.</param>
public sealed record TableSheet(
    string Name, IReadOnlyList<TableRow> Rows, IReadOnlyList<MergedCells> Merged, IReadOnlyList<(int Row, int Column)> Uncalculated);

/// <summary>A row: its number as people see it, headings being 1, and its trimmed texts.</summary>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells);

/// <summary>A block of merged cells: numbers of rows, indexes of columns.</summary>
public sealed record MergedCells(int FromRow, int ToRow, int FromColumn, int ToColumn);
