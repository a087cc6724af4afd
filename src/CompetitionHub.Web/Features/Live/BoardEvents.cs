using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace CompetitionHub.Web.Features.Live;

/// <summary>
/// Streams a board to one viewer. Everything written is shared between all viewers; a viewer costs a connection, one waiting task and
/// the id of the state it has.
/// </summary>
public static class BoardEvents
{
    private static readonly ReadOnlyMemory<byte> Ping = "event: ping\ndata:\n\n"u8.ToArray();
    private static readonly StringValues ContentType = "text/event-stream; charset=utf-8";
    private static readonly StringValues NoStore = "no-store";
    private static readonly StringValues NoBuffering = "no";

    // After a restart thousands reconnect; each waits another time.
    private static readonly ReadOnlyMemory<byte>[] Openings = [.. Enumerable.Range(0, 32).Select(i =>
        (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $": board\nretry: {1500 + (i * 110)}\n\n")))];

    private static int next;

    public static async Task WriteAsync(HttpContext context, LiveBoard board, string culture, BoardHub hub, BoardPages pages)
    {
        Start(context.Response);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var body = context.Response.BodyWriter;
        // Looked at with every pulse instead of being registered for: nothing more per viewer, and at the latest the next heartbeat notices.
        // Kestrel swallows what is written to a viewer who is gone, so the writes do not tell.
        var left = context.RequestAborted;
        var known = KnownId(context.Request);
        board.Enter();
        try
        {
            await board.FreshAsync();
            await body.WriteAsync(Openings[(uint)Interlocked.Increment(ref next) % Openings.Length]);
            while (!hub.IsStopping && !board.IsGone && !left.IsCancellationRequested)
            {
                // Before reading the state: a change in between ends the wait at once.
                var pulse = board.NextPulse;
                var state = board.State;
                if (state.Id == known)
                {
                    await pulse;
                    if (ReferenceEquals(board.State, state))
                    {
                        await body.WriteAsync(Ping);
                    }

                    continue;
                }

                foreach (var frame in await MissingAsync(state, known, culture, pages))
                {
                    await body.WriteAsync(frame);
                }

                known = state.Id;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The viewer is gone.
        }
        finally
        {
            board.Leave();
        }
    }

    private static void Start(HttpResponse response)
    {
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        response.Headers.ContentType = ContentType;
        response.Headers.CacheControl = NoStore;
        response.Headers["X-Accel-Buffering"] = NoBuffering;
    }

    private static string? KnownId(HttpRequest request) =>
        request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header ? header : request.Query["after"].ToString() is { Length: > 0 } asked ? asked : null;

    private static async ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> MissingAsync(BoardState state, string? known, string culture, BoardPages pages)
    {
        var frames = state.Frames;
        // From the newest back: almost everybody misses one.
        var first = frames.Length - 1;
        while (first >= 0 && frames[first].From != known)
        {
            first--;
        }

        if (first < 0)
        {
            return [BoardFrame.Reload(state.Id)];
        }

        var missing = new ReadOnlyMemory<byte>[frames.Length - first];
        for (var i = 0; i < missing.Length; i++)
        {
            missing[i] = await frames[first + i].BytesAsync(culture, pages);
        }

        return missing;
    }
}
