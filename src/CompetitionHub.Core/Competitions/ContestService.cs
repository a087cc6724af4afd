using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Teams;

namespace CompetitionHub.Core.Competitions;

/// <summary>Creates, changes, orders and removes the contests of a competition.</summary>
public sealed class ContestService
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly ContestRepository contests;
    private readonly SchemeRepository schemes;
    private readonly JudgeSeatRepository seats;
    private readonly ProgressReader progress;
    private readonly PresetTeams presetTeams;
    private readonly BoardRepository boards;
    private readonly StandingsProjector standings;
    private readonly NamedContests rankings;
    private readonly AuditLog audit;
    private readonly TimeProvider time;

    internal ContestService(
        Database database, CompetitionRepository competitions, ContestRepository contests, SchemeRepository schemes, JudgeSeatRepository seats,
        ProgressReader progress, PresetTeams presetTeams, BoardRepository boards, StandingsProjector standings, NamedContests rankings, AuditLog audit,
        TimeProvider time)
    {
        this.database = database;
        this.competitions = competitions;
        this.contests = contests;
        this.schemes = schemes;
        this.seats = seats;
        this.progress = progress;
        this.presetTeams = presetTeams;
        this.boards = boards;
        this.standings = standings;
        this.rankings = rankings;
        this.audit = audit;
        this.time = time;
    }

    /// <summary>
    /// Creates a contest at the end of the list, with the marking scheme to begin from and a hidden board; with the team ranking that goes with the
    /// scheme's preset, unless the competition has it already.
    /// </summary>
    public Task<Result<Contest>> CreateAsync(
        Actor actor, string competitionId, ContestDetails details, MarkingScheme scheme, TeamRanking? teams = null, CancellationToken cancellationToken = default)
    {
        var tidy = CompetitionsRules.Tidy(details);
        return database.InTransactionAsync<Contest>(async session =>
        {
            var competition = await competitions.TouchAsync(session, competitionId);
            if (await RefuseAsync(session, actor, competition, competitionId, tidy, null) is { } refusal)
            {
                return Result<Contest>.Failure(refusal);
            }
            var position = (await contests.ListAsync(session, competitionId)).Select(c => c.Position).DefaultIfEmpty(0).Max() + 1;
            var contest = new Contest(Ids.New(time), competitionId, tidy, position, 1);
            await contests.InsertAsync(session, contest);
            await schemes.InsertAsync(session, contest.Id, 1, scheme, time.GetUtcNow(), actor.AccountId);
            await boards.CreateAsync(session, contest.Id);
            await audit.AppendAsync(session, actor, competitionId, AuditAction.ContestCreated, "contest", contest.Id, null, tidy, null);
            if (teams is not null && await presetTeams.AddAsync(session, actor, competitionId, teams) is { Count: > 0 } misfits)
            {
                return Result<Contest>.Failure(misfits);
            }
            return contest;
        }, cancellationToken);
    }

    /// <summary>Changes the details; refused when somebody changed the contest after <paramref name="revision"/> was read.</summary>
    public Task<Result<Contest>> UpdateAsync(
        Actor actor, string contestId, long revision, ContestDetails details, CancellationToken cancellationToken = default)
    {
        var tidy = CompetitionsRules.Tidy(details);
        return database.InTransactionAsync<Contest>(async session =>
        {
            if (await contests.FindAsync(session, contestId) is not { } found)
            {
                return CompetitionsErrors.ContestNotFound();
            }
            var competition = await competitions.TouchAsync(session, found.CompetitionId);
            var before = (await contests.LockAsync(session, contestId))!;
            if (await RefuseAsync(session, actor, competition, before.CompetitionId, tidy, before) is { } refusal)
            {
                return Result<Contest>.Failure(refusal);
            }
            if (before.Revision != revision + 1)
            {
                return CompetitionsErrors.Changed();
            }
            if (tidy.Counting != before.Details.Counting && await BoardRepository.FindAsync(session, contestId) is { IsFrozen: true })
            {
                return CompetitionsErrors.CountingFrozen();
            }
            var after = before with { Details = tidy };
            await contests.UpdateAsync(session, after);
            standings.ContestChanged(session, contestId);
            await audit.AppendAsync(session, actor, before.CompetitionId, AuditAction.ContestChanged, "contest", contestId, before.Details, tidy, null);
            if (after.Slug != before.Slug)
            {
                await rankings.RenameAsync(session, actor, before.CompetitionId, before.Slug, after.Slug);
            }
            return after;
        }, cancellationToken);
    }

    /// <summary>Puts the contests of a competition into an order; ids that are left out follow in their old order.</summary>
    public Task<Result> ReorderAsync(Actor actor, string competitionId, IReadOnlyList<string> contestIds, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            if (await competitions.TouchAsync(session, competitionId) is null)
            {
                return CompetitionsErrors.CompetitionNotFound();
            }
            if (CompetitionsAccess.RefuseToOrganise(actor, competitionId) is { } refusal)
            {
                return refusal;
            }
            var before = await contests.ListAsync(session, competitionId);
            var wanted = contestIds.Select((id, index) => (id, index)).ToDictionary(p => p.id, p => p.index);
            var after = before.OrderBy(c => wanted.GetValueOrDefault(c.Id, int.MaxValue)).Select((c, index) => c with { Position = index + 1 }).ToList();
            foreach (var contest in after)
            {
                await contests.UpdateAsync(session, contest);
            }
            await audit.AppendAsync(
                session, actor, competitionId, AuditAction.CompetitionChanged, "competition", competitionId,
                new { contests = before.Select(c => c.Slug) }, new { contests = after.Select(c => c.Slug) });
            return Result.Success();
        }, cancellationToken);

    /// <summary>Removes a contest that has neither entries nor marks and that no team ranking names.</summary>
    public Task<Result> RemoveAsync(Actor actor, string contestId, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            if (await contests.FindAsync(session, contestId) is not { } found)
            {
                return CompetitionsErrors.ContestNotFound();
            }
            // Whoever saves a team ranking takes this lock too.
            await competitions.TouchAsync(session, found.CompetitionId);
            if (await contests.LockAsync(session, contestId) is not { } contest)
            {
                return CompetitionsErrors.ContestNotFound();
            }
            if (CompetitionsAccess.RefuseToOrganise(actor, contest.CompetitionId) is { } refusal)
            {
                return refusal;
            }
            await BoardRepository.BumpAsync(session, contestId);
            var state = (await progress.ReadAsync(session, contest.CompetitionId)).Single(c => c.Contest.Id == contestId);
            if (state.HasMarks)
            {
                return CompetitionsErrors.ContestHasMarks();
            }
            if (state.Entries > 0)
            {
                return CompetitionsErrors.ContestHasEntries(state.Entries);
            }
            if (await NamedContests.RefuseToRemoveAsync(session, contest.CompetitionId, contest.Slug) is { } counted)
            {
                return counted;
            }
            await seats.ClearAllAsync(session, contestId);
            await schemes.DeleteOfContestAsync(session, contestId);
            await contests.DeleteWithBoardAsync(session, contestId);
            await audit.AppendAsync(session, actor, contest.CompetitionId, AuditAction.ContestRemoved, "contest", contestId, contest.Details, null, null);
            return Result.Success();
        }, cancellationToken);

    private async Task<IReadOnlyList<Error>?> RefuseAsync(
        DbSession session, Actor actor, Competition? competition, string competitionId, ContestDetails details, Contest? before)
    {
        if (competition is null)
        {
            return [CompetitionsErrors.CompetitionNotFound()];
        }
        if (CompetitionsAccess.RefuseToOrganise(actor, competitionId) is { } refusal)
        {
            return [refusal];
        }
        if (competition.State == CompetitionState.Closed)
        {
            return [CompetitionsErrors.CompetitionClosed()];
        }
        if (CompetitionsRules.Check(details) is { Count: > 0 } errors)
        {
            return errors;
        }
        if (details.Slug == before?.Slug)
        {
            return null;
        }
        if (before is not null && competition.IsPublic)
        {
            return [CompetitionsErrors.SlugAnnounced()];
        }
        return await contests.FindBySlugAsync(session, competitionId, details.Slug) is null ? null : [CompetitionsErrors.SlugTaken(details.Slug)];
    }
}
