using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Tests.Shared;
using CompetitionHub.TestKit.Builders;
using FsCheck.Fluent;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>Rules that turn one recorded value into points.</summary>
public sealed class MeasuredRuleTests
{
    [Theory] // domain.md §2.6-7: 4 / 2 / 0
    [InlineData("4")]
    [InlineData("2")]
    [InlineData("0")]
    public void Stepped_ListedPoints_AreThePoints(string mark) => Assert.Equal(mark, Value(new Stepped([Points("4"), Points("2"), Points("0")]), mark, "4"));

    [Theory] // domain.md §2.6-6: 2 each, cap 25, −2 per false report; 15 hits gain 30
    [InlineData(CapMoment.Before, "11", "2", "18")]
    [InlineData(CapMoment.After, "11", "2", "18")]
    [InlineData(CapMoment.Before, "15", "2", "21")]
    [InlineData(CapMoment.After, "15", "2", "25")]
    [InlineData(CapMoment.Before, "1", "3", "0")]
    [InlineData(CapMoment.After, "0", "0", "0")]
    public void GainPerHit_CapAndFalseReports_AreTakenInTheirOrder(CapMoment cap, string hits, string falses, string points) =>
        Assert.Equal(points, ScoreText.Format(Calculate(RuleForms.Of(RuleForms.Gain(cap), "25", Falses), Mark("a", 1, hits), Mark("falses", 1, falses))!.Value));

    [Fact]
    public void GainPerHit_FalseReportsNotCountedYet_IsOpen()
    {
        var form = RuleForms.Of(RuleForms.Gain(), "25", Falses);
        Assert.Null(Calculate(form, Mark("a", 1, "11")));
        Assert.Equal("22/1", Calculate(RuleForms.Of(new GainPerHit(Points("2"), default, null, CapMoment.Before), "25"), Mark("a", 1, "11")).ToString());
    }

    [Theory] // domain.md §2.6-8: 20 ± 0.02 full, ± 0.05 partial
    [InlineData("20", "4")]
    [InlineData("19.98", "4")]
    [InlineData("20.02", "4")]
    [InlineData("20.020001", "2")]
    [InlineData("19.95", "2")]
    [InlineData("19.949999", "0")]
    [InlineData("-3", "0")]
    public void ToleranceBands_Value_GetsThePointsOfItsBand(string value, string points) => Assert.Equal(points, Value(RuleForms.Bands, value));

    [Fact]
    public void ToleranceBands_OpenEnds_GoOn()
    {
        var rule = new ToleranceBands([new(null, Points("5"), Points("1")), new(Points("10"), null, Points("3"))], Points("2"));
        Assert.Equal(["1", "1", "2", "3", "3"], new[] { "-999", "5", "7", "10", "999" }.Select(value => Value(rule, value)));
    }

    [Theory]
    [InlineData("59", "10/1")]
    [InlineData("60", "10/1")]
    [InlineData("75", "7/1")]
    [InlineData("61", "49/5")]
    [InlineData("91", "58/15")]
    [InlineData("120", "0/1")]
    [InlineData("500", "0/1")]
    public void Piecewise_Value_LiesOnTheLine(string value, string points) => Assert.Equal(points, Of(RuleForms.Line, value).ToString());

    [Fact]
    public void Piecewise_OfADraft_IsLevelOrNothing()
    {
        Assert.Equal("10/1", Of(RuleForms.Line with { Knots = [RuleForms.Line.Knots[0]] }, "75").ToString());
        Assert.Null(Of(RuleForms.Line with { Knots = [] }, "75"));
    }

    [Theory] // World Athletics' tables: 100 m 10.395 s = 1,000 points; long jump 7.76 m = 1,000; shot 18.40 m = 1,000
    [InlineData("25.4347", "18", "1.81", TieBreakOrder.LowerFirst, "10.395", "1000")]
    [InlineData("0.14354", "220", "1.4", TieBreakOrder.HigherFirst, "776", "1000")]
    [InlineData("51.39", "1.5", "1.05", TieBreakOrder.HigherFirst, "18.4", "1000")]
    [InlineData("0.03768", "480", "1.85", TieBreakOrder.LowerFirst, "480", "0")]
    [InlineData("0.03768", "480", "1.85", TieBreakOrder.LowerFirst, "500.01", "0")]
    [InlineData("51.39", "1.5", "1.05", TieBreakOrder.HigherFirst, "1.5", "0")]
    public void Power_Decathlon_GivesThePointsOfTheTables(string a, string b, string c, TieBreakOrder better, string value, string points) =>
        Assert.Equal(points, Value(new PowerPoints(Points(a), Points(b), Points(c), better, new(0, RoundingMode.Truncate)), value));

    [Fact]
    public void Steps_OfValues_SayHow()
    {
        Assert.Equal(["Power 25.4347 18 11 1.81", "Truncated 0 = 861"], Steps(RuleForms.Sprint, "11"));
        Assert.Equal(["NotBetter 18.5 18 = 0"], Steps(RuleForms.Sprint, "18.5"));
        Assert.Equal(["NotBetter 18 18 = 0"], Steps(RuleForms.Sprint, "18"));
        Assert.Equal(["InBand 20.03 19.95 20.05 = 2"], Steps(RuleForms.Bands, "20.03"));
        Assert.Equal(["OutsideBands 21 = 0"], Steps(RuleForms.Bands, "21"));
        Assert.Equal(["BetweenKnots 75 60 10 90 4 = 7"], Steps(RuleForms.Line, "75"));
        Assert.Equal(["BeyondKnots 60 = 10"], Steps(RuleForms.Line, "30"));
        var gain = EntryCalculator.Explain(CompiledScheme.Compile(Scheme(Module("m", RuleForms.Of(RuleForms.Gain(), "25", Falses)))), [Mark("a", 1, "15"), Mark("falses", 1, "13")]);
        Assert.Equal(
            ["Hits 15 2 = 30", "NotAbove 25 = 25", "Falses 13 2 = -1", "NotBelow 0 = 0"], gain.Worked.Parts[0].Parts[0].Parts[0].Parts[0].Steps.Select(WorkedTests.Text));
    }

    [Fact]
    public void BetterValue_OfAMonotoneRule_NeverLowersThePoints() => Properties.Hold(
        from value in Gen.Choose(0, 20_000) from more in Gen.Choose(0, 500) select (Slow: new Score((value + more) * 10_000L), Fast: new Score(value * 10_000L)), c =>
            Of(RuleForms.Sprint, c.Fast.ToString()) >= Of(RuleForms.Sprint, c.Slow.ToString()) && Of(RuleForms.Line, c.Fast.ToString()) >= Of(RuleForms.Line, c.Slow.ToString()), 1000);

    private static Aspect Falses => Aspect("falses", new DirectPoints(), null, step: "1") with { Role = AspectRole.Info };

    private static string Value(AspectRule rule, string value, string? maximum = null) => ScoreText.Format(Of(rule, value, maximum)!.Value);

    private static Fraction? Of(AspectRule rule, string value, string? maximum = null) => Calculate(RuleForms.Of(rule, maximum), Mark("a", 1, value));

    private static string[] Steps(AspectRule rule, string value) =>
        [.. EntryCalculator.Explain(CompiledScheme.Compile(Scheme(Module("m", RuleForms.Of(rule, null)))), [Mark("a", 1, value)]).Worked.Parts[0].Parts[0].Parts[0].Parts[0].Steps.Select(WorkedTests.Text)];

    private static Fraction? Calculate(MarkingForm form, params CountedMark[] marks) =>
        EntryCalculator.Calculate(CompiledScheme.Compile(Scheme(Module("m", form))), marks).Total;
}
