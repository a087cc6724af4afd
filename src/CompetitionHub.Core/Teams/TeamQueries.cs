using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>The team rankings of a competition, and the schemes of its contests by slug that they can be made of.</summary>
public sealed record CompetitionTeams(
    Competition Competition, IReadOnlyList<Contest> Contests, IReadOnlyDictionary<string, MarkingScheme> Schemes, IReadOnlyList<StoredTeamRanking> Rankings);

/// <summary>A team ranking with its result: a proposal, nothing is granted by it.</summary>
public sealed record TeamStandings(Competition Competition, StoredTeamRanking Ranking, IReadOnlyList<TeamContest> Contests, IReadOnlyList<TeamResult> Teams)
{
    /// <summary>True while marks are missing in one of the contests, or an award that counts is still open.</summary>
    public bool IsProvisional => Competition.State != CompetitionState.Closed || IsOpen || Contests.Any(contest => !contest.Field.IsComplete);

    /// <summary>True when people have to decide about an award before its points are certain.</summary>
    public bool IsOpen => Ranking.Ranking.Points is TeamAwardPoints points
        && Contests.SelectMany(contest => contest.Awards).SelectMany(group => group.Awards).Any(award => award.IsOpen && points.Rows.Any(row => row.Award == award.Award.Key));
}

/// <summary>Reads team rankings.</summary>
public sealed class TeamQueries
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly ContestRepository contests;
    private readonly DelegationRepository delegations;
    private readonly TeamFields fields;

    internal TeamQueries(Database database, CompetitionRepository competitions, ContestRepository contests, DelegationRepository delegations, TeamFields fields)
    {
        this.database = database;
        this.competitions = competitions;
        this.contests = contests;
        this.delegations = delegations;
        this.fields = fields;
    }

    /// <summary>The rankings of a competition, for those who may read its staff pages.</summary>
    public Task<Result<CompetitionTeams>> ListAsync(Actor actor, string competitionSlug, CancellationToken cancellationToken = default) =>
        database.ReadAsync<Result<CompetitionTeams>>(async session =>
            await FindAsync(session, actor, competitionSlug) is { } competition
                ? new CompetitionTeams(
                    competition, await contests.ListAsync(session, competition.Id), await fields.SchemesAsync(session, competition.Id),
                    await TeamRankingRepository.ListAsync(session, competition.Id))
                : TeamsErrors.NotFound(), cancellationToken);

    /// <summary>A ranking with its result as the marks stand, for those who may read the competition's staff pages.</summary>
    public Task<Result<TeamStandings>> GetAsync(Actor actor, string competitionSlug, string key, CancellationToken cancellationToken = default) =>
        database.ReadAsync<Result<TeamStandings>>(async session =>
        {
            if (await FindAsync(session, actor, competitionSlug) is not { } competition
                || (await TeamRankingRepository.ListAsync(session, competition.Id)).FirstOrDefault(one => one.Ranking.Key == key) is not { } stored)
                return TeamsErrors.NotFound();
            var read = await fields.ReadAsync(session, competition.Id, stored.Ranking.Contests);
            return new TeamStandings(competition, stored, read, TeamCalculator.Compute(stored.Ranking, read, await delegations.ListAsync(session, competition.Id)));
        }, cancellationToken);

    private async Task<Competition?> FindAsync(DbSession session, Actor actor, string slug) =>
        await competitions.FindBySlugAsync(session, slug) is { } competition && actor.MayView(competition.Id) ? competition : null;
}
