using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Registration;

/// <summary>Adds, changes and removes delegations.</summary>
public sealed class DelegationService
{
    private readonly Database database;
    private readonly RegistrationDesk desk;
    private readonly DelegationRepository delegations;
    private readonly EntryRepository entries;
    private readonly StandingsProjector standings;
    private readonly AuditLog audit;
    private readonly TimeProvider time;

    internal DelegationService(
        Database database, RegistrationDesk desk, DelegationRepository delegations, EntryRepository entries, StandingsProjector standings, AuditLog audit,
        TimeProvider time)
    {
        this.database = database;
        this.desk = desk;
        this.delegations = delegations;
        this.entries = entries;
        this.standings = standings;
        this.audit = audit;
        this.time = time;
    }

    /// <summary>Adds a delegation.</summary>
    public Task<Result<Delegation>> AddAsync(Actor actor, string competitionId, DelegationDetails details, CancellationToken cancellationToken = default) =>
        InsertAsync(actor, new(Ids.New(time), competitionId, RegistrationRules.Tidy(details), null), cancellationToken);

    /// <summary>Takes the removal of a delegation back.</summary>
    public Task<Result<Delegation>> RestoreAsync(Actor actor, Delegation removed, CancellationToken cancellationToken = default) =>
        InsertAsync(actor, removed, cancellationToken);

    /// <summary>Changes a delegation; refused when it is no longer as in <paramref name="basedOn"/>.</summary>
    public Task<Result<Delegation>> UpdateAsync(Actor actor, Delegation basedOn, DelegationDetails details, CancellationToken cancellationToken = default)
    {
        var tidy = RegistrationRules.Tidy(details);
        return database.InTransactionAsync<Delegation>(async session =>
        {
            if (await desk.OpenAsync(session, actor, basedOn.CompetitionId) is { } refusal)
            {
                return refusal;
            }
            var before = await FindAsync(session, basedOn);
            if (before is null)
            {
                return RegistrationErrors.DelegationNotFound();
            }
            if (before.Details != basedOn.Details)
            {
                return RegistrationErrors.Changed();
            }
            if (await RefuseAsync(session, before.CompetitionId, tidy, before.Id) is { } errors)
            {
                return Result<Delegation>.Failure(errors);
            }
            var after = before with { Details = tidy };
            await delegations.UpdateAsync(session, after);
            await ContestsChangedAsync(session, after);
            await audit.AppendAsync(
                session, actor, before.CompetitionId, AuditAction.DelegationChanged, "delegation", before.Id, before.Details, tidy);
            return after;
        }, cancellationToken);
    }

    /// <summary>Removes a delegation without entries; gives it back for an undo.</summary>
    public Task<Result<Delegation>> RemoveAsync(Actor actor, Delegation delegation, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync<Delegation>(async session =>
        {
            if (await desk.OpenAsync(session, actor, delegation.CompetitionId) is { } refusal)
            {
                return refusal;
            }
            var before = await FindAsync(session, delegation);
            if (before is null)
            {
                return RegistrationErrors.DelegationNotFound();
            }
            if (await delegations.CountEntriesAsync(session, before.Id) is > 0 and var held)
            {
                return RegistrationErrors.DelegationHasEntries(held);
            }
            if (await JudgeDelegationRepository.CountAsync(session, before.Id) is > 0 and var judges)
            {
                return RegistrationErrors.DelegationHasJudges(judges);
            }
            await JudgeDelegationRepository.ClearDelegationAsync(session, before.Id);
            await delegations.DeleteAsync(session, before.Id);
            await audit.AppendAsync(session, actor, before.CompetitionId, AuditAction.DelegationRemoved, "delegation", before.Id, before.Details);
            return before;
        }, cancellationToken);

    private Task<Result<Delegation>> InsertAsync(Actor actor, Delegation delegation, CancellationToken cancellationToken) =>
        database.InTransactionAsync<Delegation>(async session =>
        {
            if (await desk.OpenAsync(session, actor, delegation.CompetitionId) is { } refusal)
            {
                return refusal;
            }
            if (await RefuseAsync(session, delegation.CompetitionId, delegation.Details, delegation.Id) is { } errors)
            {
                return Result<Delegation>.Failure(errors);
            }
            if (await delegations.FindAsync(session, delegation.Id) is not null)
            {
                return RegistrationErrors.Changed();
            }
            await delegations.InsertAsync(session, delegation);
            await audit.AppendAsync(
                session, actor, delegation.CompetitionId, AuditAction.DelegationCreated, "delegation", delegation.Id, null, delegation.Details);
            return delegation;
        }, cancellationToken);

    private async Task<Delegation?> FindAsync(DbSession session, Delegation wanted) =>
        await delegations.FindAsync(session, wanted.Id) is { } found && found.CompetitionId == wanted.CompetitionId ? found : null;

    private async Task<IReadOnlyList<Error>?> RefuseAsync(DbSession session, string competitionId, DelegationDetails details, string delegationId)
    {
        if (RegistrationRules.Check(details) is { Count: > 0 } errors)
        {
            return errors;
        }
        return (await delegations.ListAsync(session, competitionId)).Any(d => d.Code == details.Code && d.Id != delegationId)
            ? [RegistrationErrors.DelegationCodeTaken(details.Code)]
            : null;
    }

    // The delegation's name stands on the boards.
    private async Task ContestsChangedAsync(DbSession session, Delegation delegation)
    {
        foreach (var contestId in await entries.ListContestsOfDelegationAsync(session, delegation.Id))
        {
            standings.ContestChanged(session, contestId);
        }
    }
}
