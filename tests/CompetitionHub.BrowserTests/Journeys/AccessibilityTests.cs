using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.Journeys;

/// <summary>
/// Every page of the demonstration, as a phone in Chinese by day and as a desktop in English by night: axe finds nothing serious,
/// nothing sticks out sideways, no script fails.
/// </summary>
public sealed partial class AccessibilityTests : IAsyncLifetime
{
    private static readonly string[] PublicPages =
    [
        "/", "/c/demo-games", "/c/demo-games/welding", "/c/demo-games/auto-repair", "/c/demo-games/network-security",
        "/c/demo-games/welding/entries/4A9AM", "/c/demo-games/welding/screen", "/sign-in", "/no-such-page",
    ];

    private static readonly string[] OrganiserPages =
    [
        "/manage", "/manage/new", "/manage/presets", "/manage/presets/national", "/manage/demo-games", "/manage/demo-games/edit",
        "/manage/demo-games/contests/welding", "/manage/demo-games/contests/welding/table", "/manage/demo-games/contests/welding/judges",
        "/manage/demo-games/contests/welding/board", "/manage/demo-games/contests/welding/marking",
        "/manage/demo-games/contests/welding/awards", "/manage/demo-games/contests/welding/awards/print", "/manage/demo-games/teams",
        "/manage/demo-games/teams/rank-points", "/manage/demo-games/teams/rank-points/print", "/manage/demo-games/contests/pastry/statistics", "/manage/demo-games/contests/pastry/statistics?form=A1",
        "/manage/demo-games/delegations", "/manage/demo-games/entries", "/manage/demo-games/entries?panel=new", "/manage/demo-games/entries/import",
        "/manage/demo-games/entries/print", "/manage/demo-games/staff", "/manage/demo-games/audit", "/account",
    ];

    private static readonly string[] AdministratorPages = ["/admin/accounts", "/admin/accounts/new", "/admin/accounts/list", "/admin/audit"];
    private static readonly string[] JudgePages = ["/judge", "/judge/demo-games/pastry/A1"];

    // A4 between margins of a centimetre.
    private static readonly ViewportSize Paper = new() { Width = 718, Height = 1047 };

    private AppProcess app = null!;
    private Browsers browsers = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppProcess.StartAsync(null, "--demo", "--Hub:Lan=false");
        browsers = await Browsers.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browsers.DisposeAsync();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("zh-CN", false)]
    [InlineData("en-GB", true)]
    public async Task EveryPage_HasNoSeriousFinding(string language, bool dark)
    {
        var device = await browsers.DeviceAsync(dark ? Browsers.Desktop : Browsers.Phone, language, dark, touch: !dark);
        var problems = new List<string>();
        await LookAsync(await device.NewPageAsync(), PublicPages, problems);
        foreach (var (user, pages) in new[] { ("organiser", OrganiserPages), ("admin", AdministratorPages), ("fanmeilan", JudgePages) })
        {
            var own = await browsers.DeviceAsync(dark ? Browsers.Desktop : Browsers.Phone, language, dark, touch: !dark);
            var page = await own.NewPageAsync();
            await SignInAsync(page, user, language);
            await LookAsync(page, pages, problems);
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-GB")]
    public async Task StatisticsOnPaper_LoseNoColumn(string language)
    {
        var page = await (await browsers.DeviceAsync(Paper, language)).NewPageAsync();
        await SignInAsync(page, "organiser", language);
        await page.GotoAsync(new Uri(app.Address, "/manage/demo-games/contests/pastry/statistics").AbsoluteUri);
        const string right = "() => Math.max(...[...document.querySelectorAll('main table')].map(table => Math.floor(table.getBoundingClientRect().right)))";
        Assert.True(await page.EvaluateAsync<int>(right) > Paper.Width, "The tables fit on the screen already: nothing is tried.");

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.InRange(await page.EvaluateAsync<int>(right), 1, Paper.Width);
    }

    [Fact]
    public async Task PageWithANamelessButton_IsFound()
    {
        var page = await (await browsers.DeviceAsync()).NewPageAsync();
        await page.GotoAsync(new Uri(app.Address, "/sign-in").AbsoluteUri);
        await page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('button'))");
        Assert.Contains((await page.RunAxe()).Violations, finding => finding.Id == "button-name");
    }

    private async Task LookAsync(IPage page, IEnumerable<string> paths, List<string> problems)
    {
        var path = "";
        page.PageError += (_, error) => problems.Add($"{path}: script error {error}");
        foreach (var next in paths)
        {
            path = next;
            var response = await page.GotoAsync(new Uri(app.Address, path).AbsoluteUri);
            if (response!.Status != (path == "/no-such-page" ? 404 : 200))
            {
                problems.Add($"{path}: status {response.Status}");
                continue;
            }

            if (await page.Locator("script[src*=blazor]").CountAsync() > 0)
            {
                await page.WaitForSelectorAsync("#circuit-started", new() { State = WaitForSelectorState.Attached });
            }

            var findings = await page.RunAxe();
            problems.AddRange(findings.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => Say(path, v)));
            var sticksOut = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (sticksOut > 0)
            {
                problems.Add($"{path}: {sticksOut} px stick out sideways");
            }
        }
    }

    private static string Say(string path, AxeResultItem finding) =>
        $"{path}: {finding.Id} ({finding.Impact}) {finding.Help}: {string.Join(" | ", finding.Nodes.Take(3).Select(node => node.Html))}";

    private async Task SignInAsync(IPage page, string user, string language)
    {
        await page.GotoAsync(new Uri(app.Address, "/sign-in").AbsoluteUri);
        await page.FillAsync("#userName", user);
        await page.FillAsync("#password", Regex.Match(app.Output, $@"^ +{user} +(\S+)", RegexOptions.Multiline).Groups[1].Value);
        await page.ClickAsync("main button[type=submit]");
        await Expect(page).Not.ToHaveURLAsync(SignInPage());
        // Staff read in the language of their account; a page in the other one is looked at as well.
        await page.Context.AddCookiesAsync([new() { Name = "hub.language", Value = language[..2], Url = app.Address.AbsoluteUri }]);
    }

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignInPage();
}
