using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Accounts;

/// <summary>All accounts of the installation, for administrators. The filter lives in the address.</summary>
public partial class AccountsPage(CurrentActor current, AccountQueries accounts, CompetitionQueries competitions, ErrorSentences errors, NavigationManager navigation)
{
    private const int PageSize = 25;
    private IReadOnlyList<AccountRow>? rows;
    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>();
    private SignInSlip? slip;
    private string? problem;

    [SupplyParameterFromQuery(Name = "q")] private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "role")] private string? Role { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? PageText { get; set; }

    private int Pages => ((rows?.Count ?? 0) + PageSize - 1) / PageSize;

    private int Number => Math.Min(PageNumber.Read(PageText), Math.Max(1, Pages));

    protected override async Task OnParametersSetAsync() => await LoadAsync();

    private async Task LoadAsync()
    {
        var actor = await current.GetAsync();
        var filter = new AccountFilter(
            Search,
            EnumText.TryRead<AccountState>(State, out var state) ? state : null,
            EnumText.TryRead<Role>(Role, out var role) ? role : null);
        var found = await accounts.ListAsync(actor, filter);
        if (!found.Succeeded)
        {
            problem = errors.Say(found);
            rows = [];
            return;
        }

        names = (await competitions.ListForAsync(actor)).ToDictionary(c => c.Competition.Id, c => c.Competition.Name.In(Languages.Current));
        rows = found.Value;
    }

    private async Task AfterAsync(AccountOutcome outcome)
    {
        problem = outcome.Problem;
        slip = outcome.Slip ?? slip;
        await LoadAsync();
    }

    private string RolesOf(AccountRow row) => string.Join("; ", row.Grants.Select(g =>
        g.Scope == RoleGrant.Everywhere ? T.NameOf(g.Role) : $"{T.NameOf(g.Role)} ({names.GetValueOrDefault(g.Scope, "?")})"));

    private void Show(string? search, string? state, string? role) => navigation.NavigateTo(
        navigation.GetUriWithQueryParameters("/admin/accounts", new Dictionary<string, object?> { ["q"] = Text(search), ["state"] = Text(state), ["role"] = Text(role) }),
        replace: true);

    private void Turn(int to) => navigation.NavigateTo(navigation.GetUriWithQueryParameter("page", to));

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
