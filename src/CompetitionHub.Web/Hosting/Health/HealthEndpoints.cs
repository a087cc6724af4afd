namespace CompetitionHub.Web.Hosting.Health;

/// <summary>Is the process there, and can it work? For proxies, for open pages, and for the person who set it up.</summary>
public static class HealthEndpoints
{
    public static void AddHealth(this IServiceCollection services) => services.AddSingleton<Boot>().AddSingleton<SelfTest>().AddSingleton<OwnAddress>();

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", (HttpContext context, Boot boot) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.Json(new { status = "live", boot = boot.Id });
        }).AllowAnonymous();

        // Names and verdicts only: the details, which may name files and hosts, go to the log.
        routes.MapGet("/health/ready", async (HttpContext context, SelfTest test, CancellationToken cancellationToken) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            var checks = await test.RunAsync(cancellationToken);
            var healthy = checks.All(c => c.Healthy);
            return TypedResults.Json(
                new { status = healthy ? "ready" : "unhealthy", checks = checks.Select(c => new { name = c.Name, healthy = c.Healthy }) },
                statusCode: healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous();
    }
}
