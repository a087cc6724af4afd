using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace CompetitionHub.Core.Shared;

/// <summary>Reads the rows of the sheets of an xlsx; formulas count as the value the file holds for them.</summary>
internal static class XlsxTable
{
    private const int MaximumUnpacked = 60 * 1024 * 1024;
    private const int MaximumParts = 500;
    private const int MaximumColumns = 100;
    // What spreadsheets can hold. The reader makes every row as wide as the furthest cell says, so that one cell "ZZZZZZ1" takes gigabytes.
    private const int MaximumSheetColumns = 16_384;
    // Sheets that were formatted to the end have a million empty rows.
    private const int MaximumEmptyRows = 5_000;

    static XlsxTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Refuses what unpacks to far more than a list needs. The unpacker stops at the sizes that are told here.</summary>
    public static Error? Refuse(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.GetEntry("xl/workbook.xml") is null)
        {
            return TableErrors.FileKindUnknown();
        }
        return zip.Entries.Count > MaximumParts || zip.Entries.Sum(e => e.Length) > MaximumUnpacked
            ? TableErrors.FileTooLarge(MaximumUnpacked / 1024 / 1024)
            : null;
    }

    public static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Rows(byte[] bytes, int longestCell)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
        foreach (var row in Rows(reader, longestCell))
        {
            yield return row;
        }
    }

    /// <summary>The visible sheets, each with at most so many rows that hold anything.</summary>
    public static IReadOnlyList<TableSheet> Sheets(byte[] bytes, int longestCell, int mostRows)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
        var uncalculated = XlsxFormulas.WithoutValue(bytes);
        var sheets = new List<TableSheet>();
        do
        {
            if (reader.VisibleState != "visible")
            {
                continue;
            }
            var merged = (reader.MergeCells ?? []).Select(m => new MergedCells(m.FromRow + 1, m.ToRow + 1, m.FromColumn, m.ToColumn)).ToList();
            List<TableRow> rows =
            [
                .. Rows(reader, longestCell).Where(row => row.Cells.Any(cell => cell.Length > 0)).Take(mostRows).Select(row => new TableRow(row.Number, row.Cells)),
            ];
            sheets.Add(new(reader.Name, rows, merged, uncalculated.GetValueOrDefault(reader.Name) ?? []));
        }
        while (reader.NextResult());
        return sheets;
    }

    private static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Rows(IExcelDataReader reader, int longestCell)
    {
        if (reader.FieldCount > MaximumSheetColumns)
        {
            throw new InvalidDataException("A cell lies further right than a sheet is wide.");
        }
        var number = 0;
        var empty = 0;
        while (empty < MaximumEmptyRows && reader.Read())
        {
            number++;
            var cells = new string[Math.Min(reader.FieldCount, MaximumColumns)];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Text(reader.GetValue(i), longestCell);
            }
            empty = cells.All(c => c.Length == 0) ? empty + 1 : 0;
            yield return (number, cells);
        }
    }

    private static string Text(object? value, int longestCell)
    {
        var text = value switch
        {
            null => "",
            string s => s.Trim(),
            // As spreadsheets show it: fifteen digits that count, never an exponent.
            double d => d.ToString("0.###############", CultureInfo.InvariantCulture),
            DateTime t => t.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        return text.Length > longestCell ? text[..longestCell] : text;
    }
}
