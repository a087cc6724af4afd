using System.Text;
using CompetitionHub.Web.Features.Standings;

namespace CompetitionHub.Web.Features.Live;

/// <summary>Renders a board's pages, data and parts of pages to bytes that all readers share.</summary>
public sealed class BoardPages(PageRenderer renderer, PublicAddress address)
{
    public async Task<CachedPage> RenderAsync(BoardState state, BoardAsk ask, string culture, string prefix)
    {
        if (ask == BoardAsk.Json)
        {
            return new(BoardJson.Write(state), "application/json; charset=utf-8", sameForAllLanguages: true);
        }

        var parameters = new Dictionary<string, object?> { [nameof(BoardPage.State)] = state, [nameof(BoardPage.Prefix)] = prefix };
        if (ask == BoardAsk.Board)
        {
            return Html(await renderer.RenderAsync<BoardPage>(culture, parameters));
        }

        var board = state.View;
        parameters[nameof(ScreenPage.Qr)] = QrSvg.Of($"{address.Value}{prefix}/c/{board.Competition.Slug}/{board.Contest.Slug}");
        return Html(await renderer.RenderAsync<ScreenPage>(culture, parameters));
    }

    /// <summary>The line above a board.</summary>
    public Task<string> RenderStatusAsync(BoardStatusModel status, string culture) =>
        renderer.RenderAsync<BoardStatus>(culture, new() { [nameof(BoardStatus.Model)] = status });

    /// <summary>Rows of a board, each by itself.</summary>
    public Task<IReadOnlyList<string>> RenderRowsAsync(IReadOnlyList<BoardRowModel> rows, BoardStatusModel status, string culture) =>
        renderer.RenderManyAsync<BoardRow>(culture, [.. rows.Select(row => new Dictionary<string, object?> { [nameof(BoardRow.Model)] = row, [nameof(BoardRow.Status)] = status })]);

    private static CachedPage Html(string html) => new(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8");
}
