using CompetitionHub.Core.JudgeStatistics;

namespace CompetitionHub.Core.Tests.JudgeStatistics;

public sealed class OwnDelegationTests
{
    [Fact]
    public void Of_StrongDelegation_IsNotTakenForBias()
    {
        // The first two entries are the judge's own, and everybody thinks they are better.
        var found = OwnDelegation.Of(Matrices.Of("9 9 9", "9 9 9", "7 7 7", "7 7 7"), 0, entry => entry < 2);
        Matrices.Is(2, found.Difference);
        Matrices.Is(2, found.OtherJudges);
        Matrices.Is(0, found.Excess);
        Assert.Equal(2, found.OwnEntries);
    }

    [Fact]
    public void Of_KindJudge_ShowsByHowMuch()
    {
        var found = OwnDelegation.Of(Matrices.Of("9 8 8", "8 7 7", "6 7 7", "7 8 8", "1 - -"), 0, entry => entry < 2);
        Matrices.Is(2, found.Difference);
        Matrices.Is(0, found.OtherJudges);
        Matrices.Is(2, found.Excess);
    }

    [Fact]
    public void Of_NothingToCompare_SaysWhy()
    {
        var matrix = Matrices.Of("9 9", "7 7");
        Matrices.CannotBeSaid(CannotSay.DelegationUnknown, OwnDelegation.Of(matrix, 0, null).Excess);
        Matrices.CannotBeSaid(CannotSay.NoOwnEntries, OwnDelegation.Of(matrix, 0, _ => false).Excess);
        Matrices.CannotBeSaid(CannotSay.NoOwnEntries, OwnDelegation.Of(matrix, 0, _ => true).Excess);
        Assert.Equal(0, OwnDelegation.Of(matrix, 0, null).OwnEntries);
        Matrices.CannotBeSaid(CannotSay.OneJudge, OwnDelegation.Of(Matrices.Of("9", "7"), 0, entry => entry == 0).Excess);
    }
}
