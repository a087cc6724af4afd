using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.Journeys;

/// <summary>A judge with a phone of their own: signs in with the slip, sets a password, marks entries by their place in the list.</summary>
public sealed class JudgeWithPhone
{
    private const string OwnPassword = "a-judge-of-my-own";
    private readonly IPage page;

    private JudgeWithPhone(IPage page) => this.page = page;

    public static async Task<JudgeWithPhone> SignInAsync(AppProcess app, IBrowserContext phone, (string User, string Password) slip, string pad)
    {
        var page = await phone.NewPageAsync();
        await page.GotoAsync(new Uri(app.Address, $"/sign-in?returnUrl={Uri.EscapeDataString(pad)}").AbsoluteUri);
        await page.FillAsync("#userName", slip.User);
        await page.FillAsync("#password", slip.Password);
        await page.ClickAsync("button[type=submit]");
        await page.FillAsync("#current", slip.Password);
        await page.FillAsync("#password", OwnPassword);
        await page.FillAsync("#repeat", OwnPassword);
        await page.Locator("form:has(#repeat) button[type=submit]").ClickAsync();
        // Where the judge wanted to go in the first place.
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == pad);
        await Expect(page.Locator("#entry-code")).ToBeVisibleAsync();
        return new JudgeWithPhone(page);
    }

    public Task GoOfflineAsync() => page.Context.SetOfflineAsync(true);

    public async Task ComeBackAsync()
    {
        await page.Context.SetOfflineAsync(false);
        await AllSavedAsync();
    }

    /// <summary>Gives the one mark of the sheet and hands it in. The list is in order of codes: K1, K2, K3.</summary>
    public async Task MarkAsync(int entry, string mark, bool saved = true)
    {
        for (var i = 0; i < 5 && await page.Locator("#entry-code").InnerTextAsync() != $"K{entry + 1}"; i++)
        {
            await page.Keyboard.PressAsync("PageDown");
        }

        await Expect(page.Locator("#entry-code")).ToHaveTextAsync($"K{entry + 1}");
        await page.FillAsync("#mark-A1-1", mark);
        await page.Locator("#mark-A1-1").PressAsync("Tab");
        await page.ClickAsync("#pad-submit");
        await page.ClickAsync("dialog .button.primary");
        if (saved)
        {
            await AllSavedAsync();
        }
        else
        {
            await Expect(page.Locator("#pad-unsent[data-unsent='2'][data-entering='0']")).ToBeVisibleAsync();
        }
    }

    public Task AllSavedAsync() => Expect(page.Locator("#pad-unsent")).ToHaveTextAsync("全部已保存", new() { Timeout = 40_000 });
}
