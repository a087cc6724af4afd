using CompetitionHub.Core.JudgeStatistics;

namespace CompetitionHub.Core.Tests.JudgeStatistics;

public sealed class MomentsTests
{
    [Theory]
    [InlineData("4", "4")]
    [InlineData("4 6", "5")]
    [InlineData("9 4 1", "4")]
    [InlineData("1 9 4 6", "5")]
    [InlineData("9 1 6 2 7", "6")]
    [InlineData("1 2 9 8 4 6", "5")]
    public void Median_OfAFew_IsTheMiddle(string values, string median) => Assert.Equal(Numbers(median)[0], Moments.Median(Numbers(values)));

    [Theory] // equal values share the mean of their ranks; ties are Σ(t³ − t)
    [InlineData("3 1 3 2", "3.5 1 3.5 2", "6")]
    [InlineData("5 5 5", "2 2 2", "24")]
    [InlineData("5 6 7", "1 2 3", "0")]
    [InlineData("9 2 2 9 4", "4.5 1.5 1.5 4.5 3", "12")]
    public void MeanRanks_OfEquals_AreShared(string values, string ranks, string ties)
    {
        Assert.Equal(Numbers(ranks), Moments.MeanRanks(Numbers(values), out var counted));
        Assert.Equal(Numbers(ties)[0], counted);
    }

    [Fact]
    public void Squares_And_Deviation_AreOfTheSample()
    {
        Assert.Equal(6, Moments.Mean([3, 5, 10]));
        Assert.Equal(26, Moments.Squares([3, 5, 10]));
        Assert.Equal(Math.Sqrt(13), Moments.Deviation([3, 5, 10]), 12);
    }

    [Fact]
    public void Correlation_NeedsThreePairsThatDiffer()
    {
        Matrices.Is(3 / Math.Sqrt(2 * (14.0 / 3)), Moments.Correlation([1, 2, 3], [1, 2, 4]));
        Matrices.CannotBeSaid(CannotSay.TooFewEntries, Moments.Correlation([1, 2], [1, 2]));
        Matrices.CannotBeSaid(CannotSay.NoSpread, Moments.Correlation([1, 2, 3], [5, 5, 5]));
    }

    [Fact]
    public void Figure_ThatIsNoNumber_IsNone()
    {
        Matrices.CannotBeSaid(CannotSay.NoSpread, Statistic.Of(double.NaN));
        Matrices.CannotBeSaid(CannotSay.NoSpread, Statistic.Ratio(1, 0));
        Matrices.Is(0.5, Statistic.Ratio(1, 2));
    }

    [Theory] // who marked at least half as many as the busiest, and the entries that all of those marked
    [InlineData(2, 3, "9 8 7", "8 7 6", "7 6 -", "6 - -", "5 - -")]
    [InlineData(2, 2, "9 8 7", "8 7 -", "7 - -", "6 - -")]
    [InlineData(1, 3, "9 -", "8 -", "7 8")]
    [InlineData(2, 1, "9 7", "- -")]
    [InlineData(0, 1, "- -")]
    [InlineData(0, 0)]
    public void Complete_LeavesOutWhoLagsBehind(int judges, int entries, params string[] marks)
    {
        var complete = Matrices.Of(marks).Complete();
        Assert.Equal((judges, entries), (complete.Judges, complete.Entries));
    }

    [Fact]
    public void Identical_IsTheShareOfWhatTwoOrMoreMarked()
    {
        Matrices.Is(0.5, Agreement.Of(Matrices.Of("8 8", "7 -", "6 5")).Identical);
        Matrices.CannotBeSaid(CannotSay.NoMarks, Agreement.Of(Matrices.Of()).Identical);
        Matrices.CannotBeSaid(CannotSay.OneJudge, Agreement.Of(Matrices.Of("8", "7")).Identical);
        Matrices.CannotBeSaid(CannotSay.NothingInCommon, Agreement.Of(Matrices.Of("8 -", "- 7")).Identical);
    }

    [Fact]
    public void Agreement_WhereNothingIsInCommon_IsOneWay()
    {
        var rooms = Agreement.Of(Matrices.Of("8 8.5 - -", "6 6.5 - -", "- - 9 9", "- - 5 5.5"));
        Assert.True(rooms.IsOneWay);
        Assert.Equal((rooms.Correlation.OneWayMean, rooms.Correlation.OneWaySingle), (rooms.Mean, rooms.OneJudge));
        Assert.Equal((4, 4), (rooms.Judges, rooms.Entries));
        var together = Agreement.Of(Matrices.Of("8 8.5", "6 6.5", "9 8", "7 -"));
        Assert.False(together.IsOneWay);
        Assert.Equal((together.Correlation.TwoWayMean, together.Correlation.TwoWaySingle), (together.Mean, together.OneJudge));
        Assert.Equal((2, 4, 2, 3), (together.Judges, together.Entries, together.JudgesCompared, together.EntriesCompared));
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(Matrices.Points)];
}
