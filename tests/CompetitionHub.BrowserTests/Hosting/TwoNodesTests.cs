using CompetitionHub.BrowserTests.Judging;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.TestKit.Builders;
using Microsoft.Playwright;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.Hosting;

/// <summary>Several nodes on one PostgreSQL: what one takes the other shows, and when one dies the other goes on. Waits for what is shown, never for time.</summary>
public sealed class TwoNodesTests(ITestOutputHelper output)
{
    private const string Board = "/c/games/welding";
    private const string Pad = "/judge/games/welding/f";
    private const int ByHand = 4;
    private const int Acknowledgements = 30;
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 30_000 };
    private static readonly string[] Aspects = ["A1", "A2", "A3"];

    [Fact]
    public async Task NodeKilledInMidMarking_TheOtherGoesOnWithTheSameSignIns_AndItsViewersMissNothing()
    {
        await using var nodes = await TwoNodes.StartAsync(
            Schemes.OneForm(1, [.. Aspects.Select(key => Schemes.Aspect(key, new PanelScore(new PanelMean()), "10", step: "0.5"))]), entries: 2 * ByHand);
        await using var browsers = await Browsers.StartAsync();
        var viewer = await WatchAsync(browsers, nodes.Second);
        var pad = await (await browsers.DeviceAsync(Browsers.Phone, touch: true)).NewPageAsync();
        await PadHall.SignInAsync(pad, nodes.Door.Address, "li", Pad);
        // A second device of the same judge, faster than any hand, on the other half of the entries.
        using var device = new StubbornJudge(nodes.Hall, nodes.Door.Address, 1, 20260005, nodes.Hall.Entries.Skip(ByHand).ToList());
        await device.SignInAsync();

        // Each revision that the first node commits comes to the second one's viewer.
        await HandInAsync(pad, "K01", "7", "8", "9.5");
        await SavedAsync(pad);
        await ShowsAsync(viewer, "K01", "24.5");
        await HandInAsync(pad, "K02", "9", "9.5", "10");
        await SavedAsync(pad);
        await ShowsAsync(viewer, "K02", "28.5");

        using var stop = new CancellationTokenSource();
        var marking = Task.Run(() => device.MarkAsync(stop.Token));
        await AcknowledgedAsync(device, Acknowledgements, marking);
        await OpenAsync(pad, "K03");
        await EnterAsync(pad, "A1", "5");
        await nodes.KillFirstAsync();
        await EnterAsync(pad, "A2", "6.5");
        await EnterAsync(pad, "A3", "5");
        await SubmitAsync(pad);
        await Expect(pad.Locator("#pad-connection")).ToHaveTextAsync("无连接", new() { Timeout = 30_000 });
        Assert.NotEqual("0", await pad.Locator("#pad-unsent").GetAttributeAsync("data-unsent"));

        nodes.TakeOver();
        await SavedAsync(pad);
        await ShowsAsync(viewer, "K03", "16.5");
        await HandInAsync(pad, "K04", "10", "10", "9.5");
        await SavedAsync(pad);
        await ShowsAsync(viewer, "K04", "29.5");
        await AcknowledgedAsync(device, device.Saved.Count + Acknowledgements, marking);
        await stop.CancelAsync();
        await marking;

        await VerifyAsync(nodes, device);
        await FinalOrderAsync(nodes, viewer);
    }

    private static async Task<IPage> WatchAsync(Browsers browsers, AppProcess node)
    {
        var viewer = await (await browsers.DeviceAsync(Browsers.Phone)).NewPageAsync();
        await viewer.GotoAsync(new Uri(node.Address, Board).AbsoluteUri);
        await Expect(viewer.Locator("#connection")).ToHaveTextAsync("实时更新", new() { Timeout = 30_000 });
        await viewer.EvaluateAsync("() => { window.neverReloaded = true; }");
        return viewer;
    }

    private static async Task HandInAsync(IPage pad, string code, params string[] marks)
    {
        await OpenAsync(pad, code);
        foreach (var (aspect, mark) in Aspects.Zip(marks))
        {
            await EnterAsync(pad, aspect, mark);
        }

        await SubmitAsync(pad);
    }

    private static async Task OpenAsync(IPage pad, string code)
    {
        for (var i = 0; i < ByHand && await pad.Locator("#entry-code").InnerTextAsync() != code; i++)
        {
            await pad.Keyboard.PressAsync("PageDown");
        }

        await Expect(pad.Locator("#entry-code")).ToHaveTextAsync(code);
    }

    private static async Task EnterAsync(IPage pad, string aspect, string mark)
    {
        await pad.FillAsync($"#mark-{aspect}", mark);
        await pad.Locator($"#mark-{aspect}").PressAsync("Tab");
        // From here on the device holds it.
        await Expect(pad.Locator($".mark:has(#mark-{aspect})")).ToHaveAttributeAsync("data-shown", mark);
    }

    private static async Task SubmitAsync(IPage pad)
    {
        await pad.ClickAsync("#pad-submit");
        await pad.ClickAsync("dialog .button.primary");
        await Expect(pad.Locator("#pad-unsent[data-entering='0']")).ToBeVisibleAsync();
    }

    private static Task SavedAsync(IPage pad) => Expect(pad.Locator("#pad-unsent")).ToHaveTextAsync("全部已保存", new() { Timeout = 60_000 });

    private static Task ShowsAsync(IPage viewer, string code, string total) =>
        Expect(viewer.Locator($"tr[data-key={code}] td.total")).ToContainTextAsync(total, Patient);

    /// <summary>Ends when the judge's device has been told so many times that something is stored.</summary>
    private static async Task AcknowledgedAsync(StubbornJudge device, int count, Task marking)
    {
        while (device.Saved.Count < count && !marking.IsCompleted)
        {
            await Task.Delay(20);
        }

        if (marking.IsCompleted)
        {
            await marking;
        }
    }

    private async Task VerifyAsync(TwoNodes nodes, StubbornJudge device)
    {
        await using var connection = new NpgsqlConnection(nodes.Data.Options.Postgres);
        var saved = device.Saved.ToList();
        var (lost, doubled) = Acknowledged.Compare(saved, connection);
        output.WriteLine($"{saved.Count} commands acknowledged, {device.Resent} requests sent again, {lost} lost, {doubled} doubled");
        Assert.Equal((0, 0), (lost, doubled));
        Assert.True(device.Resent > 0, "The node was killed while nothing was on its way.");

        // What the judge typed: each mark once, as it was typed.
        Assert.Equal(
            "K01 A1 7000000,K01 A2 8000000,K01 A3 9500000,K02 A1 9000000,K02 A2 9500000,K02 A3 10000000,"
            + "K03 A1 5000000,K03 A2 6500000,K03 A3 5000000,K04 A1 10000000,K04 A2 10000000,K04 A3 9500000",
            await nodes.Hall.ScalarAsync<string>("""
                select string_agg(e.code || ' ' || m.aspect_key || ' ' || m.value, ',' order by e.code, m.aspect_key, m.version)
                from marks m join entries e on e.id = m.entry_id
                where e.code <= 'K04'
                """));
        Assert.Equal(ByHand, await nodes.Hall.ScalarAsync<long>("select count(*) from mark_sheets s join entries e on e.id = s.entry_id where e.code <= 'K04' and s.state = 'submitted'"));
        Assert.True((await new AuditVerifier(nodes.Data.Database).VerifyAsync(nodes.Hall.CompetitionSlug)).Value.Intact);
    }

    /// <summary>The page opened before the first mark shows the order that the database holds, without having been loaded again.</summary>
    private static async Task FinalOrderAsync(TwoNodes nodes, IPage viewer)
    {
        var order = (await nodes.Hall.ScalarAsync<string>("""
            select string_agg(e.code, ',' order by (s.summary::json->>'total')::numeric desc nulls last, e.code)
            from standing_rows s join entries e on e.id = s.entry_id
            where s.audience = 'public'
            """))!.Split(',');
        await Expect(viewer.Locator("tr[data-key] .code")).ToHaveTextAsync(order, new() { Timeout = 30_000 });
        Assert.Equal(["K04", "K02", "K01", "K03"], order.Where(code => string.CompareOrdinal(code, "K04") <= 0));
        Assert.True(await viewer.EvaluateAsync<bool>("() => window.neverReloaded === true"));
    }
}
