using CompetitionHub.Core.Data;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>eurovision: 254 national juries. The README finds all consistent where equal songs may stand in any order, and 187 exact in the order of the source.</summary>
public sealed class EurovisionJuriesTests
{
    [Fact]
    public async Task Import_Juries_PlacesThatEarnPointsAreTheOfficialOnes()
    {
        var compared = await OfficialRun.ImportAsync(DatabaseKind.Sqlite, Eurovision.Name, EurovisionJuries.Convert);
        var juries = compared.GroupBy(c => (c.Official.Competition, c.Official.Contest)).ToList();
        Assert.Equal(254, juries.Count);
        Assert.Equal(254, juries.Count(jury => jury.All(c => c.Official.Rank is null ? MayBeWithoutPoints(c) : c.RankIsInBlock)));
        // A jury itself decides between equals, by nothing that is in the source.
        Assert.Equal(187, juries.Count(jury => jury.All(c => c.Official.Rank == (c.Position <= Points ? c.Position : null))));
    }

    private static int Points => EurovisionJuries.Points.Count;

    private static bool MayBeWithoutPoints(Compared song) => song.Computed.Rank + song.Block - 1 > Points;
}
