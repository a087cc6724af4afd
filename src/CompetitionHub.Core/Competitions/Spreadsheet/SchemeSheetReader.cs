using System.Globalization;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>
/// Turns an uploaded spreadsheet into a scheme. Columns and settings that the file does not have stay as they are in the present scheme; empty cells mean what is
/// usual. Every problem is told with its sheet, row and column.
/// </summary>
public sealed class SchemeSheetReader
{
    private readonly SchemeSheetFile file;
    private readonly IReadOnlyList<ISchemeWords> languages;
    private readonly SettingVocabulary vocabulary;
    private readonly SchemeDraft draft;
    private readonly Dictionary<(SchemeLevel, string), DraftObject> present = [];
    private readonly Dictionary<string, SheetNode> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> wholeRows = new(StringComparer.Ordinal);
    private readonly HashSet<SheetNode> withoutRule = [];
    private readonly List<SheetProblem> problems = [];
    private IReadOnlyCollection<SchemeColumn> columns = [];

    private SchemeSheetReader(SchemeSheetFile file, MarkingScheme scheme, IReadOnlyList<ISchemeWords> languages)
    {
        (this.file, this.languages) = (file, languages);
        vocabulary = new(languages);
        draft = SchemeDraft.Of(scheme);
        foreach (var level in new[] { SchemeLevel.Stage, SchemeLevel.Module, SchemeLevel.Form, SchemeLevel.Aspect })
        {
            foreach (var part in draft.Parts(level))
                present.TryAdd((level, part.Key), part);
        }
    }

    private ISchemeWords Words => languages[0];

    /// <summary>What the file would make of the present scheme. The first of the languages is the reader's.</summary>
    public static SchemeSheetPreview Read(SchemeSheetFile file, CurrentScheme current, IReadOnlyList<ISchemeWords> languages)
    {
        var reader = new SchemeSheetReader(file, current.Scheme, languages);
        var scheme = reader.Read();
        return new(
            file.Name, scheme, current.Version, [.. reader.problems.OrderBy(problem => problem.Sheet == file.Parts.Name ? 0 : 1).ThenBy(problem => problem.Row ?? 0)],
            SchemeDifference.Of(current.Scheme, scheme, languages[0]), reader.Kept(), file.Ignored);
    }

    private MarkingScheme Read()
    {
        var rows = new SheetRows(file.Parts, languages, (row, column, text, error) => Report(file.Parts, row, column?.Heading(Words) ?? "", text, error));
        var stages = rows.Read(draft.Stages.FirstOrDefault()?.Key ?? "S1");
        columns = rows.Columns;
        ReadWhole();
        if (stages is not null)
        {
            NameAspects(stages);
            var parts = stages.Select((stage, i) => Part(stage, $"stages[{i}]")).ToList();
            draft.Stages.Clear();
            draft.Stages.AddRange(parts);
            // As in the editor: comparators that the file does not speak of go with the parts they look at.
            if (!wholeRows.ContainsKey("tie_breaks"))
                draft.RemoveOrphanedTieBreaks();
        }
        var (scheme, found) = draft.Read();
        foreach (var problem in found.Where(problem => problem.Severity != SchemeSeverity.Advice))
            Place(problem);
        return scheme;
    }

    private DraftObject Part(SheetNode node, string path)
    {
        nodes[path] = node;
        var part = new DraftObject { ["key"] = node.Key };
        part.Fill(SchemeSettings.Of(node.Level));
        if (node.Level == SchemeLevel.Aspect)
            part.Set("rule", Rule(node));
        foreach (var column in SchemeColumn.Of(node.Level).Where(column => !column.IsKey && column.Setting != "rule"))
        {
            var (text, row) = Text(node, column);
            if (column.Language is { } language)
                part.Group(column.Setting)[language] = text;
            else if (column.Setting == SchemeColumn.Rest)
                Settings(node, part, column, text, row);
            else if (text.Length > 0 || column.Setting is "maximum" or "step")
                part[column.Setting] = text;
        }
        if (SchemeSheet.Below(node.Level) is { } below)
        {
            part.Rows(below.Name).Clear();
            part.Rows(below.Name).AddRange(node.Parts.Select((one, i) => Part(one, $"{path}.{below.Name}[{i}]")));
        }
        return part;
    }

    private DraftObject Rule(SheetNode node)
    {
        var column = SchemeColumn.All.First(one => one.Setting == "rule");
        var (text, row) = Text(node, column);
        if (vocabulary.FindRule(SchemeSettings.Rule, text) is { } word)
            return SettingParser.New(SchemeSettings.Rule, word);
        withoutRule.Add(node);
        Report(file.Parts, row, column.Heading(Words), text, text.Length == 0 ? SchemeSheetErrors.KindMissing() : SchemeSheetErrors.WordUnknown(text, vocabulary.Options(SchemeSettings.Rule)));
        return SettingParser.New(SchemeSettings.Rule, DirectPoints.RuleWord);
    }

    private void Settings(SheetNode node, DraftObject part, SchemeColumn column, string text, int row)
    {
        var own = new SettingParser.Scope(part, "Part", SchemeColumn.RestOf(node.Level));
        var parser = new SettingParser(vocabulary, error => Report(file.Parts, row, column.Heading(Words), text, error));
        if (node.Level != SchemeLevel.Aspect)
            parser.Read(text, own);
        // Without a rule nobody knows what its settings are.
        else if (!withoutRule.Contains(node))
            parser.Read(text, new(part.Group("rule"), $"Rule.{part.Group("rule")["kind"]}", SchemeSettings.Rule.In(part.Group("rule"))), own);
    }

    // What stands in a cell; what is there already where the file has no such column, or says that it stays.
    private (string Text, int Row) Text(SheetNode node, SchemeColumn column)
    {
        var (text, row) = node[column];
        if (text != NotationText.AsItIs && columns.Contains(column))
            return (text, row);
        if (present.TryGetValue((node.Level, node.Key), out var part))
            return (SchemeSheet.Cells(node.Level, part, Words)[SchemeColumn.Of(node.Level).ToList().IndexOf(column)], row);
        if (text == NotationText.AsItIs)
            Report(file.Parts, row, column.Heading(Words), text, SchemeSheetErrors.NothingToKeep());
        return ("", row);
    }

    private static void NameAspects(List<SheetNode> stages)
    {
        var forms = stages.SelectMany(stage => stage.Parts).SelectMany(module => module.Parts).ToList();
        var taken = forms.SelectMany(form => form.Parts).Select(aspect => aspect.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var form in forms)
        {
            foreach (var aspect in form.Parts.Where(aspect => aspect.Key.Length == 0))
            {
                aspect.Key = Enumerable.Range(1, SchemeRules.MostAspects + 1)
                    .Select(number => string.Create(CultureInfo.InvariantCulture, $"{form.Key}-{number}")).First(taken.Add);
            }
        }
    }

    private void ReadWhole()
    {
        if (file.Whole is not { } sheet)
            return;
        foreach (var row in sheet.Rows.Skip(1))
        {
            var (name, value) = (row.Cells[0], row.Cells.ElementAtOrDefault(1) ?? "");
            void Refuse(Error error) => Report(sheet, row.Number, name, value, error);
            if (vocabulary.Find("Scheme", SchemeSheet.Whole, name) is not { } setting)
                Refuse(SchemeSheetErrors.SettingUnknown(name, string.Join(" · ", SchemeSheet.Whole.Select(known => Words.Label("Scheme", known.Name)))));
            else if (!wholeRows.TryAdd(setting.Name, row.Number))
                Refuse(SchemeSheetErrors.SettingTwice(name));
            else if (value.Length > SchemeSheet.LongestCell)
                Refuse(SchemeSheetErrors.CellTooLong(SchemeSheet.LongestCell));
            else if (value != NotationText.AsItIs)
                new SettingParser(vocabulary, Refuse).ReadValue(value, new(draft.Root, "Scheme", SchemeSheet.Whole), setting);
        }
        foreach (var (row, _) in sheet.Uncalculated.Where(place => place.Column <= 1))
            Report(sheet, row, "", "", SchemeSheetErrors.Uncalculated());
    }

    private IReadOnlyList<string> Kept() =>
    [
        .. SchemeColumn.All.Where(column => !column.IsKey && !columns.Contains(column)).Select(column => column.Heading(Words)),
        .. SchemeSheet.Whole.Where(setting => !wholeRows.ContainsKey(setting.Name)).Select(setting => Words.Label("Scheme", setting.Name)),
    ];

    // From the path of a problem to its cell: the part it lies in, then the setting that it names first.
    private void Place(SchemeProblem problem)
    {
        var path = problem.Path;
        var at = path;
        while (at.Length > 0 && !nodes.ContainsKey(at))
            at = at[..Math.Max(Math.Max(at.LastIndexOf('.'), 0), at.EndsWith(']') ? 0 : at.LastIndexOf(']') + 1)];
        if (at.Length == 0)
        {
            var setting = path.Split('.', '[')[0];
            var label = setting.Length == 0 || setting == "stages" ? "" : Words.Label("Scheme", setting);
            Add(new(file.Whole?.Name ?? "", wholeRows.TryGetValue(setting, out var whole) ? whole : null, label, "", problem.Severity, problem.Error));
            return;
        }
        var node = nodes[at];
        var name = path[at.Length..].TrimStart('.').Split('.', '[')[0];
        if (withoutRule.Contains(node) && name is not ("key" or "name"))
            return;
        var column = name is "rule" && path.EndsWith(".rule", StringComparison.Ordinal) || path.EndsWith(".rule.kind", StringComparison.Ordinal)
            ? SchemeColumn.All.First(one => one.Setting == "rule")
            : SchemeColumn.Of(node.Level).FirstOrDefault(one => one.Setting == name && name != "rule")
              ?? SchemeColumn.Of(node.Level).First(one => one.Setting == (SchemeSheet.Below(node.Level)?.Name == name || name.Length == 0 ? "key" : SchemeColumn.Rest));
        var (text, row) = node[column];
        Add(new(file.Parts.Name, row, column.Heading(Words), Short(column.IsKey ? node.Key : text), problem.Severity, problem.Error));
    }

    private void Report(TableSheet sheet, int row, string column, string text, Error error) =>
        problems.Add(new(sheet.Name, row, column, Short(text), SchemeSeverity.Refused, error));

    // Where a cell cannot be read, what is said of its stand-in would only confuse.
    private void Add(SheetProblem problem)
    {
        if (!problems.Any(known => known.Row is not null && (known.Sheet, known.Row, known.Column) == (problem.Sheet, problem.Row, problem.Column)))
            problems.Add(problem);
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
