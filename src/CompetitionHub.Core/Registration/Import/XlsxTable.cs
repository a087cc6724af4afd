using System.Globalization;
using System.IO.Compression;
using System.Text;
using CompetitionHub.Core.Shared;
using ExcelDataReader;

namespace CompetitionHub.Core.Registration;

/// <summary>Reads the rows of the first sheet of an xlsx; formulas count as the value the file holds for them.</summary>
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

    /// <summary>Refuses what unpacks to far more than a list of entries needs. The unpacker stops at the sizes that are told here.</summary>
    public static Error? Refuse(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.GetEntry("xl/workbook.xml") is null)
        {
            return RegistrationErrors.FileKindUnknown();
        }
        return zip.Entries.Count > MaximumParts || zip.Entries.Sum(e => e.Length) > MaximumUnpacked
            ? RegistrationErrors.FileTooLarge(MaximumUnpacked / 1024 / 1024)
            : null;
    }

    public static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Rows(byte[] bytes)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
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
                cells[i] = Text(reader.GetValue(i));
            }
            empty = cells.All(c => c.Length == 0) ? empty + 1 : 0;
            yield return (number, cells);
        }
    }

    private static string Text(object? value)
    {
        var text = value switch
        {
            null => "",
            string s => s.Trim(),
            double d => d.ToString("R", CultureInfo.InvariantCulture),
            DateTime t => t.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        return text.Length > ImportFileReader.MaximumCell ? text[..ImportFileReader.MaximumCell] : text;
    }
}
