using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Accounts;

/// <summary>What an action on an account gave: a slip to hand over, or a sentence about why not.</summary>
public sealed record AccountOutcome(SignInSlip? Slip, string? Problem);

/// <summary>The buttons of one account. A reset cannot be undone and asks once, as does what opens every competition; the others are undone by their counterpart.</summary>
public partial class AccountActions(CurrentActor current, AccountService service, GrantService grants, ErrorSentences errors)
{
    private static readonly RoleGrant Administrator = new(RoleGrant.Everywhere, Role.Administrator);
    private bool asked;
    private bool askedAdministrator;

    [Parameter, EditorRequired] public AccountRow Row { get; set; } = null!;

    /// <summary>True where accounts are closed, opened and made administrators: that concerns the whole installation.</summary>
    [Parameter] public bool MayClose { get; set; }

    [Parameter] public EventCallback<AccountOutcome> Done { get; set; }

    private string ToggleText => Row.Account.IsDisabled ? T["Actions.Enable"] : T["Actions.Disable"];

    private bool IsAdministrator => Row.Grants.Contains(Administrator);

    private string AdministratorText => T[IsAdministrator ? "Actions.TakeAdministrator" : "Actions.MakeAdministrator"];

    private async Task ToggleAdministratorAsync()
    {
        askedAdministrator = false;
        var actor = await current.GetAsync();
        await TellAsync(IsAdministrator
            ? await grants.RevokeAsync(actor, Row.Account.Id, Administrator)
            : await grants.GrantAsync(actor, Row.Account.Id, Administrator));
    }

    private async Task ResetAsync()
    {
        asked = false;
        var result = await service.ResetPasswordAsync(await current.GetAsync(), Row.Account.Id);
        await Done.InvokeAsync(new AccountOutcome(result.Succeeded ? result.Value : null, result.Succeeded ? null : errors.Say(result)));
    }

    private async Task UnlockAsync() => await TellAsync(await service.UnlockAsync(await current.GetAsync(), Row.Account.Id));

    private async Task ToggleAsync()
    {
        var actor = await current.GetAsync();
        await TellAsync(Row.Account.IsDisabled ? await service.EnableAsync(actor, Row.Account.Id) : await service.DisableAsync(actor, Row.Account.Id));
    }

    private Task TellAsync(Result result) => Done.InvokeAsync(new AccountOutcome(null, result.Succeeded ? null : errors.Say(result)));
}
