using CompetitionHub.BrowserTests.Judging;
using CompetitionHub.TestKit.Builders;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.JudgeStatistics;

public class JudgeStatisticsPageTests
{
    private const string Page = "/manage/games/contests/welding/statistics";

    [Fact]
    public async Task ChiefJudge_SeesMarksAsTheyCome_AndGoesFromAFlagToTheEntry()
    {
        var scheme = Schemes.OneForm(3, Schemes.Panel("A1"), Schemes.Panel("A2"));
        await using var hall = await PadHall.OpenAsync(scheme: scheme);
        await using var browsers = await Browsers.StartAsync();
        var desk = await (await browsers.DeviceAsync()).NewPageAsync();
        await hall.SignInAsync(desk, "chief", "/manage/games/contests/welding/marking");
        await desk.GetByText("裁判统计").ClickAsync();
        await Expect(desk.Locator(".empty")).ToContainTextAsync("还没有评分");
        await Expect(desk.Locator("#circuit-started")).ToBeAttachedAsync(new() { Timeout = 30_000 });

        foreach (var (judge, mark) in new[] { ("li", "8"), ("wang", "4") })
        {
            var pad = await (await browsers.DeviceAsync(Browsers.Phone, touch: true)).NewPageAsync();
            await hall.SignInAsync(pad, judge, "/judge/games/welding/f");
            await pad.FillAsync("#mark-A1", mark);
            await pad.Locator("#mark-A1").PressAsync("Enter");
            await Expect(pad.Locator(".state.saved").First).ToBeVisibleAsync();
        }

        // Nobody reloads the page, and nobody has handed in a sheet.
        await Expect(desk.Locator("table.judges tbody tr")).ToHaveCountAsync(2, new() { Timeout = 15_000 });
        await desk.SelectOptionAsync("#part", new SelectOptionValue { Index = 1 });
        await Expect(desk).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("aspect=A1"));
        var flag = desk.Locator("tr", new() { HasText = "裁判分差过大" });
        await Expect(flag).ToContainTextAsync("K01");

        await desk.FillAsync("#limit", "4");
        await desk.Locator("#limit").PressAsync("Enter");
        await Expect(flag).ToHaveCountAsync(0);
        await desk.FillAsync("#limit", "9,5");
        await desk.Locator("#limit").PressAsync("Enter");
        await Expect(desk.Locator("#limit-hint")).ToContainTextAsync("请输入分数");
        await flag.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(desk.Locator(".side h2")).ToHaveTextAsync("K01");
    }
}
