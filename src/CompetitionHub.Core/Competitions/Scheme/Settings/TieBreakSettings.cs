namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>What can be set in each comparator.</summary>
public static class TieBreakSettings
{
    private static readonly Setting Of = Setting.Choice("of", SchemeWords.PartLevels.Keys) with { Default = "form" };

    /// <summary>The comparators.</summary>
    public static RuleFamily Family { get; } = new("Tie", "by",
    [
        new("module", Setting.Part("key", SchemeLevel.Module)),
        new("modules", new Setting("keys", SettingKind.Parts) { Level = SchemeLevel.Module, IsRequired = true }),
        new("form", Setting.Part("key", SchemeLevel.Form)),
        new("aspect", Setting.Part("key", SchemeLevel.Aspect)),
        new("stage", Setting.Part("key", SchemeLevel.Stage)),
        new("measurements"),
        new("deductions"),
        new("best_single", Of),
        new("countback", Of),
        new("parts_with_points", Of),
        new("committee"),
        new("lot", new Setting("seed", SettingKind.Text) { IsRare = true }),
    ]);

    /// <summary>The comparators of which fewer are usually better.</summary>
    public static IReadOnlyList<string> LowerFirst { get; } = ["deductions", "committee"];
}
