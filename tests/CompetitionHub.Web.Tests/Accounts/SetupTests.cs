using System.Net;
using CompetitionHub.Web.Hosting.SignIn;
using CompetitionHub.Web.Tests.Hosting;

namespace CompetitionHub.Web.Tests.Accounts;

/// <summary>An installation without any account.</summary>
public sealed class EmptyHub : RunningHub
{
    protected override bool WithPeople => false;
}

public sealed class SetupTests(EmptyHub hub) : IClassFixture<EmptyHub>
{
    [Fact]
    public async Task Setup_OpensOnlyWithTheCode_AndOnlyOnce()
    {
        using var client = hub.Stranger("en");
        using (var first = await client.OpenAsync("/sign-in"))
        {
            Assert.EndsWith("/setup", first.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        using (var guessed = await client.SubmitAsync("/setup", "setup", Form("aaaa-bbbb-cccc", "long enough password")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, guessed.StatusCode);
            Assert.Contains("not the code", await guessed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var code = hub.Get<SetupCode>().Value;
        using (var weak = await client.SubmitAsync("/setup", "setup", Form(code, "short")))
        {
            Assert.Contains("at least 10", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // Typed from paper: case and hyphens do not matter.
        using (var done = await client.SubmitAsync("/setup", "setup", Form(code.ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal), "long enough password")))
        {
            Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        }

        using var admin = await client.OpenAsync("/admin/accounts");
        Assert.Equal(HttpStatusCode.OK, admin.StatusCode);
        using var again = await client.OpenAsync("/setup");
        Assert.EndsWith("/sign-in", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Form(string code, string password) => new()
    {
        ["Form.Code"] = code, ["Form.DisplayName"] = "张伟", ["Form.UserName"] = "root", ["Form.Password"] = password,
    };
}

public sealed class SetupCodeTests
{
    [Fact]
    public void Check_AfterFiveWrongCodes_PausesForAMinute()
    {
        var time = new TestKit.FakeTime();
        var code = new SetupCode(time);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("Accounts.WrongSetupCode", code.Check("wrong").Error.Code);
        }

        Assert.Equal("Accounts.SetupCodePaused", code.Check(code.Value).Error.Code);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(code.Check(code.Value).Succeeded);
    }
}
