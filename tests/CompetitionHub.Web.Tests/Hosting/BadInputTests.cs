using System.Net;
using System.Text;
using System.Text.Json;

namespace CompetitionHub.Web.Tests.Hosting;

/// <summary>Anything a person or a broken program can send gets a clear answer: never a 500, never a stack trace.</summary>
public sealed class BadInputTests(RunningHub hub) : IClassFixture<RunningHub>
{
    private static readonly string[] Pages = ["/sign-in", "/setup", "/account", "/sign-out"];

    [Theory]
    [InlineData("/admin/accounts?page=abc&state=nonsense&role=%3Cscript%3E&q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/admin/accounts?page=-5")]
    [InlineData("/admin/accounts?page=99999999999999999999")]
    [InlineData("/manage/games/audit?from=0001-01-01&until=9999-12-31&page=2147483647&action=x&who=%20&subject=%EF%BF%BF")]
    [InlineData("/manage/games/audit?from=yesterday")]
    [InlineData("/manage/games/entries?page=abc")]
    [InlineData("/manage/games/staff?panel=%3Cb%3E")]
    [InlineData("/account?saved=%3Cscript%3E&returnUrl=javascript:alert(1)")]
    public async Task Page_WithNonsenseInTheAddress_StillAnswers(string address)
    {
        var client = await hub.SignInAsAsync(Who.Administrator);
        using var answer = await client.OpenAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/%00")]
    [InlineData("/manage/games/audit?who=%00")]
    [InlineData("/zh/%ff%fe")]
    [InlineData("/c/%E4%B8")]
    [InlineData("/manage/%2e%2e/staff")]
    [InlineData("/zh/en/zh/en")]
    public async Task Address_Malformed_IsAnErrorOfTheCaller(string address)
    {
        var client = await hub.SignInAsAsync(Who.Administrator);
        using var answer = await client.OpenAsync(address);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Fact]
    public async Task Forms_WithGarbage_AreRefused()
    {
        var client = await hub.SignInAsAsync(Who.Viewer);
        var bodies = new (string Type, byte[] Body)[]
        {
            ("application/x-www-form-urlencoded", []),
            ("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes("_handler=sign-in&Form.UserName=" + new string('x', 200_000))),
            ("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes("_handler=nobody&__RequestVerificationToken=abc")),
            ("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, 5_000).Select(i => $"k{i}=v")))),
            ("application/x-www-form-urlencoded", [0xff, 0xfe, 0x00, 0x25, 0x25]),
            ("multipart/form-data; boundary=x", Encoding.UTF8.GetBytes("--x\r\nContent-Disposition: form-data; name=\"")),
            ("multipart/form-data", Encoding.UTF8.GetBytes("no boundary")),
            ("application/json", Encoding.UTF8.GetBytes("{\"a\":")),
            ("text/html", Encoding.UTF8.GetBytes("<script>")),
        };
        foreach (var page in Pages)
        {
            foreach (var (type, body) in bodies)
            {
                using var content = new ByteArrayContent(body);
                content.Headers.TryAddWithoutValidation("Content-Type", type);
                using var answer = await client.PostAsync(page, content);
                Assert.True((int)answer.StatusCode is >= 300 and < 500, $"{page} answered {(int)answer.StatusCode} to {type} of {body.Length} bytes");
            }
        }
    }

    [Theory]
    [InlineData(Who.Nobody, "/api/judging/me", 401, "请先登录")]
    [InlineData(Who.Judge, "/api/judging/games/welding/f?seat=one", 400, "无法识别")]
    [InlineData(Who.Judge, "/api/judging/games", 404, "没有内容")]
    [InlineData(Who.Nobody, "/api/nothing", 404, "没有内容")]
    public async Task Interface_AskedWrongly_SaysWhyInASentence(Who who, string address, int status, string sentence)
    {
        var client = await hub.SignInAsAsync(who);
        using var answer = await client.GetAsync(address);
        Assert.Equal(status, (int)answer.StatusCode);
        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal($"Common.Status{status}", said.GetProperty("code").GetString());
        Assert.Contains(sentence, said.GetProperty("sentence").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_OfThreeMegabytes_IsTooLarge()
    {
        using var client = hub.Stranger();
        using var content = new ByteArrayContent(new byte[3 * 1024 * 1024]);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        using var answer = await client.PostAsync("/sign-in", content);
        Assert.InRange((int)answer.StatusCode, 400, 413);
    }

    [Theory]
    [InlineData("hub.session=garbage")]
    [InlineData("hub.form=garbage; hub.session=CfDJ8AAAA")]
    [InlineData("hub.language=%00; hub.theme=<script>")]
    public async Task Cookies_Spoilt_AreNobodys(string cookies)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = hub.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookies);
        using var page = await client.OpenAsync("/account");
        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
        using var form = await client.OpenAsync("/sign-in");
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        Assert.DoesNotContain("<script>", await form.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud83d")]
    [InlineData("' or 1=1 --")]
    public async Task SignIn_WithNonsense_JustDoesNotFit(string userName)
    {
        using var client = hub.Stranger("en");
        using var answer = await client.SignInAsync(userName, new string('p', 5_000));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }
}
