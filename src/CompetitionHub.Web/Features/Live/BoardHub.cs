using System.Collections.Concurrent;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Web.Features.Live;

/// <summary>All boards in memory by every address they have. A board comes in with its first reader.</summary>
public sealed class BoardHub(StandingsQueries standings, LiveFeed feed, TimeProvider time, ILogger<BoardHub> logger) : BackgroundService
{
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, BoardAddress> addresses = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LiveBoard> boards = new(StringComparer.Ordinal);
    private CancellationToken stopping;

    /// <summary>True while the server is shutting down: streams end, so that their readers go elsewhere.</summary>
    public bool IsStopping => stopping.IsCancellationRequested;

    /// <summary>What a path asks for, when the board is in memory.</summary>
    public BoardAddress? Find(string path) => addresses.GetValueOrDefault(path);

    /// <summary>Brings a board into memory; null when the public may not see one there.</summary>
    public async Task<LiveBoard?> LoadAsync(string competitionSlug, string contestSlug)
    {
        var key = $"/c/{competitionSlug}/{contestSlug}";
        if (boards.TryGetValue(key, out var known))
        {
            if (!known.IsGone)
            {
                return known;
            }

            boards.TryRemove(new(key, known));
        }

        var first = await standings.FindPublicBoardAsync(competitionSlug, contestSlug);
        if (first is null)
        {
            return null;
        }

        // Read again after asking for the version: what happens in between must not be missed.
        var version = feed.Version(first.Contest.Id);
        first = await standings.FindPublicBoardAsync(competitionSlug, contestSlug);
        if (first is null)
        {
            return null;
        }

        var board = boards.GetOrAdd(key, _ => new LiveBoard(first, version, standings, feed, time, logger));
        if (ReferenceEquals(board.State.View, first))
        {
            AddAddresses(key, board);
            _ = FollowAsync(key, board);
        }

        return board;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        stopping = stoppingToken;
        await using var wake = stoppingToken.Register(PulseAll);
        using var timer = new PeriodicTimer(Heartbeat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                PulseAll();
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private void PulseAll()
    {
        foreach (var board in boards.Values)
        {
            board.Pulse();
        }
    }

    private async Task FollowAsync(string key, LiveBoard board)
    {
        while (!IsStopping && !board.IsGone)
        {
            try
            {
                await board.FollowAsync(stopping);
            }
            catch (OperationCanceledException) when (IsStopping)
            {
                return;
            }
            catch (Exception e)
            {
                // Readers keep what they have; the next change or reader tries again.
                logger.LogError(e, "The board {Board} could not be rebuilt.", key);
                await Task.Delay(TimeSpan.FromSeconds(2), time);
            }
        }

        if (board.IsGone)
        {
            boards.TryRemove(new(key, board));
            foreach (var address in addresses.Where(a => ReferenceEquals(a.Value.Board, board)))
            {
                addresses.TryRemove(address);
            }
        }
    }

    private void AddAddresses(string key, LiveBoard board)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["", "/zh", "/en"])
        {
            addresses[prefix + key] = new(board, BoardAsk.Board, prefix);
            addresses[prefix + key + "/screen"] = new(board, BoardAsk.Screen, prefix);
            addresses[prefix + key + "/board.json"] = new(board, BoardAsk.Json, prefix);
            addresses[prefix + key + "/events"] = new(board, BoardAsk.Events, prefix);
        }
    }
}

/// <summary>What a request to a board's address wants.</summary>
public enum BoardAsk
{
    Board,
    Screen,
    Json,
    Events,
}

/// <summary>A board, what is wanted of it, and the language prefix of the address ("", "/zh", "/en").</summary>
public sealed record BoardAddress(LiveBoard Board, BoardAsk Ask, string Prefix);
