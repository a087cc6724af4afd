namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>What can be set of the scale, of who advances and of awards.</summary>
public static class AwardSettings
{
    private static readonly Setting AtLeast = Setting.Score("at_least");
    private static readonly Setting AtMost = Setting.Score("at_most");
    private static readonly Setting Whole = Setting.Score("of", "100") with { IsRare = true };

    /// <summary>How many get something.</summary>
    public static RuleFamily Quotas { get; } = new("Quota", "kind",
    [
        new("number", Setting.Whole("count", 1, NumberQuota.Most, 1)),
        new("share", Setting.Required("part", "10"), Whole, Setting.Choice("round", AwardWords.Roundings.Keys)),
        new("field_size", Setting.Rows("rows", 1,
            Setting.OptionalWhole("from", NumberQuota.Most), Setting.OptionalWhole("to", NumberQuota.Most), Setting.Whole("count", 0, NumberQuota.Most, 1))),
        new("everyone"),
        new("cut_off", Setting.Score("part"), Whole),
        new("medal"),
    ]);

    /// <summary>What has to be met.</summary>
    public static RuleFamily Conditions { get; } = new("Condition", "by",
    [
        new("total", AtLeast, AtMost),
        new("module", Setting.Part("key", SchemeLevel.Module), AtLeast, AtMost),
        new("form", Setting.Part("key", SchemeLevel.Form), AtLeast, AtMost),
        new("aspect", Setting.Part("key", SchemeLevel.Aspect), AtLeast, AtMost),
        new("stage", Setting.Part("key", SchemeLevel.Stage), AtLeast, AtMost),
        new("rank", Setting.Whole("at_most", 1, NumberQuota.Most, 3)),
        new("scale", AtLeast, AtMost),
        new("full_marks", Setting.Whole("count", 1, SchemeRules.MostAspects, 1)),
    ]);

    /// <summary>The sections of the scheme.</summary>
    public static IReadOnlyList<Setting> Sections { get; } = [Scale(), Advancement(), Awards()];

    private static Setting Scale() => Setting.Group("scale",
        Setting.Choice("method", ScaleRule.Methods.Keys),
        Setting.Required("centre", "700"), Setting.Required("spread", "30"), Setting.Whole("decimals", 0, 6, 0),
        Setting.Required("minimum", "0"), Setting.Required("maximum", "1000"),
        Setting.Choice("deviation", SchemeWords.Deviations.Keys)) with { IsRequired = false };

    private static Setting Advancement() => Setting.Group("advancement",
        new Setting("to", SettingKind.Name), Quota(), Setting.Choice("base", AwardWords.Bases.Keys), Setting.Choice("ties", AwardWords.Ties.Keys),
        Setting.OptionalWhole("per_delegation", NumberQuota.Most), Setting.Whole("reserves", 0, NumberQuota.Most, 0), Require()) with { IsRequired = false };

    private static Setting Awards() => Setting.Rows("awards", 0,
        [.. SchemeSettings.Identity(), Setting.Choice("base", AwardWords.Bases.Keys), Setting.Choice("ties", AwardWords.Ties.Keys),
        Setting.Group("medals", Setting.Required("tolerance", "2"), Setting.Choice("chain", AwardWords.Chains.Keys),
            Setting.Whole("silver_from", 0, NumberQuota.Most, 0), Setting.Whole("bronze_from", 0, NumberQuota.Most, 0)) with { IsRequired = false },
        Setting.Rows("awards", 1, [.. SchemeSettings.Identity(), Quota(), new Setting("from_top", SettingKind.Flag), Require()])]);

    private static Setting Quota() => new("quota", SettingKind.Group) { Family = Quotas, IsRequired = true };

    private static Setting Require() => new("require", SettingKind.Rows) { Family = Conditions };
}
