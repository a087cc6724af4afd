using System.IO.Compression;
using System.Net;
using System.Text.Json;
using CompetitionHub.Web.Tests.Hosting;
using CompetitionHub.Web.Tests.Live;

namespace CompetitionHub.Web.Tests.Public;

public sealed class PublicPageTests(RunningHub hub) : IClassFixture<RunningHub>
{
    public static TheoryData<string> Pages =>
        ["/", "/?q=Games&level=city", "/c/games", "/c/games/welding", "/c/games/welding/screen", "/c/games/welding/board.json", "/c/games/welding/entries/K01"];

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_ForAnybody_SetsNoCookieAndMayBeCached(string page)
    {
        using var client = hub.Stranger();
        for (var time = 0; time < 2; time++)
        {
            using var answer = await client.OpenAsync(page);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"), page);
            Assert.True(answer.Headers.CacheControl!.Public, page);
            Assert.True(answer.Headers.Contains("Content-Security-Policy"), page);
            Assert.DoesNotContain("blazor", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("/", "正在进行的赛事", "What is on")]
    [InlineData("/c/games", "赛项", "Contests")]
    [InlineData("/c/games/welding", "名次", "Rank")]
    [InlineData("/c/games/welding/screen", "名次", "Rank")]
    [InlineData("/c/games/welding/entries/K01", "总分是怎么算出来的", "How the total came about")]
    public async Task Page_IsCachedPerLanguage(string page, string chinese, string english)
    {
        using var zh = hub.Stranger("zh-CN");
        using var en = hub.Stranger("en-GB,en;q=0.8");
        for (var time = 0; time < 2; time++)
        {
            Assert.Contains(chinese, await zh.GetStringAsync(page), StringComparison.Ordinal);
            Assert.Contains(english, await en.GetStringAsync(page), StringComparison.Ordinal);
            Assert.Contains(english, await zh.GetStringAsync("/en" + page), StringComparison.Ordinal);
            Assert.Contains(chinese, await en.GetStringAsync("/zh" + page), StringComparison.Ordinal);
        }

        // Who came by a prefix stays in that language.
        Assert.Contains("href=\"/en/", await zh.GetStringAsync("/en/c/games"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", await zh.GetStringAsync("/en" + page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Board_InEachEncoding_IsTheSameAndAnswers304(string encoding)
    {
        using var client = hub.Stranger();
        var plain = await client.GetStringAsync("/c/games/welding");
        using var answer = await AskAsync(client, encoding, null);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using Stream text = encoding switch
        {
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(text);
        Assert.Equal(plain, await reader.ReadToEndAsync());
        Assert.Equal("Accept-Encoding, Accept-Language", string.Join(", ", answer.Headers.Vary));

        using var again = await AskAsync(client, encoding, answer.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(answer.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());

        using var head = await client.SendAsync(new(HttpMethod.Head, "/c/games/welding"));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Fact]
    public async Task Board_AfterAMark_HasANewTag()
    {
        using var client = hub.Stranger();
        using var before = await AskAsync(client, "gzip", null);
        var code = await hub.NewMarkedEntryAsync("8");
        await ShowsAsync(client, code);
        using var after = await AskAsync(client, "gzip", before.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [Theory]
    [InlineData("/c/no-such-games")]
    [InlineData("/c/games/no-such-contest")]
    [InlineData("/c/games/no-such-contest/screen")]
    [InlineData("/c/games/no-such-contest/events")]
    [InlineData("/c/games/no-such-contest/board.json")]
    [InlineData("/c/games/welding/entries/NOBODY")]
    [InlineData("/c/%3Cscript%3E/%00")]
    public async Task UnknownAddress_IsA404(string page)
    {
        using var client = hub.Stranger();
        using var answer = await client.OpenAsync(page);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task ScriptInANameOrSearch_IsTextEverywhere()
    {
        const string script = "<script>alert(1)</script>\"'&";
        var code = await hub.NewMarkedEntryAsync("1", script, script);
        using var client = hub.Stranger();
        await ShowsAsync(client, code);
        foreach (var page in new[] { "/c/games/welding", "/c/games/welding/screen", $"/c/games/welding/entries/{code}", $"/c/games/welding/entries/{code}?part=1", "/?q=" + Uri.EscapeDataString(script) })
        {
            var text = await client.GetStringAsync(page);
            Assert.DoesNotContain("<script>alert", text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("&lt;script&gt;alert(1)", await client.GetStringAsync("/c/games/welding"), StringComparison.Ordinal);
        var feed = await client.GetStringAsync("/c/games/welding/board.json");
        Assert.DoesNotContain("<script>", feed, StringComparison.OrdinalIgnoreCase);
        using var json = JsonDocument.Parse(feed);
        Assert.Contains(json.RootElement.GetProperty("rows").EnumerateArray(), row => row.GetProperty("name").GetProperty("zh").GetString() == script);
    }

    [Fact]
    public async Task NotYetMarked_IsNotZero()
    {
        using var client = hub.Stranger();
        var page = await client.GetStringAsync("/zh/c/games/welding");
        Assert.Contains("未评分", page, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await client.GetStringAsync("/c/games/welding/board.json"));
        var row = json.RootElement.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("code").GetString() == "K02");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (row.GetProperty("rank").ValueKind, row.GetProperty("total").ValueKind));
    }

    // Boards are rebuilt four times a second at most, later on a busy machine.
    private static async Task ShowsAsync(HttpClient client, string text)
    {
        for (var i = 0; i < 200 && !(await client.GetStringAsync("/c/games/welding")).Contains(text, StringComparison.Ordinal); i++)
        {
            await Task.Delay(50);
        }
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, string encoding, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/c/games/welding");
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        return client.SendAsync(request);
    }
}
