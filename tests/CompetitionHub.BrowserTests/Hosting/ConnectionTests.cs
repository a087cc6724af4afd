using CompetitionHub.BrowserTests.Judging;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.Hosting;

/// <summary>An interactive page never looks alive when it is dead, comes back by itself, and keeps what was typed.</summary>
public sealed class ConnectionTests
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task ServerIsKilledAndRestarted_ThePageSaysSo_ComesBack_AndKeepsTheDraft()
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var page = await OpenListAsync(hall, browsers);
        await page.Locator("#people").PressSequentiallyAsync("钱七\n孙八");

        await hall.App.KillAsync();
        await Expect(page.Locator("#connection.lost")).ToBeVisibleAsync(Patient);
        await Expect(page.Locator("#connection")).ToContainTextAsync("每行一人");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').inert"));

        await hall.App.StartAsync();
        await Expect(page.Locator("#connection.drafts")).ToBeVisibleAsync(Patient);
        await Expect(page.Locator("#people")).ToHaveValueAsync("钱七\n孙八");

        // The new circuit knows what was put in again, as if it had been typed.
        await page.GetByRole(AriaRole.Button, new() { Name = "核对名单" }).ClickAsync();
        await Expect(page.GetByText("j0002")).ToBeVisibleAsync(Patient);
    }

    [Fact]
    public async Task LineIsBroken_ThePageSaysSo_AndGoesOnWithTheSameCircuit()
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var page = await OpenListAsync(hall, browsers);
        await page.FillAsync("#people", "钱七");
        await page.GetByRole(AriaRole.Button, new() { Name = "核对名单" }).ClickAsync();
        await Expect(page.GetByText("j0001")).ToBeVisibleAsync(Patient);

        await page.Context.SetOfflineAsync(true);
        await Expect(page.Locator("#connection.lost")).ToBeVisibleAsync(Patient);
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("body:not(.offline)")).ToBeVisibleAsync(Patient);

        // Only the same circuit still has the checked list.
        await Expect(page.GetByText("j0001")).ToBeVisibleAsync(Patient);
    }

    [Fact]
    public async Task AccountIsClosed_ItsOpenPageGoesToTheSignIn()
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var page = await OpenListAsync(hall, browsers);
        var other = await (await browsers.DeviceAsync()).NewPageAsync();
        await hall.SignInAsync(other, "organiser", "/account");

        // The same person sets a new password elsewhere: every other session ends, open pages too.
        await other.FillAsync("#current", PadHall.Password);
        await other.FillAsync("#password", "another long password");
        await other.FillAsync("#repeat", "another long password");
        await other.Locator("form:has(#current) button").ClickAsync();
        await other.WaitForURLAsync(url => url.Contains("saved=password", StringComparison.Ordinal));

        await page.WaitForURLAsync(url => url.Contains("/sign-in", StringComparison.Ordinal), new() { Timeout = 60_000 });
    }

    private static async Task<IPage> OpenListAsync(PadHall hall, Browsers browsers)
    {
        var page = await (await browsers.DeviceAsync()).NewPageAsync();
        await hall.SignInAsync(page, "organiser", "/manage/games/staff?panel=list");
        await page.WaitForSelectorAsync("#circuit-started", new() { State = WaitForSelectorState.Attached, Timeout = 60_000 });
        return page;
    }
}
