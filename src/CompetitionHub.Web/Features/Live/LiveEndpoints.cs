using CompetitionHub.Web.Components.Layouts;
using CompetitionHub.Web.Hosting;

namespace CompetitionHub.Web.Features.Live;

/// <summary>The addresses of boards. They are answered here once, when a board comes into memory, and by <see cref="BoardGate"/> from then on.</summary>
public static class LiveEndpoints
{
    public static void AddLiveBoards(this IServiceCollection services)
    {
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<PublicAssets>();
        services.AddSingleton<BoardPages>();
        services.AddSingleton<BoardHub>();
        services.AddSingleton<BoardGate>();
        services.AddHostedService(provider => provider.GetRequiredService<BoardHub>());
    }

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{competition}/{contest}", (string competition, string contest, HttpContext context, BoardHub hub, BoardGate gate) =>
            AnswerAsync(context, hub, gate, competition, contest, BoardAsk.Board)).AllowAnonymous();
        routes.MapGet("/c/{competition}/{contest}/screen", (string competition, string contest, HttpContext context, BoardHub hub, BoardGate gate) =>
            AnswerAsync(context, hub, gate, competition, contest, BoardAsk.Screen)).AllowAnonymous();
        routes.MapGet("/c/{competition}/{contest}/board.json", (string competition, string contest, HttpContext context, BoardHub hub, BoardGate gate) =>
            AnswerAsync(context, hub, gate, competition, contest, BoardAsk.Json)).AllowAnonymous();
        routes.MapGet("/c/{competition}/{contest}/events", (string competition, string contest, HttpContext context, BoardHub hub, BoardGate gate) =>
            AnswerAsync(context, hub, gate, competition, contest, BoardAsk.Events)).AllowAnonymous();
    }

    private static async Task AnswerAsync(HttpContext context, BoardHub hub, BoardGate gate, string competition, string contest, BoardAsk ask)
    {
        if (await hub.LoadAsync(competition, contest) is { } board)
        {
            await gate.AnswerAsync(context, new BoardAddress(board, ask, Languages.Prefix(context)));
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
