using CompetitionHub.Core.Live;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Web.Features.Live;

/// <summary>
/// One board in memory: its present state, and a signal for those who wait for the next. Rebuilt at most four times a second, while
/// somebody watches at once, otherwise when somebody asks.
/// </summary>
public sealed class LiveBoard : IDisposable
{
    public static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);

    private readonly StandingsQueries standings;
    private readonly LiveFeed feed;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly SemaphoreSlim building = new(1, 1);
    private readonly string boardId;
    private volatile BoardState state;
    private volatile TaskCompletionSource pulse = NewSignal();
    private volatile TaskCompletionSource arrival = NewSignal();
    private volatile bool gone;
    private long seenVersion;
    private long builtAt;
    private int viewers;

    public LiveBoard(BoardView first, long version, StandingsQueries standings, LiveFeed feed, TimeProvider time, ILogger logger)
    {
        this.standings = standings;
        this.feed = feed;
        this.time = time;
        this.logger = logger;
        boardId = first.Contest.Id;
        CompetitionSlug = first.Competition.Slug;
        ContestSlug = first.Contest.Slug;
        state = BoardState.First(first, time.GetUtcNow());
        seenVersion = version;
        builtAt = time.GetTimestamp();
    }

    public string CompetitionSlug { get; }

    public string ContestSlug { get; }

    public BoardState State => state;

    /// <summary>True when the public may not see the board any more; then it is to be forgotten.</summary>
    public bool IsGone => gone;

    public int Viewers => Volatile.Read(ref viewers);

    /// <summary>Ends with the next change, heartbeat or the end of the server. Take it before reading <see cref="State"/>.</summary>
    public Task NextPulse => pulse.Task;

    private bool IsStale => feed.Version(boardId) != Interlocked.Read(ref seenVersion);

    public void Enter()
    {
        if (Interlocked.Increment(ref viewers) == 1)
        {
            arrival.TrySetResult();
        }
    }

    public void Dispose() => building.Dispose();

    public void Leave() => Interlocked.Decrement(ref viewers);

    /// <summary>Wakes everybody who waits.</summary>
    public void Pulse() => Interlocked.Exchange(ref pulse, NewSignal()).TrySetResult();

    /// <summary>The state for a page: at most a pause old, without making its reader wait for that pause.</summary>
    public ValueTask<BoardState> FreshAsync() =>
        !IsStale || time.GetElapsedTime(Interlocked.Read(ref builtAt)) < ShortestPause ? new(state) : new(RebuiltOrOldAsync());

    /// <summary>Follows the feed while somebody watches; to be run once.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        while (!gone)
        {
            await feed.WaitAsync(boardId, Interlocked.Read(ref seenVersion), cancellationToken);
            var pause = ShortestPause - time.GetElapsedTime(Interlocked.Read(ref builtAt));
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time, cancellationToken);
            }

            // Without viewers the next reader rebuilds, and the next viewer.
            var next = arrival;
            if (Viewers == 0)
            {
                await next.Task.WaitAsync(cancellationToken);
                arrival = NewSignal();
                continue;
            }

            await RebuildAsync(cancellationToken);
        }
    }

    // While the database is away, readers keep what there is instead of an error.
    private async Task<BoardState> RebuiltOrOldAsync()
    {
        try
        {
            return await RebuildAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            logger.LogError(e, "The board {Competition}/{Contest} could not be rebuilt; readers get the last one.", CompetitionSlug, ContestSlug);
            Interlocked.Exchange(ref builtAt, time.GetTimestamp());
            return state;
        }
    }

    private async Task<BoardState> RebuildAsync(CancellationToken cancellationToken)
    {
        await building.WaitAsync(cancellationToken);
        try
        {
            if (!IsStale)
            {
                return state;
            }

            var version = feed.Version(boardId);
            var view = await standings.FindPublicBoardAsync(CompetitionSlug, ContestSlug, cancellationToken);
            Interlocked.Exchange(ref seenVersion, version);
            Interlocked.Exchange(ref builtAt, time.GetTimestamp());
            if (view is null || view.Contest.Id != boardId)
            {
                gone = true;
                Pulse();
                return state;
            }

            var next = state.Next(view, time.GetUtcNow());
            if (!ReferenceEquals(next, state))
            {
                state = next;
                Pulse();
            }

            return state;
        }
        finally
        {
            building.Release();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
