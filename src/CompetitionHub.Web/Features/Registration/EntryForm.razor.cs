using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Components.Ui;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Registration;

/// <summary>One entry. After adding, the form stays open for the next one of the same contest and delegation.</summary>
public partial class EntryForm
{
    private ElementReference first;
    private DraftKeeper? draft;
    private IReadOnlyList<Error> errors = [];
    private string contestId = "";
    private string delegationId = "";
    private string zh = "";
    private string en = "";
    private string members = "";
    private string code = "";
    private string panel = "";

    /// <summary>The one to change; null for a new one. Give the form a <c>@key</c> with it.</summary>
    [Parameter] public Entry? Entry { get; set; }

    [Parameter, EditorRequired] public IReadOnlyList<Contest> Contests { get; set; } = [];

    [Parameter, EditorRequired] public IReadOnlyList<Delegation> Delegations { get; set; } = [];

    /// <summary>What a new entry begins with: the contest and delegation that the list is filtered by.</summary>
    [Parameter] public string? ContestId { get; set; }

    /// <summary>See <see cref="ContestId"/>.</summary>
    [Parameter] public string? DelegationId { get; set; }

    /// <summary>Saves; gives back why not.</summary>
    [Parameter, EditorRequired] public Func<EntryDetails, Task<IReadOnlyList<Error>>> Save { get; set; } = null!;

    [Parameter] public EventCallback Closed { get; set; }

    private string DraftKey => "entry-" + (Entry?.Id ?? "new");

    private bool IsTeam => Contests.FirstOrDefault(c => c.Id == contestId)?.Details.Format == ContestFormat.Team;

    protected override void OnInitialized()
    {
        contestId = Entry?.ContestId ?? (string.IsNullOrEmpty(ContestId) ? Contests is [var only, ..] ? only.Id : "" : ContestId);
        delegationId = Entry is null ? DelegationId ?? "" : Entry.DelegationId ?? "";
        (zh, en) = (Entry?.Name.Zh ?? "", Entry?.Name.En ?? "");
        members = string.Join('\n', Entry?.Members ?? []);
        code = Entry?.Code ?? "";
        panel = Entry?.Panel ?? "";
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await first.FocusAsync();
        }
    }

    private async Task SaveAsync()
    {
        errors = await Save(new(contestId, delegationId, code, new(zh, en), members.Split('\n')) { Panel = panel });
        if (errors.Count > 0)
        {
            return;
        }
        draft?.Saved();
        if (Entry is null)
        {
            (zh, en, members, code) = ("", "", "", "");
            await first.FocusAsync();
        }
    }

    private Task CloseAsync()
    {
        draft?.Saved();
        return Closed.InvokeAsync();
    }
}
