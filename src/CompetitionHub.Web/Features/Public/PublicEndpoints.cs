using CompetitionHub.Core.Standings;
using CompetitionHub.Web.Features.Live;
using CompetitionHub.Web.Features.Standings;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OutputCaching;

namespace CompetitionHub.Web.Features.Public;

/// <summary>The public pages besides the boards: rendered once every two seconds per address and language, whoever asks.</summary>
public static class PublicEndpoints
{
    private const string Policy = "public";
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    public static void AddPublicPages(this IServiceCollection services) => services.Configure<OutputCacheOptions>(options =>
        options.AddPolicy(Policy, policy => policy
            .Expire(Kept)
            .SetVaryByQuery("q", "level", "part")
            .VaryByValue(context => new("language", Languages.Prefix(context) + "|" + Languages.Current))));

    public static void MapPublicPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().CacheOutput(Policy).AddEndpointFilter((context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            headers.CacheControl = "public, max-age=2";
            headers.Vary = "Accept-Language";
            return next(context);
        });
        pages.MapGet("/", async (string? q, string? level, HttpContext context, StandingsQueries standings, CancellationToken cancellationToken) =>
            Page<HomePage>(context, new() { [nameof(HomePage.Model)] = HomeModel.Of(await standings.ListPublicAsync(cancellationToken), q, level) }));
        pages.MapGet("/c/{competition}", CompetitionAsync);
        pages.MapGet("/c/{competition}/{contest}/entries/{code}", EntryAsync);
    }

    private static async Task<IResult> CompetitionAsync(
        string competition, HttpContext context, StandingsQueries standings, PublicAddress address, CancellationToken cancellationToken) =>
        await standings.FindPublicCompetitionAsync(competition, cancellationToken) is { } digest
            ? Page<CompetitionPage>(context, new()
            {
                [nameof(CompetitionPage.Digest)] = digest,
                [nameof(CompetitionPage.Qr)] = QrSvg.Of($"{address.Value}{Languages.Prefix(context)}/c/{digest.Competition.Slug}"),
            })
            : TypedResults.NotFound();

    private static async Task<IResult> EntryAsync(
        string competition, string contest, string code, string? part, HttpContext context, StandingsQueries standings, CancellationToken cancellationToken)
    {
        if (await standings.FindPublicEntryAsync(competition, contest, code, cancellationToken) is not { } entry)
        {
            return TypedResults.NotFound();
        }

        // Opened in place, the board needs the arithmetic only.
        return part is null
            ? Page<EntryPage>(context, new() { [nameof(EntryPage.View)] = entry })
            : new RazorComponentResult<EntryDetail>(new Dictionary<string, object?> { [nameof(EntryDetail.View)] = entry });
    }

    private static RazorComponentResult<T> Page<T>(HttpContext context, Dictionary<string, object?> parameters) where T : IComponent
    {
        parameters["Prefix"] = Languages.Prefix(context);
        return new(parameters);
    }
}
