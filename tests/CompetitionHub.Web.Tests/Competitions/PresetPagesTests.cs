using System.Net;
using System.Text;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Web.Tests.Hosting;

namespace CompetitionHub.Web.Tests.Competitions;

/// <summary>The pages of presets as a person uses them: look, copy, rename, delete, undo, take out and bring in as a file.</summary>
public sealed class PresetPagesTests(RunningHub hub) : IClassFixture<RunningHub>
{
    private const string Page = "/manage/presets";

    [Fact]
    public async Task List_NamesEveryBuiltInPreset()
    {
        var text = WebUtility.HtmlDecode(await (await hub.SignInAsAsync(Who.Organiser)).ReadAsync(Page));
        Assert.All(SchemePresets.All, preset => Assert.Contains(preset.Name.Zh, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_BuiltIn_OpensIntoItsOutline()
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        foreach (var preset in SchemePresets.All)
        {
            var text = await client.ReadAsync($"{Page}/{preset.Key}");
            Assert.All(preset.Scheme.AllAspects(), aspect => Assert.Contains(aspect.Key, text, StringComparison.Ordinal));
            Assert.DoesNotContain("name=\"Form.Revision\"", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Own_FromCopyToUndo()
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        using var copied = await client.SubmitAsync($"{Page}/works-vote", "copy", []);
        var address = copied.Headers.Location!.OriginalString.Split('?')[0].Replace(hub.Address.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal);
        Assert.Contains("（副本）", await client.ReadAsync(Page), StringComparison.Ordinal);

        using var renamed = await client.SubmitAsync(address, "rename", new() { ["Form.Revision"] = "1", ["Form.NameZh"] = "摄影大赛<b>", ["Form.NameEn"] = "Photographs" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, renamed.StatusCode);
        using var again = await client.SubmitAsync(address, "rename", new() { ["Form.Revision"] = "1", ["Form.NameZh"] = "摄影大赛", ["Form.NameEn"] = "Photographs" });
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.Contains("摄影大赛", await client.ReadAsync(address), StringComparison.Ordinal);

        using var removed = await client.SubmitAsync(address, "remove", []);
        var list = $"{Page}?removed={address.Split('/')[^1]}";
        Assert.EndsWith(list, removed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("已删除“摄影大赛”", await client.ReadAsync(list), StringComparison.Ordinal);
        using var gone = await client.OpenAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        using var restored = await client.SubmitAsync(list, "restore", []);
        Assert.Equal(HttpStatusCode.Found, restored.StatusCode);
        Assert.Contains("摄影大赛", await client.ReadAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_TakenOutAndBroughtIn_IsTheSamePreset()
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        using var file = await client.GetAsync($"{Page}/worldskills/worldskills.json");
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        var bytes = await file.Content.ReadAsByteArrayAsync();
        Assert.Equal(SchemePresetJson.Write(SchemePresets.Find("worldskills")!), bytes);

        var address = await client.UploadAsync(Page, "preset.json", bytes);

        Assert.Matches("^/manage/presets/worldskills-[0-9]+\\?done=uploaded$", address);
        Assert.Contains("已导入", await client.ReadAsync(address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "不是有效的 JSON")]
    [InlineData("hello", "不是有效的 JSON：第 1 行")]
    [InlineData("{\"format\": 1, \"key\": \"ab\", \"name\": {\"zh\": \"x\"}}", "scheme：缺少这一项")]
    public async Task File_ThatIsNoPreset_IsRefusedWithWhatIsWrong(string text, string sentence)
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        var address = await client.UploadAsync(Page, "preset.json", Encoding.UTF8.GetBytes(text));
        Assert.StartsWith(Page + "?upload=", address, StringComparison.Ordinal);
        Assert.Contains(sentence, await client.ReadAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_FarTooLarge_IsRefusedWithASentence()
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        var address = await client.UploadAsync(Page, "preset.json", new byte[SchemePresetJson.MaximumBytes * 2]);
        Assert.Contains("超过 2 MB", await client.ReadAsync(address), StringComparison.Ordinal);
    }
}
