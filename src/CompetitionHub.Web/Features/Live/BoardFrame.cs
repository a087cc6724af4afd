using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CompetitionHub.Web.Features.Standings;

namespace CompetitionHub.Web.Features.Live;

/// <summary>
/// What changed from one state of a board to the next, as the bytes of one event: made once per language, shared by all viewers.
/// Keeps the few rows it speaks of, not the states.
/// </summary>
public sealed class BoardFrame
{
    /// <summary>Above this it is cheaper for everybody to load the compressed page.</summary>
    private const int MostBytes = 32 * 1024;
    private const int MostRows = 60;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentDictionary<string, Lazy<Task<ReadOnlyMemory<byte>>>> bytes = new();
    private readonly BoardStatusModel status;
    private readonly List<(BoardRowModel Row, string? Before)> changed = [];
    private readonly List<BoardRowModel> moved = [];
    private readonly List<string> gone;
    private readonly bool reload;

    private BoardFrame(BoardState from, BoardState to)
    {
        From = from.Id;
        To = to.Id;
        status = BoardStatusModel.Of(to.View);
        gone = [.. from.Contents.Keys.Where(code => !to.Contents.ContainsKey(code))];
        var before = from.View.Lines.ToDictionary(row => row.Line.Code, from.RowOf, StringComparer.Ordinal);
        string? next = null;
        // From the last row up, so that the row to insert before is in its place already.
        foreach (var row in to.View.Lines.Reverse())
        {
            var model = to.RowOf(row);
            if (from.Contents.GetValueOrDefault(model.Code) != to.Contents[model.Code])
            {
                changed.Add((model, next));
            }
            else if (before[model.Code].Row.Rank != row.Rank || before[model.Code].Move != model.Move)
            {
                moved.Add(model);
            }

            next = model.Code;
        }

        reload = IsAnotherTable(from, to) || !BoardStatusModel.Of(from.View).Decimals.Equals(status.Decimals) || changed.Count > MostRows;
        if (reload)
        {
            changed.Clear();
            moved.Clear();
        }
    }

    /// <summary>The state a reader must have for this to fit.</summary>
    public string From { get; }

    /// <summary>The state a reader has afterwards.</summary>
    public string To { get; }

    public static BoardFrame Between(BoardState from, BoardState to) => new(from, to);

    /// <summary>The event that tells a reader to load the board anew.</summary>
    public static ReadOnlyMemory<byte> Reload(string id) => Event(id, Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","reload":true}"""));

    /// <summary>The event in a language.</summary>
    public Task<ReadOnlyMemory<byte>> BytesAsync(string culture, BoardPages pages) =>
        bytes.TryGetValue(culture, out var known)
            ? known.Value
            : bytes.GetOrAdd(culture, c => new(() => Task.Run(() => RenderAsync(c, pages)))).Value;

    private static bool IsAnotherTable(BoardState from, BoardState to) =>
        from.View.Board.Visibility != to.View.Board.Visibility
        || from.View.Modules.Count != to.View.Modules.Count
        || from.View.Lines.Count == 0 || to.View.Lines.Count == 0
        || from.View.Competition != to.View.Competition || from.View.Contest != to.View.Contest;

    private async Task<ReadOnlyMemory<byte>> RenderAsync(string culture, BoardPages pages)
    {
        if (reload)
        {
            return Reload(To);
        }

        var head = await pages.RenderStatusAsync(status, culture);
        var rows = await pages.RenderRowsAsync([.. changed.Select(row => row.Row)], status, culture);
        using var stream = new MemoryStream();
        await using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartObject();
            json.WriteString("id", To);
            json.WriteString("from", From);
            json.WriteString("status", head);
            Array(json, "rows", changed.Zip(rows), row => { json.WriteStringValue(row.First.Row.Code); json.WriteStringValue(row.Second); json.WriteStringValue(row.First.Before); });
            Array(json, "moved", moved, row => { json.WriteStringValue(row.Code); json.WriteNumberValue(row.Row.Rank ?? 0); json.WriteNumberValue(row.Move); });
            Array(json, "gone", gone, json.WriteStringValue);
            json.WriteEndObject();
        }

        return stream.Length > MostBytes ? Reload(To) : Event(To, stream.ToArray());
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartArray();
            write(item);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    // JSON has no raw line breaks, so the data is one line.
    private static ReadOnlyMemory<byte> Event(string id, ReadOnlySpan<byte> data) =>
        (byte[])[.. "id: "u8, .. Encoding.UTF8.GetBytes(id), .. "\nevent: board\ndata: "u8, .. data, .. "\n\n"u8];
}
