using System.Net;
using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CompetitionHub.Web.Tests.Accounts;

public sealed class SignInTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Fact]
    public void Passwords_AreHashed_AtLeast210000Times() =>
        Assert.True(hub.Get<IOptions<PasswordHasherOptions>>().Value.IterationCount >= 210_000);

    [Theory]
    [InlineData("/judge", "/judge")]
    [InlineData("//evil.example", "/manage")]
    [InlineData("/\\evil.example", "/manage")]
    [InlineData("https://evil.example", "/manage")]
    [InlineData("/\t/evil.example", "/manage")]
    public async Task SignIn_WithAReturnAddress_GoesThereOnlyWhenItIsLocal(string given, string expected)
    {
        using var client = hub.Stranger();
        using var answer = await client.SignInAsync(RunningHub.Administrator, RunningHub.Password, "?returnUrl=" + Uri.EscapeDataString(given));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(expected, new Uri(hub.Address, answer.Headers.Location!).PathAndQuery);
    }

    [Theory]
    [InlineData("en", "do not fit")]
    [InlineData("zh-CN", "登录名或密码不正确")]
    public async Task SignIn_WithAWrongPassword_SaysSoInTheReadersLanguage(string language, string sentence)
    {
        using var client = hub.Stranger(language);
        using var answer = await client.SignInAsync("nobody-" + language, "wrong");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithoutTheAntiforgeryToken_IsRefused()
    {
        using var client = hub.Stranger();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in", ["Form.UserName"] = RunningHub.Administrator, ["Form.Password"] = RunningHub.Password,
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = form };
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        // Also when a form was only left open in another tab: a page with a sentence, not an empty one.
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AfterTooManyWrongPasswords_IsLockedEvenForTheRightOne_UntilUnlocked()
    {
        var slip = await CreateAsync("locked-one");
        using var client = hub.Stranger("en");
        for (var i = 0; i < 8; i++)
        {
            using var wrong = await client.SignInAsync(slip.UserName, "wrong");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var locked = await client.SignInAsync(slip.UserName, slip.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);
        Assert.Contains("do not fit", await locked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // A stranger who tries names learns nothing from it: a name that nobody has is answered in the same words.
        using var nobody = await client.SignInAsync("nobody-locked", "wrong");
        Assert.Equal(Problem(await nobody.Content.ReadAsStringAsync()), Problem(await locked.Content.ReadAsStringAsync()));

        Assert.True((await hub.Get<AccountService>().UnlockAsync(Actor.System, slip.AccountId)).Succeeded);
        using var open = await client.SignInAsync(slip.UserName, slip.Password);
        Assert.Equal(HttpStatusCode.Found, open.StatusCode);
    }

    [Fact]
    public async Task OneTimePassword_OpensOnlyThePageWhereAnOwnOneIsSet()
    {
        var slip = await CreateAsync("first-time", new RoleGrant(hub.Hall.CompetitionId, Role.Viewer));
        using var client = hub.Stranger();
        using (await client.SignInAsync(slip.UserName.ToUpperInvariant(), slip.Password))
        {
            using var elsewhere = await client.OpenAsync("/manage/games/staff");
            Assert.Equal("/account?returnUrl=%2Fmanage%2Fgames%2Fstaff", elsewhere.Headers.Location!.OriginalString);
        }

        using var script = await client.GetAsync("/api/judging/me");
        Assert.Equal(HttpStatusCode.Forbidden, script.StatusCode);
        Assert.Contains("一次性密码", await script.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        const string Own = "my very own password";
        using var changed = await client.SubmitAsync("/account", "password", new()
        {
            ["PasswordForm.Current"] = slip.Password, ["PasswordForm.Password"] = Own, ["PasswordForm.Repeat"] = Own,
        });
        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        using var now = await client.OpenAsync("/manage/games/staff");
        Assert.Equal(HttpStatusCode.OK, now.StatusCode);
    }

    [Fact]
    public async Task Session_OfADisabledAccount_EndsAtOnce()
    {
        var (client, accountId) = await SignedInAsync("soon-closed");
        Assert.True((await hub.Get<AccountService>().DisableAsync(Actor.System, accountId)).Succeeded);
        using var answer = await client.OpenAsync("/account");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_OfAnAccountWithANewPassword_EndsAtOnce()
    {
        var (client, accountId) = await SignedInAsync("soon-reset");
        Assert.True((await hub.Get<AccountService>().ResetPasswordAsync(Actor.System, accountId)).Succeeded);
        using var answer = await client.OpenAsync("/account");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        var (client, _) = await SignedInAsync("leaver");
        using var page = await client.OpenAsync("/account");
        var text = await page.Content.ReadAsStringAsync();
        var token = System.Text.RegularExpressions.Regex.Match(text, "action=\"/sign-out\".*?value=\"([^\"]+)\"", System.Text.RegularExpressions.RegexOptions.Singleline).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token });
        using var gone = await client.PostAsync("/sign-out", form);
        Assert.Equal("/sign-in", gone.Headers.Location!.OriginalString);
        using var after = await client.OpenAsync("/account");
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    private async Task<(HttpClient Client, string AccountId)> SignedInAsync(string userName)
    {
        var slip = await CreateAsync(userName);
        var client = hub.Stranger();
        using var answer = await client.SignInAsync(slip.UserName, slip.Password);
        using var page = await client.OpenAsync("/account");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return (client, slip.AccountId);
    }

    private async Task<SignInSlip> CreateAsync(string userName, RoleGrant? grant = null) =>
        (await hub.Get<AccountService>().CreateAsync(Actor.System, new NewPerson(userName, "某人", "zh"), grant)).Value;

    private static string Problem(string page) => page[page.IndexOf("field-error", StringComparison.Ordinal)..page.IndexOf("<form", StringComparison.Ordinal)];
}
