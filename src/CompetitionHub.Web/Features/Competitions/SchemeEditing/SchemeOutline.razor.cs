using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>A marking scheme as a short outline, drawn from the same descriptions as its editor.</summary>
public partial class SchemeOutline
{
    private SchemeDraft draft = null!;

    [Parameter, EditorRequired]
    public MarkingScheme Scheme { get; set; } = null!;

    /// <summary>Paths of parts to mark.</summary>
    [Parameter]
    public IReadOnlySet<string> Changed { get; set; } = new HashSet<string>();

    /// <summary>A part, its place and what is above it.</summary>
    private sealed record Row(SchemeLevel Level, DraftObject Part, DraftObject Above, int[] Place, string Path);

    protected override void OnParametersSet() => draft = SchemeDraft.Of(Scheme);

    private IEnumerable<Row> Rows => draft.Stages.SelectMany((stage, i) => Below(new(SchemeLevel.Stage, stage, draft.Root, [i], $"stages[{i}]")))
        // One stage says nothing that the whole does not say.
        .Where(row => row.Level != SchemeLevel.Stage || draft.Stages.Count > 1);

    private IEnumerable<string> Whole => Of(SchemeLevel.Stage, draft.Stages.Count == 1 ? draft.Stages[0] : draft.Root)
        .Append(Words.Word("Scheme", "ranks", draft.Root["ranks"]))
        .Concat(Ranking("rank_by")).Concat(Ranking("rank_order"));

    private IEnumerable<(string Title, string Text)> Rules
    {
        get
        {
            if (Scheme.Note is { } note)
            {
                yield return (Words["Outline.Note"], note.In(Languages.Current));
            }
            var rounding = draft.Root.Group("rounding");
            yield return (Words["Rounding.Title"], string.Join(" · ", SchemeWords.Levels.Where(level => rounding.Find(level.Key) is not null)
                .Select(level => $"{Words[$"Level.{level.Value}"]} {rounding.Group(level.Key)["decimals"]} ({Words.Word("Rounding", "mode", rounding.Group(level.Key)["mode"])})")
                .DefaultIfEmpty(Words["Rounding.Exact"])));
            yield return (Words["Ranking.Ties"], draft.TieBreaks.Count == 0 ? Words["Ranking.NoTies"] : string.Join(" → ", draft.TieBreaks.Select(Say)));
            foreach (var section in AwardSettings.Sections.Where(s => s.Kind == SettingKind.Group && draft.Root.Find(s.Name) is not null))
            {
                yield return (Words.Label("Scheme", section.Name), string.Join(" · ", Settings("Scheme." + section.Name, section.In(draft.Root.Group(section.Name)), draft.Root.Group(section.Name))));
            }
            foreach (var group in Scheme.Awards)
            {
                yield return (group.Name.In(Languages.Current), string.Join("; ", group.Awards.Select(award => Say(award, group))));
            }
        }
    }

    private static IEnumerable<Row> Below(Row row) => (row.Level switch
    {
        SchemeLevel.Stage => Parts(row, SchemeLevel.Module, "modules"),
        SchemeLevel.Module => Parts(row, SchemeLevel.Form, "forms"),
        SchemeLevel.Form => Parts(row, SchemeLevel.Aspect, "aspects"),
        _ => [],
    }).SelectMany(Below).Prepend(row);

    private static IEnumerable<Row> Parts(Row above, SchemeLevel level, string name) =>
        above.Part.Rows(name).Select((part, i) => new Row(level, part, above.Part, [.. above.Place, i], $"{above.Path}.{name}[{i}]"));

    private static string Name(DraftObject part) => new LocalText(part.Group("name")["zh"], part.Group("name")["en"]).In(Languages.Current);

    private string How(Row row) => string.Join(" · ", row.Level == SchemeLevel.Aspect ? OfAspect(row.Part) : [.. Weight(row), .. Of(row.Level, row.Part)]);

    private IEnumerable<string> Weight(Row row) =>
        row.Above["combine"] == "weighted" ? [$"{Words.Label("Part", "weight")} {row.Part["weight"]}"] : [];

    private IEnumerable<string> Of(SchemeLevel level, DraftObject part) => SchemeSettings.Of(level)
        .Where(s => s.Name is not ("key" or "name" or "weight" or "modules" or "forms" or "aspects") && (s.Name == "judges" || PartSettings.IsSet(s, part)))
        .Select(s => Words.Say("Part", s, part));

    private IEnumerable<string> OfAspect(DraftObject aspect)
    {
        var rule = aspect.Group("rule");
        return Settings($"Rule.{rule["kind"]}", SchemeSettings.Rule.In(rule), rule).Prepend(Words.Rule("Rule", rule["kind"]))
            .Concat(SchemeSettings.Aspect.Where(s => s.Name is "minimum" or "step" or "factor" or "role" && PartSettings.IsSet(s, aspect)).Select(s => Words.Say("Part", s, aspect)));
    }

    // What was decided: what is set otherwise than usual, and numbers that a rule cannot do without.
    private IEnumerable<string> Settings(string owner, IEnumerable<Setting> settings, DraftObject value) => settings
        .Where(s => PartSettings.IsSet(s, value) || s is { IsRequired: true, Kind: SettingKind.Score or SettingKind.Scores or SettingKind.Whole, IsRare: false })
        .SelectMany(s => s is { Kind: SettingKind.Group, Family: { } family }
            ? Settings($"{family.Name}.{value.Group(s.Name)[family.WordName]}", s.In(value.Group(s.Name)), value.Group(s.Name)).Prepend(Words.Say(owner, s, value))
            : [Words.Say(owner, s, value)]);

    private IEnumerable<string> Ranking(string name) =>
        PartSettings.IsSet(SchemeSettings.Scheme.First(s => s.Name == name), draft.Root) ? [Words.Word("Scheme", name, draft.Root[name])] : [];

    private string Say(DraftObject tie)
    {
        var setting = SchemeSettings.TieBreaks.In(tie).FirstOrDefault(s => s.Kind is SettingKind.Part or SettingKind.Parts);
        return (setting is null ? Words.Rule("Tie", tie["by"]) : $"{Words[$"Level.{setting.Level}"]} {tie[setting.Name].Replace(" ", " + ", StringComparison.Ordinal)}")
            + (tie["order"] == "lower" && tie["by"] != "committee" ? $" ({Words.Word("Tie", "order", "lower")})" : "");
    }

    private string Say(Award award, AwardGroup group)
    {
        var conditions = AwardTexts.Say(award.Require, Scheme);
        return $"{award.Name.In(Languages.Current)}: {AwardTexts.Say(award, group)}{(conditions.Length > 0 ? $" ({conditions})" : "")}";
    }
}
