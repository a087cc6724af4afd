using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>icpc_online_2023: no official list, but the README's own board of 2,554 teams, in which equals stand one after the other.</summary>
public sealed class ProgrammingContestTests
{
    [Fact]
    public void Calculate_Teams_SolvedPenaltyAndPlacesAreThoseOfTheBoard()
    {
        var compared = OfficialRun.Calculate(ProgrammingContest.Name, ProgrammingContest.Convert);
        Assert.Equal(2554, compared.Count(c => c.Official.Rank is not null && c.TotalAgrees && c.RankIsInBlock));
        // Who solved nothing has no penalty, where the board of the README writes 0.
        Assert.Equal(2554, compared.Count(c => c.Official.Module == "penalty" && (c.TotalAgrees || (c.Total is null && c.Official.Total == "0"))));
    }
}
