using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.Teams;

/// <summary>Team rankings of the demonstration, from a preset to the list that is printed.</summary>
public sealed partial class TeamsPageTests : IAsyncLifetime
{
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

    [Fact]
    public async Task Organiser_BeginsFromAPreset_IsRefusedAtTheField_AndReadsTheRanking()
    {
        var page = await (await browsers.DeviceAsync()).NewPageAsync();
        await OpenTeamsAsync(page);
        await page.SelectOptionAsync("#team-preset", "best-three");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加排名" }).ClickAsync();
        await page.FillAsync("#team-key", "sum-of-three");
        await page.FillAsync("#team-zh", "三人总分");
        await page.FillAsync("#team-best", "2");
        await page.Locator("form:has(#team-key) button[type=submit]").ClickAsync();
        await Expect(page.Locator(".field:has(#team-members) .field-error")).ToContainTextAsync("3");
        await Expect(page.Locator("#team-members")).ToHaveAttributeAsync("aria-invalid", "true");

        await page.FillAsync("#team-members", "1");
        await page.Locator("form:has(#team-key) button[type=submit]").ClickAsync();
        await Expect(page.Locator(".note.good")).ToContainTextAsync("三人总分");
        await page.GetByRole(AriaRole.Link, new() { Name = "三人总分" }).ClickAsync();

        var teams = page.Locator(".teams > li");
        await Expect(teams.First.Locator(".place")).ToHaveTextAsync("1");
        await teams.First.Locator("summary").ClickAsync();
        // What counts is summed to the points in the line above it.
        var counted = await teams.First.Locator("tbody tr:not(.left-out) td:nth-of-type(4)").AllInnerTextsAsync();
        Assert.Equal(2, counted.Count);
        var points = await teams.First.Locator("summary .points").InnerTextAsync();
        Assert.Equal(Number(points), counted.Sum(Number), 4);

        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByText("CSV").ClickAsync());
        var rows = await File.ReadAllLinesAsync((await file.PathAsync())!);
        Assert.Equal(await teams.CountAsync() + 1, rows.Length);
        Assert.Contains($"\"{points}\"", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_ComesBackByUndo()
    {
        var page = await (await browsers.DeviceAsync()).NewPageAsync();
        await OpenTeamsAsync(page);
        await page.SelectOptionAsync("#team-preset", "rank-points");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加排名" }).ClickAsync();
        await page.FillAsync("#team-key", "by-rank");
        await page.FillAsync("#team-zh", "按名次");
        await page.Locator("form:has(#team-key) button[type=submit]").ClickAsync();
        var row = page.Locator("tbody tr", new() { HasText = "按名次" });
        await row.GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        await page.Locator(".note .button").ClickAsync();
        await Expect(row).ToHaveCountAsync(1);
    }

    private static double Number(string text) => double.Parse(Digits().Match(text).Value, System.Globalization.CultureInfo.InvariantCulture);

    private async Task OpenTeamsAsync(IPage page)
    {
        await page.GotoAsync(new Uri(app.Address, "/sign-in?returnUrl=%2Fmanage%2Fdemo-games%2Fteams").AbsoluteUri);
        await page.FillAsync("#userName", "organiser");
        await page.FillAsync("#password", Regex.Match(app.Output, @"^ +organiser +(\S+)", RegexOptions.Multiline).Groups[1].Value);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync(url => url.EndsWith("/teams", StringComparison.Ordinal));
        await page.WaitForSelectorAsync("#circuit-started", new() { State = WaitForSelectorState.Attached });
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Digits();
}
