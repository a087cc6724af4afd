using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Standings;
using CompetitionHub.Web.Features.Public;

namespace CompetitionHub.Web.Tests.Public;

public class HomeModelTests
{
    private static readonly CompetitionDigest[] All =
    [
        Competition("spring", "春季赛", CompetitionState.Running, CompetitionLevel.City, 1, "焊工"),
        Competition("autumn", "秋季赛", CompetitionState.Published, CompetitionLevel.Province, 9, "电工"),
        Competition("summer", "夏季赛", CompetitionState.Published, CompetitionLevel.City, 6, "钳工"),
        Competition("old", "旧赛", CompetitionState.Closed, CompetitionLevel.City, 2, "焊工"),
        Competition("older", "更旧", CompetitionState.Closed, CompetitionLevel.City, 1, "焊工"),
    ];

    [Fact]
    public void Of_NoSearch_SortsByWhatIsOnSoonAndOver()
    {
        var home = HomeModel.Of(All, null, null);
        Assert.Equal(["spring"], Slugs(home.Now));
        Assert.Equal(["summer", "autumn"], Slugs(home.Soon));
        Assert.Equal(["old", "older"], Slugs(home.Results));
        Assert.False(home.IsFiltered);
    }

    [Theory]
    [InlineData("焊工", null, 3)]
    [InlineData("焊工 旧", null, 2)]
    [InlineData("", "province", 1)]
    [InlineData("焊工", "province", 0)]
    [InlineData("SPRING", null, 1)]
    [InlineData("", "no-such-level", 5)]
    public void Of_Search_FindsNamesPlacesTradesAndLevels(string search, string? level, int found)
    {
        var home = HomeModel.Of(All, search, level);
        Assert.Equal(found, home.Now.Count + home.Soon.Count + home.Results.Count);
    }

    [Fact]
    public void Of_EndlessSearch_IsCut() => Assert.Equal(HomeModel.LongestSearch, HomeModel.Of(All, new string('x', 10_000), null).Search.Length);

    private static IEnumerable<string> Slugs(IEnumerable<CompetitionDigest> digests) => digests.Select(digest => digest.Competition.Slug);

    private static CompetitionDigest Competition(string slug, string name, CompetitionState state, CompetitionLevel level, int month, string trade)
    {
        var day = new DateOnly(2026, month, 1);
        var details = new CompetitionDetails(slug, new(name, slug), level, CompetitionClass.None, new("", ""), new("", ""), day, day.AddDays(2), "Asia/Shanghai");
        var contest = new Contest("c", slug, new("x", new(trade, ""), trade, new("", ""), ContestFormat.Individual, CountingRule.Submitted), 1, 1);
        return new(new(slug, details, state, 1, DateTimeOffset.UnixEpoch), [new(contest, new("c", BoardVisibility.Full, null, 1, null, null), [], 0, 0, 0)]);
    }
}
