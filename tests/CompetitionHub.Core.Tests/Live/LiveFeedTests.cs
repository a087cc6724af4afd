using CompetitionHub.Core.Live;

namespace CompetitionHub.Core.Tests.Live;

public class LiveFeedTests
{
    private readonly LiveFeed feed = new();

    [Fact]
    public async Task Wait_NewsCameBefore_EndsAtOnce()
    {
        var known = feed.Version("b");
        feed.Publish("b", 7);
        Assert.Equal(known + 1, await feed.WaitAsync("b", known, TestContext.Current.CancellationToken));
        Assert.Equal(7, feed.Revision("b"));
    }

    [Fact]
    public async Task Wait_ManyRevisions_WakesOnceWithTheNewest()
    {
        var waiting = feed.WaitAsync("b", feed.Version("b"), TestContext.Current.CancellationToken);
        for (var revision = 1; revision <= 1_000; revision++)
        {
            feed.Publish("b", revision);
        }

        await waiting;
        Assert.Equal(1_000, feed.Revision("b"));
        Assert.Equal(1_000, feed.Version("b"));
    }

    [Fact]
    public async Task Publish_OldOrRepeatedRevision_WakesNobody()
    {
        feed.Publish("b", 5);
        var waiting = feed.WaitAsync("b", feed.Version("b"), TestContext.Current.CancellationToken);
        feed.Publish("b", 5);
        feed.Publish("b", 4);
        feed.Publish("other", 9);
        Assert.False(waiting.IsCompleted);
        feed.Touch("b");
        await waiting;
    }

    [Fact]
    public async Task Wait_Cancelled_Ends()
    {
        using var cancel = new CancellationTokenSource();
        var waiting = feed.WaitAsync("b", 0, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
