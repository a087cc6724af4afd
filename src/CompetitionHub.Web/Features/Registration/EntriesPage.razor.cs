using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Registration;

/// <summary>All entries of a competition. Filter, order, page and the open form live in the address; a removal is undone by one press.</summary>
public partial class EntriesPage(
    CurrentActor current, CompetitionQueries competitions, ContestQueries contestQueries, DelegationQueries delegationQueries, EntryQueries entries,
    EntryService service, ErrorSentences errors, NavigationManager navigation)
{
    private const int PageSize = 50;
    private readonly HashSet<string> selected = [];
    private Competition? competition;
    private IReadOnlyList<Contest> contests = [];
    private IReadOnlyList<Delegation> delegations = [];
    private IReadOnlyList<EntryRow>? rows;
    private IReadOnlyList<Entry>? removed;
    private Entry? editing;
    private int total;
    private bool mayChange;
    private bool organiser;
    private bool isClosed;
    private string? problem;
    private string? said;

    [Parameter] public string Slug { get; set; } = "";

    [SupplyParameterFromQuery(Name = "q")] private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "contest")] private string? ContestSlug { get; set; }

    [SupplyParameterFromQuery(Name = "delegation")] private string? DelegationCode { get; set; }

    [SupplyParameterFromQuery(Name = "status")] private string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "sort")] private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? PageText { get; set; }

    [SupplyParameterFromQuery(Name = "panel")] private string? Panel { get; set; }

    [SupplyParameterFromQuery(Name = "edit")] private string? Edit { get; set; }

    private EntryListQuery Query => new(Search, ContestSlug, DelegationCode, Status, Sort);

    private EntryFilter Filter => Query.ToFilter(contests, delegations);

    private int Pages => Math.Max(1, ((rows?.Count ?? 0) + PageSize - 1) / PageSize);

    private int Number => Math.Clamp(PageNumber.Read(PageText), 1, Pages);

    private IReadOnlyList<EntryRow> OnPage => [.. rows!.Skip((Number - 1) * PageSize).Take(PageSize)];

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
        contests = await contestQueries.ListAsync(competition.Id);
        delegations = [.. (await delegationQueries.ListAsync(competition.Id)).Select(d => d.Delegation)];
    }

    protected override async Task OnParametersSetAsync()
    {
        if (competition is not null)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        var found = await entries.ListAsync(competition!.Id, Filter);
        total = Query.IsFiltered ? (await entries.ListAsync(competition.Id, new EntryFilter())).Count : found.Count;
        editing = Edit is { Length: > 0 } ? await entries.FindByCodeAsync(competition.Id, Edit) : null;
        rows = found;
        selected.IntersectWith(found.Select(r => r.Entry.Id));
    }

    private async Task<IReadOnlyList<Error>> SaveAsync(EntryDetails details)
    {
        var actor = await current.GetAsync();
        var changed = editing;
        var result = changed is null
            ? await service.AddAsync(actor, competition!.Id, details)
            : await service.UpdateAsync(actor, changed, details);
        if (!result.Succeeded)
        {
            return result.Errors;
        }
        Say(T["Entries.Saved", result.Value.Code, result.Value.Name.In(Languages.Current)]);
        if (changed is null)
        {
            await LoadAsync();
            StateHasChanged();
        }
        else
        {
            Close();
        }
        return [];
    }

    private async Task RemoveAsync(IReadOnlyList<string> entryIds)
    {
        var result = await service.RemoveAsync(await current.GetAsync(), competition!.Id, entryIds);
        if (result.Succeeded)
        {
            Say(result.Value is [var only]
                ? T["Entries.RemovedOne", only.Code, only.Name.In(Languages.Current)]
                : T["Entries.Removed", result.Value.Count]);
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
        var result = await service.RestoreAsync(await current.GetAsync(), competition!.Id, removed!);
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

    private void Tick((IReadOnlyList<string> EntryIds, bool Ticked) change)
    {
        if (change.Ticked)
        {
            selected.UnionWith(change.EntryIds);
        }
        else
        {
            selected.ExceptWith(change.EntryIds);
        }
    }

    private void SelectAll() => selected.UnionWith(rows!.Select(r => r.Entry.Id));

    private void Say(string sentence) => (said, problem, removed) = (sentence, null, null);

    private void Refuse(Result result) => (said, problem, removed) = (null, errors.Say(result), null);

    private void Close() => Set(("panel", null), ("edit", null));

    private void Show(EntryListQuery query) => navigation.NavigateTo(navigation.GetUriWithQueryParameters(query.ToParameters()), replace: true);

    private void Turn(int page) => navigation.NavigateTo(navigation.GetUriWithQueryParameter("page", page));

    private void Set(params (string Word, string? Value)[] words) => navigation.NavigateTo(
        navigation.GetUriWithQueryParameters(words.ToDictionary(w => w.Word, w => (object?)w.Value)), replace: true);
}
