using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>A competition in a list, with the number of its contests and entries.</summary>
public sealed record CompetitionRow(Competition Competition, int Contests, int Entries);

/// <summary>A competition with its contests' progress and the checks of its next step and of the step back.</summary>
public sealed record CompetitionOverview(
    Competition Competition, IReadOnlyList<ContestProgress> Contests, int Delegations, StepCheck? Next, StepCheck? Back);

/// <summary>Reads competitions.</summary>
public sealed class CompetitionQueries
{
    private const string CountsOfAll = """
        select id as competition_id,
          (select count(*) from contests where contests.competition_id = competitions.id) as contests,
          (select count(*) from entries where entries.competition_id = competitions.id) as entries
        from competitions
        """;

    private const string CountDelegations = """
        select count(*) from delegations where competition_id = @competitionId
        """;

    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly ProgressReader progress;

    internal CompetitionQueries(Database database, CompetitionRepository competitions, ProgressReader progress)
    {
        this.database = database;
        this.competitions = competitions;
        this.progress = progress;
    }

    /// <summary>The competition with a slug, or null. Says nothing about who may see it.</summary>
    public Task<Competition?> FindAsync(string slug, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => competitions.FindBySlugAsync(session, slug), cancellationToken);

    /// <summary>The competition with a slug when it is the actor's to see on staff pages; otherwise null.</summary>
    public async Task<Competition?> FindForAsync(Actor actor, string slug, CancellationToken cancellationToken = default) =>
        await FindAsync(slug, cancellationToken) is { } found && actor.MayView(found.Id) ? found : null;

    /// <summary>The competition with an id, or null. Says nothing about who may see it.</summary>
    public Task<Competition?> FindByIdAsync(string competitionId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => competitions.FindAsync(session, competitionId), cancellationToken);

    /// <summary>The competitions an actor belongs to, the latest first.</summary>
    public Task<IReadOnlyList<CompetitionRow>> ListForAsync(Actor actor, CancellationToken cancellationToken = default) =>
        ListAsync(c => CompetitionsAccess.BelongsTo(actor, c.Id), cancellationToken);

    /// <summary>The competitions the public may see, the latest first.</summary>
    public Task<IReadOnlyList<CompetitionRow>> ListPublicAsync(CancellationToken cancellationToken = default) => ListAsync(c => c.IsPublic, cancellationToken);

    /// <summary>How far a competition is, and what comes next.</summary>
    public Task<CompetitionOverview?> OverviewAsync(string competitionId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(async session =>
        {
            var competition = await competitions.FindAsync(session, competitionId);
            if (competition is null)
            {
                return null;
            }
            var contests = await progress.ReadAsync(session, competitionId);
            var delegations = (int)await session.ScalarAsync<long>(CountDelegations, new { competitionId });
            return new CompetitionOverview(
                competition, contests, delegations,
                LifeCycle.Next(competition.State) is { } next ? LifeCycle.Check(next, contests) : null,
                LifeCycle.Back(competition.State) is { } back ? LifeCycle.Check(back, contests) : null);
        }, cancellationToken);

    private Task<IReadOnlyList<CompetitionRow>> ListAsync(Func<Competition, bool> wanted, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<CompetitionRow>>(async session =>
        {
            var counts = (await session.QueryAsync<CountRow>(CountsOfAll)).ToDictionary(r => r.CompetitionId);
            return [.. (await competitions.ListAsync(session)).Where(wanted)
                .Select(c => new CompetitionRow(c, (int)counts[c.Id].Contests, (int)counts[c.Id].Entries))];
        }, cancellationToken);

    private sealed class CountRow
    {
        public string CompetitionId { get; init; } = "";
        public long Contests { get; init; }
        public long Entries { get; init; }
    }
}
