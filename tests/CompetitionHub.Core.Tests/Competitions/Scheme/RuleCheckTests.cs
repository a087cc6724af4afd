using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Builders;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Competitions.Scheme;

/// <summary>Rules that contradict themselves are refused, naming the property; good ones come back from their document equal.</summary>
public sealed class RuleCheckTests
{
    public static TheoryData<string> Words => [.. AspectRuleWords.All];

    [Theory, MemberData(nameof(Words))]
    public void Document_EveryRule_ComesBackEqualAndIsAccepted(string word)
    {
        var scheme = Schemes.Scheme(Module("m", RuleForms.All.Single(form => form.Aspects[0].Rule.Word == word)));
        Assert.DoesNotContain(SchemeRules.Check(scheme), problem => problem.Severity == SchemeSeverity.Refused);
        var back = SchemeJson.Read(SchemeJson.Write(scheme)).Value;
        Assert.Equal(scheme.AllAspects().Select(aspect => aspect.Rule), back.AllAspects().Select(aspect => aspect.Rule));
        Assert.Equal(SchemeJson.Write(scheme), SchemeJson.Write(back));
    }

    [Fact]
    public void Document_EveryPanelRule_ComesBackEqualAndIsAccepted()
    {
        foreach (var panel in RuleForms.AllPanels)
        {
            var scheme = OneForm(RuleForms.Judges, Aspect("a", new PanelScore(panel), "10", "1", "1"));
            Assert.DoesNotContain(SchemeRules.Check(scheme), problem => problem.Severity == SchemeSeverity.Refused);
            Assert.Equal(new PanelScore(panel), SchemeJson.Read(SchemeJson.Write(scheme)).Value.AllAspects().Single().Rule);
        }
    }

    [Fact]
    public void Panels_ThatContradictTheirJudges_AreRefused()
    {
        Refused(new PanelScore(new ClosestMean(4)), "rule.panel.count", SchemeErrors.TooFewJudgesFor(4, 3));
        Refused(new PanelScore(new ClosestMean(0)), "rule.panel.count", SchemeErrors.TooFewJudgesFor(0, 3));
        Refused(new PanelScore(new WeightedMean([Points("1"), Points("2")])), "rule.panel.weights", SchemeErrors.WeightsNotJudges(2, 3));
        Refused(new PanelScore(new WeightedMean([Points("1"), Points("0"), Points("1")])), "rule.panel.weights[1]", SchemeErrors.NotPositive());
        Refused(new PanelScore(new GeometricMean(new(7))), "rule.panel.decimals", SchemeErrors.DecimalsOutOfRange());
        Refused(Aspect("a", new PanelScore(new GeometricMean(new(2))), "10", "-1"), "rule.panel.kind", SchemeErrors.PanelMarksNegative());
        Refused(new PanelScore(new Exponential(Points("12"), Points("0.8"))), "rule.panel.kind", SchemeErrors.PanelMarksNotRanks(1000));
        Refused(Aspect("a", new PanelScore(new Exponential(Points("12"), Points("0"))), "10", "1", "1"), "rule.panel.ratio", SchemeErrors.NotPositive());
        Refused(Aspect("a", new PanelScore(new Exponential(Points("-1"), Points("1"))), "10", "1", "1"), "rule.panel.first", SchemeErrors.NotPositive());
        Refused(new Judgement(new Exponential(Points("12"), Points("0.8")), 3, 1, []), "rule.panel.kind", SchemeErrors.PanelMarksNotRanks(1000));
        Refused(RuleForms.Levels(new GeometricMean(new(2))), "rule.panel.kind", SchemeErrors.PanelMarksNegative(), maximum: null);
        Refused(new PanelRanks(new TrimmedMean(2, 1), TieBreakOrder.LowerFirst), "rule.merge.drop_high", SchemeErrors.TooFewJudgesToTrim(2, 1, 3), maximum: null);
        Refused(new PanelRanks(new PanelMean(), TieBreakOrder.LowerFirst), "maximum", SchemeErrors.LimitUnused());
    }

    [Fact]
    public void Rules_AtTheirEnds_AreAccepted()
    {
        var three = RuleForms.Judges;
        foreach (var aspect in new[]
        {
            Panel("a", rule: new TrimmedMean(0, 2)), Panel("a", rule: new TrimmedMean(2, 0)), Panel("a", rule: new ClosestMean(1)), Panel("a", rule: new ClosestMean(three)), Panel("a", minimumJudges: three),
            Panel("a", rule: new GeometricMean(new(0))), Panel("a", rule: new GeometricMean(new(6))), Panel("a", rule: new WeightedMean([new(1), new(1), new(1)])),
            Aspect("a", new PanelScore(new Exponential(new(1), new(1))), "1000", "1", "1"), Aspect("a", RuleForms.Judgement(1, 0) with { Benchmarks = [new(1, new("", "x")), new(0, new("x", ""))] }),
            Aspect("a", LevelsAsRanks("1"), null), Aspect("a", LevelsAsRanks("1000"), null), Aspect("a", LevelsAsRanks("1", "2"), null),
            Aspect("a", RuleForms.Judgement(10, 10)), Aspect("a", RuleForms.Line with { Knots = [new(Points("1"), default), new(Points("1.000001"), default)], ValueMax = new Score(1) }, null),
            Aspect("a", RuleForms.Sprint with { A = new(1), C = new(1), Rounding = new(6) }, null), Aspect("a", RuleForms.Sprint with { C = Points("10") }, null),
            Aspect("a", new TimeRatio(new(1_000_001), 4, new(1), default), null), Aspect("a", new TimeRatio(Points("1000"), 1, new(1), default), null),
            Aspect("a", RuleForms.Ranks with { Table = [new(1, 1, default), new(2, 2, default)] }, null), Aspect("a", RuleForms.Bands with { Bands = [new(Points("1"), Points("1"), default)] }, null),
            Aspect("a", new DeductionPerFault(new(1))), Aspect("a", new GainPerHit(new(1), default, null, CapMoment.After)), Aspect("a", RuleForms.Gain() with { FalsePenalty = default }),
        })
            Assert.DoesNotContain(Problems(aspect), problem => problem.Severity == SchemeSeverity.Refused && problem.Path.Contains("aspects[0]", StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_BeyondTheirEnds_AreRefused()
    {
        Refused(new PanelScore(new TrimmedMean(0, -1)), "rule.panel.drop_low", SchemeErrors.NotPositive());
        Refused(new PanelScore(new WeightedMean([default, Points("1"), Points("1")])), "rule.panel.weights[0]", SchemeErrors.NotPositive());
        Refused(new PanelScore(new GeometricMean(new(-1))), "rule.panel.decimals", SchemeErrors.DecimalsOutOfRange());
        Refused(Aspect("a", new PanelScore(new Exponential(Points("12"), Points("1"))), "1001", "1", "1"), "rule.panel.kind", SchemeErrors.PanelMarksNotRanks(1000));
        Refused(Aspect("a", new PanelScore(new Exponential(Points("12"), Points("1"))), "10", "0", "1"), "rule.panel.kind", SchemeErrors.PanelMarksNotRanks(1000));
        Refused(Aspect("a", new PanelScore(new Exponential(Points("12"), Points("1"))), "10", "1", "0.5"), "rule.panel.kind", SchemeErrors.PanelMarksNotRanks(1000));
        Refused(Aspect("a", new PanelScore(new Exponential(Points("12"), Points("1"))), "10.5", "1.5", "1"), "rule.panel.kind", SchemeErrors.PanelMarksNotRanks(1000));
        Refused(Aspect("a", new PanelScore(new Exponential(default, Points("1"))), "10", "1", "1"), "rule.panel.first", SchemeErrors.NotPositive());
        Refused(new PanelScore(new PanelMean()) { MinimumJudges = 0 }, "rule.minimum_judges", SchemeErrors.MinimumJudges(3));
        Refused(RuleForms.Sprint with { Rounding = new(-1) }, "rule.decimals", SchemeErrors.DecimalsOutOfRange(), null);
        Refused(RuleForms.Acceleration with { K = Points("1000.000001") }, "rule.k", SchemeErrors.NumberOutOfRange(new(1_000_001), Points("1000")), null);
        Refused(RuleForms.Acceleration with { P = 0 }, "rule.p", SchemeErrors.NumberOutOfRange(Points("1"), Points("4")), null);
        Refused(RuleForms.Ranks with { Table = [new(0, 1, default)] }, "rule.table[0].from", SchemeErrors.TableNotAscending(), null);
        Refused(RuleForms.Judgement() with { SpreadLimit = 11 }, "rule.spread_limit", SchemeErrors.NumberOutOfRange(Points("0"), Points("10")));
        Refused(RuleForms.Judgement() with { Benchmarks = [new(-1, new("x", "x"))] }, "rule.benchmarks[0].level", SchemeErrors.NumberOutOfRange(Points("0"), Points("3")));
        foreach (var rank in new[] { "0", "1001", "1.5", "-1" })
            Refused(LevelsAsRanks(rank), "rule.panel.kind", SchemeErrors.PanelMarksNotRanks(1000), null);
        Refused(LevelsAsRanks("1", "0.5"), "rule.panel.kind", SchemeErrors.PanelMarksNotRanks(1000), null);
        Refused(new Levels(new GeometricMean(new(2)), null, [new(null, default, [new(Points("1"), Points("-1"))])]), "rule.panel.kind", SchemeErrors.PanelMarksNegative(), null);
        Refused(RuleForms.Levels() with { ItemFrom = null }, "rule.tables[1].item", SchemeErrors.TablesNeedItem(), null);
        Refused(RuleForms.Levels() with { Tables = [RuleForms.Levels().Tables[0] with { Item = null }] }, "rule.tables[0].item", SchemeErrors.TablesNeedItem(), null);
    }

    [Fact]
    public void Panels_AllButTheClosest_NeverFallForABetterMark() => Assert.Equal(
        [typeof(ClosestMean)], RuleForms.AllPanels.Where(panel => !panel.IsMonotone).Select(panel => panel.GetType()));

    [Fact]
    public void Judgement_ThatContradictsItself_IsRefused()
    {
        var good = RuleForms.Judgement();
        Refused(good, "maximum", SchemeErrors.MaximumNeeded(), maximum: null);
        Refused(Aspect("a", good, "10", "-1"), "minimum", SchemeErrors.LimitUnused());
        Refused(good with { Top = 0 }, "rule.top", SchemeErrors.NumberOutOfRange(Points("1"), Points("10")));
        Refused(good with { Top = 11 }, "rule.top", SchemeErrors.NumberOutOfRange(Points("1"), Points("10")));
        Refused(good with { SpreadLimit = -1 }, "rule.spread_limit", SchemeErrors.NumberOutOfRange(Points("0"), Points("10")));
        Refused(good with { Top = 2 }, "rule.benchmarks[1].level", SchemeErrors.NumberOutOfRange(Points("0"), Points("2")));
        Refused(good with { Benchmarks = [good.Benchmarks[0], good.Benchmarks[0]] }, "rule.benchmarks[1].level", SchemeErrors.ListedTwice(Points("0")));
        Refused(good with { Benchmarks = [new(1, new("", ""))] }, "rule.benchmarks[0].text", SchemeErrors.NameMissing());
        Refused(good with { MinimumJudges = 4 }, "rule.minimum_judges", SchemeErrors.MinimumJudges(3));
    }

    [Fact]
    public void Levels_ThatContradictThemselves_AreRefused()
    {
        var good = RuleForms.Levels();
        Refused(good with { Tables = [] }, "rule.tables", SchemeErrors.TableEmpty(), null);
        Refused(good with { ItemFrom = null }, "rule.tables", SchemeErrors.TablesNeedItem(), null);
        Refused(good with { ItemFrom = null, Tables = [good.Tables[0]] }, "rule.tables[0].item", SchemeErrors.TablesNeedItem(), null);
        Refused(good with { Tables = [good.Tables[0], good.Tables[0]] }, "rule.tables[1].item", SchemeErrors.ListedTwice(Points("1")), null);
        Refused(good with { Tables = [good.Tables[0] with { Points = [] }] }, "rule.tables[0].points", SchemeErrors.TableEmpty(), null);
        var twice = good.Tables[0] with { Points = [new(Points("1"), Points("1")), new(Points("1"), Points("2"))] };
        Refused(good with { Tables = [twice] }, "rule.tables[0].points[1].mark", SchemeErrors.ListedTwice(Points("1")), null);
        Refused(good with { ItemFrom = "nowhere" }, "rule.item_from", SchemeErrors.AspectUnknown("nowhere"), null);
        Refused(good with { ItemFrom = "a" }, "rule.item_from", SchemeErrors.AspectNotSingle("a"), null);
        Refused(good, "maximum", SchemeErrors.MaximumOfRule("6.4"), "7");
        Assert.DoesNotContain(Problems(Aspect("a", good, "6.4")), problem => problem.Path.EndsWith("maximum", StringComparison.Ordinal));
    }

    [Fact]
    public void Measurements_ThatContradictThemselves_AreRefused()
    {
        Refused(new Stepped([]), "rule.points", SchemeErrors.TableEmpty(), null);
        Refused(new Stepped([Points("4"), Points("4")]), "rule.points[1]", SchemeErrors.ListedTwice(Points("4")), null);
        Refused(new Stepped([Points("4"), Points("0")]), "maximum", SchemeErrors.MaximumOfRule("4"), "5");
        Refused(RuleForms.Gain() with { Gain = Points("0") }, "rule.gain", SchemeErrors.NotPositive());
        Refused(RuleForms.Gain() with { FalsePenalty = Points("-1") }, "rule.false_penalty", SchemeErrors.NotNegative());
        Refused(RuleForms.Gain() with { FalsesFrom = null }, "rule.falses_from", SchemeErrors.FalsesNotCounted());
        Refused(RuleForms.Gain() with { FalsesFrom = "other" }, "rule.falses_from", SchemeErrors.AspectNotInfo("other"));
        Refused(RuleForms.Gain(), "maximum", SchemeErrors.MaximumNeeded(), null);
        Refused(RuleForms.Bands with { Bands = [] }, "rule.bands", SchemeErrors.TableEmpty(), null);
        Refused(RuleForms.Bands with { Bands = [new(Points("2"), Points("1"), Points("4"))] }, "rule.bands[0].to", SchemeErrors.TableNotAscending(), null);
        Refused(RuleForms.Bands with { Bands = [RuleForms.Bands.Bands[1], RuleForms.Bands.Bands[0]] }, "rule.bands[1].from", SchemeErrors.BandCovered(), null);
        Refused(RuleForms.Bands with { Bands = [new(null, Points("5"), Points("1")), new(null, Points("5"), Points("2"))] }, "rule.bands[1].from", SchemeErrors.BandCovered(), null);
        Assert.DoesNotContain(
            Problems(Aspect("a", RuleForms.Bands with { Bands = [new(null, Points("5"), Points("1")), new(null, Points("6"), Points("2")), new(Points("5"), null, Points("3"))] }, null)),
            problem => problem.Error == SchemeErrors.BandCovered());
        Refused(RuleForms.Line with { Knots = [RuleForms.Line.Knots[0]] }, "rule.knots", SchemeErrors.TableEmpty(), null);
        Refused(RuleForms.Line with { Knots = [new(Points("1"), default), new(Points("1"), default)] }, "rule.knots[1].value", SchemeErrors.TableNotAscending(), null);
        Refused(RuleForms.Sprint with { A = default }, "rule.a", SchemeErrors.NotPositive(), null);
        Refused(RuleForms.Sprint with { C = default }, "rule.c", SchemeErrors.NumberOutOfRange(new(1), Points("10")), null);
        Refused(RuleForms.Sprint with { C = Points("10.000001") }, "rule.c", SchemeErrors.NumberOutOfRange(new(1), Points("10")), null);
        Refused(RuleForms.Sprint with { Rounding = new(7) }, "rule.decimals", SchemeErrors.DecimalsOutOfRange(), null);
        Refused(RuleForms.Sprint, "maximum", SchemeErrors.LimitUnused());
        Refused(RuleForms.Line with { ValueMax = default(Score) }, "rule.value_max", SchemeErrors.NotPositive(), null);
        Refused(new Imported(), "maximum", SchemeErrors.MaximumNegative(), "-1", "-5");
    }

    [Fact]
    public void FieldRules_ThatContradictThemselves_AreRefused()
    {
        Refused(RuleForms.Acceleration with { K = Points("1") }, "rule.k", SchemeErrors.NumberOutOfRange(new(1_000_001), Points("1000")), null);
        Refused(RuleForms.Acceleration with { P = 5 }, "rule.p", SchemeErrors.NumberOutOfRange(Points("1"), Points("4")), null);
        Refused(RuleForms.Acceleration with { A = default }, "rule.a", SchemeErrors.NotPositive(), null);
        Refused(RuleForms.Acceleration with { B = Points("-1") }, "rule.b", SchemeErrors.NotNegative(), null);
        Refused(new ShareOfBest(TieBreakOrder.LowerFirst), "maximum", SchemeErrors.MaximumNeeded(), null);
        Refused(RuleForms.Ranks with { Table = [] }, "rule.table", SchemeErrors.TableEmpty(), null);
        Refused(RuleForms.Ranks with { Table = [new(2, 3, default), new(3, 4, default)] }, "rule.table[1].from", SchemeErrors.TableNotAscending(), null);
        Refused(RuleForms.Ranks with { Table = [new(3, 2, default)] }, "rule.table[0].from", SchemeErrors.TableNotAscending(), null);
        Refused(new PairWin("other", TieBreakOrder.HigherFirst), "rule.pair_from", SchemeErrors.AspectNotInfo("other"), null);
        Refused(new PairWin("panel", TieBreakOrder.HigherFirst), "rule.pair_from", SchemeErrors.AspectNotSingle("panel"), null);
        // The number of a bye has to be one that can be recorded.
        Refused(new PairWin("item", TieBreakOrder.HigherFirst, Points("-1")), "rule.bye", MarkErrors.BelowMinimum(Score.Zero), null);
        Refused(new Consensus { MinimumJudges = 4 }, "rule.minimum_judges", SchemeErrors.MinimumJudges(3));
    }

    [Fact]
    public void OpenEndedRule_UnderAFullMark_IsUnfinishedAndSaysSo()
    {
        var scheme = OneForm(1, Aspect("a", RuleForms.Sprint, null)) with { FullMark = Points("100") };
        Assert.Equal([new(At("rule"), SchemeSeverity.Unfinished, SchemeErrors.RuleOpenEnded())], SchemeRules.Check(scheme));
    }

    [Theory]
    [InlineData("\"kind\": \"power\"", "\"kind\": \"root\"", "Competitions.SchemeWrongType", "kind")]
    [InlineData("\"direction\": \"lower\"", "\"direction\": \"down\"", "Competitions.SchemeWrongType", "direction")]
    [InlineData("\"c\": 1.81,", "", "Competitions.SchemeMissingProperty", "c")]
    [InlineData("\"c\": 1.81", "\"c\": 1.81, \"d\": 1", "Competitions.SchemeUnknownProperty", "d")]
    public void Read_BrokenRule_IsNamedByItsPath(string good, string bad, string code, string property)
    {
        var document = SchemeJson.Write(OneForm(1, Aspect("a", RuleForms.Sprint, null)));
        Assert.Contains(good, document, StringComparison.Ordinal);
        var error = Assert.Single(SchemeJson.Read(document.Replace(good, bad, StringComparison.Ordinal)).Errors);
        Assert.Equal((code, At($"aspects[0].rule.{property}").Replace("aspects[0].aspects", "aspects", StringComparison.Ordinal)), (error.Code, error.Field));
    }

    [Fact]
    public void Read_BrokenRowsOfTables_AreNamedByTheirPath()
    {
        var document = SchemeJson.Write(OneForm(1, Aspect("a", RuleForms.Line, null))).Replace("\"value\": 90", "\"valeu\": 90", StringComparison.Ordinal);
        var errors = SchemeJson.Read(document).Errors;
        Assert.Equal([At("aspects[0].rule.knots[1].valeu"), At("aspects[0].rule.knots[1].value")], errors.Select(error => error.Field).Order(StringComparer.Ordinal));
        var listed = SchemeJson.Write(OneForm(1, Aspect("a", new Stepped([Points("4.25")]), null)) with { FullMark = null }).Replace("4.25", "\"4.25\"", StringComparison.Ordinal);
        Assert.Equal(At("aspects[0].rule.points"), Assert.Single(SchemeJson.Read(listed).Errors).Field);
    }

    [Theory] // a band all of whose values an earlier one takes gives nothing
    [InlineData("1 5", "1 4", true)]
    [InlineData("1 5", "2 5", true)]
    [InlineData("1 5", "1 5", true)]
    [InlineData("1 5", "1 6", false)]
    [InlineData("1 5", "0 5", false)]
    [InlineData("1 5", "- 4", false)]
    [InlineData("1 5", "2 -", false)]
    [InlineData("- 5", "- 4", true)]
    [InlineData("- 5", "- -", false)]
    [InlineData("1 -", "3 -", true)]
    [InlineData("1 -", "0 -", false)]
    [InlineData("- -", "3 4", true)]
    public void Band_ThatAnEarlierOneCovers_IsRefused(string earlier, string later, bool covered)
    {
        ToleranceBand[] bands = [.. new[] { earlier, later }.Select(band => band.Split(' ').Select(end => end == "-" ? (Score?)null : Points(end)).ToArray()).Select(ends => new ToleranceBand(ends[0], ends[1], Points("1")))];
        var problems = Problems(Aspect("a", new ToleranceBands([.. bands], default), null));
        Assert.Equal(covered, problems.Contains(new(At("aspects[0].rule.bands[1].from"), SchemeSeverity.Refused, SchemeErrors.BandCovered())));
    }

    private static Levels LevelsAsRanks(params string[] ranks) => new(new Exponential(Points("12"), Points("1")), null, [new(null, default, [.. ranks.Select((rank, mark) => new LevelPoints(Score.Points(mark), Points(rank)))])]);

    private static string At(string place) => place.StartsWith("aspects", StringComparison.Ordinal)
        ? $"stages[0].modules[0].forms[0].{place}" : $"stages[0].modules[0].forms[0].aspects[0].{place}";

    private static IReadOnlyList<SchemeProblem> Problems(Aspect aspect) => SchemeRules.Check(OneForm(
        RuleForms.Judges, aspect, Panel("panel"), Aspect("other", new DirectPoints()),
        Aspect("item", new DirectPoints(), null) with { Role = AspectRole.Info }, Aspect("falses", new DirectPoints(), null) with { Role = AspectRole.Info }));

    private static void Refused(AspectRule rule, string property, Error error, string? maximum = "10", string minimum = "0") =>
        Refused(Aspect("a", rule, maximum, minimum), property, error);

    private static void Refused(Aspect aspect, string property, Error error) =>
        Assert.Contains(new SchemeProblem(At($"aspects[0].{property}"), SchemeSeverity.Refused, error), Problems(aspect));
}
