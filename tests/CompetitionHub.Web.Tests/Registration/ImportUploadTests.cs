using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CompetitionHub.Core.Registration;
using CompetitionHub.Web.Tests.Hosting;

namespace CompetitionHub.Web.Tests.Registration;

/// <summary>The import page as a browser uses it: upload, look, import, undo; and every kind of file that is none.</summary>
public sealed class ImportUploadTests(RunningHub hub) : IClassFixture<RunningHub>
{
    private const string Page = "/manage/games/entries/import";

    [Fact]
    public async Task Upload_OfAGoodList_IsShownImportedAndUndone()
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        var before = await CountAsync();

        var shown = await client.UploadAsync(Page, "list.csv", "姓名,代表队\n甲一,东港造船厂\n乙二,东港造船厂\n"u8.ToArray());
        var text = await client.ReadAsync(shown);
        Assert.Contains("2 行全部正确", text, StringComparison.Ordinal);
        Assert.Contains("将新增 1 支代表队：东港造船厂", text, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());

        using var applied = await client.SubmitAsync(shown, "apply", []);
        Assert.Equal(HttpStatusCode.Found, applied.StatusCode);
        Assert.Equal(before + 2, await CountAsync());

        var done = applied.Headers.Location!.OriginalString;
        Assert.Contains("已从 list.csv 导入 2 个参赛单元", await client.ReadAsync(done), StringComparison.Ordinal);
        using var undone = await client.SubmitAsync(done, "undo", new() { ["Undo"] = done[(done.IndexOf("done=", StringComparison.Ordinal) + 5)..] });
        Assert.Equal(HttpStatusCode.Found, undone.StatusCode);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Upload_WithAWrongRow_ShowsTheSentenceInItsCellAndImportsNothing()
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        var before = await CountAsync();
        var shown = await client.UploadAsync(Page, "list.csv", "姓名\n丙三\n<script>alert(1)</script>\n"u8.ToArray());

        var text = await client.ReadAsync(shown);
        Assert.Contains("2 行中有 1 行存在问题", text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        // There is no button; whoever sends its form all the same is told why not.
        using var applied = await client.SubmitAsync(shown, "apply", []);
        Assert.NotEqual(HttpStatusCode.InternalServerError, applied.StatusCode);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("empty", "没有内容")]
    [InlineData("picture", "不是 xlsx 或 csv")]
    [InlineData("broken zip", "文件已损坏")]
    [InlineData("zip bomb", "文件过大")]
    [InlineData("half a quotation", "第 2 行无法读取")]
    [InlineData("unknown heading", "没有这些列：年龄")]
    [InlineData("unknown encoding", "文件已损坏")]
    [InlineData("100 MB", "文件过大，超过 10 MB")]
    public async Task Upload_OfABadFile_SaysWhatIsWrong(string kind, string sentence)
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        var shown = await client.UploadAsync(Page, "list.xlsx", Bad(kind));
        Assert.Contains(sentence, await client.ReadAsync(shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_InGb18030_IsReadAsChinese()
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var shown = await client.UploadAsync(Page, "list.csv", Encoding.GetEncoding("GB18030").GetBytes("姓名\n欧阳靖\n"));
        Assert.Contains("欧阳靖", await client.ReadAsync(shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WithoutAFile_AsksForOne()
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        using var form = new MultipartFormDataContent { { new StringContent(await client.TokenAsync(Page)), "__RequestVerificationToken" } };
        using var answer = await client.PostAsync(Page + "/upload", form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("没有选择文件", await client.ReadAsync(answer.Headers.Location!.OriginalString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WithoutTheFormsToken_Is400()
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        using var form = new MultipartFormDataContent { { new ByteArrayContent("姓名\n甲\n"u8.ToArray()), "file", "list.csv" } };
        using var answer = await client.PostAsync(Page + "/upload", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("text/plain", "hello")]
    [InlineData("multipart/form-data; boundary=x", "no boundary here")]
    [InlineData("multipart/form-data", "")]
    [InlineData("application/x-www-form-urlencoded", "a=b")]
    public async Task Upload_OfSomethingElse_Is400(string type, string body)
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await client.PostAsync(Page + "/upload", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Upload_OfSomebodyElse_IsGone()
    {
        var shown = await (await hub.SignInAsAsync(Who.Organiser)).UploadAsync(Page, "list.csv", "姓名\n丁四\n"u8.ToArray());
        var text = await (await hub.SignInAsAsync(Who.Administrator)).ReadAsync(shown);
        Assert.Contains("上传的文件已过期", text, StringComparison.Ordinal);
        Assert.DoesNotContain("丁四", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_InBothKinds_IsAFileThatTheUploadTakes()
    {
        var client = await hub.SignInAsAsync(Who.Organiser);
        foreach (var kind in (string[])["template.xlsx", "template.csv", "export.csv"])
        {
            using var answer = await client.GetAsync("/manage/games/entries/" + kind);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
            var shown = await client.UploadAsync(Page, kind, await answer.Content.ReadAsByteArrayAsync());
            // Empty, or full of people who are entered already: read in either case.
            Assert.Contains(kind == "export.csv" ? "行存在问题" : "没有内容", await client.ReadAsync(shown), StringComparison.Ordinal);
        }
    }

    private static byte[] Bad(string kind) => kind switch
    {
        "empty" => [],
        "picture" => [0x89, .. "PNG\r\n"u8, 0, 0, 0, 1, .. new byte[500]],
        "broken zip" => [0x50, 0x4B, 3, 4, .. Enumerable.Range(0, 3000).Select(i => (byte)(i * 31))],
        "zip bomb" => Bomb(),
        "half a quotation" => "姓名,编号\n\"张三,A1\n李四,\n"u8.ToArray(),
        "unknown heading" => "姓名,年龄\n张三,30\n"u8.ToArray(),
        "unknown encoding" => [.. "name\n"u8, 0xFF, 0xFF, 0x80, 0xFF],
        "100 MB" => Enumerable.Repeat((byte)'a', 100 * 1024 * 1024).ToArray(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static byte[] Bomb()
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create))
        {
            zip.CreateEntry("xl/workbook.xml").Open().Dispose();
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 100; i++)
            {
                sheet.Write(zeros);
            }
        }
        return buffer.ToArray();
    }

    private async Task<int> CountAsync() => (await hub.Get<EntryQueries>().ListAsync(hub.Hall.CompetitionId, new EntryFilter())).Count;
}
