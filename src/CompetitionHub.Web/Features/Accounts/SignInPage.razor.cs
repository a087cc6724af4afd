using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using CompetitionHub.Web.Hosting.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace CompetitionHub.Web.Features.Accounts;

/// <summary>A plain form: works on any phone, without script and without a circuit.</summary>
public partial class SignInPage(
    AccountSignIn signIn, UserManager<StoredAccount> users, ActorLoader actors, AccountQueries accounts, ErrorSentences errors, NavigationManager navigation, TimeProvider time)
{
    private string? problem;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm] private Input? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new Input();
        if (HttpMethods.IsGet(Http.Request.Method) && !await accounts.AnyAsync(Http.RequestAborted))
        {
            navigation.NavigateTo("/setup");
        }
    }

    private async Task SignInAsync()
    {
        var name = Form!.UserName ?? "";
        var result = await signIn.PasswordSignInAsync(name, Form.Password ?? "", isPersistent: true, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            problem = errors.Say(await RefusalAsync(name, result));
            return;
        }

        var account = (await users.FindByNameAsync(name))!;
        var session = await actors.FindAsync(account.Id, account.SecurityStamp, Http.RequestAborted);
        Languages.SetCookie(Http, account.Language);
        navigation.NavigateTo(LocalAddress.OrElse(ReturnUrl, session is null ? "/" : Home(session.Actor)));
    }

    private async Task<Error> RefusalAsync(string name, Microsoft.AspNetCore.Identity.SignInResult result)
    {
        if (result.IsLockedOut && await users.FindByNameAsync(name) is { LockedUntil: { } until })
        {
            var left = DateTimeOffset.FromUnixTimeMilliseconds(until) - time.GetUtcNow();
            return AccountsErrors.LockedOut(Math.Max(1, (int)Math.Ceiling(left.TotalMinutes)));
        }

        return AccountsErrors.SignInFailed();
    }

    private static string Home(Actor actor) =>
        actor.Grants.Count > 0 && actor.Grants.All(g => g.Role == Role.Judge) ? "/judge" : actor.Grants.Count == 0 ? "/account" : "/manage";

    /// <summary>What the form sends.</summary>
    private sealed class Input
    {
        public string? UserName { get; set; }
        public string? Password { get; set; }
    }
}
