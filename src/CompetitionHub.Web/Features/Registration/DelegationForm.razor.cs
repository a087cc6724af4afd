using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Components.Ui;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Registration;

/// <summary>One delegation. After adding, the form stays open for the next.</summary>
public partial class DelegationForm
{
    private ElementReference first;
    private DraftKeeper? draft;
    private IReadOnlyList<Error> errors = [];
    private string code = "";
    private string zh = "";
    private string en = "";

    /// <summary>The one to change; null for a new one. Give the form a <c>@key</c> with it.</summary>
    [Parameter] public Delegation? Delegation { get; set; }

    /// <summary>Saves; gives back why not.</summary>
    [Parameter, EditorRequired] public Func<DelegationDetails, Task<IReadOnlyList<Error>>> Save { get; set; } = null!;

    [Parameter] public EventCallback Closed { get; set; }

    private string DraftKey => "delegation-" + (Delegation?.Id ?? "new");

    protected override void OnInitialized() => Fill(Delegation?.Details);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await first.FocusAsync();
        }
    }

    private async Task SaveAsync()
    {
        errors = await Save(new(code, new(zh, en)));
        if (errors.Count == 0)
        {
            draft?.Saved();
            Fill(null);
            await first.FocusAsync();
        }
    }

    private Task CloseAsync()
    {
        draft?.Saved();
        return Closed.InvokeAsync();
    }

    private void Fill(DelegationDetails? details) => (code, zh, en) = (details?.Code ?? "", details?.Name.Zh ?? "", details?.Name.En ?? "");
}
