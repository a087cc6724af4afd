using CompetitionHub.Core.Live;

namespace CompetitionHub.Web.Hosting;

/// <summary>Looks again whenever a board has changed, while a page is open.</summary>
public static class BoardFollowing
{
    private const int Share = 10;

    /// <summary>
    /// Calls <paramref name="look"/> after changes of a board until cancelled, however fast the marks come at most once in <paramref name="pause"/>. What takes
    /// long to look at is looked at less often (a tenth of the time at most), so that no page slows the marking down.
    /// </summary>
    public static async Task RunAsync(LiveFeed feed, string contestId, TimeSpan pause, TimeProvider time, Func<Task> look, CancellationToken cancellationToken)
    {
        try
        {
            for (var known = feed.Version(contestId); ;)
            {
                known = await feed.WaitAsync(contestId, known, cancellationToken);
                var began = time.GetTimestamp();
                await look();
                await Task.Delay(TimeSpan.FromTicks(Math.Max(pause.Ticks, Share * time.GetElapsedTime(began).Ticks)), time, cancellationToken);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }
}
