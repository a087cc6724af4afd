using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Tests.Shared;
using CompetitionHub.TestKit.Builders;
using FsCheck.Fluent;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>Rules by which every judge marks: judgement, levels, consensus.</summary>
public sealed class JudgedRuleTests
{
    private static readonly RoundingPlan TwoDecimals = new() { Aspect = new(2) };

    [Theory] // domain.md §2.6-3, §5.1: M = 2.00
    [InlineData("2,2,3", "1.56")]
    [InlineData("3,3,3", "2")]
    [InlineData("0,1,1", "0.44")]
    [InlineData("1,3,2", null)]
    [InlineData("1,2,JA", "1")]
    [InlineData("1,2,-", null)]
    [InlineData("NA,0,1", "0.22")]
    [InlineData("NA,2,2", null)]
    public void Judgement_Levels_AreTheMeanOverThreeTimesTheMaximum(string marks, string? points) =>
        Assert.Equal(points, Value(RuleForms.Of(RuleForms.Judgement(), "2"), TwoDecimals, marks));

    [Fact]
    public void Judgement_TooFarApart_SaysSoAndStaysOpen()
    {
        var form = RuleForms.Of(RuleForms.Judgement(), "2");
        Assert.Equal(["SpreadTooWide 2 1"], Steps(form, new(), "1,3,2"));
        Assert.Equal(["PanelIncomplete 2 3"], Steps(form, new(), "1,3,-"));
        Assert.Equal("1.33", Value(RuleForms.Of(RuleForms.Judgement(spread: 2), "2"), TwoDecimals, "1,3,2"));
    }

    [Fact]
    public void Judgement_Steps_SayWhatWasMultiplied() =>
        Assert.Equal(["Mean 3 = 2.333333…", "OfLevels 2.333333… 3 2 = 1.555555…", "RoundedHalfUp 2 = 1.56"], Steps(RuleForms.Of(RuleForms.Judgement(), "2"), TwoDecimals, "2,2,3"));

    [Fact]
    public void Judgement_PanelRounding_ComesBeforeTheDivision()
    {
        // 7/3 → 2.3 → 2.3/3·2 = 1.5333…
        var plan = new RoundingPlan { Panel = new(1), Aspect = new(2) };
        Assert.Equal("1.53", Value(RuleForms.Of(RuleForms.Judgement(), "2"), plan, "2,2,3"));
    }

    [Fact]
    public void Judgement_OtherTopAndPanelRule_AreUsed()
    {
        var rule = new Judgement(new Median(), 5, 2, []);
        Assert.Equal("8", Value(RuleForms.Of(rule), new(), "3,4,5"));
        Assert.Equal("10/1", SchemeRules.FullMarkOf(RuleForms.Of(rule)).ToString());
    }

    [Theory] // datasets/figure_skating_2016 rule 3: base value and the mean of what the grades stand for
    [InlineData("1", "1,1,0", "5.93")] // (1.4 + 1.4 + 0)/3 = 0.9333… → 0.93
    [InlineData("1", "-1,-1,-1", "4.3")]
    [InlineData("1", "0,1,JA", "5.7")]
    [InlineData("2", "0,1,1", "1.67")]
    [InlineData("1", "0,1,-", "5.7")]
    [InlineData("1", "1,NA,NA", "5.47")] // 1.4/3
    [InlineData("1", "NA,NA,NA", "0")]
    public void Levels_Grades_StandForPointsOfTheItem(string item, string marks, string points)
    {
        var plan = new RoundingPlan { Panel = new(2) };
        Assert.Equal(points, Value(RuleForms.Of(RuleForms.Levels(), null, Item), plan, marks, Mark("item", 1, item)));
    }

    [Fact]
    public void Levels_WhatHasNoTable_CountsNothingAndSaysWhy()
    {
        var form = RuleForms.Of(RuleForms.Levels(), null, Item);
        Assert.Equal(["OtherMissing item"], Steps(form, new(), "1,1,1"));
        Assert.Equal(["ItemUnknown 3"], Steps(form, new(), "1,1,1", Mark("item", 1, "3")));
        // −1 is a grade of item 1 only.
        Assert.Equal(["NotInTable -1"], Steps(form, new(), "0,-1,1", Mark("item", 1, "2")));
        Assert.Equal(["StandFor 1.4, 0, -0.7", "Mean 3 = 0.233333…", "BaseAdded 5 = 5.233333…"], Steps(form, new(), "1,0,-1", Mark("item", 1, "1")));
    }

    [Fact]
    public void Levels_SeveralTablesWithoutAnItem_CountNothing() // a draft
    {
        var (result, worked) = Calculate(RuleForms.Of(RuleForms.Levels() with { ItemFrom = null }, null), new(), "1,1,1");
        var step = Assert.Single(worked.Parts[0].Parts[0].Parts[0].Parts[0].Steps);
        Assert.Equal((null, "OtherMissing", ""), (result.Total, step.Code, Assert.Single(step.Args)));
    }

    [Fact]
    public void Levels_OneTable_NeedsNoItem()
    {
        var rule = new Levels(new TrimmedMean(1, 1), null, [new(null, Points("0"), [new(Points("1"), Points("60")), new(Points("2"), Points("80")), new(Points("3"), Points("100"))])]);
        Assert.Equal("80", Value(RuleForms.Of(rule, "100"), new(), "1,3,2"));
        Assert.Empty(SchemeRules.Check(Scheme(Module("m", RuleForms.Of(rule, "100")))));
    }

    [Theory] // domain.md §2.6-4
    [InlineData("7,7,7", "7")]
    [InlineData("7,JA,7", "7")]
    [InlineData("NA,0,0", "0")]
    [InlineData("7,7,-", null)]
    [InlineData("7,7,6", null)]
    public void Consensus_Judges_MustRecordTheSame(string marks, string? points) => Assert.Equal(points, Value(RuleForms.Of(new Consensus()), new(), marks));

    [Fact]
    public void Consensus_TooFewJudges_CountsNothing() // domain.md §2.6-4: a group of at least three
    {
        Assert.Null(Value(RuleForms.Of(new Consensus { MinimumJudges = 3 }), new(), "7,JA,7"));
        Assert.Equal(["TooFewJudges 2 3"], Steps(RuleForms.Of(new Consensus { MinimumJudges = 3 }), new(), "7,JA,7"));
        Assert.Equal("7", Value(RuleForms.Of(new Consensus { MinimumJudges = 3 }), new(), "7,7,7"));
    }

    [Fact]
    public void Consensus_Differences_AreNamed()
    {
        Assert.Equal(["NotAgreed"], Steps(RuleForms.Of(new Consensus()), new(), "7,7,6"));
        Assert.Equal(["Agreed 2 = 7"], Steps(RuleForms.Of(new Consensus()), new(), "7,JA,7"));
    }

    [Fact]
    public void Judgement_Any_StaysInBoundsAndNeverFallsForABetterLevel() => Properties.Hold(
        from levels in Gen.Choose(0, 3).ArrayOf(3) from seat in Gen.Choose(0, 2) select (levels, seat), c =>
        {
            var form = RuleForms.Of(RuleForms.Judgement(spread: 3), "2");
            int[] better = [.. c.levels];
            better[c.seat] = Math.Min(3, better[c.seat] + 1);
            var (one, other) = (Exact(form, c.levels), Exact(form, better));
            return one >= Fraction.Zero && other <= Fraction.Of(2) && other >= one;
        });

    private static Aspect Item => Aspect("item", new DirectPoints(), null) with { Role = AspectRole.Info };

    private static Fraction? Exact(MarkingForm form, int[] levels) => Calculate(form, new(), string.Join(',', levels)).Result.Total;

    private static string? Value(MarkingForm form, RoundingPlan plan, string marks, params CountedMark[] others) =>
        Calculate(form, plan, marks, others).Result.Total is { } total ? ScoreText.Format(total) : null;

    private static string[] Steps(MarkingForm form, RoundingPlan plan, string marks, params CountedMark[] others) =>
        [.. Calculate(form, plan, marks, others).Worked.Parts[0].Parts[0].Parts[0].Parts[0].Steps.Select(WorkedTests.Text)];

    private static (EntryResult Result, WorkedNode Worked) Calculate(MarkingForm form, RoundingPlan plan, string marks, params CountedMark[] others) =>
        EntryCalculator.Explain(
            CompiledScheme.Compile(Scheme(Module("m", form)) with { Rounding = plan }), [.. others, .. Marks("a", marks.Split(','))]);
}
