using CompetitionHub.Core.Accounts;
using CompetitionHub.Web.Hosting;
using CompetitionHub.Web.Hosting.SignIn;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Accounts;

/// <summary>Makes the first administrator; the page does not exist once there is an account.</summary>
public partial class SetupPage(
    AccountService service, AccountQueries accounts, SetupCode code, AccountSignIn signIn, AccountStore store, ErrorSentences errors, NavigationManager navigation)
{
    private string? problem;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm] private Input? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new Input();
        if (await accounts.AnyAsync(Http.RequestAborted))
        {
            navigation.NavigateTo("/sign-in");
        }
    }

    private async Task CreateAsync()
    {
        var permitted = code.Check(Form!.Code ?? "");
        if (!permitted.Succeeded)
        {
            Refuse(errors.Say(permitted));
            return;
        }

        var created = await service.CreateFirstAsync(
            new NewPerson(Form.UserName ?? "", Form.DisplayName ?? "", Languages.Current), Form.Password ?? "", Http.RequestAborted);
        if (!created.Succeeded)
        {
            Refuse(errors.Say(created));
            return;
        }

        await signIn.SignInAsync((await store.FindAsync(created.Value.Id, Http.RequestAborted))!, isPersistent: true);
        navigation.NavigateTo("/manage");
    }

    private void Refuse(string sentence)
    {
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        problem = sentence;
    }

    /// <summary>What the form sends.</summary>
    private sealed class Input
    {
        public string? Code { get; set; }
        public string? DisplayName { get; set; }
        public string? UserName { get; set; }
        public string? Password { get; set; }
    }
}
