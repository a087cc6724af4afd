using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Accounts;

/// <summary>Who has which role in this competition. Taking a role away is undone by one press.</summary>
public partial class StaffPage(
    CurrentActor current, CompetitionQueries competitions, AccountQueries accounts, GrantService grants, ErrorSentences errors, NavigationManager navigation)
{
    private Competition? competition;
    private IReadOnlyList<AccountRow> rows = [];
    private Role role = Role.Judge;
    private bool mayChange;
    private SignInSlip? slip;
    private string? problem;
    private (string AccountId, string Name, RoleGrant Grant)? undo;

    [Parameter] public string Slug { get; set; } = "";

    [SupplyParameterFromQuery(Name = "panel")] private string? Panel { get; set; }

    private string name => competition?.Name.In(Languages.Current) ?? "";

    protected override async Task OnInitializedAsync()
    {
        var actor = await current.GetAsync();
        competition = await competitions.FindForAsync(actor, Slug);
        if (competition is null)
        {
            navigation.NotFound();
            return;
        }

        mayChange = actor.MayOrganise(competition.Id);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var found = await accounts.ListStaffAsync(await current.GetAsync(), competition!.Id);
        problem = found.Succeeded ? problem : errors.Say(found);
        rows = found.Succeeded ? found.Value : [];
    }

    private async Task GrantAsync(Account account)
    {
        var result = await grants.GrantAsync(await current.GetAsync(), account.Id, new RoleGrant(competition!.Id, role));
        problem = result.Succeeded ? null : errors.Say(result);
        await LoadAsync();
    }

    private async Task RevokeAsync(AccountRow row, Role taken)
    {
        var grant = new RoleGrant(competition!.Id, taken);
        var result = await grants.RevokeAsync(await current.GetAsync(), row.Account.Id, grant);
        problem = result.Succeeded ? null : errors.Say(result);
        undo = result.Succeeded ? (row.Account.Id, row.Account.DisplayName, grant) : null;
        await LoadAsync();
    }

    private async Task UndoAsync()
    {
        var (accountId, _, grant) = undo!.Value;
        undo = null;
        var result = await grants.GrantAsync(await current.GetAsync(), accountId, grant);
        problem = result.Succeeded ? null : errors.Say(result);
        await LoadAsync();
    }

    private async Task AfterAsync(AccountOutcome outcome)
    {
        problem = outcome.Problem;
        slip = outcome.Slip ?? slip;
        await LoadAsync();
    }

    private void Open(string panel) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("panel", Panel == panel ? null : panel), replace: true);
}
