using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;

namespace CompetitionHub.Core.Competitions;

/// <summary>Adds the team ranking that goes with a preset to the competition of a contest that begins from it.</summary>
internal sealed class PresetTeams(ContestRepository contests, SchemeRepository schemes, AuditLog audit)
{
    /// <summary>Adds it; one that is there under its key stays as it is. All reasons when it does not fit the competition's contests.</summary>
    public async Task<IReadOnlyList<Error>> AddAsync(DbSession session, Actor actor, string competitionId, TeamRanking ranking)
    {
        var known = await TeamRankingRepository.ListAsync(session, competitionId);
        if (known.Any(one => one.Ranking.Key == ranking.Key))
            return [];
        if (known.Count >= TeamRankingRules.Most)
            return [TeamsErrors.TooMany(TeamRankingRules.Most)];
        var marked = new Dictionary<string, MarkingScheme>(StringComparer.Ordinal);
        foreach (var contest in await contests.ListAsync(session, competitionId))
            marked.Add(contest.Slug, (await schemes.GetCurrentAsync(session, contest.Id)).Scheme);
        if (TeamRankingRules.Check(ranking, marked) is { Count: > 0 } errors)
            return [.. errors.Select(error => error with { Field = null })];
        await TeamRankingRepository.InsertAsync(session, competitionId, ranking);
        await audit.AppendAsync(session, actor, competitionId, AuditAction.TeamRankingSaved, "team_ranking", ranking.Key, null, ranking.Traced());
        return [];
    }
}
