using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Competitions.Scheme;

public sealed class SchemeRulesTests
{
    private static readonly MarkingScheme Good = OneForm(3, Panel("a", "60"), Aspect("b", new DirectPoints(), "40"));

    [Fact]
    public void Check_GoodScheme_HasNoProblem()
    {
        Assert.Empty(SchemeRules.Check(Good));
        Assert.Empty(SchemeRules.Check(Good, new Dictionary<string, int> { ["f"] = 3 }));
        Assert.Equal("100/1", SchemeRules.FullMarkOf(Good).ToString());
    }

    [Fact]
    public void Check_TotalIsNotTheFullMark_IsUnfinished() =>
        Only(Good with { FullMark = Points("90") }, "full_mark", SchemeSeverity.Unfinished, SchemeErrors.TotalNotFullMark("100", Points("90")));

    [Fact]
    public void Check_FormWithoutEnoughJudges_IsUnfinished()
    {
        var problem = Assert.Single(SchemeRules.Check(Good, new Dictionary<string, int> { ["f"] = 2 }));
        Assert.Equal(new SchemeProblem("stages[0].modules[0].forms[0].judges", SchemeSeverity.Unfinished, SchemeErrors.FormUnassigned(2, 3)), problem);
    }

    [Fact]
    public void Check_WeightsDoNotSumToOne_IsUnfinished()
    {
        var stage = Stage("s", Weighted("x", "0.3", Form("fx", 1, Panel("a"))), Weighted("y", "0.6", Form("fy", 1, Panel("b")))) with { Combine = Combination.Weighted };
        Only(new MarkingScheme { Stages = [stage] }, "stages[0].modules", SchemeSeverity.Unfinished, SchemeErrors.WeightsNotOne(Points("0.9")));
    }

    [Fact]
    public void Check_WeightedOpenEnded_IsRefused()
    {
        var stage = Stage("s", Module("x", Form("fx", 1, Panel("a")))) with { Combine = Combination.Weighted };
        Only(new MarkingScheme { Stages = [stage], FullMark = null }, "stages[0]", SchemeSeverity.Refused, SchemeErrors.WeightedNeedsFullMark());
    }

    [Fact]
    public void Check_EmptyParts_AreUnfinished()
    {
        Only(new MarkingScheme(), "stages", SchemeSeverity.Unfinished, SchemeErrors.NoStages());
        Only(new MarkingScheme { Stages = [Stage("s")] }, "stages[0].modules", SchemeSeverity.Unfinished, SchemeErrors.NoModules());
        Only(CompetitionHub.TestKit.Builders.Schemes.Scheme(Module("m")) with { FullMark = null }, "stages[0].modules[0].forms", SchemeSeverity.Unfinished, SchemeErrors.NoForms());
        Only(OneForm(1) with { FullMark = null }, "stages[0].modules[0].forms[0].aspects", SchemeSeverity.Unfinished, SchemeErrors.NoAspects());
    }

    [Fact]
    public void Check_SameKeyTwice_IsRefusedWhateverItsCase() =>
        Only(OneForm(1, Panel("a1"), Panel("A1")), At("aspects[1].key"), SchemeSeverity.Refused, SchemeErrors.DuplicateKey("A1"));

    [Theory]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a b")]
    [InlineData("-a")]
    [InlineData("../a")]
    [InlineData("<script>")]
    [InlineData("a\n")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void Check_BadKey_IsRefused(string key) =>
        Only(OneForm(1, Panel("a") with { Key = key, Name = Name("x") }), At("aspects[0].key"), SchemeSeverity.Refused, SchemeErrors.BadKey(key));

    [Fact]
    public void Check_NoName_IsRefused() =>
        Only(OneForm(1, Panel("a") with { Name = new("", "") }), At("aspects[0].name"), SchemeSeverity.Refused, SchemeErrors.NameMissing());

    [Fact]
    public void Check_Numbers_ThatContradict_AreRefused()
    {
        Refused(Panel("a") with { Factor = Points("0") }, "factor", SchemeErrors.NotPositive());
        Refused(Panel("a") with { Step = Points("-1") }, "step", SchemeErrors.NotPositive());
        Refused(Panel("a") with { Step = Points("0.3") }, "step", SchemeErrors.StepMissesMaximum(Points("0.3"), Points("10")));
        Refused(Panel("a") with { Minimum = Points("10") }, "maximum", SchemeErrors.RangeEmpty(Points("10"), Points("10")));
        Refused(Aspect("a", new Binary(), null), "maximum", SchemeErrors.MaximumNeeded());
        Refused(Aspect("a", new DeductionPerFault(Points("1")), null), "maximum", SchemeErrors.MaximumNeeded());
        Refused(Aspect("a", new DeductionPerFault(Points("0"))), "rule.per_fault", SchemeErrors.NotPositive());
        Refused(Panel("a", minimumJudges: 4), "rule.minimum_judges", SchemeErrors.MinimumJudges(3));
        Refused(Panel("a", rule: new TrimmedMean(2, 1)), "rule.panel.drop_high", SchemeErrors.TooFewJudgesToTrim(2, 1, 3));
        Refused(Panel("a", rule: new TrimmedMean(-1, 1)), "rule.panel.drop_high", SchemeErrors.NotPositive());
    }

    [Fact]
    public void Check_OpenAspectUnderAFullMark_IsUnfinished()
    {
        var scheme = OneForm(1, Aspect("a", new DirectPoints(), null));
        Assert.Empty(SchemeRules.Check(scheme));
        Only(scheme with { FullMark = Points("100") }, At("aspects[0].maximum"), SchemeSeverity.Unfinished, SchemeErrors.MaximumMissing());
    }

    [Fact]
    public void Check_Judges_MustBeThereForWhatTheyMark()
    {
        Only(OneForm(0, Aspect("a", new DirectPoints())), At("judges"), SchemeSeverity.Refused, SchemeErrors.NoJudges());
        Only(OneForm(0, Panel("a")), At("judges"), SchemeSeverity.Refused, SchemeErrors.NoJudges());
        Only(OneForm(100, Panel("a")), At("judges"), SchemeSeverity.Refused, SchemeErrors.JudgesOutOfRange(99));
        Assert.Empty(SchemeRules.Check(OneForm(0, Aspect("a", new Imported()))));
    }

    [Fact]
    public void Check_TieBreaks_MustNameAPart()
    {
        Only(Good with { TieBreaks = [new ModuleTieBreak("z")] }, "tie_breaks[0].key", SchemeSeverity.Refused, SchemeErrors.TieBreakUnknown("z"));
        Only(Good with { TieBreaks = [new FormTieBreak("m")] }, "tie_breaks[0].key", SchemeSeverity.Refused, SchemeErrors.TieBreakUnknown("m"));
        Only(Good with { TieBreaks = [new StageTieBreak("m")] }, "tie_breaks[0].key", SchemeSeverity.Refused, SchemeErrors.TieBreakUnknown("m"));
        Only(OneForm(1, Panel("a")) with { TieBreaks = [new MeasurementsTieBreak()] }, "tie_breaks[0].by", SchemeSeverity.Refused, SchemeErrors.TieBreakNoMeasurement());
        Only(Good with { TieBreaks = [new DeductionsTieBreak()] }, "tie_breaks[0].by", SchemeSeverity.Refused, SchemeErrors.TieBreakNoPenalty());
        Only(Good with { TieBreaks = [new ModulesTieBreak(["m", "z"])] }, "tie_breaks[0].keys", SchemeSeverity.Refused, SchemeErrors.TieBreakUnknown("z"));
        Only(Good with { TieBreaks = [new ModuleTieBreak("m"), new ModuleTieBreak("m") { Order = TieBreakOrder.LowerFirst }] },
            "tie_breaks[1]", SchemeSeverity.Advice, SchemeErrors.TieBreakTwice());
    }

    [Fact]
    public void Check_RanksThatNobodyCanMakeUnique_AreUnfinished()
    {
        var unique = Good with { Ranks = RankStyle.Unique, TieBreaks = [new ModuleTieBreak("m")] };
        Only(unique, "ranks", SchemeSeverity.Unfinished, SchemeErrors.RanksCannotBeUnique());
        Assert.Empty(SchemeRules.Check(unique with { TieBreaks = [new ModuleTieBreak("m"), new CommitteeTieBreak()] }));
        Assert.Empty(SchemeRules.Check(unique with { TieBreaks = [new LotTieBreak(null)] }));
    }

    [Fact]
    public void Check_FullMarkOfAStageThatItsPartsDoNotGive_IsUnfinished()
    {
        var stage = Good.Stages[0] with { FullMark = Points("50") };
        Only(Good with { Stages = [stage] }, "stages[0].full_mark", SchemeSeverity.Unfinished, SchemeErrors.TotalNotFullMark("100", Points("50")));
        Assert.Empty(SchemeRules.Check(Good with { Stages = [stage with { FullMark = Points("100") }] }));
    }

    [Fact]
    public void Check_RoundedMeansWhereNoneAreDivided_AreRefused()
    {
        static MarkingScheme With(NormalisationMethod method) => CompetitionHub.TestKit.Builders.Schemes.Scheme(
            Module("m", Form("f", 1, Panel("a"))) with { Normalise = new(method, new(2)) { MeanRounding = new(2) } });
        Only(With(NormalisationMethod.T), "stages[0].modules[0].normalise.mean_decimals", SchemeSeverity.Refused, SchemeErrors.LimitUnused());
        Assert.Empty(SchemeRules.Check(With(NormalisationMethod.FactorPanelMeans)));
    }

    [Fact]
    public void Check_Rounding_TakesZeroToSixDecimals()
    {
        Only(Good with { Rounding = new() { Stage = new(7) } }, "rounding.stage.decimals", SchemeSeverity.Refused, SchemeErrors.DecimalsOutOfRange());
        Only(Good with { Rounding = new() { Panel = new(-1) } }, "rounding.panel.decimals", SchemeSeverity.Refused, SchemeErrors.DecimalsOutOfRange());
    }

    [Fact]
    public void Check_HugeScheme_IsRefused()
    {
        var scheme = OneForm(1, [.. Enumerable.Range(0, 2001).Select(n => Panel($"a{n}"))]);
        Only(scheme, "stages", SchemeSeverity.Refused, SchemeErrors.TooManyAspects(2000));
    }

    private static string At(string place) => $"stages[0].modules[0].forms[0].{place}";

    private static void Refused(Aspect aspect, string property, Error error)
    {
        var problems = SchemeRules.Check(OneForm(3, aspect));
        Assert.Contains(new SchemeProblem(At($"aspects[0].{property}"), SchemeSeverity.Refused, error), problems);
    }

    private static void Only(MarkingScheme scheme, string path, SchemeSeverity severity, Error error) =>
        Assert.Equal([new(path, severity, error)], SchemeRules.Check(scheme));
}
