using System.Text.Json;
using System.Text.RegularExpressions;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Web.Tests.Hosting;

namespace CompetitionHub.Web.Tests.Public;

/// <summary>The board with no row, one, many, and hidden.</summary>
public sealed partial class BoardSizeTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Fact]
    public async Task Board_OfEachSize_HasItsRows()
    {
        using var client = hub.Stranger("en");
        await hub.Hall.RunAsync("delete from standing_rows");
        await hub.Hall.RunAsync("delete from entries");
        await ShowAsync(0, client);
        Assert.Contains("No entries yet", await client.GetStringAsync("/c/games/welding"), StringComparison.Ordinal);
        await ShowAsync(1, client);
        await ShowAsync(60, client);
        await ShowAsync(2_000, client);

        Assert.True((await hub.Get<BoardService>().SetVisibilityAsync(Actor.System, hub.Hall.ContestId, BoardVisibility.Hidden)).Succeeded);
        for (var i = 0; i < 200 && !(await client.GetStringAsync("/c/games/welding")).Contains("not public yet", StringComparison.Ordinal); i++)
        {
            await Task.Delay(50);
        }

        foreach (var page in new[] { "/c/games/welding", "/c/games/welding/screen", "/c/games/welding/board.json" })
        {
            var text = await client.GetStringAsync(page);
            Assert.DoesNotContain("R0001", text, StringComparison.Ordinal);
        }

        // Nor what is marked.
        var feed = JsonDocument.Parse(await client.GetStringAsync("/c/games/welding/board.json")).RootElement;
        Assert.Equal((0, JsonValueKind.Null), (feed.GetProperty("modules").GetArrayLength(), feed.GetProperty("fullMark").ValueKind));
        Assert.Contains("Results are not public yet", await client.GetStringAsync("/c/games/welding"), StringComparison.Ordinal);
    }

    private async Task ShowAsync(int entries, HttpClient client)
    {
        await hub.Hall.RunAsync(
            """
            with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < @entries)
            insert into entries (id, competition_id, contest_id, delegation_id, import_id, code, name_zh, name_en, members, status, status_reason, created_at)
            select 'entry-' || n, @CompetitionId, @ContestId, null, null, 'R' || substr('0000' || n, -4), '张三', 'Zhang San', '[]', 'active', null, 0
            from numbers
            where n <= @entries and not exists (select 1 from entries where entries.id = 'entry-' || n)
            """, new { entries, hub.Hall.CompetitionId, hub.Hall.ContestId });
        Assert.True((await hub.Get<BoardService>().RebuildAsync(Actor.System, hub.Hall.ContestId)).Succeeded);
        for (var i = 0; i < 200 && Rows().Count(await client.GetStringAsync("/c/games/welding")) != entries; i++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(entries, Rows().Count(await client.GetStringAsync("/c/games/welding")));
        Assert.Equal(entries, Rows().Count(await client.GetStringAsync("/c/games/welding/screen")));
    }

    [GeneratedRegex("<tr data-key=")]
    private static partial Regex Rows();
}
