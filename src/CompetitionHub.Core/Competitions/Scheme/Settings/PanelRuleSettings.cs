namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>What can be set in each panel rule.</summary>
public static class PanelRuleSettings
{
    private static readonly IReadOnlyList<string> Modes = [.. SchemeWords.RoundingModes.Keys];

    /// <summary>The panel rules.</summary>
    public static RuleFamily Family { get; } = new("Panel", "kind",
    [
        new("mean"),
        new("trimmed_mean", Setting.Whole("drop_high", 0, 98, 1), Setting.Whole("drop_low", 0, 98, 1)),
        new("median"),
        new("closest_mean", Setting.Whole("count", 1, 99, 3)),
        new("weighted_mean", new Setting("weights", SettingKind.Scores) { IsRequired = true, Default = "1" }),
        new("sum"),
        new("geometric_mean", Setting.Whole("decimals", 0, 6, 4), Setting.Choice("mode", Modes)),
        new("exponential", Setting.Required("first", "12"), Setting.Required("ratio", "0.8")),
    ]);

    /// <summary>A panel rule, or one of some.</summary>
    public static Setting Of(string name, params string[] words) => new(name, SettingKind.Group) { Family = Family, Words = words, IsRequired = true };
}
