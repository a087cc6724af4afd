using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.Standings;

/// <summary>The demonstration's public pages as readers meet them. Events come from the test, so that they come when it wants.</summary>
public sealed class BoardPageTests : IClassFixture<BoardPageTests.Demonstration>
{
    private const string Board = "c/demo-games/electrician";
    private readonly Demonstration demo;

    public BoardPageTests(Demonstration demo) => this.demo = demo;

    [Fact]
    public async Task OpenedArithmetic_LightAndDark_PhoneAndDesktop_HasNothingSeriousAgainstIt()
    {
        foreach (var (size, dark) in new[] { (Browsers.Desktop, false), (Browsers.Phone, true) })
        {
            var device = await demo.Browsers.DeviceAsync(size, dark: dark);
            var page = await device.NewPageAsync();
            await page.GotoAsync(demo.App.Address + Board);
            await page.Locator("tr[data-key]").First.ClickAsync();
            await Expect(page.Locator("tr.detail .worked-total")).ToBeVisibleAsync();
            var found = await page.RunAxe();
            Assert.DoesNotContain(found.Violations, violation => violation.Impact is "serious" or "critical");
            Assert.Empty(await device.CookiesAsync());
        }
    }

    [Fact]
    public async Task NarrowPhone_LosesNothingSideways()
    {
        var device = await demo.Browsers.DeviceAsync(new() { Width = 320, Height = 640 });
        var page = await device.NewPageAsync();
        foreach (var address in new[] { "", "c/demo-games", Board, "en/" + Board })
        {
            await page.GotoAsync(demo.App.Address + address);
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        }
    }

    [Fact]
    public async Task Board_LoadsLittleScriptAndNothingFromElsewhere()
    {
        var device = await demo.Browsers.DeviceAsync();
        var page = await device.NewPageAsync();
        var responses = new ConcurrentQueue<IResponse>();
        page.Response += (_, response) => responses.Enqueue(response);
        await page.GotoAsync(demo.App.Address + Board);
        await Expect(page.Locator("#connection")).ToHaveTextAsync("实时更新");
        Assert.All(responses, response => Assert.StartsWith(demo.App.Address.ToString(), response.Url, StringComparison.Ordinal));
        var scripts = await Task.WhenAll(responses.Where(response => response.Url.Contains(".js", StringComparison.Ordinal)).Select(response => response.BodyAsync()));
        Assert.InRange(scripts.Sum(script => script.Length), 1_000, 30 * 1024);
    }

    [Fact]
    public async Task RowUnderThePointer_StaysUntilItsReaderIsDone()
    {
        var device = await demo.Browsers.DeviceAsync();
        var page = await device.NewPageAsync();
        var frame = new TaskCompletionSource<string>();
        await SendAsync(page, frame.Task);
        await page.GotoAsync(demo.App.Address + Board);
        var rows = page.Locator("tr[data-key]");
        var codes = await rows.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.key)");
        var third = await rows.Nth(2).BoundingBoxAsync();

        await page.Mouse.MoveAsync(third!.X + 300, third.Y + 20);
        frame.SetResult(await ClimbAsync(page, codes[3], before: codes[0]));
        await Expect(page.Locator("#waiting")).ToBeVisibleAsync();
        Assert.Equal(codes, await rows.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.key)"));

        // Asked for, it comes at once; without asking it comes when the reader is calm.
        await page.Locator("#waiting").ClickAsync();
        await Expect(rows.First).ToHaveAttributeAsync("data-key", codes[3]);
        await Expect(page.Locator("#waiting")).ToBeHiddenAsync();
        await Expect(rows.Nth(1).Locator(".medal")).ToHaveTextAsync("2");
        await Expect(rows.Nth(1).Locator(".move.down")).ToContainTextAsync("1");
    }

    [Fact]
    public async Task OpenedRow_StaysOpenAndInPlaceWhenOthersOvertakeIt()
    {
        var device = await demo.Browsers.DeviceAsync(Browsers.Phone);
        var page = await device.NewPageAsync();
        var frame = new TaskCompletionSource<string>();
        await SendAsync(page, frame.Task);
        await page.GotoAsync(demo.App.Address + Board);
        var rows = page.Locator("tr[data-key]");
        var codes = await rows.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.key)");
        await rows.Nth(2).ClickAsync();
        await Expect(page.Locator("tr.detail .worked")).ToBeVisibleAsync();
        await page.EvaluateAsync("scrollTo({ top: 500, behavior: 'instant' })");
        var before = await page.Locator("tr.detail").BoundingBoxAsync();

        frame.SetResult(await ClimbAsync(page, codes[5], before: codes[0]));
        await Expect(rows.First).ToHaveAttributeAsync("data-key", codes[5], new() { Timeout = 15_000 });
        await Expect(page.Locator("tr.detail .worked")).ToBeVisibleAsync();
        Assert.Equal(codes[2], await page.Locator("tr.detail").EvaluateAsync<string>("row => row.previousElementSibling.dataset.key"));
        Assert.Equal(before!.Y, (await page.Locator("tr.detail").BoundingBoxAsync())!.Y, 2f);
    }

    [Fact]
    public async Task NewRowBehindAllOthers_IsShown()
    {
        var page = await (await demo.Browsers.DeviceAsync()).NewPageAsync();
        var frame = new TaskCompletionSource<string>();
        await SendAsync(page, frame.Task);
        await page.GotoAsync(demo.App.Address + Board);
        var rows = page.Locator("tr[data-key]");
        var count = await rows.CountAsync();

        frame.SetResult(await page.EvaluateAsync<string>("""
            () => {
              const copy = document.querySelector('tr[data-key]:last-child').cloneNode(true);
              copy.dataset.key = 'Z9';
              return JSON.stringify({
                id: '999-000000000000', from: document.getElementById('board').dataset.id, status: document.getElementById('status').innerHTML,
                rows: [['Z9', copy.outerHTML, null]], moved: [], gone: [],
              });
            }
            """));
        await Expect(rows).ToHaveCountAsync(count + 1);
        await Expect(rows.Last).ToHaveAttributeAsync("data-key", "Z9");
    }

    [Fact]
    public async Task ChangesThatCameWhileThePageLoadedAnew_AreAppliedFromWhereItIs()
    {
        var page = await (await demo.Browsers.DeviceAsync()).NewPageAsync();
        var frames = new TaskCompletionSource<string>();
        await page.RouteAsync("**/events*", async route =>
            await route.FulfillAsync(new() { ContentType = "text/event-stream", Body = ": board\nretry: 600000\n\n" + await frames.Task }));
        await page.GotoAsync(demo.App.Address + Board);
        var loads = 0;
        await page.RouteAsync("**/" + Board, async route =>
        {
            loads++;
            var answer = await route.FetchAsync();
            var known = await page.Locator("#board").GetAttributeAsync("data-id");
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace(known!, "3-cccccccccccc", StringComparison.Ordinal) });
        });

        // The page that is loaded has the second change already, and not yet the third.
        frames.SetResult(string.Concat(new[] { ("1-aaaaaaaaaaaa", ""), ("2-bbbbbbbbbbbb", "1-aaaaaaaaaaaa"), ("3-cccccccccccc", "2-bbbbbbbbbbbb"), ("4-dddddddddddd", "3-cccccccccccc") }
            .Select(frame => $$"""
                event: board
                data: {"id":"{{frame.Item1}}","from":"{{frame.Item2}}","reload":{{(frame.Item2.Length == 0 ? "true" : "false")}},"status":"","rows":[],"moved":[],"gone":[]}


                """.ReplaceLineEndings("\n"))));
        await Expect(page.Locator("#board")).ToHaveAttributeAsync("data-id", "4-dddddddddddd", new() { Timeout = 15_000 });
        Assert.Equal(1, loads);
    }

    [Fact]
    public async Task WithoutJavaScript_TheBoardIsThereAndLoadsItselfAgain()
    {
        await using var context = await demo.Browsers.PlainDeviceAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(demo.App.Address + Board);
        Assert.True(await page.Locator("tr[data-key]").CountAsync() > 10);
        Assert.Equal(1, await page.Locator("meta[http-equiv=refresh]").CountAsync());
        await page.Locator("tr[data-key] a").First.ClickAsync();
        await Expect(page.Locator("h2")).ToHaveTextAsync("总分是怎么算出来的");
    }

    // The stream opens, is silent until the frame is there, and is not asked for again.
    private static Task SendAsync(IPage page, Task<string> frame) => page.RouteAsync("**/events*", async route =>
        await route.FulfillAsync(new() { ContentType = "text/event-stream", Body = $": board\nretry: 600000\n\nevent: board\ndata: {await frame}\n\n" }));

    // An entry climbs to the top: its row as it is, with another total, and everybody above it one rank further down.
    private static Task<string> ClimbAsync(IPage page, string code, string before) => page.EvaluateAsync<string>(
        """
        ([code, before]) => {
          const rows = [...document.querySelectorAll('tr[data-key]')];
          const row = rows.find(row => row.dataset.key === code);
          const copy = row.cloneNode(true);
          copy.querySelector('td.rank').innerHTML = '<span class="medal m1">1</span>';
          return JSON.stringify({
            id: '999-000000000000', from: document.getElementById('board').dataset.id, status: document.getElementById('status').innerHTML,
            rows: [[code, copy.outerHTML, before]], moved: rows.slice(0, rows.indexOf(row)).map((row, i) => [row.dataset.key, i + 2, -1]), gone: [],
          });
        }
        """, new[] { code, before });

    /// <summary>The application with its demonstration, standing still, and a browser; one for all tests of the class.</summary>
    public sealed class Demonstration : IAsyncLifetime
    {
        public AppProcess App { get; private set; } = null!;

        public Browsers Browsers { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Browsers = await Browsers.StartAsync();
            App = await AppProcess.StartAsync(null, "--demo");
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await Browsers.DisposeAsync();
        }
    }
}
