using System.Net;
using System.Text;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Web.Features.Competitions.Spreadsheet;
using CompetitionHub.Web.Tests.Hosting;

namespace CompetitionHub.Web.Tests.Competitions;

/// <summary>The scheme out as a spreadsheet and back in, as an organiser does it: download, upload, look, save.</summary>
public sealed class SchemeTablePageTests(RunningHub hub) : IClassFixture<RunningHub>
{
    private const string Page = "/manage/games/contests/welding/table";

    [Theory]
    [InlineData("scheme.xlsx")]
    [InlineData("scheme.csv")]
    public async Task Upload_OfWhatWasDownloaded_ChangesNothing(string file)
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        using var download = await client.GetAsync($"{Page}/{file}");
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition?.DispositionType);

        var text = await client.ReadAsync(await client.UploadAsync(Page, file, await download.Content.ReadAsByteArrayAsync()));

        Assert.Contains("文件内容与现有方案相同", text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"save\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfAChange_ShowsItAndSavesItAsTheNextVersion_Once()
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        var before = await CurrentAsync();
        var shown = await client.UploadAsync(Page, "new.csv", Changed(before));

        var text = await client.ReadAsync(shown);
        Assert.Contains("新增 0，修改 1，删除 0", text, StringComparison.Ordinal);
        Assert.Contains("改过的名称", text, StringComparison.Ordinal);
        Assert.Equal(before.Version, (await CurrentAsync()).Version);

        using var stale = await client.SubmitAsync(shown, "save", new() { ["Version"] = $"{before.Version + 1}" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        using var saved = await client.SubmitAsync(shown, "save", new() { ["Version"] = $"{before.Version}" });
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);

        var after = await CurrentAsync();
        Assert.Equal((before.Version + 1, "改过的名称"), (after.Version, after.Scheme.AllAspects().First().Name.Zh));
        Assert.Contains($"已保存为第 {after.Version} 版", await client.ReadAsync(saved.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Contains("上传的文件已过期", await client.ReadAsync(shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WithMistakes_NamesEachCell_AndCannotBeSaved()
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        var before = await CurrentAsync();
        var key = before.Scheme.AllAspects().First().Key;
        var form = before.Scheme.AllForms().First().Key;
        var csv = $"模块编号,模块中文名,评分表编号,评分点编号,评分点中文名,评分方式,最高分\nM,模块,{form},{key},点,打分,\"9,5\"\nM,别的,{form},{key},<script>alert(1)</script>,测量得分,x\n";
        var shown = await client.UploadAsync(Page, "bad.csv", Encoding.UTF8.GetBytes(csv));

        var text = WebUtility.HtmlDecode(await client.ReadAsync(shown));
        Assert.All(["没有“打分”", "同一部分在第 2 行为“模块”", "“x”"], said => Assert.Contains(said, text, StringComparison.Ordinal));
        Assert.DoesNotContain("<script>alert", await client.ReadAsync(shown), StringComparison.Ordinal);
        using var forced = await client.SubmitAsync(shown, "save", new() { ["Version"] = $"{before.Version}" });
        Assert.NotEqual(HttpStatusCode.Found, forced.StatusCode);
        Assert.NotEqual(HttpStatusCode.InternalServerError, forced.StatusCode);
        Assert.Equal(before.Version, (await CurrentAsync()).Version);
    }

    [Theory]
    [InlineData("empty", "没有内容")]
    [InlineData("picture", "不是 xlsx 或 csv")]
    [InlineData("broken zip", "文件已损坏")]
    [InlineData("unknown heading", "模板中没有“颜色”列")]
    [InlineData("large", "文件过大，超过 10 MB")]
    public async Task Upload_OfABadFile_SaysWhatIsWrong(string kind, string sentence)
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        byte[] bytes = kind switch
        {
            "empty" => [],
            "picture" => [0x89, .. "PNG\r\n"u8, 0, 0, 0, 1],
            "broken zip" => [0x50, 0x4B, 3, 4, .. Enumerable.Range(0, 3000).Select(i => (byte)(i * 31))],
            "unknown heading" => "模块编号,评分表编号,评分方式,颜色\nA,A1,测量得分,红\n"u8.ToArray(),
            _ => new byte[11 * 1024 * 1024],
        };

        Assert.Contains(sentence, await client.ReadAsync(await client.UploadAsync(Page, "x.xlsx", bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfSomebodyElse_IsGone()
    {
        var shown = await (await hub.SignInAsAsync(Who.Organiser)).UploadAsync(Page, "new.csv", Changed(await CurrentAsync(), "秘密"));
        var text = await (await hub.SignInAsAsync(Who.Administrator)).ReadAsync(shown);
        Assert.Contains("上传的文件已过期", text, StringComparison.Ordinal);
        Assert.DoesNotContain("秘密", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_IsTaken()
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        var bytes = await client.GetByteArrayAsync($"{Page}/template.xlsx");

        Assert.Contains("导入后的方案", await client.ReadAsync(await client.UploadAsync(Page, "t.xlsx", bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contest_OpenedWithAnUpload_AnswersWhetherItIsThereOrNot()
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        var shown = await client.UploadAsync(Page, "new.csv", Changed(await CurrentAsync(), "在编辑器中"));
        var id = shown[(shown.IndexOf('=', StringComparison.Ordinal) + 1)..];

        Assert.DoesNotContain("上传的文件已过期", await client.ReadAsync($"/manage/games/contests/welding?upload={id}"), StringComparison.Ordinal);
        Assert.Contains("上传的文件已过期", await client.ReadAsync("/manage/games/contests/welding?upload=nothing"), StringComparison.Ordinal);
    }

    private async Task<CurrentScheme> CurrentAsync() => (await hub.Get<SchemeService>().FindCurrentAsync(hub.Hall.ContestId))!;

    private byte[] Changed(CurrentScheme current, string name = "改过的名称")
    {
        var words = hub.Get<SchemeSpeeches>().All.First(one => one.Language == "zh");
        var csv = Encoding.UTF8.GetString(SchemeSheet.Csv(current.Scheme, words));
        var aspect = current.Scheme.AllAspects().First();
        return Encoding.UTF8.GetBytes(csv.Replace($",{aspect.Key},{aspect.Name.Zh},", $",{aspect.Key},{name},", StringComparison.Ordinal));
    }
}
