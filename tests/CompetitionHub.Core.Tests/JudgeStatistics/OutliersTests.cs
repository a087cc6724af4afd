using CompetitionHub.Core.JudgeStatistics;

namespace CompetitionHub.Core.Tests.JudgeStatistics;

public sealed class OutliersTests
{
    /// <summary>domain.md §6-5 (Iglewicz &amp; Hoaglin 1993): {85,86,87,88,95} has median 87 and MAD 1; 95 has M = 5.40.</summary>
    [Fact]
    public void Find_WorkedPanel_FlagsTheFifthJudge()
    {
        var flag = Assert.Single(Outliers.Find(Matrices.Of("85 86 87 88 95"), 20));
        Assert.Equal((0, 4, FlagKind.Outlier, 95.0, 87.0, 8.0), (flag.Entry, flag.Judge!.Value, flag.Kind, flag.Mark!.Value, flag.Median, flag.Distance));
        Assert.Equal(5.40, flag.Score!.Value, 2);
    }

    [Theory]
    [InlineData("8 8 8 8 9", "1", 0)]
    [InlineData("8 8 8 8 9.1", "1", 1)]
    [InlineData("6.3 6.3 6.3 8.3", "2", 0)]
    public void Find_MostJudgesEqual_FlagsBeyondTheLimitOnly(string marks, string limit, int flags)
    {
        // MAD is 0 and a score cannot be computed: absolute gap rule, domain.md §6-5.
        var found = Outliers.Find(Matrices.Of(marks), Matrices.Points(limit));
        Assert.Equal(flags, found.Count);
        Assert.All(found, flag => Assert.Equal((FlagKind.Gap, null), (flag.Kind, flag.Score)));
    }

    [Theory]
    [InlineData("7 8.5 9.1", "2", true)]
    [InlineData("7 8.5 9", "2", false)]
    [InlineData("7 9.5", "2", true)]
    [InlineData("7 7.5 8 8.5 9 9.1", "2", false)]
    public void Find_SmallPanelFarApart_FlagsTheEntry(string marks, string limit, bool flagged)
    {
        var found = Outliers.Find(Matrices.Of(marks), Matrices.Points(limit));
        Assert.Equal(flagged, found.Count == 1);
        Assert.All(found, flag => Assert.Equal((FlagKind.Spread, (int?)null), (flag.Kind, flag.Judge)));
    }

    [Fact]
    public void Find_WithoutALimit_StillKnowsTheRobustScore() =>
        Assert.Equal([FlagKind.Outlier], Outliers.Find(Matrices.Of("85 86 87 88 95", "8 8 8 8 99", "1 9 - - -"), null).Select(flag => flag.Kind));

    [Fact]
    public void Find_OneMarkOrNone_FlagsNothing() => Assert.Empty(Outliers.Find(Matrices.Of("8 - -", "- - -"), 0));
}
