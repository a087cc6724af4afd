using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Teams;

/// <summary>Reads the contests that team rankings are computed of.</summary>
internal sealed class TeamFields(ContestRepository contests, SchemeRepository schemes, ContestFieldReader fields)
{
    /// <summary>The schemes of a competition's contests by slug.</summary>
    public async Task<IReadOnlyDictionary<string, MarkingScheme>> SchemesAsync(DbSession session, string competitionId)
    {
        var read = new Dictionary<string, MarkingScheme>(StringComparer.Ordinal);
        foreach (var contest in await contests.ListAsync(session, competitionId))
            read.Add(contest.Slug, (await schemes.GetCurrentAsync(session, contest.Id)).Scheme);
        return read;
    }

    /// <summary>The contests with these slugs (none: all) with their entries and awards.</summary>
    public async Task<IReadOnlyList<TeamContest>> ReadAsync(DbSession session, string competitionId, IReadOnlyCollection<string> slugs)
    {
        var read = new List<TeamContest>();
        foreach (var contest in await contests.ListAsync(session, competitionId))
        {
            if (slugs.Count > 0 && !slugs.Contains(contest.Slug))
                continue;
            var (field, awards, _) = await fields.ReadAsync(session, contest.Id);
            read.Add(new(contest, field, awards));
        }
        return read;
    }
}
