namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>What can be set in a scheme and in each of its parts.</summary>
public static class SchemeSettings
{
    /// <summary>The rule of an aspect.</summary>
    public static Setting Rule { get; } = new("rule", SettingKind.Group) { Family = AspectRuleSettings.Family, IsRequired = true };

    /// <summary>The comparators.</summary>
    public static Setting TieBreaks { get; } =
        new("tie_breaks", SettingKind.Rows) { Family = TieBreakSettings.Family, Settings = [Setting.Choice("order", SchemeWords.Orders.Keys)] };

    /// <summary>How a whole is made of its parts; the same at every level.</summary>
    public static IReadOnlyList<Setting> Whole { get; } =
    [
        Setting.Choice("combine", SchemeWords.Combinations.Keys),
        Setting.Whole("count", 1, SchemeRules.MostAspects, 1),
        Setting.Score("cap") with { IsRare = true },
        Setting.Score("floor") with { IsRare = true },
        Setting.Choice("on_no_result", SchemeWords.NoResults.Keys) with { IsRare = true },
    ];

    /// <summary>An aspect.</summary>
    public static IReadOnlyList<Setting> Aspect { get; } =
    [
        .. Identity(),
        Rule,
        Setting.Score("minimum", "0"),
        Setting.Score("maximum"),
        Setting.Score("step"),
        Setting.Score("factor", "1") with { IsRare = true },
        Setting.Choice("role", SchemeWords.Roles.Keys) with { IsRare = true },
    ];

    /// <summary>A form.</summary>
    public static IReadOnlyList<Setting> Form { get; } =
    [
        .. Identity(),
        Setting.Whole("judges", 0, SchemeRules.MostJudges, 1),
        .. Whole,
        Setting.Rows("aspects", 0, [.. Aspect]),
    ];

    /// <summary>A module.</summary>
    public static IReadOnlyList<Setting> Module { get; } =
    [
        .. Identity(),
        Setting.Score("weight", "1"),
        .. Whole,
        Setting.Group("normalise",
            Setting.Choice("method", SchemeWords.Normalisations.Keys),
            Setting.Whole("decimals", 0, 6, 3),
            Setting.Choice("mode", SchemeWords.RoundingModes.Keys),
            Setting.OptionalWhole("mean_decimals", 6),
            Setting.Choice("deviation", SchemeWords.Deviations.Keys),
            new Setting("advisory", SettingKind.Flag)) with { IsRequired = false, IsRare = true },
        Setting.Rows("forms", 0, [.. Form]),
    ];

    /// <summary>A stage.</summary>
    public static IReadOnlyList<Setting> Stage { get; } =
    [
        .. Identity(),
        Setting.Score("weight", "1"),
        Setting.Score("full_mark") with { IsRare = true },
        .. Whole,
        Setting.Score("carry_over", "0") with { IsRare = true },
        Setting.Rows("modules", 0, [.. Module]),
    ];

    /// <summary>The whole scheme.</summary>
    public static IReadOnlyList<Setting> Scheme { get; } =
    [
        new Setting("note", SettingKind.Name),
        Setting.Score("full_mark", "100") with { IsNullWhenEmpty = true },
        .. Whole,
        Setting.Rows("stages", 0, [.. Stage]),
        Setting.Group("rounding", [.. SchemeWords.Levels.Keys.Select(Rounding)]),
        Setting.Choice("rank_by", SchemeWords.RankBys.Keys),
        Setting.Choice("rank_order", SchemeWords.Orders.Keys),
        Setting.Choice("ranks", SchemeWords.RankStyles.Keys),
        TieBreaks,
        .. AwardSettings.Sections,
    ];

    /// <summary>What can be set in a part of a level.</summary>
    public static IReadOnlyList<Setting> Of(SchemeLevel level) => level switch
    {
        SchemeLevel.Total => Scheme,
        SchemeLevel.Stage => Stage,
        SchemeLevel.Module => Module,
        SchemeLevel.Form => Form,
        SchemeLevel.Aspect or SchemeLevel.Panel => Aspect,
    };

    internal static IEnumerable<Setting> Identity() =>
    [
        new Setting("key", SettingKind.Text) { IsRequired = true },
        new Setting("name", SettingKind.Name) { IsRequired = true },
    ];

    private static Setting Rounding(string level) =>
        Setting.Group(level, Setting.Whole("decimals", 0, 6, 2), Setting.Choice("mode", SchemeWords.RoundingModes.Keys)) with { IsRequired = false };
}
