using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
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
            var counting = EnumText.Read<CountingRule>((await StandingsRepository.FindCountingAsync(session, contestId))!);
            var projection = new Projection(session, board, scheme.Compiled, counting == CountingRule.Submitted);
            if (changed.Contains(null))
                await projection.RebuildAsync();
            else
                await projection.UpdateAsync([.. changed.Select(id => id!).Distinct()]);
        }
        session.AfterCommit(() => feed.Publish(contestId, board.Revision));
    }

    private sealed class Projection(DbSession session, Board board, CompiledScheme scheme, bool sheetsCount)
    {
        private readonly EntryCalculator calculator = new(scheme);
        private readonly string contestId = board.ContestId;

        public async Task UpdateAsync(IReadOnlyList<string> entryIds)
        {
            var entries = await StandingsRepository.ListEntriesAsync(session, contestId, entryIds);
            if (entryIds.Except(entries.Select(entry => entry.Id)).ToList() is { Count: > 0 } gone)
                await StandingsRepository.DeleteAsync(session, contestId, gone);

            var marks = await CountedMarks.LoadAsync(session, contestId, entryIds, sheetsCount, until: null);
            foreach (var entry in entries)
            {
                var (line, detail) = Calculate(entry, marks);
                await StandingsRepository.SaveAsync(session, contestId, Audience.Staff, entry.Id, line, detail);
                if (board.IsFrozen)
                    await KeepPublicPointsAsync(entry);
                else
                    await SavePublicAsync(entry, line, detail);
            }
            var changedAt = Latest(marks, board.ChangedAt?.ToUnixTimeMilliseconds());
            await BoardRepository.UpdateTimesAsync(session, contestId, changedAt, PublicTime(board.IsFrozen ? board.PublicChangedAt?.ToUnixTimeMilliseconds() : changedAt));
        }

        public async Task RebuildAsync()
        {
            var entries = await StandingsRepository.ListEntriesAsync(session, contestId, null);
            var marks = await CountedMarks.LoadAsync(session, contestId, null, sheetsCount, until: null);
            var frozen = board.IsFrozen ? await CountedMarks.LoadAsync(session, contestId, null, sheetsCount, board.FrozenAt) : null;
            // A status has no history to read it from: while frozen the public keeps the one it saw.
            var seen = board.IsFrozen ? await StandingsRepository.ListAsync(session, contestId, Audience.Public) : null;

            await StandingsRepository.DeleteAsync(session, contestId, Audience.Staff);
            await StandingsRepository.DeleteAsync(session, contestId, Audience.Public);
            foreach (var entry in entries)
            {
                var (line, detail) = Calculate(entry, marks);
                await StandingsRepository.SaveAsync(session, contestId, Audience.Staff, entry.Id, line, detail);
                if (frozen is not null)
                {
                    (line, detail) = Calculate(entry, frozen);
                    line = line with { Status = seen!.GetValueOrDefault(entry.Id)?.Status ?? line.Status };
                }
                await SavePublicAsync(entry, line, detail);
            }
            var changedAt = Latest(marks, null);
            await BoardRepository.UpdateTimesAsync(session, contestId, changedAt, PublicTime(frozen is null ? changedAt : Latest(frozen, null)));
        }

        private (BoardLine Line, string Detail) Calculate(ProjectedEntry entry, IReadOnlyDictionary<string, EntryMarks> marks)
        {
            var (result, worked) = calculator.Explain(new ContestEntry(entry.Code, "", true, marks.GetValueOrDefault(entry.Id)?.Marks ?? []));
            return (entry.ToLine().With(result, scheme), StandingsJson.Write(worked));
        }

        private async Task SavePublicAsync(ProjectedEntry entry, BoardLine line, string detail)
        {
            if (entry.IdentityFor(board.Visibility) is not { } identity)
                return;
            // How many marks are unusable is the staff's business.
            var open = line with { Name = identity.Name, Delegation = identity.Delegation, Unusable = 0 };
            await StandingsRepository.SaveAsync(session, contestId, Audience.Public, entry.Id, open, detail);
        }

        // Frozen are points and states; a name that was corrected or a delegation that was changed is not to stay wrong.
        private async Task KeepPublicPointsAsync(ProjectedEntry entry)
        {
            if (await StandingsRepository.FindByCodeAsync(session, contestId, Audience.Public, entry.Code) is not { } seen
                || entry.IdentityFor(board.Visibility) is not { } identity
                || (seen.Line.Name == identity.Name && seen.Line.Delegation == identity.Delegation))
                return;
            var line = seen.Line with { Name = identity.Name, Delegation = identity.Delegation };
            await StandingsRepository.SaveAsync(session, contestId, Audience.Public, entry.Id, line, StandingsJson.Write(seen.Worked));
        }

        // A hidden board does not tell when its judges work, either.
        private long? PublicTime(long? at) => board.Visibility == BoardVisibility.Hidden ? null : at;

        private static long? Latest(IReadOnlyDictionary<string, EntryMarks> marks, long? known) =>
            marks.Values.Select(entry => entry.ChangedAt).Append(known).Max();
    }
}
