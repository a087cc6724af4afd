namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>What can be set in each aspect rule.</summary>
public static class AspectRuleSettings
{
    private static readonly Setting MinimumJudges = Setting.Whole("minimum_judges", 1, 99, 1) with { IsRare = true };
    private static readonly Setting Order = Setting.Choice("order", SchemeWords.Orders.Keys);
    private static readonly Setting ValueMaximum = Setting.Score("value_max") with { IsRare = true };

    /// <summary>The aspect rules.</summary>
    public static RuleFamily Family { get; } = new("Rule", "kind",
    [
        new("panel_score", PanelRuleSettings.Of("panel"), MinimumJudges),
        new("judgement",
            Setting.Whole("top", 1, 10, 3),
            Setting.Whole("spread_limit", 0, 10, 1),
            Setting.Rows("benchmarks", 0, Setting.Whole("level", 0, 10, 0), new Setting("text", SettingKind.Name) { IsRequired = true }) with { IsRare = true },
            PanelRuleSettings.Of("panel") with { IsRare = true },
            MinimumJudges) { Unused = ["minimum", "step"] },
        new("levels",
            PanelRuleSettings.Of("panel"),
            MinimumJudges,
            Setting.Part("item_from", SchemeLevel.Aspect, required: false) with { IsRare = true },
            Setting.Rows("tables", 1, Setting.Score("item"), Setting.Score("base", "0"),
                Setting.Rows("points", 1, Setting.Required("mark", "0"), Setting.Required("points", "0")))) { Unused = ["minimum", "maximum", "step"] },
        new("consensus", MinimumJudges),
        new("points") { Group = RuleGroup.Measured },
        new("binary") { Group = RuleGroup.Measured, Unused = ["step"] },
        new("deduction_per_fault", Setting.Required("per_fault", "1")) { Group = RuleGroup.Measured, Unused = ["step"] },
        new("stepped", new Setting("points", SettingKind.Scores) { IsRequired = true, Default = "0 5 10" }) { Group = RuleGroup.Measured, Unused = ["minimum", "maximum", "step"] },
        new("gain_per_hit",
            Setting.Required("gain", "1"),
            Setting.Required("false_penalty", "0"),
            Setting.Part("falses_from", SchemeLevel.Aspect, required: false),
            Setting.Choice("cap", ["before", "after"])) { Group = RuleGroup.Measured, Unused = ["step"] },
        new("tolerance_bands",
            Setting.Rows("bands", 1, Setting.Score("from"), Setting.Score("to"), Setting.Required("points", "10")),
            Setting.Required("outside", "0"),
            ValueMaximum) { Group = RuleGroup.Measured, Unused = ["minimum", "maximum"] },
        new("piecewise",
            Setting.Rows("knots", 2, Setting.Required("value", "0"), Setting.Required("points", "0")) with { Begin = [["0", "0"], ["100", "10"]] },
            ValueMaximum) { Group = RuleGroup.Measured, Unused = ["minimum", "maximum"] },
        new("power",
            Setting.Required("a", "1"), Setting.Required("b", "0"), Setting.Required("c", "1"),
            Setting.Choice("direction", SchemeWords.Orders.Keys),
            Setting.Whole("decimals", 0, 6, 0),
            Setting.Choice("mode", SchemeWords.RoundingModes.Keys),
            ValueMaximum) { Group = RuleGroup.Measured, Unused = ["minimum", "maximum"] },
        new("time_ratio",
            Setting.Required("k", "2"), Setting.Whole("p", 1, 4, 1), Setting.Required("a", "100"), Setting.Required("b", "0"),
            ValueMaximum) { Group = RuleGroup.Compared, Unused = ["minimum", "maximum"] },
        new("share_of_best", Order, ValueMaximum) { Group = RuleGroup.Compared, Unused = ["minimum"] },
        new("rank_points",
            Order,
            Setting.Rows("table", 1, Setting.Whole("from", 1, RankPoints.MostRank, 1), Setting.Whole("to", 1, RankPoints.MostRank, 1), Setting.Required("points", "10")),
            Setting.Required("rest", "0"),
            ValueMaximum) { Group = RuleGroup.Compared, Unused = ["minimum", "maximum"] },
        new("panel_ranks",
            PanelRuleSettings.Of("merge", "mean", "geometric_mean", "exponential"),
            MinimumJudges,
            Order,
            ValueMaximum) { Group = RuleGroup.Compared, Unused = ["minimum", "maximum"] },
        new("pair_win",
            Setting.Part("pair_from", SchemeLevel.Aspect), Order, Setting.Score("bye"), ValueMaximum) { Group = RuleGroup.Compared, Unused = ["minimum", "maximum"] },
        new("imported") { Group = RuleGroup.Elsewhere },
    ]);
}
