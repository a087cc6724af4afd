using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Standings;

/// <summary>
/// Keeps the derived rows of boards in step with marks, in the transaction that writes the marks. What the public may see is decided
/// here, when a row is written: names by the visibility, points by the freeze. Rows can be thrown away and rebuilt.
/// </summary>
public sealed class StandingsProjector
{
    private readonly SchemeRepository schemes;
    private readonly LiveFeed feed;

    internal StandingsProjector(SchemeRepository schemes, LiveFeed feed)
    {
        this.schemes = schemes;
        this.feed = feed;
    }

    /// <summary>An entry's marks, sheets, status, name or delegation changed, or it is new or gone: its rows follow before the commit, once per commit.</summary>
    public void EntryChanged(DbSession session, string contestId, string entryId) => Register(session, contestId, entryId);

    /// <summary>Scheme, names, entries, visibility or freeze of a contest changed: all its rows are made anew before the commit.</summary>
    public void ContestChanged(DbSession session, string contestId) => Register(session, contestId, null);

    private void Register(DbSession session, string contestId, string? entryId) =>
        session.BeforeCommit("standings:" + contestId, entryId, (s, entryIds) => ProjectAsync(s, contestId, entryIds));

    private async Task ProjectAsync(DbSession session, string contestId, IReadOnlyCollection<string?> changed)
    {
        // The parent row first: from here on nobody else writes this board, whatever the use case locked before.
        var board = await BoardRepository.LockAsync(session, contestId);
        if (board is null)
            return;
        if (await schemes.FindCurrentAsync(session, contestId) is { } scheme)
        {
            // One mark may move everybody where points depend on the field.
            var all = changed.Contains(null) || scheme.Compiled.DependsOnField;
            await ProjectAsync(session, board, scheme.Compiled, all ? null : [.. changed.Select(id => id!).Distinct()]);
        }
        session.AfterCommit(() => feed.Publish(contestId, board.Revision));
    }

    // One way for some entries and for all: an update and a rebuild cannot differ.
    private static async Task ProjectAsync(DbSession session, Board board, CompiledScheme scheme, IReadOnlyList<string>? entryIds)
    {
        var now = await ContestMoment.LoadAsync(session, board.ContestId, scheme, entryIds, until: null);
        var shown = board.IsFrozen ? await ContestMoment.LoadAsync(session, board.ContestId, scheme, entryIds, board.FrozenAt) : now;
        var staff = now.Entries.ToDictionary(entry => entry.Id, now.Line);
        await StandingsRepository.SaveAsync(session, board.ContestId, Audience.Staff, entryIds, staff);
        await StandingsRepository.SaveAsync(session, board.ContestId, Audience.Public, entryIds, Open(board, shown, board.IsFrozen ? null : staff));

        var (changedAt, publicChangedAt) = entryIds is null ? (null, null) : (Unix(board.ChangedAt), Unix(board.PublicChangedAt));
        await BoardRepository.UpdateTimesAsync(
            session, board.ContestId, Later(now.ChangedAt, changedAt),
            // A hidden board does not tell when its judges work, either.
            board.Visibility == BoardVisibility.Hidden ? null : Later(shown.ChangedAt, publicChangedAt));
    }

    private static Dictionary<string, BoardLine> Open(Board board, ContestMoment moment, Dictionary<string, BoardLine>? known)
    {
        var lines = new Dictionary<string, BoardLine>(StringComparer.Ordinal);
        foreach (var entry in moment.Entries)
        {
            if (entry.IdentityFor(board.Visibility) is not { } identity)
                continue;
            var line = known?[entry.Id] ?? moment.Line(entry);
            // How many marks are unusable is the staff's business.
            lines.Add(entry.Id, line with { Name = identity.Name, Delegation = identity.Delegation, Unusable = 0 });
        }
        return lines;
    }

    private static long? Unix(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();

    private static long? Later(long? one, long? other) => one > other ? one : other ?? one;
}
