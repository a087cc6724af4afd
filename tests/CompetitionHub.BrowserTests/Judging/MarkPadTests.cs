using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.TestKit.Builders;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.Judging;

public class MarkPadTests
{
    private const string Pad = "/judge/games/welding/f";
    private const string AllSaved = "全部已保存";

    // Somebody else writes to the device's memory and takes long over it.
    private const string SlowMemory = """
        async () => {
          const db = await new Promise(done => { const request = indexedDB.open('competitionhub-pad'); request.onsuccess = () => done(request.result); });
          const outbox = db.transaction('outbox', 'readwrite').objectStore('outbox');
          window.busy = true;
          const goOn = () => { if (window.busy) outbox.get(0).onsuccess = goOn; };
          goOn();
        }
        """;

    [Fact]
    public async Task JudgeMarksAnEntryByKeyboard_AndHandsItIn()
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var page = await (await browsers.DeviceAsync()).NewPageAsync();
        await hall.SignInAsync(page, "li", "/judge");
        await page.ClickAsync("a.home-form");
        await Expect(page.Locator("#entry-code")).ToHaveTextAsync("K01");

        await page.Keyboard.TypeAsync("8");
        await Expect(page.Locator("#mark-A1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync(".");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("17.25");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("1");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#pad-submit")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("dialog td")).ToHaveTextAsync(["8.5", "17.25", "1", "符合"]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".entry-note.good")).ToContainTextAsync("已提交");
        await SavedAsync(page);
        Assert.Equal(4, hall.Scalar<int>("select count(*) from marks"));
        Assert.Equal("submitted", hall.Scalar<string>("select state from mark_sheets"));

        await page.Keyboard.PressAsync("PageDown");
        await Expect(page.Locator("#entry-code")).ToHaveTextAsync("K02");
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator("dialog")).ToContainTextAsync("K02");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        Assert.Equal("active", hall.Scalar<string>("select status from entries where code = 'K02'"));
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".entry-note.warn")).ToContainTextAsync("缺考");
        await SavedAsync(page);
        Assert.Equal("absent", hall.Scalar<string>("select status from entries where code = 'K02'"));
    }

    [Fact]
    public async Task WrongValuesAreAnsweredAtTheField_AndNeverSent()
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var page = await (await browsers.DeviceAsync(Browsers.Phone, touch: true)).NewPageAsync();
        await hall.SignInAsync(page, "li", Pad);
        foreach (var (typed, sentence) in new[] { ("10.5", "10"), ("9,5", "小数点"), ("8.3", "8.5"), ("zehn", "数字") })
        {
            await page.FillAsync("#mark-A1", typed);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(".mark-error").First).ToContainTextAsync(sentence);
            await Expect(page.Locator("#mark-A1")).ToHaveAttributeAsync("aria-invalid", "true");
            await Expect(page.Locator("#pad-unsent")).ToHaveTextAsync("有输入未采纳");
        }

        await page.FillAsync("#mark-A1", "８.５");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#mark-A1")).ToHaveValueAsync("8.5");
        await SavedAsync(page);
        Assert.Equal(1, hall.Scalar<int>("select count(*) from marks"));
        Assert.Equal(0, hall.Scalar<int>("select count(*) from commands"));
    }

    [Fact]
    public async Task MarkOnItsWayIntoTheOutbox_IsNotCalledSaved()
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var page = await (await browsers.DeviceAsync(Browsers.Phone, touch: true)).NewPageAsync();
        await hall.SignInAsync(page, "li", Pad);
        await SavedAsync(page);
        await page.EvaluateAsync(SlowMemory);

        await page.FillAsync("#mark-A1", "8.5");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("1", await page.Locator("#pad-unsent").GetAttributeAsync("data-entering"));
        Assert.Equal("1", await page.Locator("#pad-unsent").GetAttributeAsync("data-unsent"));
        Assert.NotEqual(AllSaved, await page.Locator("#pad-unsent").TextContentAsync());

        await page.EvaluateAsync("() => { window.busy = false; }");
        await SavedAsync(page);
        Assert.Equal(1, hall.Scalar<int>("select count(*) from marks"));
    }

    [Fact]
    public async Task StepTwice_WhileTheDeviceIsSlow_CountsTwice()
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var page = await (await browsers.DeviceAsync()).NewPageAsync();
        await hall.SignInAsync(page, "li", Pad);
        await SavedAsync(page);
        await page.EvaluateAsync(SlowMemory);

        await page.Locator("#mark-D1").FocusAsync();
        await page.Keyboard.PressAsync("+");
        // Anything may draw the screen anew meanwhile.
        await page.EvaluateAsync("() => dispatchEvent(new Event('pad:newer'))");
        await page.Keyboard.PressAsync("+");
        await Expect(page.Locator("#mark-D1")).ToHaveValueAsync("1");

        await page.EvaluateAsync("() => { window.busy = false; }");
        await SavedAsync(page);
        await Expect(page.Locator("#mark-D1")).ToHaveValueAsync("1");
        Assert.Equal(1_000_000, hall.Scalar<int>("select value from marks order by version desc limit 1"));
    }

    [Fact]
    public async Task JudgeLosesConnectionMidForm_ServerIsKilled_NothingIsLostOrDoubled()
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var device = await browsers.DeviceAsync(Browsers.Phone, touch: true);
        var page = await device.NewPageAsync();
        await hall.SignInAsync(page, "li", Pad);
        await EnterAsync(page, "A1", "8");
        await SavedAsync(page);

        await device.SetOfflineAsync(true);
        await EnterAsync(page, "A1", "9");
        await EnterAsync(page, "M1", "12.5");
        await HeldAsync(page, 2);
        await Expect(page.Locator("#pad-connection")).ToHaveTextAsync("无连接");
        await device.SetOfflineAsync(false);
        await SavedAsync(page);
        // The state was read anew when the network returned: the same field on the same screen goes on from there.
        await EnterAsync(page, "A1", "7.5");
        await SavedAsync(page);
        await EnterAsync(page, "A1", "9");
        await SavedAsync(page);

        await hall.App.KillAsync();
        await EnterAsync(page, "D1", "2");
        await EnterAsync(page, "B1", "1");
        await page.ClickAsync("#pad-submit");
        await page.ClickAsync("dialog .button.primary");
        await HeldAsync(page, 3);
        // The tab is closed and the machine comes back: the outbox is all that is left, and it is enough.
        await page.CloseAsync();
        await hall.App.StartAsync();
        page = await device.NewPageAsync();
        await page.GotoAsync(hall.Address(Pad));
        await SavedAsync(page);
        await Expect(page.Locator(".list-row").First).ToHaveAttributeAsync("data-progress", "done");

        Assert.Equal("A1:8000000,A1:9000000,A1:7500000,A1:9000000,B1:1000000,D1:2000000,M1:12500000",
            hall.Scalar<string>("select group_concat(m, ',') from (select aspect_key || ':' || value as m from marks order by aspect_key, version)"));
        Assert.Equal("submitted", hall.Scalar<string>("select group_concat(state) from mark_sheets"));
    }

    [Fact]
    public async Task AnotherJudgeOnTheSameTablet_SeesTheUnsentMarksAndNeverSendsThem()
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var tablet = await browsers.DeviceAsync(Browsers.Tablet, touch: true);
        var page = await tablet.NewPageAsync();
        await hall.SignInAsync(page, "li", Pad);
        await Expect(page.Locator("#entry-code")).ToHaveTextAsync("K01");
        await hall.App.KillAsync();
        await EnterAsync(page, "A1", "8");
        await EnterAsync(page, "M1", "11");
        await HeldAsync(page, 2);
        var stale = page;

        await tablet.ClearCookiesAsync();
        await hall.App.StartAsync();
        await Expect(stale.Locator("#pad-connection")).ToHaveTextAsync("已退出登录", new() { Timeout = 20_000 });
        await Expect(stale.Locator("#pad-notices")).ToContainTextAsync("登录已过期");
        page = await tablet.NewPageAsync();
        await hall.SignInAsync(page, "wang", Pad);
        await Expect(page.Locator("#pad-notices")).ToContainTextAsync("其他裁判的 2 条");
        await EnterAsync(page, "A1", "5");
        await SavedAsync(page);
        // The first judge's page is still open, with the second judge's cookie.
        await Expect(stale.Locator("#pad-connection")).ToHaveTextAsync("其他裁判登录", new() { Timeout = 20_000 });
        Assert.Equal("2:5000000", hall.Scalar<string>("select group_concat(seat || ':' || value) from marks"));

        await page.CloseAsync();
        await tablet.ClearCookiesAsync();
        await hall.SignInAsync(stale, "li", Pad);
        await SavedAsync(stale);
        Assert.Equal(3, hall.Scalar<int>("select count(*) from marks"));
        Assert.Equal(2, hall.Scalar<int>("select count(*) from marks m join accounts a on a.id = m.entered_by where a.user_name = 'li'"));
    }

    [Fact]
    public async Task TwoDevicesOfOneJudge_ConflictIsShownAndDecided()
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var phone = await (await browsers.DeviceAsync(Browsers.Phone, touch: true)).NewPageAsync();
        var tablet = await (await browsers.DeviceAsync(Browsers.Tablet, touch: true)).NewPageAsync();
        await hall.SignInAsync(phone, "li", Pad);
        await hall.SignInAsync(tablet, "li", Pad);
        await Expect(tablet.Locator("#entry-code")).ToHaveTextAsync("K01");
        await phone.Context.SetOfflineAsync(true);
        await EnterAsync(phone, "A1", "6");
        await EnterAsync(tablet, "A1", "7");
        await SavedAsync(tablet);
        await phone.Context.SetOfflineAsync(false);
        var mark = phone.Locator(".mark").First;
        await Expect(mark.Locator(".state")).ToHaveTextAsync("有冲突");
        await Expect(mark.Locator(".why")).ToContainTextAsync("名li");
        await Expect(phone.Locator(".list-row").First).ToHaveAttributeAsync("data-progress", "trouble");
        Assert.Equal("7000000", hall.Scalar<string>("select group_concat(value) from marks"));
        await mark.GetByText("改为我的").ClickAsync();
        await SavedAsync(phone);
        await Expect(mark.Locator(".state")).ToContainTextAsync("已保存");
        Assert.Equal("7000000,6000000", hall.Scalar<string>("select group_concat(value) from (select value from marks order by version)"));
    }

    [Fact]
    public async Task OnPlainHttpInTheHall_ThePadWorksAndSaysWhatIsMissing()
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync("--host-resolver-rules=MAP hub.lan 127.0.0.1");
        var device = await browsers.DeviceAsync(Browsers.Phone, touch: true);
        var page = await device.NewPageAsync();
        await hall.SignInAsync(page, "li", Pad, "hub.lan");
        Assert.False(await page.EvaluateAsync<bool>("isSecureContext"));
        await Expect(page.Locator("#pad-notices")).ToContainTextAsync("http");
        await device.SetOfflineAsync(true);
        await EnterAsync(page, "A1", "8.5");
        await Expect(page.Locator("#pad-notices")).ToContainTextAsync("请勿刷新");
        await device.SetOfflineAsync(false);
        await SavedAsync(page);
        Assert.Equal(1, hall.Scalar<int>("select count(*) from marks"));
    }

    [Fact]
    public async Task ChiefJudge_EntersForAJudgeWithAReason()
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var page = await (await browsers.DeviceAsync(Browsers.Tablet, touch: true)).NewPageAsync();
        await hall.SignInAsync(page, "chief", Pad + "?seat=2");
        await Expect(page.Locator("#mark-A1")).ToBeDisabledAsync();
        await page.FillAsync("#pad-reason", "平板故障");
        await EnterAsync(page, "A1", "4.5");
        await SavedAsync(page);
        Assert.Equal("平板故障", hall.Scalar<string>("select reason from marks"));
        Assert.Equal("wang", hall.Scalar<string>("select a.user_name from marks m join accounts a on a.id = m.judge_id"));
    }

    [Fact]
    public async Task Judgement_LevelsStandWithTheirBenchmarks_AndOnlyTheyCanBeGiven()
    {
        await using var hall = await PadHall.OpenAsync(scheme: Schemes.OneForm(
            3, Schemes.Aspect("J1", RuleForms.Judgement(), "2"), Schemes.Aspect("S1", new Stepped([Schemes.Points("4"), Schemes.Points("2"), Schemes.Points("0")]), "4")));
        await using var browsers = await Browsers.StartAsync();
        var page = await (await browsers.DeviceAsync(Browsers.Phone, touch: true)).NewPageAsync();
        await hall.SignInAsync(page, "li", Pad);
        var levels = page.Locator(".mark:has(#mark-J1) .key");
        await Expect(levels).ToHaveTextAsync(["0低于标准", "1", "2", "3优秀"]);
        await page.FillAsync("#mark-J1", "4");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".mark-error").First).ToContainTextAsync("0 / 1 / 2 / 3");
        await levels.Nth(3).ClickAsync();
        await Expect(levels.Nth(3)).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Locator(".mark:has(#mark-S1) .key").GetByText("2").ClickAsync();
        await SavedAsync(page);
        Assert.Equal("J1=3000000,S1=2000000", hall.Scalar<string>("select group_concat(aspect_key || '=' || value) from (select * from marks order by aspect_key)"));
        // Only the server can say what a level is worth beside those of the others.
        await Expect(page.Locator("#pad-sum")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task FailedAttempt_IsAnAnswerOfItsOwn()
    {
        await using var hall = await PadHall.OpenAsync(scheme: Schemes.OneForm(1, Schemes.Aspect("W1", RuleForms.Sprint, null)));
        await using var browsers = await Browsers.StartAsync();
        var page = await (await browsers.DeviceAsync(Browsers.Phone, touch: true)).NewPageAsync();
        await hall.SignInAsync(page, "li", Pad);
        var failed = page.Locator(".mark:has(#mark-W1) .chip").GetByText("失败");
        await failed.ClickAsync();
        await Expect(failed).ToHaveAttributeAsync("aria-pressed", "true");
        await SavedAsync(page);
        await page.ClickAsync("#pad-submit");
        await Expect(page.Locator("dialog td")).ToHaveTextAsync(["失败（无成绩）"]);
        await page.Locator("dialog .primary").ClickAsync();
        await Expect(page.Locator(".entry-note.good")).ToContainTextAsync("已提交");
        await SavedAsync(page);
        Assert.Equal("failed", hall.Scalar<string>("select state from marks where value is null"));
        Assert.Equal("submitted", hall.Scalar<string>("select state from mark_sheets"));
    }

    private static async Task EnterAsync(IPage page, string aspect, string value)
    {
        await page.FillAsync($"#mark-{aspect}", value);
        await page.Locator($"#mark-{aspect}").PressAsync("Tab");
        // From here on the device holds it.
        await Expect(page.Locator($".mark:has(#mark-{aspect})")).ToHaveAttributeAsync("data-shown", value);
    }

    // So many wait to be sent, and the device holds all of them.
    private static Task HeldAsync(IPage page, int commands) =>
        Expect(page.Locator($"#pad-unsent[data-unsent='{commands}'][data-entering='0']")).ToBeVisibleAsync();

    private static Task SavedAsync(IPage page) =>
        Expect(page.Locator("#pad-unsent")).ToHaveTextAsync(AllSaved, new() { Timeout = 30_000 });
}
