using System.Xml;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CompetitionHub.Core.Shared;

/// <summary>A sheet to be written: its first row stands above the others and stays in sight.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Its rows; numbers are written as numbers.</param>
/// <param name="Widths">Widths of the columns in characters; the last one holds for all that follow.</param>
/// <param name="Wraps">True where long texts break into lines.</param>
public sealed record WrittenSheet(string Name, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<int> Widths, bool Wraps = false);

/// <summary>Writes tables of texts as csv or xlsx.</summary>
public static class TableWriter
{
    // More digits than a spreadsheet keeps would come back as other ones.
    private const int MostDigits = 15;
    private const uint Plain = 0;
    private const uint Bold = 1;
    private const uint Wrapped = 2;

    /// <summary>A csv in UTF-8 with byte order mark, which spreadsheets open as it is meant; texts that they would take for formulas get an apostrophe.</summary>
    public static byte[] Csv(IEnumerable<IReadOnlyList<string>> rows)
    {
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, CsvWriterOptions.Default with { WriteByteOrderMark = true }, true))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                {
                    csv.WriteField(NeedsApostrophe(cell) ? "'" + cell : cell);
                }
                csv.EndRecord();
            }
        }
        return buffer.ToArray();
    }

    /// <summary>The text of a cell of such a csv.</summary>
    public static string WithoutApostrophe(string cell) => cell is ['\'', .. var rest] && NeedsApostrophe(rest) ? rest : cell;

    /// <summary>A workbook.</summary>
    public static byte[] Xlsx(params IReadOnlyList<WrittenSheet> sheets)
    {
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            foreach (var (place, sheet) in sheets.Index())
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = Sheet(sheet);
                workbook.Workbook.Sheets!.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)place + 1, Name = sheet.Name });
            }
        }
        return buffer.ToArray();
    }

    /// <summary>True for what spreadsheets take for a formula. A number may begin with a minus, but nothing that goes on calculating; some take full-width signs for plain ones.</summary>
    public static bool IsFormula(string cell) => cell switch
    {
        ['=' or '+' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] => true,
        ['-', .. var rest] => rest.Length == 0 || !rest.All(c => char.IsAsciiDigit(c) || c is '.' or '…'),
        _ => false,
    };

    // A text that begins with such an apostrophe already gets another one, so that it comes back.
    private static bool NeedsApostrophe(string cell) => IsFormula(cell) || (cell is ['\'', .. var rest] && NeedsApostrophe(rest));

    private static Worksheet Sheet(WrittenSheet sheet)
    {
        var columns = new Columns(sheet.Widths.Index().Select(width => (OpenXmlElement)new Column
        {
            Min = (uint)width.Index + 1,
            Max = width.Index == sheet.Widths.Count - 1 ? (uint)Math.Max(100, width.Index + 1) : (uint)width.Index + 1,
            Width = width.Item,
            CustomWidth = true,
        }));
        var frozen = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        var rows = sheet.Rows.Index().Select(row => (OpenXmlElement)new Row(row.Item.Select(text =>
            (OpenXmlElement)Cell(text, row.Index == 0 || row.Item.Count == 1 ? Bold : sheet.Wraps ? Wrapped : Plain))));
        return new(new SheetViews(new SheetView(frozen) { WorkbookViewId = 0 }), columns, new SheetData(rows));
    }

    private static Cell Cell(string text, uint style)
    {
        var cell = new Cell { StyleIndex = style };
        if (ScoreText.TryParse(text, out var number) && ScoreText.Format(number) == text && text.Count(char.IsAsciiDigit) <= MostDigits)
        {
            cell.CellValue = new(text);
            return cell;
        }
        cell.DataType = CellValues.InlineString;
        // What cannot stand in XML cannot be seen either.
        cell.InlineString = new(new Text(string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)))) { Space = SpaceProcessingModeValues.Preserve });
        return cell;
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
