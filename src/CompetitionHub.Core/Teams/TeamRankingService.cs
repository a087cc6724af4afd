using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>Adds, changes and removes the team rankings of a competition.</summary>
public sealed class TeamRankingService
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly TeamFields fields;
    private readonly AuditLog audit;

    internal TeamRankingService(Database database, CompetitionRepository competitions, TeamFields fields, AuditLog audit)
    {
        this.database = database;
        this.competitions = competitions;
        this.fields = fields;
        this.audit = audit;
    }

    /// <summary>
    /// Saves a ranking: a new one when <paramref name="before"/> is null, else in place of the one with that key, refused when somebody changed it after
    /// <paramref name="revision"/> was read.
    /// </summary>
    public Task<Result> SaveAsync(
        Actor actor, string competitionId, TeamRanking ranking, string? before, long revision, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            var opened = await LockAsync(session, actor, competitionId);
            if (!opened.Succeeded)
                return Result.Failure(opened.Errors);
            var known = opened.Value;
            var changed = known.FirstOrDefault(one => one.Ranking.Key == before);
            if (before is not null && changed?.Revision != revision)
                return TeamsErrors.Changed();
            if (before is null && known.Count >= TeamRankingRules.Most)
                return TeamsErrors.TooMany(TeamRankingRules.Most);
            if (ranking.Key != before && known.Any(one => one.Ranking.Key == ranking.Key))
                return TeamsErrors.KeyTaken(ranking.Key);
            if (TeamRankingRules.Check(ranking, await fields.SchemesAsync(session, competitionId)) is { Count: > 0 } errors)
                return Result.Failure(errors);
            if (before is null)
                await TeamRankingRepository.InsertAsync(session, competitionId, ranking);
            else
                await TeamRankingRepository.UpdateAsync(session, competitionId, before, ranking);
            await audit.AppendAsync(
                session, actor, competitionId, AuditAction.TeamRankingSaved, "team_ranking", ranking.Key,
                changed?.Ranking.Traced(), ranking.Traced());
            return Result.Success();
        }, cancellationToken);

    /// <summary>Takes a ranking out.</summary>
    public Task<Result> RemoveAsync(Actor actor, string competitionId, string key, long revision, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            var opened = await LockAsync(session, actor, competitionId);
            if (!opened.Succeeded)
                return Result.Failure(opened.Errors);
            if (opened.Value.FirstOrDefault(one => one.Ranking.Key == key) is not { } removed || removed.Revision != revision)
                return TeamsErrors.Changed();
            await TeamRankingRepository.DeleteAsync(session, competitionId, key);
            await audit.AppendAsync(session, actor, competitionId, AuditAction.TeamRankingRemoved, "team_ranking", key, removed.Ranking.Traced(), null);
            return Result.Success();
        }, cancellationToken);

    private async Task<Result<IReadOnlyList<StoredTeamRanking>>> LockAsync(DbSession session, Actor actor, string competitionId) =>
        await competitions.LockAsync(session, competitionId) is null ? TeamsErrors.NotFound()
        : TeamsAccess.RefuseToOrganise(actor, competitionId) is { } refusal ? refusal
        : Result<IReadOnlyList<StoredTeamRanking>>.Of(await TeamRankingRepository.ListAsync(session, competitionId));
}
