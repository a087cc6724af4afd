using CompetitionHub.Core.Data;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Tests.Judging;
using CompetitionHub.TestKit.Databases;
using Microsoft.Extensions.Logging.Abstractions;

namespace CompetitionHub.Core.Tests.Live;

public class RevisionPollingTests
{
    [Theory, EachDatabase]
    public async Task Poll_AnotherNodeWrote_IsPublishedHere(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        var here = new LiveFeed();
        using var polling = new RevisionPolling(hall.Data.Database, here, hall.Data.Time, NullLogger<RevisionPolling>.Instance);
        here.Version(hall.Hall.ContestId);
        await polling.PollAsync(TestContext.Current.CancellationToken);
        var known = here.Version(hall.Hall.ContestId);
        await polling.PollAsync(TestContext.Current.CancellationToken);
        Assert.Equal(known, here.Version(hall.Hall.ContestId));

        // The hall's services publish to their own feed, as another node would.
        await hall.SavedAsync(hall.Li, [.. hall.FullSheet(), hall.Submit()]);
        await polling.PollAsync(TestContext.Current.CancellationToken);
        Assert.Equal(known + 1, here.Version(hall.Hall.ContestId));
        Assert.Equal(hall.Data.Get<LiveFeed>().Revision(hall.Hall.ContestId), here.Revision(hall.Hall.ContestId));

        await hall.Hall.RunAsync("update competitions set name_zh = '新名', revision = revision + 1");
        await polling.PollAsync(TestContext.Current.CancellationToken);
        await polling.PollAsync(TestContext.Current.CancellationToken);
        Assert.Equal(known + 2, here.Version(hall.Hall.ContestId));
    }
}
