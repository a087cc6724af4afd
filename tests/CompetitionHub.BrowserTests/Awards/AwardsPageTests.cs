using CompetitionHub.BrowserTests.Judging;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.TestKit.Builders;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.Awards;

public class AwardsPageTests
{
    private const string Contest = "/manage/games/contests/welding";

    [Fact]
    public async Task OrganiserSetsARule_TheListFollowsTheMarks_AndACutOffOnRecordDecides()
    {
        await using var hall = await PadHall.OpenAsync(3, Schemes.OneForm(1, Schemes.Aspect("A1", new DirectPoints())));
        await using var browsers = await Browsers.StartAsync();
        var desk = await (await browsers.DeviceAsync()).NewPageAsync();
        await hall.SignInAsync(desk, "organiser", Contest);
        await ReadyAsync(desk);
        await SetCutOffAwardAsync(desk);

        await desk.GotoAsync(hall.Address(Contest + "/awards"));
        await ReadyAsync(desk);
        var chief = await (await browsers.DeviceAsync()).NewPageAsync();
        await hall.SignInAsync(chief, "chief", Contest + "/awards");
        await ReadyAsync(chief);
        await Expect(desk.Locator(".summary .badge.warn")).ToContainTextAsync("3");
        await MarkAsync(hall, await (await browsers.DeviceAsync(Browsers.Phone, touch: true)).NewPageAsync(), "8", "6", "7.5");

        // Nobody reloads either page.
        await Expect(desk.Locator(".summary .badge.warn")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await Expect(desk.Locator(".award h3 .badge.bad")).ToHaveTextAsync("待定");
        await desk.FillAsync("#cut-off-score-first", "7,5");
        await desk.FillAsync("#cut-off-reason-first", "裁委会第三次会议");
        await desk.ClickAsync("form:has(#cut-off-reason-first) button[type=submit]");
        await Expect(desk.Locator(".field-error")).ToBeVisibleAsync();
        await desk.FillAsync("#cut-off-score-first", "7.5");
        await desk.ClickAsync("form:has(#cut-off-reason-first) button[type=submit]");
        await Expect(desk.Locator(".award .note.warn")).ToContainTextAsync("将有 2 名获“一等奖”");
        await desk.ClickAsync(".award .note.warn button.primary");
        await Expect(desk.Locator(".note.good")).ToContainTextAsync("7.5");
        await Expect(desk.Locator(".getters .code")).ToHaveTextAsync(["K01", "K03"]);
        await Expect(chief.Locator(".getters .code")).ToHaveTextAsync(["K01", "K03"], new() { Timeout = 20_000 });
        await Expect(chief.Locator(".award .note")).ToContainTextAsync("裁委会第三次会议");

        var file = await desk.RunAndWaitForDownloadAsync(() => desk.GetByText("下载 CSV").ClickAsync());
        var rows = await File.ReadAllLinesAsync((await file.PathAsync())!);
        Assert.Equal(["K01", "K03"], rows.Where(row => row.Contains("一等奖", StringComparison.Ordinal)).Select(row => row.Split('"')[3]));
        Assert.Equal("裁委会第三次会议", hall.Scalar<string>("select reason from award_cut_offs"));
    }

    private static async Task SetCutOffAwardAsync(IPage desk)
    {
        var rules = desk.Locator("details.awards");
        await rules.Locator("> summary").ClickAsync();
        await rules.Locator("fieldset.rows > button").ClickAsync();
        foreach (var (field, text) in new[] { ("awards[0].key", "prizes"), ("awards[0].name", "奖项"), ("awards[0].awards[0].key", "first"), ("awards[0].awards[0].name", "一等奖") })
        {
            await rules.Locator($"[id='s-{field}']").FillAsync(text);
            await desk.Keyboard.PressAsync("Tab");
        }

        await rules.GetByLabel("名额", new() { Exact = true }).First.SelectOptionAsync("cut_off");
        await desk.Locator(".save .button.primary").ClickAsync();
        await Expect(desk.Locator(".save .button.primary")).ToBeDisabledAsync();
    }

    private static async Task MarkAsync(PadHall hall, IPage pad, params string[] marks)
    {
        await hall.SignInAsync(pad, "li", "/judge/games/welding/f");
        foreach (var (place, mark) in marks.Index())
        {
            await Expect(pad.Locator("#entry-code")).ToHaveTextAsync($"K{place + 1:00}");
            await pad.FillAsync("#mark-A1", mark);
            await pad.Locator("#mark-A1").PressAsync("Tab");
            await pad.ClickAsync("#pad-submit");
            await pad.ClickAsync("dialog .button.primary");
            await Expect(pad.Locator("#pad-unsent")).ToHaveTextAsync("全部已保存", new() { Timeout = 20_000 });
            await pad.Keyboard.PressAsync("PageDown");
        }
    }

    // Until then the page is only drawn: a click would be lost.
    private static Task ReadyAsync(IPage page) => page.WaitForSelectorAsync("#circuit-started", new() { State = WaitForSelectorState.Attached });
}
