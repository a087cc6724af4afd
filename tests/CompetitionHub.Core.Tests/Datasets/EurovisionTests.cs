using CompetitionHub.Core.Data;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>eurovision: 63 finals and 25 semi-finals. The README finds all totals and subtotals, and 1,768 of 1,769 places by the three rules for equals.</summary>
public sealed class EurovisionTests
{
    [Fact]
    public async Task Import_Contests_TotalsAndPlacesAreTheOfficialOnes()
    {
        var compared = await OfficialRun.ImportAsync(
            DatabaseKind.Sqlite, Eurovision.Name, (source, target) => Eurovision.Convert(source, target, decided: true));
        Assert.Equal(1282, compared.Count(c => c.Official.Rank is not null && c.Official.Contest[5..] == "final" && c.TotalAgrees));
        Assert.Equal(1282 + 487, compared.Count(c => c.Official.Rank is not null && c.TotalAgrees && c.RankAgrees));
        Assert.Equal(374, compared.Count(c => c.Official.Module is not null && c.TotalAgrees));
        Assert.Equal(1282 + 487 + 374, compared.Count);
    }

    [Fact]
    public void Calculate_WithoutTheDecisionOf1991_OnlyItsSecondPlaceDiffers()
    {
        var compared = OfficialRun.Calculate(Eurovision.Name, (source, target) => Eurovision.Convert(source, target, decided: false));
        Assert.Equal(["91F-FR FR"], OfficialRun.Names(compared, c => c.Official.Rank is not null && !c.RankAgrees));
        Assert.Equal(1768, compared.Count(c => c.Official.Rank is not null && c.RankAgrees));
    }
}
