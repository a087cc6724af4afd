using System.Text.Json;
using System.Text.RegularExpressions;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Web.Features.Live;
using CompetitionHub.Web.Tests.Hosting;

namespace CompetitionHub.Web.Tests.Live;

public sealed partial class EventStreamTests(RunningHub hub) : IClassFixture<RunningHub>
{
    private const string Events = BoardMarks.Path + "/events";

    [Fact]
    public async Task Stream_OnTheWire_OpensWithACommentAndNoCookie()
    {
        await using var viewer = await EventSocket.OpenAsync(hub.Address, Events);
        var opening = await viewer.ReadUntilAsync("\"reload\":true");
        var (head, body) = (opening[..opening.IndexOf("\r\n\r\n", StringComparison.Ordinal)], opening[(opening.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        Assert.StartsWith("HTTP/1.1 200 OK", head, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/event-stream; charset=utf-8", head, StringComparison.Ordinal);
        Assert.Contains("X-Accel-Buffering: no", head, StringComparison.Ordinal);
        Assert.Contains("Cache-Control: no-store", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", head, StringComparison.OrdinalIgnoreCase);
        // Chunked: length, comment, then the wait before a reconnection.
        Assert.Matches(@"^[0-9a-f]+\r\n: board\nretry: \d{4}\n\n", body);
        Assert.Matches("id: (?<id>[^\n]+)\nevent: board\ndata: {\"id\":\"\\k<id>\",\"reload\":true}\n\n", body);
    }

    [Fact]
    public async Task Mark_ReachesAViewerWhoHasTheState_AsTheChangedRows()
    {
        var id = await IdShowingAsync(await hub.NewMarkedEntryAsync("4.5"));
        await using var viewer = await EventSocket.OpenAsync(hub.Address, $"{Events}?after={id}");
        await viewer.ReadUntilAsync("\n\n");
        var code = await hub.NewMarkedEntryAsync("9.5", "王五");
        using var frame = Data(await viewer.ReadUntilAsync("王五"));
        Assert.Equal(id, frame.RootElement.GetProperty("from").GetString());
        var row = Assert.Single(frame.RootElement.GetProperty("rows").EnumerateArray());
        Assert.Equal(code, row[0].GetString());
        Assert.StartsWith($"<tr data-key=\"{code}\"", row[1].GetString(), StringComparison.Ordinal);
        Assert.Contains("最近评分", frame.RootElement.GetProperty("status").GetString(), StringComparison.Ordinal);
        Assert.Equal(frame.RootElement.GetProperty("id").GetString(), await IdShowingAsync(code));
    }

    [Fact]
    public async Task Viewer_ThatComesBack_GetsWhatItMissedOrIsToldToReload()
    {
        var id = await IdShowingAsync(await hub.NewMarkedEntryAsync("3.5"));
        var code = await hub.NewMarkedEntryAsync("6", "赵六");
        await using var missed = await EventSocket.OpenAsync(hub.Address, Events, $"Last-Event-ID: {id}");
        using var frame = Data(await missed.ReadUntilAsync("赵六"));
        Assert.Equal(code, frame.RootElement.GetProperty("rows")[0][0].GetString());

        await using var stranger = await EventSocket.OpenAsync(hub.Address, Events, "Last-Event-ID: 1-000000000000");
        await stranger.ReadUntilAsync("\"reload\":true");
    }

    [Fact]
    public async Task EnglishViewer_GetsEnglishRows()
    {
        var id = await IdShowingAsync(await hub.NewMarkedEntryAsync("2.5"));
        await using var viewer = await EventSocket.OpenAsync(hub.Address, $"/en{Events}?after={id}");
        await viewer.ReadUntilAsync("\n\n");
        await hub.NewMarkedEntryAsync("7", "孙七", "Sun Qi");
        Assert.Contains("Last mark", await viewer.ReadUntilAsync("Sun Qi"), StringComparison.Ordinal);
        Assert.DoesNotContain("孙七", viewer.Received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FrozenBoard_TellsNobodyOfMarks()
    {
        await hub.NewMarkedEntryAsync("5");
        var boards = hub.Get<BoardService>();
        Assert.True((await boards.FreezeAsync(Actor.System, hub.Hall.ContestId)).Succeeded);
        try
        {
            var id = await IdShowingAsync("\"frozenAt\":\"");
            await using var viewer = await EventSocket.OpenAsync(hub.Address, $"{Events}?after={id}");
            await viewer.ReadUntilAsync("\n\n");
            await hub.NewMarkedEntryAsync("10");
            Assert.True(await viewer.IsQuietAsync(TimeSpan.FromSeconds(1.5)), id + viewer.Received);
            Assert.Equal(id, await IdShowingAsync("frozenAt"));
        }
        finally
        {
            await boards.UnfreezeAsync(Actor.System, hub.Hall.ContestId);
        }
    }

    [Fact]
    public async Task Heartbeat_IsAnEventThatScriptsHear()
    {
        var id = await IdShowingAsync("rows");
        await using var viewer = await EventSocket.OpenAsync(hub.Address, $"{Events}?after={id}");
        await viewer.ReadUntilAsync("\n\n");
        // What the timer does every 15 seconds.
        (await hub.Get<BoardHub>().LoadAsync("games", "welding"))!.Pulse();
        Assert.Contains("event: ping\ndata:\n\n", await viewer.ReadUntilAsync("ping\ndata:\n\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ViewerWhoLeaves_IsForgotten()
    {
        var board = (await hub.Get<BoardHub>().LoadAsync("games", "welding"))!;
        await ForgottenAsync(board);
        await using (var viewer = await EventSocket.OpenAsync(hub.Address, Events))
        {
            await viewer.ReadUntilAsync("\n\n");
            Assert.Equal(1, board.Viewers);
        }

        await ForgottenAsync(board);
        Assert.Equal(0, board.Viewers);
    }

    private static async Task ForgottenAsync(LiveBoard board)
    {
        for (var i = 0; i < 200 && board.Viewers > 0; i++)
        {
            board.Pulse();
            await Task.Delay(50);
        }
    }

    // The state as soon as it shows a text; boards are rebuilt four times a second at most, later on a busy machine.
    private async Task<string> IdShowingAsync(string text)
    {
        using var client = hub.Stranger();
        for (var i = 0; i < 200; i++)
        {
            var json = await client.GetStringAsync(BoardMarks.Path + "/board.json");
            if (json.Contains(text, StringComparison.Ordinal))
            {
                using var feed = JsonDocument.Parse(json);
                return feed.RootElement.GetProperty("id").GetString()!;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException(text);
    }

    private static JsonDocument Data(string events) => JsonDocument.Parse(Frames().Matches(events)[^1].Groups[1].Value);

    [GeneratedRegex("event: board\ndata: (.*)\n")]
    private static partial Regex Frames();
}
