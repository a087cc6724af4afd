using CompetitionHub.Core.Competitions;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CompetitionHub.Core.Registration;

/// <summary>Writes the template and the list of entries in the template's columns, so that an export can be corrected and read back.</summary>
public static class EntryTable
{
    /// <summary>The list as csv in UTF-8 with BOM, which spreadsheets open as it is meant.</summary>
    public static byte[] WriteCsv(IEnumerable<EntryRow> rows, string language)
    {
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, CsvWriterOptions.Default with { WriteByteOrderMark = true, Injection = CsvInjection.Escape }, true))
        {
            foreach (var cells in rows.Select(r => Cells(r, language)).Prepend(Headings(language)))
            {
                foreach (var cell in cells)
                {
                    csv.WriteField(cell);
                }
                csv.EndRecord();
            }
        }
        return buffer.ToArray();
    }

    /// <summary>An empty xlsx with the headings; a second sheet lists the contests and delegations that may be named.</summary>
    public static byte[] WriteTemplate(IEnumerable<Contest> contests, IEnumerable<Delegation> delegations, string language)
    {
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            AddSheet(workbook, 1, language.StartsWith("zh", StringComparison.Ordinal) ? "参赛名单" : "Entries", [Headings(language)]);
            var words = contests.Select(c => Label(c, language)).ToList();
            var units = delegations.Select(d => d.Name.In(language)).ToList();
            var lists = Enumerable.Range(0, Math.Max(words.Count, units.Count))
                .Select(i => (IReadOnlyList<string>)[words.ElementAtOrDefault(i) ?? "", units.ElementAtOrDefault(i) ?? ""]);
            AddSheet(
                workbook, 2, language.StartsWith("zh", StringComparison.Ordinal) ? "可填内容" : "What to write",
                [[ImportColumns.Heading(ImportColumn.Contest, language), ImportColumns.Heading(ImportColumn.Delegation, language)], .. lists]);
        }
        return buffer.ToArray();
    }

    /// <summary>A contest as the template names it: with its group where it has one.</summary>
    public static string Label(Contest contest, string language)
    {
        var group = contest.Details.Group.In(language);
        var name = contest.Name.In(language);
        return group.Length == 0 ? name : language.StartsWith("zh", StringComparison.Ordinal) ? $"{name}（{group}）" : $"{name} ({group})";
    }

    private static IReadOnlyList<string> Headings(string language) => [.. Enum.GetValues<ImportColumn>().Select(c => ImportColumns.Heading(c, language))];

    private static IReadOnlyList<string> Cells(EntryRow row, string language) =>
    [
        Label(row.Contest, language), row.Delegation?.Name.In(language) ?? "", row.Entry.Name.Zh, row.Entry.Name.En, string.Join('、', row.Entry.Members),
        row.Entry.Code, row.Entry.Panel,
    ];

    private static void AddSheet(WorkbookPart workbook, uint number, string name, IEnumerable<IReadOnlyList<string>> rows)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        foreach (var row in rows)
        {
            data.Append(new Row(row.Select(text => (OpenXmlElement)new Cell
            {
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(text)),
            })));
        }
        part.Worksheet = new Worksheet(
            new Columns(new Column { Min = 1, Max = 6, Width = 22, CustomWidth = true }), data);
        workbook.Workbook.Sheets!.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = number, Name = name });
    }
}
