using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.Hosting;

/// <summary>From the first start to printed slips, as an administrator does it; axe looks at every page on the way.</summary>
public sealed partial class AccountPagesTests
{
    private const string Password = "correct horse battery";

    [Theory]
    [InlineData("zh-CN", false)]
    [InlineData("en-US", true)]
    public async Task FirstStart_ToPrintedSlips_WorksAndHasNothingSeriousForAxe(string language, bool dark)
    {
        await using var app = await AppProcess.StartAsync();
        await using var browsers = await Browsers.StartAsync();
        var page = await (await browsers.DeviceAsync(Browsers.Phone, language, dark)).NewPageAsync();
        var problems = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
            {
                problems.Add(message.Text);
            }
        };

        await page.GotoAsync(new Uri(app.Address, "/sign-in").AbsoluteUri);
        await page.WaitForURLAsync("**/setup");
        await LookAsync(page, problems);
        await page.FillAsync("#code", Code().Match(app.Output).Value);
        await page.FillAsync("#displayName", "张伟");
        await page.FillAsync("#userName", "admin");
        await page.FillAsync("#password", Password);
        await page.ClickAsync("button[type=submit]");
        await page.WaitForURLAsync("**/manage");

        foreach (var path in new[] { "/account", "/admin/accounts", "/admin/accounts/new", "/admin/audit", "/no/such/page" })
        {
            await page.GotoAsync(new Uri(app.Address, path).AbsoluteUri);
            await LookAsync(page, problems);
        }

        await page.GotoAsync(new Uri(app.Address, "/admin/accounts/list").AbsoluteUri);
        await page.WaitForSelectorAsync("#circuit-started", new() { State = WaitForSelectorState.Attached, Timeout = 60_000 });
        await page.FillAsync("#people", "钱七\n孙八\tsunba");
        await page.Locator("[data-draft] button").ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        await LookAsync(page, problems);
        await page.Locator(".preview-head .button.primary").ClickAsync();
        await Expect(page.Locator(".slip")).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        await Expect(page.Locator(".slip").Nth(1)).ToContainTextAsync("sunba");
        await LookAsync(page, problems);

        // The slip opens the account, once: then the person chooses.
        var oneTime = Code().Match(await page.Locator(".slip").Nth(1).InnerTextAsync()).Value;
        var judge = await (await browsers.DeviceAsync(Browsers.Phone, language, dark)).NewPageAsync();
        await judge.GotoAsync(new Uri(app.Address, "/sign-in").AbsoluteUri);
        await LookAsync(judge, problems);
        await judge.FillAsync("#userName", "sunba");
        await judge.FillAsync("#password", oneTime);
        await judge.ClickAsync("button[type=submit]");
        await judge.WaitForURLAsync("**/account**");
        await LookAsync(judge, problems);

        // A second administrator, on second thoughts.
        await page.GotoAsync(new Uri(app.Address, "/admin/accounts?q=sunba").AbsoluteUri);
        await page.WaitForSelectorAsync("#circuit-started", new() { State = WaitForSelectorState.Attached, Timeout = 60_000 });
        await page.Locator("tbody tr .actions .button.plain").ClickAsync();
        await page.Locator("tbody tr .actions .button.danger").ClickAsync();
        await Expect(page.Locator("tbody tr td").Nth(1)).Not.ToBeEmptyAsync();
        await LookAsync(page, problems);

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static async Task LookAsync(IPage page, List<string> problems)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        var found = (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical");
        problems.AddRange(found.Select(v => $"{page.Url}: {v.Id}: {string.Join(", ", v.Nodes.Select(n => n.Html))}"));
        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var wide)
        {
            problems.Add($"{page.Url} is {wide} pixels wider than the phone.");
        }
    }

    [GeneratedRegex(@"\b[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}\b")]
    private static partial Regex Code();
}
