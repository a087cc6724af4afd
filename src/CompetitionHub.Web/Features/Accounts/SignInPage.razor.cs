using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using CompetitionHub.Web.Hosting.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace CompetitionHub.Web.Features.Accounts;

/// <summary>A plain form: works on any phone, without script and without a circuit.</summary>
public partial class SignInPage(
    AccountSignIn signIn, UserManager<StoredAccount> users, ActorLoader actors, AccountQueries accounts, ErrorSentences errors, NavigationManager navigation)
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
        var before = await users.FindByNameAsync(name);
        var isOpen = before is not null && !await users.IsLockedOutAsync(before);
        var result = await signIn.PasswordSignInAsync(name, Form.Password ?? "", isPersistent: true, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            // One sentence, and as slow, whether there is such an account, it is shut, or the password is wrong: nobody learns which names exist.
            if (!isOpen)
            {
                users.PasswordHasher.HashPassword(new(), Form.Password ?? "");
            }
            problem = errors.Say(AccountsErrors.SignInFailed());
            return;
        }

        var account = (await users.FindByNameAsync(name))!;
        var session = await actors.FindAsync(account.Id, account.SecurityStamp, Http.RequestAborted);
        Languages.SetCookie(Http, account.Language);
        navigation.NavigateTo(LocalAddress.OrElse(ReturnUrl, session is null ? "/" : Home(session.Actor)));
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
