using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.TestKit.Builders;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Competitions.Scheme;

/// <summary>What the mark pad says a mark comes to, and which marks give the fewest and the most points, is what the engine then gives.</summary>
public sealed class MarkWorthTests
{
    private static readonly Aspect[] All =
    [
        Panel("a"), Aspect("a", new DirectPoints()), Aspect("a", new DirectPoints(), null), Aspect("a", new Imported(), "3", "-2"), Aspect("a", new Consensus()),
        Aspect("a", new Binary(), "4"), Aspect("a", new Binary(), "4", "1"), Aspect("a", new Binary(), null), Aspect("a", new Stepped([Points("4"), Points("2.5"), Points("0")]), null),
        Aspect("a", new DeductionPerFault(Points("1.5"))), Aspect("a", new DeductionPerFault(Points("1.5")), "10", "2"), Aspect("a", new DeductionPerFault(Points("1")), null),
        Aspect("a", new GainPerHit(Points("2"), default, null, CapMoment.Before), "9"), Aspect("a", new GainPerHit(Points("2"), default, null, CapMoment.After), "9", "3"),
    ];

    private static readonly Aspect[] Curved =
    [
        Aspect("a", RuleForms.Judgement(), "2"), Aspect("a", RuleForms.Levels(), null), Aspect("a", RuleForms.Gain(), "25"), Aspect("a", RuleForms.Bands, null), Aspect("a", RuleForms.Line, null),
        Aspect("a", RuleForms.Sprint, null), Aspect("a", RuleForms.Acceleration, null), Aspect("a", RuleForms.Ranks, null), Aspect("a", new ShareOfBest(TieBreakOrder.HigherFirst)),
        Aspect("a", new PanelRanks(new PanelMean(), TieBreakOrder.HigherFirst), null), Aspect("a", new PairWin("item", TieBreakOrder.HigherFirst), null),
    ];

    [Fact]
    public void Worth_OfAMark_IsWhatTheEngineGives()
    {
        foreach (var aspect in All)
        {
            var worth = aspect.Rule.Worth(aspect)!;
            var scheme = CompiledScheme.Compile(OneForm(1, aspect));
            foreach (var mark in Enumerable.Range(-4, 30).Select(half => new Score(half * Score.Unit / 2)).Where(aspect.Rule.Marks(aspect).Allows))
            {
                var said = worth.Base.ToFraction() + (worth.Per.ToFraction() * mark.ToFraction());
                said = worth.Floor is { } floor && said < floor.ToFraction() ? floor.ToFraction() : worth.Cap is { } cap && said > cap.ToFraction() ? cap.ToFraction() : said;
                Assert.True(said == Given(scheme, aspect, mark), $"{aspect.Rule} {mark}: {said}");
            }
        }
    }

    [Fact]
    public void Worth_ThatIsNoStraightLine_IsNotSaid() => Assert.All(Curved, aspect => Assert.Null(aspect.Rule.Worth(aspect)));

    [Theory] // which marks are looked at when one judge's is still to come; open where that does not settle it
    [InlineData("panel_score", "0 10")]
    [InlineData("panel_score/closest_mean", "open")]
    [InlineData("points", "0 10")]
    [InlineData("points/open", "open")]
    [InlineData("imported", "-2 3")]
    [InlineData("consensus", "0 10")]
    [InlineData("binary", "0 1")]
    [InlineData("stepped", "0 4")]
    [InlineData("deduction_per_fault", "0 100000")]
    [InlineData("gain_per_hit", "0 100000")]
    [InlineData("gain_per_hit/falses", "open")]
    [InlineData("judgement", "0 1 2 3")]
    [InlineData("judgement/closest_mean", "open")]
    [InlineData("levels", "-1 2")]
    [InlineData("levels/closest_mean", "open")]
    [InlineData("levels/items", "open")]
    [InlineData("levels/empty", "open")]
    [InlineData("piecewise", "60 90 120")]
    [InlineData("piecewise/most_100", "open")]
    [InlineData("piecewise/no_knots", "open")]
    [InlineData("piecewise/one_knot", "60")]
    [InlineData("levels/one_mark", "-1 -1")]
    [InlineData("power", "open")]
    [InlineData("power/most_20", "0 20")]
    [InlineData("tolerance_bands", "open")]
    [InlineData("time_ratio", "open")]
    public void Extremes_OfEveryRule_AreWhereThePointsTurn(string rule, string marks)
    {
        var table = new LevelTable(null, default, [new(Points("-1"), Points("-3")), new(Points("0"), Points("1")), new(Points("1"), Points("2")), new(Points("2"), Points("5"))]);
        var aspect = rule switch
        {
            "panel_score" => Panel("a"),
            "panel_score/closest_mean" => Panel("a", rule: new ClosestMean(1)),
            "points" => Aspect("a", new DirectPoints()),
            "points/open" => Aspect("a", new DirectPoints(), null),
            "imported" => Aspect("a", new Imported(), "3", "-2"),
            "consensus" => Aspect("a", new Consensus()),
            "binary" => Aspect("a", new Binary()),
            "stepped" => Aspect("a", new Stepped([Points("4"), Points("2"), Points("0")]), null),
            "deduction_per_fault" => Aspect("a", new DeductionPerFault(Points("1"))),
            "gain_per_hit" => Aspect("a", new GainPerHit(Points("2"), default, null, CapMoment.Before)),
            "gain_per_hit/falses" => Aspect("a", RuleForms.Gain()),
            "judgement" => Aspect("a", RuleForms.Judgement(), "2"),
            "judgement/closest_mean" => Aspect("a", RuleForms.Judgement() with { Panel = new ClosestMean(1) }, "2"),
            "levels" => Aspect("a", new Levels(new PanelMean(), null, [table]), null),
            "levels/closest_mean" => Aspect("a", new Levels(new ClosestMean(1), null, [table]), null),
            "levels/items" => Aspect("a", RuleForms.Levels(), null),
            "levels/empty" => Aspect("a", new Levels(new PanelMean(), null, [table with { Points = [] }]), null),
            "piecewise" => Aspect("a", RuleForms.Line, null),
            "piecewise/most_100" => Aspect("a", RuleForms.Line with { ValueMax = Points("100") }, null),
            "piecewise/no_knots" => Aspect("a", RuleForms.Line with { Knots = [] }, null),
            "piecewise/one_knot" => Aspect("a", RuleForms.Line with { Knots = [RuleForms.Line.Knots[0]] }, null),
            "levels/one_mark" => Aspect("a", new Levels(new PanelMean(), null, [table with { Points = [table.Points[0]] }]), null),
            "power" => Aspect("a", RuleForms.Sprint, null),
            "power/most_20" => Aspect("a", RuleForms.Sprint with { ValueMax = Points("20") }, null),
            "tolerance_bands" => Aspect("a", RuleForms.Bands, null),
            _ => Aspect("a", RuleForms.Acceleration, null),
        };
        Assert.Equal(marks, aspect.Rule.Extremes(aspect) is { } extremes ? string.Join(' ', extremes) : "open");
    }

    [Theory] // the most points before the factor, by three judges; open where there is no such number
    [InlineData("judgement", "2/1")]
    [InlineData("judgement/sum", "6/1")]
    [InlineData("judgement/top_1", "2/1")]
    [InlineData("judgement/open", null)]
    [InlineData("levels", "32/5")]
    [InlineData("levels/sum", "46/5")]
    [InlineData("stepped", "4/1")]
    [InlineData("stepped/none", null)]
    [InlineData("tolerance_bands", "4/1")]
    [InlineData("tolerance_bands/outside", "7/1")]
    [InlineData("piecewise", "10/1")]
    [InlineData("piecewise/none", null)]
    [InlineData("power", null)]
    [InlineData("time_ratio", "100/1")]
    [InlineData("share_of_best", "10/1")]
    [InlineData("rank_points", "10/1")]
    [InlineData("rank_points/rest", "11/1")]
    [InlineData("pair_win", "1/1")]
    [InlineData("panel_ranks", null)]
    [InlineData("exponential", "36/1")]
    [InlineData("exponential/growing", null)]
    public void MostPoints_OfEveryRule_AreThoseOfTheBestMarks(string rule, string? most)
    {
        var aspect = rule switch
        {
            "judgement" => Aspect("a", RuleForms.Judgement(), "2"),
            "judgement/sum" => Aspect("a", RuleForms.Judgement() with { Panel = new PanelSum() }, "2"),
            "judgement/top_1" => Aspect("a", RuleForms.Judgement(top: 1), "2"),
            "judgement/open" => Aspect("a", RuleForms.Judgement(), null),
            "levels" => Aspect("a", RuleForms.Levels(), null),
            "levels/sum" => Aspect("a", RuleForms.Levels(new PanelSum()), null),
            "stepped" => Aspect("a", new Stepped([Points("2"), Points("4"), Points("0")]), null),
            "stepped/none" => Aspect("a", new Stepped([]), null),
            "tolerance_bands" => Aspect("a", RuleForms.Bands, null),
            "tolerance_bands/outside" => Aspect("a", RuleForms.Bands with { Outside = Points("7") }, null),
            "piecewise" => Aspect("a", RuleForms.Line, null),
            "piecewise/none" => Aspect("a", RuleForms.Line with { Knots = [] }, null),
            "power" => Aspect("a", RuleForms.Sprint, null),
            "time_ratio" => Aspect("a", RuleForms.Acceleration, null),
            "share_of_best" => Aspect("a", new ShareOfBest(TieBreakOrder.LowerFirst)),
            "rank_points" => Aspect("a", RuleForms.Ranks, null),
            "rank_points/rest" => Aspect("a", RuleForms.Ranks with { Rest = Points("11") }, null),
            "pair_win" => Aspect("a", new PairWin("item", TieBreakOrder.HigherFirst), null),
            "panel_ranks" => Aspect("a", new PanelRanks(new PanelMean(), TieBreakOrder.HigherFirst), null),
            "exponential" => Aspect("a", new PanelScore(new Exponential(Points("12"), Points("1"))), "5", "1", "1"),
            _ => Aspect("a", new PanelScore(new Exponential(Points("12"), Points("1.000001"))), "5", "1", "1"),
        };
        Assert.Equal(most, aspect.Rule.MostPoints(aspect, 3)?.ToString());
    }

    [Fact]
    public void Marks_OfTables_AreAllThatStandInOne()
    {
        var levels = Aspect("a", RuleForms.Levels(), null);
        Assert.Equal("-1 0 1", string.Join(' ', levels.Rule.Marks(levels).Listed));
        var time = Aspect("a", RuleForms.Acceleration, null);
        Assert.Equal((new Score(1), null), (time.Rule.Marks(time).Minimum, time.Rule.Marks(time).Maximum));
        Assert.Equal(Points("0.5"), time.Rule.Marks(time with { Step = Points("0.5") }).Minimum);
        Assert.Equal(new Score(1), time.Rule.Marks(time with { Step = default(Score) }).Minimum);
        var share = new ShareOfBest(TieBreakOrder.HigherFirst) { ValueMax = Points("9") };
        Assert.Equal((Score.Zero, Points("9")), (share.Marks(time).Minimum, share.Marks(time).Maximum));
        Assert.Equal(new Score(1), (share with { Better = TieBreakOrder.LowerFirst }).Marks(time).Minimum);
        Assert.Null(RuleForms.Bands.Marks(time).Minimum);
        Assert.Equal(Score.Zero, new PanelRanks(new PanelMean(), TieBreakOrder.LowerFirst).Marks(time).Minimum);
        Assert.Equal((0, 0, 1, 1), (new PanelScore(new PanelMean()).MarksExpected(-1), new PanelScore(new PanelMean()).MarksExpected(0), new DirectPoints().MarksExpected(5), new Imported().MarksExpected(0)));
    }

    private static Fraction? Given(CompiledScheme scheme, Aspect aspect, Score mark) =>
        EntryCalculator.Calculate(scheme, [new(aspect.Key, aspect.Rule.FirstSeat, MarkState.Value, mark)]).Total;
}
