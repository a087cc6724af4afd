using CompetitionHub.Core.JudgeStatistics;

namespace CompetitionHub.Core.Tests.JudgeStatistics;

public sealed class SeverityTests
{
    /// <summary>domain.md §6-4: b_j = mean over the entries of (x_ij − mean of the other judges).</summary>
    [Fact]
    public void Of_CompletePanels_IsTheLeaveOneOutBias()
    {
        var random = new Random(3);
        for (var run = 0; run < 200; run++)
        {
            var matrix = Matrices.Random(random, random.Next(1, 20), random.Next(2, 9));
            var (found, groups) = Severity.Of(matrix);
            Assert.Equal(1, groups);
            for (var judge = 0; judge < matrix.Judges; judge++)
            {
                var bias = Enumerable.Range(0, matrix.Entries).Average(entry =>
                    matrix[entry, judge]!.Value - matrix.Entry(entry).Where((_, other) => other != judge).Average()!.Value);
                Matrices.Is(bias, found[judge], 8);
            }
        }
    }

    /// <summary>domain.md §6-4, incomplete designs: least squares of x = μ + a + b finds a, b exactly where marks are made of them.</summary>
    [Fact]
    public void Of_IncompletePanel_IsNotMisledByWhoMarkedWhom()
    {
        // Entries 9, 8, 5, 4; judges 0, +1, −1. The second marked only good ones, the third only weak ones.
        var found = Severity.Of(Matrices.Of("9 10 -", "8 9 -", "5 - 4", "4 - 3")).Judges;

        Matrices.Is(0, found[0]);
        Matrices.Is(1.5, found[1]);
        Matrices.Is(-1.5, found[2]);
    }

    [Fact]
    public void Of_TwoRooms_ComparesWithinEachOnly()
    {
        var (found, groups) = Severity.Of(Matrices.Of("9 8 - -", "7 6 - -", "- - 3 5", "- - 2 4"));

        Assert.Equal(2, groups);
        Matrices.Is(1, found[0]);
        Matrices.Is(-1, found[1]);
        Matrices.Is(-2, found[2]);
        Matrices.Is(2, found[3]);
    }

    [Fact]
    public void Of_RoomsJoinedByOneEntry_AreOneGroup() =>
        Assert.Equal(1, Severity.Of(Matrices.Of("9 8 - -", "- - 3 5", "7 - 6 -")).Groups);

    [Fact]
    public void Of_RoomsJoinedByTheirSecondJudge_AreOneGroup()
    {
        var (found, groups) = Severity.Of(Matrices.Of("9 8 -", "- 7 6"));
        Assert.Equal(1, groups);
        Matrices.Is(1.5, found[0]);
        Matrices.Is(0, found[1]);
        Matrices.Is(-1.5, found[2]);
    }

    [Fact]
    public void Of_JudgesWhoSitAlone_DoNotSpoilTheOthers()
    {
        var (found, groups) = Severity.Of(Matrices.Of("5 - - - -", "- 6 - - -", "- - 9 8 -", "- - 7 4 -", "- - - - 3"));
        Assert.Equal(1, groups);
        Matrices.Is(2, found[2]);
        Matrices.Is(-2, found[3]);
        Assert.All([found[0], found[1], found[4]], alone => Matrices.CannotBeSaid(CannotSay.NothingInCommon, alone));
    }

    [Fact]
    public void Of_JudgeWithoutAnyEntryInCommon_SaysWhy()
    {
        Matrices.CannotBeSaid(CannotSay.NothingInCommon, Severity.Of(Matrices.Of("9 8 -", "7 7 -", "- - 5")).Judges[2]);
        Matrices.CannotBeSaid(CannotSay.NothingInCommon, Severity.Of(Matrices.Of("8 -", "- 7")).Judges[1]);
        Matrices.CannotBeSaid(CannotSay.OneJudge, Severity.Of(Matrices.Of("9", "8")).Judges[0]);
        Assert.Empty(Severity.Of(Matrices.Of()).Judges);
    }
}
