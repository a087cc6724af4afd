using System.Text;
using CompetitionHub.BrowserTests.Judging;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.Competitions;

/// <summary>The scheme out to a spreadsheet program and back: into the editor as unsaved changes, and into the dry run once a mark exists.</summary>
public class SchemeTableTests
{
    private const string Contest = "/manage/games/contests/welding";

    [Fact]
    public async Task Table_GoesIntoTheEditor_AndAfterTheFirstMarkIntoTheDryRun()
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var page = await (await browsers.DeviceAsync()).NewPageAsync();
        await hall.SignInAsync(page, "organiser", Contest);

        await UploadAsync(page, csv => csv.Replace("名A1", "焊缝外观", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "在编辑器中打开" }).ClickAsync();
        await Expect(page.Locator(".save")).ToContainTextAsync("有未保存的修改");
        await Expect(page.Locator("tr.aspect .names input").First).ToHaveValueAsync("焊缝外观");
        await page.Locator(".save .button.primary").ClickAsync();
        await Expect(page.Locator(".save")).ToContainTextAsync("第 2 版");

        var judge = await (await browsers.DeviceAsync(Browsers.Phone, touch: true)).NewPageAsync();
        await hall.SignInAsync(judge, "wang", "/judge/games/welding/f");
        await judge.FillAsync("#mark-A1", "6");
        await judge.Locator("#mark-A1").PressAsync("Enter");
        await Expect(judge.Locator(".mark .state")).ToContainTextAsync("已保存");

        await page.GotoAsync(hall.Address(Contest));
        await UploadAsync(page, csv => csv.Replace("评委评分,,10,0.5,", "评委评分,,5,0.5,", StringComparison.Ordinal).Replace("测量得分,,20,", "测量得分,,25,", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "已有评分：继续试算影响" }).ClickAsync();
        await Expect(page.Locator("#change-title")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        // The mark of 6 is above the new maximum: it is named before anything is changed.
        await Expect(page.Locator(".change")).ToContainTextAsync("1 个评分将无法使用");
        Assert.Equal(2, hall.Scalar<int>("select max(version) from schemes"));
    }

    // Downloads the table, has it changed as in a spreadsheet program, and uploads it.
    private static async Task UploadAsync(IPage page, Func<string, string> change)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "用表格编辑" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "评分点（.csv）" }).ClickAsync());
        var csv = await File.ReadAllTextAsync(await download.PathAsync());
        var changed = change(csv);
        Assert.NotEqual(csv, changed);
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "scheme.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(changed) });
        await page.Locator("form.filters button").ClickAsync();
        await Expect(page.Locator(".note.good")).ToContainTextAsync("将会发生的变化");
    }
}
