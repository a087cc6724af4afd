using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Hosting.Demo;

/// <summary>The made-up city games of <c>db/demo</c>, which lie beside the program.</summary>
public sealed class DemoGames(ImportService import, CompetitionService competitions, CompetitionQueries queries, TimeProvider time)
{
    /// <summary>Its slug.</summary>
    public const string Slug = "demo-games";

    /// <summary>Takes the games in and moves them to today: yesterday they began, the day after tomorrow they end.</summary>
    public async Task<Competition> ImportAsync(CancellationToken cancellationToken)
    {
        var outcome = await import.ImportAsync(Actor.System, Path.Combine(AppContext.BaseDirectory, "demo"), cancellationToken);
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException("The demonstration's folder is damaged: " + string.Join("; ", outcome.Problems.Select(p => $"{p.Place}: {p.Error}")));
        }
        var games = await queries.FindAsync(Slug, cancellationToken) ?? throw new InvalidOperationException("The demonstration's folder holds another competition.");
        var today = DateOnly.FromDateTime(games.Details.Local(time.GetUtcNow()).DateTime);
        var moved = await competitions.UpdateAsync(
            Actor.System, games.Id, games.Revision, games.Details with { StartsOn = today.AddDays(-1), EndsOn = today.AddDays(2) }, cancellationToken);
        return moved.Value;
    }
}
