using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.Judging;

public class MarkingDeskTests
{
    private const string Desk = "/manage/games/contests/welding/marking";
    private const string Pad = "/judge/games/welding/f";

    [Fact]
    public async Task ChiefJudge_SeesWhatIsMissing_ClosesAForm_AndTakesAnEntryOut()
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var desk = await (await browsers.DeviceAsync()).NewPageAsync();
        await OpenDeskAsync(hall, desk);
        var first = desk.Locator("tbody tr", new() { Has = desk.GetByText("K01", new() { Exact = true }) });
        await Expect(first.Locator(".cell").Nth(1)).ToHaveTextAsync("未开始");

        var judge = await (await browsers.DeviceAsync(Browsers.Phone, touch: true)).NewPageAsync();
        await hall.SignInAsync(judge, "wang", Pad);
        await judge.FillAsync("#mark-A1", "6");
        await judge.Locator("#mark-A1").PressAsync("Enter");
        await Expect(judge.Locator(".mark .state")).ToContainTextAsync("已保存");
        await judge.ClickAsync("#pad-submit");
        await judge.ClickAsync("dialog .button.primary");
        // Nobody reloads the desk.
        await Expect(first.Locator(".cell").Nth(1)).ToHaveTextAsync("1／2 张", new() { Timeout = 15_000 });

        await desk.Locator("thead th").Nth(2).GetByRole(AriaRole.Button).ClickAsync();
        await desk.FillAsync("#form-reason", "本场评分结束");
        await desk.Locator(".form-reason .button.primary").ClickAsync();
        await Expect(desk.Locator(".said")).ToContainTextAsync("已关闭");
        Assert.Equal("本场评分结束", hall.Scalar<string>("select reason from audit_entries where action = 'form_closed'"));
        await judge.Locator(".list-row").Nth(1).EvaluateAsync("row => row.click()");
        await judge.FillAsync("#mark-A1", "7");
        await judge.Locator("#mark-A1").PressAsync("Enter");
        await Expect(judge.Locator(".mark .why")).ToContainTextAsync("请裁判长重新开放");
        await desk.Locator(".said").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(desk.Locator(".said")).ToContainTextAsync("重新开放");

        await first.Locator(".cell.code").ClickAsync();
        await desk.GetByText("改为“退赛”").ClickAsync();
        await Expect(desk.Locator(".said.bad")).ToContainTextAsync("请写明原因");
        await desk.FillAsync("#status-reason", "领队书面申请");
        await desk.GetByText("改为“退赛”").ClickAsync();
        await Expect(first.Locator(".badge")).ToHaveTextAsync("退赛");
        Assert.Equal("领队书面申请", hall.Scalar<string>("select status_reason from entries where code = 'K01'"));
        await desk.Locator(".said").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(first.Locator(".badge")).ToHaveTextAsync("到场");
    }

    [Theory]
    [InlineData(false, "zh-CN")]
    [InlineData(true, "en")]
    public async Task JudgesPages_HaveNothingSeriousForAxe(bool dark, string language)
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var page = await (await browsers.DeviceAsync(Browsers.Phone, language, dark)).NewPageAsync();
        await hall.SignInAsync(page, "li", "/judge");
        await CheckAsync(page);
        await page.GotoAsync(hall.Address(Pad));
        await page.FillAsync("#mark-A1", "99");
        await page.Locator("#mark-A1").PressAsync("Enter");
        await page.FillAsync("#mark-M1", "9");
        await page.Locator("#mark-M1").PressAsync("Enter");
        await Expect(page.Locator(".state.saved")).ToHaveCountAsync(1);
        await CheckAsync(page);

        var desk = await (await browsers.DeviceAsync(null, language, dark)).NewPageAsync();
        await OpenDeskAsync(hall, desk);
        await desk.Locator(".cell.code").First.ClickAsync();
        await CheckAsync(desk);
    }

    private static async Task OpenDeskAsync(PadHall hall, IPage page)
    {
        await hall.SignInAsync(page, "chief", Desk);
        await Expect(page.Locator("#circuit-started")).ToBeAttachedAsync(new() { Timeout = 30_000 });
    }

    private static async Task CheckAsync(IPage page)
    {
        var found = (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").ToList();
        Assert.True(found.Count == 0, string.Join("\n", found.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }
}
