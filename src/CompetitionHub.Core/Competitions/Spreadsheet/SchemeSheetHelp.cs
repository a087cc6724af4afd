using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Competitions;

/// <summary>The sheet that explains the others in the reader's language, drawn from the same descriptions as the editor.</summary>
public static class SchemeSheetHelp
{
    /// <summary>Its name in a language.</summary>
    public static string Name(ISchemeWords words) => words.Text("Sheet.Help");

    /// <summary>Columns, notation, ways of marking with their settings, and the words of choices.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(ISchemeWords words) =>
    [
        [words.Text("Sheet.Help.Columns")],
        .. SchemeColumn.All.Select(column => (IReadOnlyList<string>)[column.Heading(words), words.Text("Sheet.Means." + column.Id)]),
        [],
        [words.Text("Sheet.Help.Notation")],
        .. Enumerable.Range(1, 6).Select(line => (IReadOnlyList<string>)["", words.Text($"Sheet.Notation.{line}").Replace("{0}", line == 2 ? OfPanel(words) : OfBands(words), StringComparison.Ordinal)]),
        [],
        [words.Text("Sheet.Help.Rules")],
        .. AspectRuleSettings.Family.Rules.SelectMany(rule => Rule(AspectRuleSettings.Family, rule, words)),
        [],
        [words.Label("Rule", "panel")],
        .. PanelRuleSettings.Family.Rules.SelectMany(rule => Rule(PanelRuleSettings.Family, rule, words)),
        [],
        [words.Text("Sheet.Help.Others")],
        .. new[] { SchemeLevel.Stage, SchemeLevel.Module, SchemeLevel.Form, SchemeLevel.Aspect }
            .SelectMany(level => SchemeColumn.RestOf(level).Select(setting => Setting("Part", setting, words).Prepend(words.Text("Level." + level)).ToList())),
    ];

    private static IEnumerable<IReadOnlyList<string>> Rule(RuleFamily family, RuleSettings rule, ISchemeWords words)
    {
        var owner = $"{family.Name}.{rule.Word}";
        yield return [words.Rule(family.Name, rule.Word), words.Why(family.Name, rule.Word) ?? ""];
        foreach (var setting in rule.Settings)
            yield return ["", .. Setting(owner, setting, words)];
    }

    // What it is called, what it means, what may stand there, what stands there otherwise.
    private static IEnumerable<string> Setting(string owner, Setting setting, ISchemeWords words) =>
    [
        words.Label(owner, setting.Name), words.Hint(owner, setting.Name) ?? "", Values(owner, setting, words),
        SettingParser.IsNeeded(setting) ? words.Text("Sheet.Help.Needed")
            : setting.Default.Length == 0 ? ""
            : words.Text("Sheet.Help.Usual") + (setting.Kind == SettingKind.Choice ? words.Word(owner, setting.Name, setting.Default) : setting.Default),
    ];

    private static string Values(string owner, Setting setting, ISchemeWords words) => setting.Kind switch
    {
        SettingKind.Choice => string.Join(" · ", setting.Words.Select(word => words.Word(owner, setting.Name, word))),
        SettingKind.Group or SettingKind.Rows when setting.Family is { } family => string.Join(" · ", family.Offered(setting.Words).Select(rule => words.Rule(family.Name, rule.Word))),
        SettingKind.Group or SettingKind.Rows => Example(owner, setting, words),
        SettingKind.Whole => $"{setting.Least}–{setting.Most}",
        _ => words.Text("Sheet.Kind." + setting.Kind),
    };

    private static string OfPanel(ISchemeWords words)
    {
        var rule = DraftObject.New(SchemeSettings.Rule, "panel_score");
        rule.Set("panel", DraftObject.New(PanelRuleSettings.Of("panel"), "trimmed_mean"));
        rule.Group("panel")["drop_high"] = "2";
        return new SettingNotation(words).Write(rule, "Rule.panel_score", SchemeSettings.Rule.In(rule));
    }

    private static string OfBands(ISchemeWords words)
    {
        var rule = DraftObject.New(SchemeSettings.Rule, "tolerance_bands");
        rule.Rows("bands").Add(DraftObject.New(SchemeSettings.Rule.In(rule).First(setting => setting.Name == "bands")));
        (rule.Rows("bands")[0]["from"], rule.Rows("bands")[0]["to"]) = ("19.98", "20.02");
        (rule.Rows("bands")[1]["from"], rule.Rows("bands")[1]["to"], rule.Rows("bands")[1]["points"]) = ("19.95", "20.05", "5");
        return new SettingNotation(words).Write(rule, "Rule.tolerance_bands", SchemeSettings.Rule.In(rule));
    }

    // A table as it is written, with what the editor begins with.
    private static string Example(string owner, Setting setting, ISchemeWords words)
    {
        var holder = new DraftObject();
        if (setting.Kind == SettingKind.Group)
            holder.Set(setting.Name, DraftObject.New(setting));
        else
            holder.Rows(setting.Name).AddRange([DraftObject.New(setting), DraftObject.New(setting)]);
        foreach (var (place, row) in holder.Rows(setting.Name).Index())
        {
            foreach (var inner in setting.Settings)
            {
                if (inner.Kind is SettingKind.Score or SettingKind.Whole && (row[inner.Name].Length == 0 || place > 0))
                    row[inner.Name] = (place + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
                else if (inner.Kind == SettingKind.Name)
                    (row.Group(inner.Name)["zh"], row.Group(inner.Name)["en"]) = ("中文", "English");
            }
        }
        return new SettingNotation(words).Value(holder, owner, setting);
    }
}
