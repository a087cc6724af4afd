using CompetitionHub.Core.Data;
using CompetitionHub.TestKit.Databases;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>
/// small_fixtures, decathlon: the README finds 27 of 28 totals at the Olympic Games, 7 of 13 at the Décastar, and all 41 ranks. The marks of the others
/// were rounded or mistyped upstream.
/// </summary>
public sealed class DecathlonTests
{
    [Theory, EachDatabase]
    public async Task Import_TwoMeets_PointsAndRanksAreTheOfficialOnes(DatabaseKind kind)
    {
        var compared = await OfficialRun.ImportAsync(kind, Decathlon.Name, Decathlon.Convert);
        Assert.Equal(28 + 13, compared.Count);
        Assert.DoesNotContain(compared, c => !c.RankAgrees);
        Assert.Equal(
            ["D01 SEBRLE", "D04 BERNARD", "D06 WARNERS", "D09 MARTINEAU", "D10 HERNU", "D11 BARRAS", "O02 Clay"],
            OfficialRun.Names(compared, c => !c.TotalAgrees));
    }
}
