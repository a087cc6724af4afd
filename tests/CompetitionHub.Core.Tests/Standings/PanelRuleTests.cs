using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Tests.Shared;
using CompetitionHub.TestKit.Builders;
using FsCheck.Fluent;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>How the marks of several judges become one value.</summary>
public sealed class PanelRuleTests
{
    private static readonly PanelRule Closest3 = new ClosestMean(3);

    [Theory]
    [InlineData("92,88,85,90,95", "90")]
    [InlineData("92,88,85,90", "89")]
    [InlineData("92,88,JA,90,JA", "90")]
    [InlineData("7", "7")]
    public void Median_Marks_IsTheMiddle(string marks, string points) => Assert.Equal(points, Value(new Median(), marks));

    [Theory]
    // 85 | 88 90 92 | 95: spreads 5, 4, 5.
    [InlineData("92,88,85,90,95", "90")]
    // Two windows as narrow, 1–3 and 7–9: the mean of all is 5, the median 5: both as near, so the lower.
    [InlineData("1,2,3,7,8,9", "2")]
    // Windows 1–3 and 7–9 again, but the median is 7: the upper one.
    [InlineData("1,2,3,7,8,9,20", "8")]
    [InlineData("4,4,4,9,JA", "4")]
    public void ClosestMean_Marks_TakesTheNarrowestWindow(string marks, string points) => Assert.Equal(points, Value(Closest3, marks));

    [Fact]
    public void WeightedMean_WithoutWeights_GivesNothing() // a draft
    {
        Assert.Null(Total(new WeightedMean([default, default, default]), "8,9,10"));
        Assert.Equal("8/1", Total(new WeightedMean([new(1)]), "8,9,10")?.ToString());
    }

    [Fact] // a draft may ask for no judge at all
    public void NoMarks_AreNoPoints_WhateverTheMinimum() => Assert.All(RuleForms.AllPanels, panel => Assert.Null(Calculate(OneForm(3, Panel("a", rule: panel, minimumJudges: 0)), "JA,JA,-")));

    [Fact]
    public void ClosestMean_OfNone_IsOfOne() => Assert.Equal("5", Value(new ClosestMean(0), "5,7")); // a draft

    [Fact]
    public void ClosestMean_FewerMarks_GivesNothing() => Assert.Null(Total(Closest3, "1,2,JA,-"));

    [Theory]
    [InlineData("8,9,10", "62/7")] // (8·1 + 9·2 + 10·0.5) ÷ 3.5
    [InlineData("8,JA,10", "26/3")] // (8 + 5) ÷ 1.5
    [InlineData("JA,JA,10", "10/1")]
    public void WeightedMean_AbsentJudge_LeavesTheDenominator(string marks, string exact) =>
        Assert.Equal(exact, Total(new WeightedMean([Points("1"), Points("2"), Points("0.5")]), marks)?.ToString());

    [Theory] // what no rank can be gives nothing: the check of a scheme refuses such marks, a draft may have them
    [InlineData("1.5", null)]
    [InlineData("-1", null)]
    [InlineData("1001", null)]
    [InlineData("1000", "12/1")]
    [InlineData("0", "0/1")]
    public void Exponential_WhatIsNoRank_GivesNothing(string mark, string? points) => Assert.Equal(
        points, Calculate(OneForm(1, Aspect("a", new PanelScore(new Exponential(Points("12"), Points("1"))), "2000", "-5")), mark)?.ToString());

    [Fact]
    public void WeightedMean_FewerWeightsThanJudges_LeavesTheOthersOut() // a draft that is being written
    {
        var scheme = CompiledScheme.Compile(OneForm(3, Panel("a", rule: new WeightedMean([Points("1"), Points("3")]))));
        var (result, worked) = EntryCalculator.Explain(scheme, [.. Marks("a", "4", "8", "9")]);
        Assert.Equal("7/1", result.Total.ToString());
        Assert.Equal("WeightedMean 3 1 : 3 : 0 = 7", WorkedTests.Text(worked.Parts[0].Parts[0].Parts[0].Parts[0].Steps[0]));
    }

    [Fact]
    public void Sum_Marks_AreAdded()
    {
        Assert.Equal("24.5", Value(new PanelSum(), "8,8.5,8"));
        var form = Form("f", 3, Panel("a", "10", new PanelSum()));
        Assert.Equal("30/1", SchemeRules.FullMarkOf(form).ToString());
    }

    [Theory] // 2·8 = 4²; 1·2·4 = 2³; the cube root of 12 is 2.2894…
    [InlineData("2,8", 2, "4")]
    [InlineData("1,2,4", 2, "2")]
    [InlineData("2,2,3", 3, "2.289")]
    [InlineData("0,9,9", 3, "0")]
    public void GeometricMean_Marks_IsTheRootOfTheProduct(string marks, int decimals, string points) =>
        Assert.Equal(points, Value(new GeometricMean(new(decimals)), marks));

    [Fact]
    public void Exponential_Ranks_AreWorthLessAndLess() // datasets/eurovision rule 4
    {
        var rule = new Exponential(Points("12"), Points("0.8269"));
        var scheme = OneForm(5, Aspect("a", new PanelScore(rule), "26", minimum: "1", step: "1"));
        Assert.Equal("60", ScoreText.Format(Calculate(scheme, "1,1,1,1,1")!.Value));
        // 12 + 12·0.8269 + 12·0.8269² = 12 + 9.9228 + 8.20516332
        Assert.Equal("30.127963…", ScoreText.Format(Calculate(scheme, "1,2,3,JA,JA")!.Value));
        Assert.Equal("12", ScoreText.Format(Calculate(scheme, "1,NA,JA,JA,JA")!.Value));
    }

    [Theory]
    [InlineData("median", "1,5,9,7", "DroppedLow Counted DroppedHigh Counted")]
    [InlineData("median", "5,5,5,JA", "DroppedLow Counted DroppedHigh LeftOut")]
    [InlineData("median", "5,5,5,5", "DroppedLow Counted Counted DroppedHigh")]
    [InlineData("closest_mean", "5,5,5,5", "Counted Counted Counted DroppedHigh")]
    [InlineData("closest_mean", "1,5,9,6", "DroppedLow Counted Counted Counted")]
    [InlineData("sum", "1,5,9,JA", "Counted Counted Counted LeftOut")]
    public void Explain_Marks_SaysWhichWereUsed(string kind, string marks, string uses)
    {
        var rule = kind == "median" ? new Median() : kind == "sum" ? new PanelSum() : Closest3;
        var (_, worked) = EntryCalculator.Explain(CompiledScheme.Compile(OneForm(4, Panel("a", rule: rule))), [.. Marks("a", marks.Split(','))]);
        var aspect = worked.Parts[0].Parts[0].Parts[0].Parts[0];
        Assert.Equal(uses, string.Join(' ', aspect.Marks.Select(mark => mark.Use)));
    }

    [Fact]
    public void AllPanels_CoverEveryWord() =>
        Assert.Equal(PanelRuleWords.All.Order(), RuleForms.AllPanels.Select(rule => rule.Word).Order());

    // Whole marks from 1 to 10 suit every rule.
    private static readonly FsCheck.Gen<(PanelRule Rule, int[] Marks, int Seed)> Cases =
        from rule in Gen.Elements(RuleForms.AllPanels.ToArray()) from marks in Gen.Choose(1, 10).ArrayOf(3) from seed in Gen.Choose(0, int.MaxValue)
        select (rule, marks, seed);

    [Fact]
    public void OrderOfJudges_Any_GivesTheSameValueUnlessTheyAreWeighted() => Properties.Hold(Cases, c =>
        c.Rule is WeightedMean || Of(c.Rule, c.Marks) == Of(c.Rule, Properties.Shuffled(c.Marks, c.Seed)));

    [Fact]
    public void Value_OfMeans_LiesBetweenTheMarks() => Properties.Hold(Cases, c =>
        c.Rule is PanelSum or Exponential || (Of(c.Rule, c.Marks) >= Fraction.Of(c.Marks.Min()) && Of(c.Rule, c.Marks) <= Fraction.Of(c.Marks.Max())));

    [Fact]
    public void Value_EqualMarks_IsThatMark() => Properties.Hold(Cases, c =>
        c.Rule is PanelSum or Exponential || Of(c.Rule, [c.Marks[0], c.Marks[0], c.Marks[0]]) == Fraction.Of(c.Marks[0]));

    [Fact]
    public void BetterMark_OfAMonotoneRule_NeverWorsens() => Properties.Hold(Cases, c =>
    {
        int[] better = [.. c.Marks];
        better[c.Seed % 3]++;
        var change = Of(c.Rule, better).CompareTo(Of(c.Rule, c.Marks));
        // Ranks count the other way round; the closest marks may be others.
        return c.Rule is ClosestMean || (c.Rule is Exponential ? change < 0 : change >= 0);
    });

    private static Fraction Of(PanelRule rule, int[] marks) =>
        Calculate(OneForm(3, Aspect("a", new PanelScore(rule), "99", "1", "1")), string.Join(',', marks))!.Value;

    private static string Value(PanelRule rule, string marks) => ScoreText.Format(Total(rule, marks)!.Value);

    private static Fraction? Total(PanelRule rule, string marks) =>
        Calculate(OneForm(marks.Split(',').Length, Panel("a", "100", rule)), marks);

    private static Fraction? Calculate(MarkingScheme scheme, string marks) =>
        EntryCalculator.Calculate(CompiledScheme.Compile(scheme), [.. Marks("a", marks.Split(','))]).Total;
}
