using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Interchange;

/// <summary>Reads the standings of a contest for other programs.</summary>
public sealed class StandingsExport
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly ContestRepository contests;
    private readonly SchemeRepository schemes;

    internal StandingsExport(Database database, CompetitionRepository competitions, ContestRepository contests, SchemeRepository schemes)
    {
        this.database = database;
        this.competitions = competitions;
        this.contests = contests;
        this.schemes = schemes;
    }

    /// <summary>The stored rows for staff, ranked; for whoever may see the competition's staff pages.</summary>
    public Task<Result<StandingsTable>> ReadAsync(Actor actor, string competitionSlug, string contestSlug, CancellationToken cancellationToken = default) =>
        database.ReadAsync<Result<StandingsTable>>(async session =>
        {
            if (await competitions.FindBySlugAsync(session, competitionSlug) is not { } competition || !actor.MayView(competition.Id))
            {
                return CompetitionsErrors.CompetitionNotFound();
            }
            if (await contests.FindBySlugAsync(session, competition.Id, contestSlug) is not { } contest)
            {
                return CompetitionsErrors.ContestNotFound();
            }
            var scheme = await schemes.GetCurrentAsync(session, contest.Id);
            var lines = await StandingsRepository.ListAsync(session, contest.Id, Audience.Staff);
            return new StandingsTable(
                competitionSlug, contestSlug, contest.Details.Counting == CountingRule.Submitted,
                [.. scheme.Scheme.AllModules().Select(m => m.Key)], BoardOrder.Of(lines.Values, scheme.Compiled));
        }, cancellationToken);
}
