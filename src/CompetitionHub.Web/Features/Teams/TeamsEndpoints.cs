using System.Globalization;
using System.Net.Mime;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Teams;

/// <summary>The file of a team ranking: one row per delegation with its arithmetic.</summary>
public static class TeamsEndpoints
{
    public static IServiceCollection AddTeamPages(this IServiceCollection services) => services.AddSingleton<TeamWords>();

    public static void MapTeams(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/manage/{slug}/teams/{ranking}/export.csv", ExportAsync).RequireAuthorization(Policies.Viewer);

    private static async Task<IResult> ExportAsync(
        string slug, string ranking, CurrentActor current, TeamQueries queries, IStringLocalizer<TeamsText> texts, CancellationToken cancellationToken)
    {
        var found = await queries.GetAsync(await current.GetAsync(), slug, ranking, cancellationToken);
        if (!found.Succeeded)
        {
            return Results.NotFound();
        }
        var rule = found.Value.Ranking.Ranking;
        var file = CsvFile.Write(
            [texts["Column.Rank"], texts["Column.Code"], texts["Column.Delegation"], texts["Points"], texts["Column.Counted"], texts["Column.ContestsEntered"], texts["Column.Arithmetic"]],
            found.Value.Teams.Select(team => (IEnumerable<string>)
            [
                team.Rank?.ToString(CultureInfo.InvariantCulture) ?? texts["Place." + EnumText.Write(team.Place)],
                team.Delegation,
                team.Name.In(Languages.Current),
                team.Points is { } points ? ScoreText.Format(points) : "",
                team.Counted.Count().ToString(CultureInfo.InvariantCulture),
                team.ContestsEntered.ToString(CultureInfo.InvariantCulture),
                TeamWords.Arithmetic(team, rule),
            ]));
        return Results.File(file, MediaTypeNames.Text.Csv, $"{slug}-{ranking}.csv");
    }
}
