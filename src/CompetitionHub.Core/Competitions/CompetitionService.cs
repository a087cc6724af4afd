using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Competitions;

/// <summary>Creates, changes and removes competitions and takes the steps of their life.</summary>
public sealed class CompetitionService
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly ContestRepository contests;
    private readonly ProgressReader progress;
    private readonly ActorLoader actors;
    private readonly AuditLog audit;
    private readonly TimeProvider time;

    internal CompetitionService(
        Database database, CompetitionRepository competitions, ContestRepository contests, ProgressReader progress, ActorLoader actors,
        AuditLog audit, TimeProvider time)
    {
        this.database = database;
        this.competitions = competitions;
        this.contests = contests;
        this.progress = progress;
        this.actors = actors;
        this.audit = audit;
        this.time = time;
    }

    /// <summary>Creates a draft; its creator becomes its organiser.</summary>
    public Task<Result<Competition>> CreateAsync(Actor actor, CompetitionDetails details, CancellationToken cancellationToken = default)
    {
        var tidy = CompetitionsRules.Tidy(details);
        return database.InTransactionAsync<Competition>(async session =>
        {
            if (!CompetitionsAccess.MayCreate(actor))
            {
                return CompetitionsErrors.MayNotCreate();
            }
            if (CompetitionsRules.Check(tidy) is { Count: > 0 } errors)
            {
                return Result<Competition>.Failure(errors);
            }
            if (await competitions.FindBySlugAsync(session, tidy.Slug) is not null)
            {
                return CompetitionsErrors.SlugTaken(tidy.Slug);
            }
            var competition = new Competition(Ids.New(time), tidy, CompetitionState.Draft, 1, time.GetUtcNow());
            await competitions.InsertAsync(session, competition);
            if (!actor.IsAdministrator)
            {
                await AccountRepository.GrantAsync(
                    session, actor.AccountId, new(competition.Id, Role.Organiser), competition.CreatedAt.ToUnixTimeMilliseconds());
                session.AfterCommit(() => actors.Forget(actor.AccountId));
            }
            await audit.AppendAsync(session, actor, competition.Id, AuditAction.CompetitionCreated, "competition", competition.Id, null, tidy, null);
            return competition;
        }, cancellationToken);
    }

    /// <summary>Changes the details; refused when somebody changed the competition after <paramref name="revision"/> was read.</summary>
    public Task<Result<Competition>> UpdateAsync(
        Actor actor, string competitionId, long revision, CompetitionDetails details, CancellationToken cancellationToken = default)
    {
        var tidy = CompetitionsRules.Tidy(details);
        return database.InTransactionAsync<Competition>(async session =>
        {
            var opened = await LockAsync(session, actor, competitionId, revision);
            if (!opened.Succeeded)
            {
                return opened;
            }
            var before = opened.Value;
            if (CompetitionsRules.Check(tidy) is { Count: > 0 } errors)
            {
                return Result<Competition>.Failure(errors);
            }
            if (tidy.Slug != before.Slug)
            {
                if (before.IsPublic)
                {
                    return CompetitionsErrors.SlugAnnounced();
                }
                if (await competitions.FindBySlugAsync(session, tidy.Slug) is not null)
                {
                    return CompetitionsErrors.SlugTaken(tidy.Slug);
                }
            }
            var after = before with { Details = tidy };
            await competitions.UpdateAsync(session, after);
            await audit.AppendAsync(session, actor, competitionId, AuditAction.CompetitionChanged, "competition", competitionId, before.Details, tidy, null);
            return after;
        }, cancellationToken);
    }

    /// <summary>Takes a step of the competition's life, forward or back; refused with everything that stands in its way.</summary>
    public Task<Result<Competition>> StepAsync(
        Actor actor, string competitionId, long revision, LifeCycleStep step, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync<Competition>(async session =>
        {
            var opened = await LockAsync(session, actor, competitionId, revision);
            if (!opened.Succeeded)
            {
                return opened;
            }
            var before = opened.Value;
            if (before.State != LifeCycle.From(step))
            {
                return CompetitionsErrors.StepNotOpen();
            }
            // Marks lock their board, not the competition: none may be saved just after the competition closed.
            await BoardRepository.BumpAllAsync(session, competitionId);
            var check = LifeCycle.Check(step, await progress.ReadAsync(session, competitionId));
            if (!check.IsOpen)
            {
                return Result<Competition>.Failure(check.Blockers);
            }
            var after = before with { State = LifeCycle.To(step) };
            await competitions.UpdateAsync(session, after);
            await audit.AppendAsync(
                session, actor, competitionId, AuditAction.CompetitionStateChanged, "competition", competitionId, new { before.State }, new { after.State });
            return after;
        }, cancellationToken);

    /// <summary>Removes a draft that holds no contests.</summary>
    public Task<Result> RemoveAsync(Actor actor, string competitionId, long revision, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            var opened = await LockAsync(session, actor, competitionId, revision);
            if (!opened.Succeeded)
            {
                return Result.Failure(opened.Errors);
            }
            if (opened.Value.State != CompetitionState.Draft)
            {
                return CompetitionsErrors.OnlyDraftsRemoved();
            }
            if (await contests.ListAsync(session, competitionId) is { Count: > 0 } held)
            {
                return CompetitionsErrors.CompetitionHasContests(held.Count);
            }
            await competitions.DeleteAsync(session, competitionId);
            await audit.AppendAsync(
                session, actor, competitionId, AuditAction.CompetitionRemoved, "competition", competitionId, opened.Value.Details, null, null);
            return Result.Success();
        }, cancellationToken);

    private async Task<Result<Competition>> LockAsync(DbSession session, Actor actor, string competitionId, long revision)
    {
        var competition = await competitions.LockAsync(session, competitionId);
        if (competition is null)
        {
            return CompetitionsErrors.CompetitionNotFound();
        }
        if (CompetitionsAccess.RefuseToOrganise(actor, competitionId) is { } refusal)
        {
            return refusal;
        }
        // The lock itself moved the revision by one.
        return competition.Revision == revision + 1 ? competition : CompetitionsErrors.Changed();
    }
}
