using CompetitionHub.Core.Data;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>gymnastics_2022: 4,767 routines. The README finds 4,766 scores, 3,456 of 3,460 ranks (3,460 up to ties), 78 of 78 vault finals.</summary>
public sealed class GymnasticsTests
{
    [Fact]
    public async Task Import_Routines_ScoresAndRanksAreTheOfficialOnes()
    {
        var compared = await OfficialRun.ImportAsync(DatabaseKind.Sqlite, Gymnastics.Name, Gymnastics.Convert);
        Assert.Equal(4767, compared.Count);
        // Published 12.3 for 5.2 + 7.6 = 12.8.
        Assert.Equal(["C009-023 Xheni DYRMISHI"], OfficialRun.Names(compared, c => !c.TotalAgrees));

        var ranks = compared.Where(c => c.Official is { Rank: not null, Module: not ("VT1" or "VT2") }).ToList();
        Assert.Equal(3460, ranks.Count);
        // Three ties that a qualification left shared or settled otherwise, and one behind the wrong score.
        Assert.Equal(
            ["C010-003 Ibrahim COLAK", "C020-039 Mohamed AFIFY", "C020-045 Felix DOLCI", "C020-046 Mykyta MELNYKOV"],
            OfficialRun.Names(ranks, c => !c.RankAgrees));

        var finals = compared.Where(c => c.Official.Module == "VT2" && c.Official.Contest.StartsWith("final", StringComparison.Ordinal)).ToList();
        Assert.Equal(78, finals.Count);
        Assert.DoesNotContain(finals, c => !c.RankIsInBlock);
        // Equal in both vaults; what decided is not in the source.
        Assert.Equal(["C015-002 Csenge Maria BACSKAY"], OfficialRun.Names(finals, c => !c.RankAgrees));
    }
}
