using System.Net.Mime;
using CompetitionHub.Core.Awards;
using CompetitionHub.Web.Features.Standings;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Awards;

/// <summary>The files of advancement and awards.</summary>
public static class AwardsEndpoints
{
    public static IServiceCollection AddAwardPages(this IServiceCollection services) => services.AddSingleton<AwardWords>();

    public static void MapAwards(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/manage/{slug}/contests/{contest}/awards/export.csv", ExportAsync).RequireAuthorization(Policies.Viewer);

    private static async Task<IResult> ExportAsync(
        string slug, string contest, CurrentActor current, AwardQueries queries, IStringLocalizer<AwardsText> texts, IStringLocalizer<StandingsText> standing,
        CancellationToken cancellationToken)
    {
        var found = await queries.GetAsync(await current.GetAsync(), slug, contest, cancellationToken);
        return found.Succeeded
            ? Results.File(AwardsFile.Write(found.Value, texts, standing), MediaTypeNames.Text.Csv, $"{slug}-{contest}-awards.csv")
            : Results.NotFound();
    }
}
