using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.Journeys;

/// <summary>The main job, end to end, as people do it: from an empty installation to a board that shows the final order.</summary>
public class FirstContestTests
{
    private const string Board = "/c/first-games/fitters";
    private const string Pad = "/judge/first-games/fitters/A1";
    private static readonly string[] Names = ["陈一帆", "欧阳春晓", "Anna Müller"];

    // Per entry: judge one's mark, judge two's. Means 71, 90.5 and 83.25: the order is the second, the third, the first.
    private static readonly string[][] Marks = [["70", "72"], ["90", "91"], ["83.5", "83"]];

    [Fact]
    public async Task OrganiserSetsUpFromNothing_TwoJudgesMark_ThePublicPageShowsTheFinalOrder()
    {
        await using var app = await AppProcess.StartAsync();
        await using var browsers = await Browsers.StartAsync();
        var office = new OrganiserAtWork(app, await (await browsers.DeviceAsync()).NewPageAsync());
        await office.OpenInstallationAsync();
        await office.CreateCompetitionAsync("第一届技能赛", "First Games");
        await office.AddContestAsync("钳工", "Fitters");
        await office.TwoJudgesGiveAMeanAsync("fitters");
        var slips = new[] { await office.NewJudgeOnSeatAsync("fitters", "li", "李裁判", 1), await office.NewJudgeOnSeatAsync("fitters", "wang", "王裁判", 2) };
        await office.AddEntriesAsync("fitters", Names);
        await office.StepAsync("发布");
        await office.StepAsync("开始评分");
        await office.ShowBoardAsync("fitters");

        var viewer = await (await browsers.DeviceAsync(Browsers.Phone)).NewPageAsync();
        await viewer.GotoAsync(new Uri(app.Address, Board).AbsoluteUri);
        await Expect(viewer.Locator("tr[data-key]")).ToHaveCountAsync(Names.Length);
        await viewer.EvaluateAsync("() => { window.neverReloaded = true; }");

        var judges = new List<JudgeWithPhone>();
        foreach (var slip in slips)
        {
            judges.Add(await JudgeWithPhone.SignInAsync(app, await browsers.DeviceAsync(Browsers.Phone, touch: true), slip, Pad));
        }

        await judges[0].MarkAsync(0, Marks[0][0]);
        await judges[1].MarkAsync(0, Marks[0][1]);
        // Half-way judge one's phone loses the network, judge two goes on, then the server is killed and comes back.
        await judges[0].GoOfflineAsync();
        await judges[0].MarkAsync(1, Marks[1][0], saved: false);
        await judges[1].MarkAsync(1, Marks[1][1]);
        await app.KillAsync();
        await judges[1].MarkAsync(2, Marks[2][1], saved: false);
        await app.StartAsync();
        await judges[0].ComeBackAsync();
        await judges[0].MarkAsync(2, Marks[2][0]);
        await judges[1].AllSavedAsync();

        // Two decimals where one total has two: the column stands under each other.
        foreach (var (entry, total) in new[] { (1, "90.50"), (2, "83.25"), (0, "71.00") })
        {
            await Expect(viewer.Locator($"tr[data-key=K{entry + 1}]")).ToContainTextAsync(total, new() { Timeout = 30_000 });
        }

        var order = await viewer.Locator("tr[data-key]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.key)");
        Assert.Equal(["K2", "K3", "K1"], order);
        Assert.True(await viewer.EvaluateAsync<bool>("() => window.neverReloaded === true"));

        // No mark lost, none doubled, none changed: six versions 1, with the values that were typed.
        Assert.Equal(
            "1:70000000,1:83500000,1:90000000,2:72000000,2:83000000,2:91000000",
            app.Scalar<string>("select group_concat(m, ',') from (select seat || ':' || value as m from marks order by seat, value)"));
        Assert.Equal(6, app.Scalar<int>("select count(*) from mark_sheets where state = 'submitted'"));
    }
}
