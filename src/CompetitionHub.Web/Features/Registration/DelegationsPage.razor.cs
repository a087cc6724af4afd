using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Registration;

/// <summary>The delegations of a competition. One without entries can be removed, which one press undoes.</summary>
public partial class DelegationsPage(
    CurrentActor current, CompetitionQueries competitions, DelegationQueries delegations, DelegationService service, ErrorSentences errors,
    NavigationManager navigation)
{
    private Competition? competition;
    private IReadOnlyList<DelegationRow>? rows;
    private Delegation? removed;
    private bool mayChange;
    private bool organiser;
    private bool isClosed;
    private string? problem;
    private string? said;

    [Parameter] public string Slug { get; set; } = "";

    [SupplyParameterFromQuery(Name = "q")] private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "panel")] private string? Panel { get; set; }

    [SupplyParameterFromQuery(Name = "edit")] private string? Edit { get; set; }

    private Delegation? Editing => Edit is null ? null : rows?.FirstOrDefault(r => r.Delegation.Code == Edit)?.Delegation;

    private IReadOnlyList<DelegationRow> Found => string.IsNullOrWhiteSpace(Search) ? rows! : [.. rows!.Where(r => Fits(r.Delegation, Search.Trim()))];

    protected override async Task OnInitializedAsync()
    {
        var actor = await current.GetAsync();
        competition = await competitions.FindForAsync(actor, Slug);
        if (competition is null)
        {
            navigation.NotFound();
            return;
        }
        isClosed = competition.State == CompetitionState.Closed;
        organiser = actor.MayOrganise(competition.Id);
        mayChange = organiser && !isClosed;
        await LoadAsync();
    }

    private async Task LoadAsync() => rows = await delegations.ListAsync(competition!.Id);

    private async Task<IReadOnlyList<Error>> SaveAsync(DelegationDetails details)
    {
        var actor = await current.GetAsync();
        var editing = Editing;
        var result = editing is null
            ? await service.AddAsync(actor, competition!.Id, details)
            : await service.UpdateAsync(actor, editing, details);
        if (!result.Succeeded)
        {
            return result.Errors;
        }
        Say(T["Delegations.Saved", result.Value.Name.In(Languages.Current)]);
        await LoadAsync();
        if (editing is not null)
        {
            Close();
        }
        StateHasChanged();
        return [];
    }

    private async Task RemoveAsync(Delegation delegation)
    {
        var result = await service.RemoveAsync(await current.GetAsync(), delegation);
        if (result.Succeeded)
        {
            Say(T["Delegations.Removed", delegation.Name.In(Languages.Current)]);
            removed = result.Value;
        }
        else
        {
            Refuse(result);
        }
        await LoadAsync();
    }

    private async Task UndoAsync()
    {
        var result = await service.RestoreAsync(await current.GetAsync(), removed!);
        if (result.Succeeded)
        {
            Say(T["Undone"]);
        }
        else
        {
            Refuse(result);
        }
        await LoadAsync();
    }

    private void Say(string sentence) => (said, problem, removed) = (sentence, null, null);

    private void Refuse(Result result) => (said, problem, removed) = (null, errors.Say(result), null);

    private void Close() => navigation.NavigateTo(
        navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["panel"] = null, ["edit"] = null }), replace: true);

    private void Open(string word, string? value) => navigation.NavigateTo(
        navigation.GetUriWithQueryParameters(word == "q"
            ? new Dictionary<string, object?> { ["q"] = string.IsNullOrWhiteSpace(value) ? null : value.Trim() }
            : new Dictionary<string, object?> { ["panel"] = null, ["edit"] = null, [word] = value }),
        replace: true);

    private string EntriesOf(DelegationRow row) => $"/manage/{Slug}/entries?delegation={Uri.EscapeDataString(row.Delegation.Code)}";

    private static string Other(LocalText name) => Languages.Current == "zh" ? (name.Zh.Length > 0 ? name.En : "") : (name.En.Length > 0 ? name.Zh : "");

    private static bool Fits(Delegation delegation, string text) =>
        new[] { delegation.Code, delegation.Name.Zh, delegation.Name.En }.Any(word => word.Contains(text, StringComparison.OrdinalIgnoreCase));
}
