namespace CompetitionHub.Web.Hosting;

/// <summary>Looks again and again while a page is open.</summary>
public static class Watching
{
    private const int Share = 10;

    /// <summary>
    /// Calls <paramref name="look"/> every so often until cancelled. What takes long to look at is looked at less often (a tenth of the time
    /// at most), so that no page slows the marking down.
    /// </summary>
    public static async Task RunAsync(TimeSpan every, TimeProvider time, Func<Task> look, CancellationToken cancellationToken)
    {
        try
        {
            for (var pause = every; ;)
            {
                await Task.Delay(pause, time, cancellationToken);
                var began = time.GetTimestamp();
                await look();
                pause = TimeSpan.FromTicks(Math.Max(every.Ticks, Share * time.GetElapsedTime(began).Ticks));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }
}
