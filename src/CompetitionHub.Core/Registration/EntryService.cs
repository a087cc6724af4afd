using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Registration;

/// <summary>Adds, changes and removes entries by hand.</summary>
public sealed class EntryService
{
    private readonly Database database;
    private readonly RegistrationDesk desk;
    private readonly ContestRepository contests;
    private readonly DelegationRepository delegations;
    private readonly EntryRepository entries;
    private readonly StandingsProjector standings;
    private readonly AuditLog audit;
    private readonly TimeProvider time;

    internal EntryService(
        Database database, RegistrationDesk desk, ContestRepository contests, DelegationRepository delegations, EntryRepository entries,
        StandingsProjector standings, AuditLog audit, TimeProvider time)
    {
        this.database = database;
        this.desk = desk;
        this.contests = contests;
        this.delegations = delegations;
        this.entries = entries;
        this.standings = standings;
        this.audit = audit;
        this.time = time;
    }

    /// <summary>Adds an entry; without a code one is drawn.</summary>
    public Task<Result<Entry>> AddAsync(Actor actor, string competitionId, EntryDetails details, CancellationToken cancellationToken = default)
    {
        var tidy = RegistrationRules.Tidy(details);
        return database.InTransactionAsync<Entry>(async session =>
        {
            if (await OpenAsync(session, actor, competitionId, tidy.ContestId) is { } refusal)
            {
                return refusal;
            }
            if (await RefuseAsync(session, competitionId, tidy, null) is { } errors)
            {
                return Result<Entry>.Failure(errors);
            }
            var code = tidy.Code ?? EntryCodes.NewCode(await entries.ListCodesAsync(session, competitionId));
            var entry = new Entry(
                Ids.New(time), competitionId, tidy.ContestId, tidy.DelegationId, null, code, tidy.Name, tidy.Members, EntryStatus.Active, null, time.GetUtcNow())
            {
                Panel = tidy.Panel,
            };
            await entries.InsertAsync(session, entry);
            standings.EntryChanged(session, entry.ContestId, entry.Id);
            await audit.AppendAsync(session, actor, competitionId, AuditAction.EntryCreated, "entry", entry.Id, null, entry.Traced());
            return entry;
        }, cancellationToken);
    }

    /// <summary>Changes an entry; refused when it is no longer as in <paramref name="basedOn"/>. With marks it stays in its contest.</summary>
    public Task<Result<Entry>> UpdateAsync(Actor actor, Entry basedOn, EntryDetails details, CancellationToken cancellationToken = default)
    {
        var tidy = RegistrationRules.Tidy(details);
        return database.InTransactionAsync<Entry>(async session =>
        {
            if (await OpenAsync(session, actor, basedOn.CompetitionId, basedOn.ContestId, tidy.ContestId) is { } refusal)
            {
                return refusal;
            }
            var before = await entries.FindAsync(session, basedOn.Id);
            if (before is null || before.CompetitionId != basedOn.CompetitionId)
            {
                return RegistrationErrors.EntryNotFound();
            }
            if (!SameDetails(before, basedOn))
            {
                return RegistrationErrors.Changed();
            }
            if (await RefuseAsync(session, before.CompetitionId, tidy, before) is { } errors)
            {
                return Result<Entry>.Failure(errors);
            }
            var after = before with
            {
                ContestId = tidy.ContestId,
                DelegationId = tidy.DelegationId,
                Code = tidy.Code ?? before.Code,
                Name = tidy.Name,
                Members = tidy.Members,
                Panel = tidy.Panel,
                MovedAt = tidy.ContestId == before.ContestId ? before.MovedAt : time.GetUtcNow(),
            };
            await entries.UpdateAsync(session, after);
            await StandingsChangedAsync(session, before, after);
            await audit.AppendAsync(session, actor, before.CompetitionId, AuditAction.EntryChanged, "entry", before.Id, before.Traced(), after.Traced());
            return after;
        }, cancellationToken);
    }

    /// <summary>Removes entries without marks, all or none; gives them back for an undo.</summary>
    public Task<Result<IReadOnlyList<Entry>>> RemoveAsync(
        Actor actor, string competitionId, IReadOnlyCollection<string> entryIds, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync<IReadOnlyList<Entry>>(async session =>
        {
            if (await desk.OpenAsync(session, actor, competitionId) is { } refusal)
            {
                return refusal;
            }
            var removed = new List<Entry>();
            foreach (var entryId in entryIds.Distinct())
            {
                if (await entries.FindAsync(session, entryId) is not { } entry || entry.CompetitionId != competitionId)
                {
                    return RegistrationErrors.EntryNotFound();
                }
                removed.Add(entry);
            }
            await LockBoardsAsync(session, removed.Select(e => e.ContestId));
            var marked = new List<string>();
            foreach (var entry in removed)
            {
                if (await entries.IsMarkedAsync(session, entry.Id))
                {
                    marked.Add(entry.Code);
                }
            }
            if (marked.Count > 0)
            {
                return removed.Count == 1 ? RegistrationErrors.EntryHasMarks(marked[0]) : RegistrationErrors.EntriesHaveMarks(marked);
            }
            foreach (var entry in removed)
            {
                await entries.DeleteAsync(session, entry.Id);
                await audit.AppendAsync(session, actor, competitionId, AuditAction.EntryRemoved, "entry", entry.Id, entry.Traced());
            }
            foreach (var contestId in removed.Select(e => e.ContestId).Distinct())
            {
                standings.ContestChanged(session, contestId);
            }
            return removed;
        }, cancellationToken);

    /// <summary>Takes a removal back: the same entries with the same codes.</summary>
    public Task<Result> RestoreAsync(Actor actor, string competitionId, IReadOnlyList<Entry> removed, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            if (await desk.OpenAsync(session, actor, competitionId) is { } refusal)
            {
                return refusal;
            }
            await LockBoardsAsync(session, removed.Select(e => e.ContestId));
            foreach (var entry in removed)
            {
                if (entry.CompetitionId != competitionId || await entries.FindAsync(session, entry.Id) is not null)
                {
                    return RegistrationErrors.Changed();
                }
                var details = new EntryDetails(entry.ContestId, entry.DelegationId, entry.Code, entry.Name, entry.Members) { Panel = entry.Panel };
                if (await RefuseAsync(session, competitionId, details, null) is { } errors)
                {
                    return Result.Failure(errors);
                }
                await entries.InsertAsync(session, entry);
                await audit.AppendAsync(session, actor, competitionId, AuditAction.EntryCreated, "entry", entry.Id, null, entry.Traced());
            }
            foreach (var contestId in removed.Select(e => e.ContestId).Distinct())
            {
                standings.ContestChanged(session, contestId);
            }
            return Result.Success();
        }, cancellationToken);

    private async Task<Error?> OpenAsync(DbSession session, Actor actor, string competitionId, params string[] contestIds)
    {
        if (await desk.OpenAsync(session, actor, competitionId) is { } refusal)
        {
            return refusal;
        }
        foreach (var contestId in contestIds.Distinct())
        {
            if (await contests.FindAsync(session, contestId) is not { } contest || contest.CompetitionId != competitionId)
            {
                return RegistrationErrors.ContestUnknown();
            }
        }
        await LockBoardsAsync(session, contestIds);
        return null;
    }

    // Judges lock the board too, so that no mark comes in for an entry that is being removed.
    private async Task LockBoardsAsync(DbSession session, IEnumerable<string> contestIds)
    {
        foreach (var contestId in contestIds.Distinct().Order(StringComparer.Ordinal))
        {
            await BoardRepository.BumpAsync(session, contestId);
        }
    }

    private async Task<IReadOnlyList<Error>?> RefuseAsync(DbSession session, string competitionId, EntryDetails details, Entry? before)
    {
        var contest = await contests.FindAsync(session, details.ContestId);
        if (contest is null || contest.CompetitionId != competitionId)
        {
            return [RegistrationErrors.ContestUnknown()];
        }
        if (RegistrationRules.Check(details, contest.Details.Format) is { Count: > 0 } errors)
        {
            return errors;
        }
        if (details.DelegationId is not null
            && (await delegations.FindAsync(session, details.DelegationId) is not { } delegation || delegation.CompetitionId != competitionId))
        {
            return [RegistrationErrors.DelegationNotFound()];
        }
        if (details.Code is not null && details.Code != before?.Code
            && await entries.FindByCodeAsync(session, competitionId, details.Code) is not null)
        {
            return [RegistrationErrors.CodeTaken(details.Code)];
        }
        return before is not null && before.ContestId != details.ContestId && await entries.IsMarkedAsync(session, before.Id)
            ? [RegistrationErrors.EntryHasMarks(before.Code)]
            : null;
    }

    private async Task StandingsChangedAsync(DbSession session, Entry before, Entry after)
    {
        if (before.ContestId == after.ContestId)
        {
            standings.EntryChanged(session, after.ContestId, after.Id);
            return;
        }
        await entries.DeleteStandingRowsAsync(session, after.Id);
        standings.ContestChanged(session, before.ContestId);
        standings.ContestChanged(session, after.ContestId);
    }

    private static bool SameDetails(Entry stored, Entry basedOn) =>
        stored.ContestId == basedOn.ContestId && stored.DelegationId == basedOn.DelegationId && stored.Code == basedOn.Code
        && stored.Name == basedOn.Name && stored.Panel == basedOn.Panel && stored.Members.SequenceEqual(basedOn.Members);
}
