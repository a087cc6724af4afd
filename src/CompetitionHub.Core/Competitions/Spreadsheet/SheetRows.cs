using System.Text;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>Reads the rows of the table of aspects into parts: which stands in which, and what their cells say. What the cells mean comes later.</summary>
internal sealed class SheetRows(TableSheet sheet, IReadOnlyList<ISchemeWords> languages, Action<int, SchemeColumn?, string, Error> report)
{
    private static readonly SchemeLevel[] Above = [SchemeLevel.Stage, SchemeLevel.Module, SchemeLevel.Form];

    private readonly Dictionary<int, SchemeColumn> columns = [];

    /// <summary>The columns that the table has.</summary>
    public IReadOnlyCollection<SchemeColumn> Columns => columns.Values;

    /// <summary>The stages with all that is in them; rows that do not say where they belong are left out and reported. Null when the headings do not suffice.</summary>
    public List<SheetNode>? Read(string usualStage)
    {
        var root = new SheetNode(SchemeLevel.Total, "", 1);
        if (!ReadHeadings(sheet.Rows[0]))
            return null;
        CheckCells();
        var last = new SheetNode?[3];
        foreach (var row in sheet.Rows.Skip(1))
            last = Row(row, root, last, usualStage);
        return root.Parts;
    }

    private bool ReadHeadings(TableRow headings)
    {
        for (var i = 0; i < headings.Cells.Count; i++)
        {
            var text = headings.Cells[i];
            if (text.Length == 0)
                continue;
            var folded = FoldedText.Of(text);
            var column = SchemeColumn.All.FirstOrDefault(one => FoldedText.Of(one.Id) == folded || languages.Any(words => FoldedText.Of(one.Heading(words)) == folded));
            if (column is null)
                report(headings.Number, null, text, SchemeSheetErrors.HeadingUnknown(text));
            else if (columns.ContainsValue(column))
                report(headings.Number, column, text, SchemeSheetErrors.HeadingTwice(text));
            else
                columns.Add(i, column);
        }
        var missing = SchemeColumn.All.Where(column => (column.IsKey && column.Level is SchemeLevel.Module or SchemeLevel.Form || column.Setting == "rule") && !columns.ContainsValue(column)).ToList();
        foreach (var column in missing)
            report(headings.Number, null, "", SchemeSheetErrors.HeadingMissing(column.Heading(languages[0])));
        return missing.Count == 0;
    }

    // Merged cells are read as their first one, the others as empty. For keys of parts that is what is meant; elsewhere values would go.
    private void CheckCells()
    {
        foreach (var block in sheet.Merged)
        {
            var column = columns.GetValueOrDefault(block.FromColumn);
            if (block.FromColumn != block.ToColumn || block.FromRow <= sheet.Rows[0].Number || column is { Level: SchemeLevel.Aspect })
                report(block.FromRow, column, "", SchemeSheetErrors.Merged());
        }
        foreach (var (row, column) in sheet.Uncalculated.Where(place => columns.ContainsKey(place.Column)))
            report(row, columns[column], "", SchemeSheetErrors.Uncalculated());
        foreach (var row in sheet.Rows.Skip(1))
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                if (row.Cells[i].Length > 0 && !columns.ContainsKey(i) && (i >= sheet.Rows[0].Cells.Count || sheet.Rows[0].Cells[i].Length == 0))
                    report(row.Number, null, row.Cells[i], SchemeSheetErrors.ColumnWithoutHeading(Letters(i)));
                if (row.Cells[i].Length > SchemeSheet.LongestCell)
                    report(row.Number, columns.GetValueOrDefault(i), "", SchemeSheetErrors.CellTooLong(SchemeSheet.LongestCell));
            }
        }
    }

    private SheetNode?[] Row(TableRow row, SheetNode root, SheetNode?[] last, string usualStage)
    {
        var cells = columns.Where(column => column.Key < row.Cells.Count).ToDictionary(column => column.Value, column => row.Cells[column.Key]);
        var here = new SheetNode?[3];
        var (parent, same) = ((SheetNode?)root, true);
        for (var i = 0; i < Above.Length; i++)
        {
            var level = Above[i];
            var key = Key(cells.GetValueOrDefault(SchemeColumn.All.First(column => column.IsKey && column.Level == level), ""));
            // Empty means as above, as long as what it stands in is as above, too.
            if (key.Length == 0)
                key = same && last[i] is { } before ? before.Key : level == SchemeLevel.Stage ? usualStage : "";
            if (key.Length == 0 || parent is null)
            {
                if (Above.Skip(i).Append(SchemeLevel.Aspect).Any(below => Says(cells, below)))
                {
                    report(row.Number, Column(level, "key"), "", SchemeSheetErrors.PartMissing(Column(level, "key").Heading(languages[0])));
                    return last;
                }
                return here;
            }
            here[i] = parent.Part(level, key, row.Number);
            same = same && here[i] == last[i];
            Say(here[i]!, cells, row.Number);
            parent = here[i];
        }
        if (Says(cells, SchemeLevel.Aspect))
        {
            var aspect = new SheetNode(SchemeLevel.Aspect, Key(cells.GetValueOrDefault(Column(SchemeLevel.Aspect, "key"), "")), row.Number);
            parent!.Parts.Add(aspect);
            Say(aspect, cells, row.Number);
        }
        return here;
    }

    private void Say(SheetNode part, Dictionary<SchemeColumn, string> cells, int row)
    {
        foreach (var (column, text) in cells.Where(cell => cell.Key.Level == part.Level && !cell.Key.IsKey))
        {
            if (part.Say(column, text, row) is { } earlier)
                report(row, column, text, SchemeSheetErrors.PartDiffers(earlier.Text, earlier.Row));
        }
    }

    private static bool Says(Dictionary<SchemeColumn, string> cells, SchemeLevel level) => cells.Any(cell => cell.Key.Level == level && cell.Value.Length > 0);

    private static SchemeColumn Column(SchemeLevel level, string setting) => SchemeColumn.All.First(column => column.Level == level && column.Setting == setting);

    private static string Key(string text) => text.Normalize(NormalizationForm.FormKC).Trim().Trim('\uFEFF', '\u200B');

    // 0 is A, 26 is AA.
    private static string Letters(int column) => (column < 26 ? "" : Letters((column / 26) - 1)) + (char)('A' + (column % 26));
}
