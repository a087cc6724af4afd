using CompetitionHub.Core.Data;
using CompetitionHub.TestKit.Databases;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>small_fixtures, halfpipe: the README finds all 24 marked runs and all 12 ranks.</summary>
public sealed class HalfpipeTests
{
    [Theory, EachDatabase]
    public async Task Import_Final_RunsAndRanksAreTheOfficialOnes(DatabaseKind kind)
    {
        var compared = await OfficialRun.ImportAsync(kind, Halfpipe.Name, Halfpipe.Convert);
        Assert.Equal(24, compared.Count(c => c.Official.Module is not null && c.TotalAgrees));
        Assert.Equal(12, compared.Count(c => c.Official.Rank is not null && c.RankAgrees));
        Assert.Equal(24 + 12, compared.Count);
    }
}
