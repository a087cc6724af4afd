using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Competitions;

/// <summary>Reads contests.</summary>
public sealed class ContestQueries
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly ContestRepository contests;

    internal ContestQueries(Database database, CompetitionRepository competitions, ContestRepository contests)
    {
        this.database = database;
        this.competitions = competitions;
        this.contests = contests;
    }

    /// <summary>The contest at an address, with its competition; null when there is none. Says nothing about who may see it.</summary>
    public Task<ContestInCompetition?> FindAsync(string competitionSlug, string contestSlug, CancellationToken cancellationToken = default) =>
        database.ReadAsync(async session =>
            await competitions.FindBySlugAsync(session, competitionSlug) is { } competition
            && await contests.FindBySlugAsync(session, competition.Id, contestSlug) is { } contest
                ? new ContestInCompetition(competition, contest)
                : null, cancellationToken);

    /// <summary>The contest with an id, with its competition; null when there is none.</summary>
    public Task<ContestInCompetition?> FindByIdAsync(string contestId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(async session =>
            await contests.FindAsync(session, contestId) is { } contest
                ? new ContestInCompetition((await competitions.FindAsync(session, contest.CompetitionId))!, contest)
                : null, cancellationToken);

    /// <summary>The contests of a competition in their order.</summary>
    public Task<IReadOnlyList<Contest>> ListAsync(string competitionId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => contests.ListAsync(session, competitionId), cancellationToken);
}
