namespace CompetitionHub.Web.Hosting;

/// <summary>
/// What keeps the server from starting is thrown and nothing else: the host would log its stack trace besides, before Program can say it in a sentence.
/// A service that dies during the start is still told of: that is critical.
/// </summary>
public sealed class QuietStart
{
    private const string Host = "Microsoft.Extensions.Hosting.Internal.Host";

    private volatile bool isOver;

    public static void Add(WebApplicationBuilder builder)
    {
        var quiet = new QuietStart();
        builder.Services.AddSingleton(quiet);
        builder.Logging.AddFilter(Host, level => quiet.isOver || level == LogLevel.Critical);
    }

    public async Task RunAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
            isOver = true;
        }
        catch
        {
            // Otherwise the services that had begun count as failed when the application is disposed.
            await app.StopAsync();
            throw;
        }
    }
}
