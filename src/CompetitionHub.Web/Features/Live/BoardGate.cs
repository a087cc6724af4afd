using System.Collections.Concurrent;
using CompetitionHub.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace CompetitionHub.Web.Features.Live;

/// <summary>
/// Answers requests for boards in memory before anything else happens: no routing, no sign-in, no compression, no rendering. Whatever
/// it does not know goes on to the endpoints, which bring the board into memory.
/// </summary>
public sealed class BoardGate(BoardHub hub, BoardPages pages)
{
    private const int MostHeaders = 1_000;

    private readonly ConcurrentDictionary<string, string> cultures = new(StringComparer.Ordinal);

    public static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Answers a request for what a board's address asks.</summary>
    public async Task AnswerAsync(HttpContext context, BoardAddress address)
    {
        var culture = CultureOf(context.Request, address.Prefix);
        if (address.Ask == BoardAsk.Events)
        {
            await BoardEvents.WriteAsync(context, address.Board, culture, hub, pages);
            return;
        }

        var state = await address.Board.FreshAsync();
        // The data are the same in every language.
        var page = address.Ask == BoardAsk.Json
            ? await state.PageAsync(address.Ask, Languages.Chinese, "", pages)
            : await state.PageAsync(address.Ask, culture, address.Prefix, pages);
        await page.WriteAsync(context);
    }

    private string CultureOf(HttpRequest request, string prefix)
    {
        if (prefix.Length > 0)
        {
            return Languages.CultureOf(prefix[1..]);
        }

        var header = request.Headers.AcceptLanguage.ToString();
        if (cultures.TryGetValue(header, out var known))
        {
            return known;
        }

        var culture = Prefer(header);
        if (cultures.Count < MostHeaders)
        {
            cultures.TryAdd(header, culture);
        }

        return culture;
    }

    private static string Prefer(string header) =>
        StringWithQualityHeaderValue.TryParseList([header], out var values)
        && values.OrderByDescending(value => value.Quality ?? 1).FirstOrDefault(value => IsKnown(value.Value.Value)) is { } best
            ? Languages.CultureOf(best.Value.Value)
            : Languages.Chinese;

    private static bool IsKnown(string? language) =>
        language is not null && (language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en", StringComparison.OrdinalIgnoreCase));
}

/// <summary>Puts the gate into the pipeline.</summary>
public static class BoardGateFeature
{
    public static void UseBoardGate(this IApplicationBuilder app)
    {
        var hub = app.ApplicationServices.GetRequiredService<BoardHub>();
        var gate = app.ApplicationServices.GetRequiredService<BoardGate>();
        app.Use((context, next) =>
            context.Request.Path.Value is { } path && hub.Find(path) is { Board.IsGone: false } address && BoardGate.IsRead(context.Request)
                ? gate.AnswerAsync(context, address)
                : next(context));
    }
}
