using System.IO.Compression;
using System.Net;

namespace CompetitionHub.Web.Tests.Hosting;

public sealed class HostTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Theory]
    [InlineData("/tokens.css")]
    [InlineData("/app.css")]
    [InlineData("/staff.css")]
    [InlineData("/js/connection.js")]
    [InlineData("/_content/Radzen.Blazor/Radzen.Blazor.js")]
    public async Task StaticAsset_ForAStranger_IsServed(string path)
    {
        using var client = hub.Stranger();
        using var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task BlazorScript_InEachEncoding_HasTheFullText(string encoding)
    {
        using var client = hub.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_framework/blazor.web.js");
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using Stream text = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(text);
        var script = await reader.ReadToEndAsync();
        Assert.True(script.Length > 100_000, $"{script.Length} characters");
        Assert.Contains("components-reconnect", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/zh/no-such-page", "en", "页面不存在", "zh-CN")]
    [InlineData("/en/no-such-page", "zh-CN", "There is no such page", "en")]
    [InlineData("/no-such-page", "en-GB,en;q=0.9", "There is no such page", "en")]
    [InlineData("/no-such-page", "zh-CN", "页面不存在", "zh-CN")]
    [InlineData("/no-such-page", "fr", "页面不存在", "zh-CN")]
    public async Task UnknownAddress_ForAStranger_IsA404InTheReadersLanguage(string path, string accept, string title, string language)
    {
        using var client = hub.Stranger(accept);
        using var answer = await client.OpenAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        // Chinese as Chinese, not as entities.
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownAddress_ForAScript_IsNoPage()
    {
        using var client = hub.Stranger();
        using var answer = await client.GetAsync("/api/no-such-thing");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        using var elsewhere = await client.GetAsync("/no-such-thing");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Empty(await elsewhere.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task StaffPage_WithALanguagePrefix_SetsTheLanguageAndGoesOn()
    {
        using var client = hub.Stranger("zh-CN");
        using var answer = await client.OpenAsync("/en/sign-in?returnUrl=%2Faccount");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Faccount", answer.Headers.Location!.OriginalString);
        using var page = await client.OpenAsync("/sign-in");
        Assert.Contains("Sign in", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/no-such-page")]
    [InlineData("/app.css")]
    [InlineData("/health/live")]
    public async Task EveryAnswer_CarriesTheSecurityHeaders(string path)
    {
        using var client = hub.Stranger();
        using var answer = await client.OpenAsync(path);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task ServerName_IsNotTold()
    {
        using var client = hub.Stranger();
        using var answer = await client.OpenAsync("/sign-in");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Ready_OnAHealthyHost_NamesEveryCheck()
    {
        using var client = hub.Stranger();
        using var answer = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.All(["database", "migrations", "writer", "key ring", "blazor script", "resources"], name => Assert.Contains($"\"name\":\"{name}\",\"healthy\":true", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task InteractivePage_HasOneBlazorScript_AndStaticPagesHaveNone()
    {
        var client = await hub.SignInAsAsync(Who.Administrator);
        using var interactive = await client.OpenAsync("/admin/accounts");
        Assert.Contains("blazor.web", await interactive.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var plain = await client.OpenAsync("/account");
        var text = await plain.Content.ReadAsStringAsync();
        Assert.Contains("staff-bar", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
    }
}
