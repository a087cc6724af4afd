using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>A scheme as a table of texts: one row per aspect with its form, module and stage, and one row per setting of the whole.</summary>
public static class SchemeSheet
{
    /// <summary>Longest text that a cell of a spreadsheet holds.</summary>
    public const int LongestCell = 32_000;

    /// <summary>The settings of the whole, which have a sheet of their own.</summary>
    public static IReadOnlyList<Setting> Whole { get; } = [.. SchemeSettings.Scheme.Where(setting => setting.Name != "stages")];

    /// <summary>One row per aspect, in the order of <see cref="SchemeColumn.All"/>; parts without aspects have a row, too. What a part says stands in its first row.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(MarkingScheme scheme, ISchemeWords words)
    {
        var rows = new List<IReadOnlyList<string>>();
        Add(SchemeDraft.Of(scheme).Stages, [], SchemeLevel.Stage, words, rows);
        return rows;
    }

    /// <summary>The cells of one part, by the columns of its level.</summary>
    internal static IReadOnlyList<string> Cells(SchemeLevel level, DraftObject part, ISchemeWords words) =>
        [.. SchemeColumn.Of(level).Select(column => Cell(column, part, words))];

    /// <summary>Name, value and meaning of each setting of the whole.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> WholeRows(MarkingScheme scheme, ISchemeWords words)
    {
        var (root, notation) = (SchemeDraft.Of(scheme).Root, new SettingNotation(words));
        return
        [
            .. Whole.Select(setting => (IReadOnlyList<string>)
                [words.Label("Scheme", setting.Name), notation.Value(root, "Scheme", setting), words.Hint("Scheme", setting.Name) ?? ""]),
        ];
    }

    /// <summary>The scheme as a workbook: the table of aspects, the whole, and what the columns mean.</summary>
    public static byte[] Xlsx(MarkingScheme scheme, ISchemeWords words) => TableWriter.Xlsx(
        Parts(scheme, words),
        new WrittenSheet(WholeName(words), [[words.Text("Sheet.Whole.Setting"), words.Text("Sheet.Whole.Value"), words.Text("Sheet.Whole.Means")], .. Fitting(WholeRows(scheme, words))], [24, 80, 60], Wraps: true),
        Help(words));

    /// <summary>The template: an example of every way of marking, and what the columns mean. The whole is not in it, so that it stays as it is.</summary>
    public static byte[] Template(ISchemeWords words) => TableWriter.Xlsx(Parts(SchemeExamples.Of(words), words), Help(words));

    /// <summary>The table of aspects as csv; the whole is not in it.</summary>
    public static byte[] Csv(MarkingScheme scheme, ISchemeWords words) => TableWriter.Csv(Fitting([Headings(words), .. Rows(scheme, words)]));

    /// <summary>The name of the sheet of the whole in a language.</summary>
    public static string WholeName(ISchemeWords words) => words.Text("Sheet.Whole");

    /// <summary>The name of the table of aspects in a language.</summary>
    public static string Name(ISchemeWords words) => words.Text("Sheet.Name");

    private static WrittenSheet Parts(MarkingScheme scheme, ISchemeWords words) => new(
        Name(words), Fitting([Headings(words), .. Rows(scheme, words)]),
        [.. SchemeColumn.All.Select(column => column switch { { IsKey: true } => 10, { Setting: SchemeColumn.Rest } => 36, { Language: not null } => 20, { Setting: "rule" } => 18, _ => 9 })]);

    private static WrittenSheet Help(ISchemeWords words) => new(SchemeSheetHelp.Name(words), SchemeSheetHelp.Rows(words), [22, 40, 40, 60, 20], Wraps: true);

    private static IReadOnlyList<string> Headings(ISchemeWords words) => [.. SchemeColumn.All.Select(column => column.Heading(words))];

    // What is longer than a cell can be stays as it is when the file comes back.
    private static IReadOnlyList<IReadOnlyList<string>> Fitting(IReadOnlyList<IReadOnlyList<string>> rows) =>
        [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Length > LongestCell ? NotationText.AsItIs : cell)])];

    private static void Add(
        List<DraftObject> parts, IReadOnlyList<string> above, SchemeLevel level, ISchemeWords words, List<IReadOnlyList<string>> rows)
    {
        foreach (var part in parts)
        {
            IReadOnlyList<string> cells = [.. above, .. Cells(level, part, words)];
            var below = Below(level) is { } next ? part.Rows(next.Name) : [];
            if (below.Count == 0)
            {
                rows.Add([.. cells, .. Enumerable.Repeat("", SchemeColumn.All.Count - cells.Count)]);
            }
            else
            {
                var from = rows.Count;
                Add(below, cells, Below(level)!.Value.Level, words, rows);
                // Said once: in the rows that follow only the key stands.
                for (var i = from + 1; i < rows.Count; i++)
                    rows[i] = [.. rows[i].Select((cell, column) => column >= above.Count && column < cells.Count && !SchemeColumn.All[column].IsKey ? "" : cell)];
            }
        }
    }

    /// <summary>What a part of a level consists of, or null for an aspect.</summary>
    internal static (string Name, SchemeLevel Level)? Below(SchemeLevel level) => level switch
    {
        SchemeLevel.Stage => ("modules", SchemeLevel.Module),
        SchemeLevel.Module => ("forms", SchemeLevel.Form),
        SchemeLevel.Form => ("aspects", SchemeLevel.Aspect),
        _ => null,
    };

    private static string Cell(SchemeColumn column, DraftObject part, ISchemeWords words) => column switch
    {
        { Language: { } language } => part.Group(column.Setting)[language],
        { Setting: "rule" } => words.Rule("Rule", part.Group("rule")["kind"]),
        { Setting: SchemeColumn.Rest } => Rest(column.Level, part, words),
        { Setting: "minimum" or "weight" } when part[column.Setting] == SchemeSettings.Of(column.Level).First(s => s.Name == column.Setting).Default => "",
        _ => part[column.Setting],
    };

    private static string Rest(SchemeLevel level, DraftObject part, ISchemeWords words)
    {
        var notation = new SettingNotation(words);
        var own = notation.Write(part, "Part", SchemeColumn.RestOf(level));
        if (level != SchemeLevel.Aspect)
            return own;
        var rule = part.Group("rule");
        return string.Join("; ", new[] { notation.Write(rule, $"Rule.{rule["kind"]}", SchemeSettings.Rule.In(rule)), own }.Where(text => text.Length > 0));
    }
}
