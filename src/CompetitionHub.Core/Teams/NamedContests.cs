using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>Keeps team rankings true to the contests that they name: their slugs follow, and what counts somewhere is not removed.</summary>
internal sealed class NamedContests(AuditLog audit)
{
    /// <summary>A contest has another slug: so it has in every ranking of its competition.</summary>
    public async Task RenameAsync(DbSession session, Actor actor, string competitionId, string before, string after)
    {
        foreach (var ranking in await NamingAsync(session, competitionId, before))
        {
            var renamed = ranking with { Contests = [.. ranking.Contests.Select(slug => slug == before ? after : slug)] };
            await TeamRankingRepository.UpdateAsync(session, competitionId, ranking.Key, renamed);
            await audit.AppendAsync(session, actor, competitionId, AuditAction.TeamRankingSaved, "team_ranking", ranking.Key, ranking.Traced(), renamed.Traced());
        }
    }

    /// <summary>Refuses to remove a contest that a ranking names: without its last contest a ranking would count all.</summary>
    public static async Task<Error?> RefuseToRemoveAsync(DbSession session, string competitionId, string slug) =>
        (await NamingAsync(session, competitionId, slug)).FirstOrDefault() is { } ranking ? TeamsErrors.ContestCounts(ranking.Name) : null;

    private static async Task<IEnumerable<TeamRanking>> NamingAsync(DbSession session, string competitionId, string slug) =>
        (await TeamRankingRepository.ListAsync(session, competitionId)).Select(stored => stored.Ranking).Where(ranking => ranking.Contests.Contains(slug));
}
