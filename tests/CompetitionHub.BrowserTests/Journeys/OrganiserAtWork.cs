using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.Journeys;

/// <summary>What an organiser does on the staff pages, in the words of the pages (简体中文).</summary>
public sealed partial class OrganiserAtWork(AppProcess app, IPage page)
{
    private const string Slug = "first-games";

    /// <summary>The first administrator: the code that the program printed opens /setup.</summary>
    public async Task OpenInstallationAsync()
    {
        var code = SetupCode().Match(app.Output).Groups[1].Value;
        await page.GotoAsync(At("/setup"));
        await page.FillAsync("#code", code);
        await page.FillAsync("#displayName", "赛务组");
        await page.FillAsync("#userName", "office");
        await page.FillAsync("#password", "the-office-of-the-games");
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("/setup", StringComparison.Ordinal));
    }

    public async Task CreateCompetitionAsync(string zh, string en)
    {
        await OpenAsync("/manage/new");
        await page.FillAsync("#name-zh", zh);
        await page.FillAsync("#name-en", en);
        await Expect(page.Locator("#slug")).ToHaveValueAsync(Slug);
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync(url => url.EndsWith($"/manage/{Slug}", StringComparison.Ordinal));
    }

    public async Task AddContestAsync(string zh, string en)
    {
        await OpenAsync($"/manage/{Slug}");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加赛项" }).First.ClickAsync();
        await page.FillAsync("#contest-zh", zh);
        await page.FillAsync("#contest-en", en);
        await page.SelectOptionAsync("#begin", "plain");
        await page.Locator("form:has(#contest-zh) button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/contests/", StringComparison.Ordinal));
    }

    /// <summary>The one aspect of 100 points becomes the mean of two judges.</summary>
    public async Task TwoJudgesGiveAMeanAsync(string contest)
    {
        await OpenAsync($"/manage/{Slug}/contests/{contest}");
        await page.Locator("tr.form input.tiny").FillAsync("2");
        await page.Locator("tr.aspect td.kind select").SelectOptionAsync("panel_score");
        await page.Locator("tr.aspect td[data-label='步长'] input").FillAsync("0.5");
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("tr.aspect .row-actions button").First.ClickAsync();
        await Expect(page.Locator("tr.folded [id$='.factor']")).ToBeVisibleAsync();
        await Expect(page.GetByText("有未保存的修改")).ToBeVisibleAsync();
        // Left before it was saved: the browser asks, and what was typed can be taken up again.
        var asked = new TaskCompletionSource<string>();
        void Leave(object? sender, IDialog dialog)
        {
            asked.TrySetResult(dialog.Type);
            _ = dialog.AcceptAsync();
        }
        page.Dialog += Leave;
        await page.GetByRole(AriaRole.Link, new() { Name = "裁判席位" }).ClickAsync();
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        await page.WaitForURLAsync(url => url.EndsWith("/judges", StringComparison.Ordinal));
        page.Dialog -= Leave;
        await OpenAsync($"/manage/{Slug}/contests/{contest}");
        await page.GetByRole(AriaRole.Button, new() { Name = "恢复修改" }).ClickAsync();
        await Expect(page.Locator("tr.aspect td[data-label='步长'] input")).ToHaveValueAsync("0.5");
        await page.Locator(".save .button.primary").ClickAsync();
        await Expect(page.Locator(".save .button.primary")).ToBeDisabledAsync();
    }

    /// <summary>A new judge's account, its seat, and what stands on the slip.</summary>
    public async Task<(string User, string Password)> NewJudgeOnSeatAsync(string contest, string user, string name, int seat)
    {
        await OpenAsync($"/manage/{Slug}/contests/{contest}/judges?panel=new");
        await page.FillAsync("#new-name", name);
        await page.FillAsync("#new-user", user);
        await page.Locator("form:has(#new-user) button[type=submit]").ClickAsync();
        var password = await page.Locator(".slip dd.code").Nth(2).InnerTextAsync();
        var seats = page.Locator("table.seats select");
        await seats.Nth(seat - 1).SelectOptionAsync(new SelectOptionValue { Label = $"{name} ({user})" });
        await Expect(page.Locator($"table.seats td:nth-of-type({seat}) .badge.warn")).ToHaveCountAsync(0);
        return (user, password);
    }

    public async Task AddEntriesAsync(string contest, IReadOnlyList<string> names)
    {
        await OpenAsync($"/manage/{Slug}/entries?contest={contest}&panel=new");
        for (var i = 0; i < names.Count; i++)
        {
            await page.FillAsync("#entry-zh", names[i]);
            await page.FillAsync("#entry-code", $"K{i + 1}");
            await page.Locator("form:has(#entry-zh) button[type=submit]").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = names[i] }).First).ToBeVisibleAsync();
        }
    }

    /// <summary>Presses the next step of the competition's life.</summary>
    public async Task StepAsync(string step)
    {
        await OpenAsync($"/manage/{Slug}");
        await page.Locator(".next").GetByRole(AriaRole.Button, new() { NameRegex = new Regex(step) }).ClickAsync();
        await Expect(page.Locator("#next-title")).Not.ToContainTextAsync(step);
    }

    public async Task ShowBoardAsync(string contest)
    {
        await OpenAsync($"/manage/{Slug}/contests/{contest}/board");
        await page.Locator("fieldset.choices input").Last.CheckAsync();
        await Expect(page.Locator(".note.good")).ToBeVisibleAsync();
    }

    private async Task OpenAsync(string path)
    {
        await page.GotoAsync(At(path));
        // Until then the page is only drawn: a click would be lost.
        await page.WaitForSelectorAsync("#circuit-started", new() { State = WaitForSelectorState.Attached });
    }

    private string At(string path) => new Uri(app.Address, path).AbsoluteUri;

    [GeneratedRegex(@"/setup[^\n]*：\s+(\S+)")]
    private static partial Regex SetupCode();
}
