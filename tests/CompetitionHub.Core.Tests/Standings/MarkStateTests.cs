using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>Not yet marked, zero, not attempted and an absent judge are different things.</summary>
public sealed class MarkStateTests
{
    private static readonly MarkingScheme ThreeJudges = OneForm(3, Panel("a"), Aspect("m", new DirectPoints()));

    [Fact]
    public void NoMarks_Total_IsNullAndNotZero()
    {
        var result = Calculate(ThreeJudges);
        Assert.Null(result.Total);
        Assert.Equal([null], result.Keys);
        Assert.Equal((0, 4), (result.Marked, result.Expected));
        Assert.False(result.IsComplete);
    }

    [Fact]
    public void Zero_Mark_CountsAsZero()
    {
        var result = Calculate(ThreeJudges, [.. Marks("a", "0", "0", "0")]);
        Assert.Equal("0/1", result.Total.ToString());
        Assert.Equal(3, result.Marked);
    }

    [Fact]
    public void NotAttempted_Mark_CountsZeroAndAsMarked()
    {
        var result = Calculate(ThreeJudges, [.. Marks("a", "6", "6", "NA"), Mark("m", 1, MarkState.NotAttempted)]);
        Assert.Equal("4/1", result.Total.ToString());
        Assert.True(result.IsComplete);
    }

    [Fact]
    public void NotAttempted_WhereLessIsBetter_IsNoResultAndNeverTheBest()
    {
        // A zero would be the best time of all.
        var scheme = OneForm(1, Aspect("run", new DirectPoints(), null)) with { RankOrder = TieBreakOrder.LowerFirst };
        Assert.True(Calculate(scheme, Mark("run", 1, MarkState.NotAttempted)).Scores.Total.IsNoResult);
        Assert.Equal("0/1", Calculate(scheme, Mark("run", 1, "0")).Total.ToString());
        var fastest = scheme with { Stages = [Stage("s", Module("m", Form("f", 1, Aspect("run", new DirectPoints(), null), Aspect("again", new DirectPoints(), null)) with { Combine = Combination.Lowest }))] };
        Assert.Equal("62/1", Calculate(fastest, Mark("run", 1, "62"), Mark("again", 1, MarkState.NotAttempted)).Total.ToString());
    }

    [Fact]
    public void NotAttempted_OfAPanelWhereLessIsBetter_HasToBeSettledOrIsNoResult()
    {
        var scheme = OneForm(3, Panel("a")) with { RankOrder = TieBreakOrder.LowerFirst };
        Assert.True(Calculate(scheme, [.. Marks("a", "NA", "NA", "NA")]).Scores.Total.IsNoResult);
        Assert.Null(Calculate(scheme, [.. Marks("a", "6", "NA", "8")]).Total);
    }

    [Fact]
    public void NotAttempted_PenaltyWhereLessIsBetter_TakesNothingAway()
    {
        var scheme = OneForm(1, Aspect("run", new DirectPoints(), null), Aspect("credit", new DirectPoints()) with { Role = AspectRole.Penalty }) with { RankOrder = TieBreakOrder.LowerFirst };
        Assert.Equal("62/1", Calculate(scheme, Mark("run", 1, "62"), Mark("credit", 1, MarkState.NotAttempted)).Total.ToString());
    }

    [Fact]
    public void NotAttempted_OnlyCompared_IsBehindEveryValue()
    {
        var scheme = CompiledScheme.Compile(OneForm(1, Aspect("work", new DirectPoints()), Aspect("time", new DirectPoints(), null) with { Role = AspectRole.Info })
            with { TieBreaks = [new AspectTieBreak("time") { Order = TieBreakOrder.LowerFirst }] });
        var lines = new[] { ("A", MarkState.NotAttempted), ("B", MarkState.Value) }.Select(entry => new BoardLine { Code = entry.Item1 }.With(EntryCalculator.Calculate(
            scheme, [Mark("work", 1, "5"), entry.Item2 == MarkState.Value ? Mark("time", 1, "90") : Mark("time", 1, MarkState.NotAttempted)]), scheme));
        Assert.Equal(["B1", "A2"], BoardOrder.Of(lines, scheme).Select(row => row.Line.Code + row.Rank));
    }

    [Fact]
    public void JudgeAbsent_Mark_IsLeftOutOfThePanelAndNothingMoreIsExpected()
    {
        var result = Calculate(ThreeJudges, [.. Marks("a", "6", "8", "JA"), Mark("m", 1, "1")]);
        Assert.Equal("8/1", result.Total.ToString());
        Assert.True(result.IsComplete);
    }

    [Fact]
    public void EveryJudgeAbsent_Panel_HasNoPoints()
    {
        var result = Calculate(ThreeJudges, [.. Marks("a", "JA", "JA", "JA")]);
        Assert.Null(result.Total);
        Assert.Equal(3, result.Marked);
    }

    [Fact]
    public void Cleared_Mark_IsAsIfNeverGiven()
    {
        var result = Calculate(ThreeJudges, [.. Marks("a", "6", "-", "8")]);
        Assert.Equal("7/1", result.Total.ToString());
        Assert.Equal(2, result.Marked);
    }

    [Theory]
    [InlineData("6,8,-", null)]
    [InlineData("6,8,JA", null)]
    [InlineData("6,8,NA", "14/3")]
    public void MinimumJudges_TooFewMarks_GivesNoPoints(string marks, string? total)
    {
        var scheme = OneForm(3, Panel("a", minimumJudges: 3));
        Assert.Equal(total, Calculate(scheme, [.. Marks("a", marks.Split(','))]).Total?.ToString());
    }

    [Fact]
    public void TrimmedMean_FewerMarksThanLeaveOne_GivesNoPoints()
    {
        var scheme = OneForm(5, Panel("a", rule: new TrimmedMean(1, 1)));
        Assert.Null(Calculate(scheme, [.. Marks("a", "6", "8")]).Total);
        Assert.Equal("7/1", Calculate(scheme, [.. Marks("a", "6", "8", "7")]).Total.ToString());
    }

    [Fact]
    public void JudgeAbsent_OnAMeasurement_LeavesItUnmarked() =>
        Assert.Null(Calculate(ThreeJudges, Mark("m", 1, MarkState.JudgeAbsent)).Total);

    [Fact]
    public void Unusable_Marks_AreCountedApartAndNeverAsZero()
    {
        var result = Calculate(ThreeJudges, Mark("a", 1, "6"), Mark("a", 4, "0"), Mark("a", 0, "0"), Mark("gone", 1, "0"), Mark("m", 2, "0"), Mark("a", 1, "0"));
        Assert.Equal("6/1", result.Total.ToString());
        Assert.Equal((1, 5), (result.Marked, result.Unusable));
    }

    private static EntryResult Calculate(MarkingScheme scheme, params CountedMark[] marks) =>
        EntryCalculator.Calculate(CompiledScheme.Compile(scheme), marks);
}
