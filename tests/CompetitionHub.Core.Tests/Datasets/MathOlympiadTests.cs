using CompetitionHub.Core.Data;
using CompetitionHub.TestKit.Databases;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>imo_2015_2019: the README finds all 3,009 totals and ranks, and all awards (see OfficialAwardsTests).</summary>
public sealed class MathOlympiadTests
{
    [Theory, EachDatabase]
    public async Task Import_FiveYears_TotalsAndRanksAreTheOfficialOnes(DatabaseKind kind)
    {
        var compared = await OfficialRun.ImportAsync(kind, MathOlympiad.Name, MathOlympiad.Convert);
        Assert.Equal(3009, compared.Count);
        Assert.Equal(3009, compared.Count(c => c.TotalAgrees && c.RankAgrees));
    }
}
