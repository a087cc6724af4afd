using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using CompetitionHub.Web.Hosting.SignIn;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Accounts;

/// <summary>What everybody may change about themselves. Plain forms: judges come here from a phone with their one-time password.</summary>
public partial class AccountPage(
    CurrentActor current, AccountService service, AccountStore store, AccountSignIn signIn, ErrorSentences errors, NavigationManager navigation)
{
    private SignedIn session = new(Actor.Anonymous, "zh", false);
    private string? passwordProblem;
    private string? profileProblem;
    private string? done;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery] private string? Saved { get; set; }

    [SupplyParameterFromForm(FormName = "password")] private PasswordInput? PasswordForm { get; set; }

    [SupplyParameterFromForm(FormName = "profile")] private ProfileInput? ProfileForm { get; set; }

    protected override async Task OnInitializedAsync()
    {
        session = await current.FindSessionAsync() ?? session;
        PasswordForm ??= new PasswordInput();
        ProfileForm ??= new ProfileInput { DisplayName = session.Actor.DisplayName, Language = session.Language, Theme = ThemeChoice.Of(Http) };
        done = Saved switch
        {
            "password" => T["Account.PasswordSaved"].Value,
            "profile" => T["Account.ProfileSaved"].Value,
            _ => null,
        };
    }

    private async Task ChangePasswordAsync()
    {
        var first = session.MustChangePassword;
        var result = await service.ChangeOwnPasswordAsync(
            session.Actor, PasswordForm!.Current ?? "", PasswordForm.Password ?? "", PasswordForm.Repeat ?? "", Http.RequestAborted);
        if (!result.Succeeded)
        {
            passwordProblem = Refuse(result);
            return;
        }

        // The new stamp ended every session; this one goes on with it.
        await signIn.SignInAsync((await store.FindAsync(session.Actor.AccountId, Http.RequestAborted))!, isPersistent: true);
        navigation.NavigateTo(first ? LocalAddress.OrElse(ReturnUrl, "/account?saved=password") : "/account?saved=password");
    }

    private async Task ChangeProfileAsync()
    {
        var language = ProfileForm!.Language ?? "";
        var result = await service.ChangeOwnProfileAsync(session.Actor, ProfileForm.DisplayName ?? "", language, Http.RequestAborted);
        if (!result.Succeeded)
        {
            profileProblem = Refuse(result);
            return;
        }

        Languages.SetCookie(Http, language);
        ThemeChoice.SetCookie(Http, ProfileForm.Theme);
        navigation.NavigateTo("/account?saved=profile");
    }

    private string Refuse(Result result)
    {
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return errors.Say(result);
    }

    /// <summary>What the password form sends.</summary>
    private sealed class PasswordInput
    {
        public string? Current { get; set; }
        public string? Password { get; set; }
        public string? Repeat { get; set; }
    }

    /// <summary>What the profile form sends.</summary>
    private sealed class ProfileInput
    {
        public string? DisplayName { get; set; }
        public string? Language { get; set; }
        public string? Theme { get; set; }
    }
}
