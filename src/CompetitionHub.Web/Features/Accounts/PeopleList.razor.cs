using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Components.Ui;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CompetitionHub.Web.Features.Accounts;

/// <summary>Accounts for a pasted list: look first, then all or none, then the slips.</summary>
public sealed partial class PeopleList(CurrentActor current, AccountListService service, ErrorSentences errors, IJSRuntime js)
{
    private const int RedrawEvery = 4;
    private readonly CancellationTokenSource gone = new();
    private IReadOnlyList<ListRow> rows = [];
    private IReadOnlyList<SignInSlip> slips = [];
    private DraftKeeper? draft;
    private string text = "";
    private string prefix = "j";
    private string language = Languages.Current;
    private string? problem;
    private int? done;

    /// <summary>The role that everybody on the list gets; null: none yet.</summary>
    [Parameter] public RoleGrant? Grant { get; set; }

    [Parameter] public EventCallback Created { get; set; }

    private ErrorSentences Errors => errors;

    private int Wrong => rows.Count(r => r.Errors.Count > 0);

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await using var files = await js.InvokeAsync<IJSObjectReference>("import", "/js/files.js");
            await files.InvokeVoidAsync("readChosenFiles");
        }
    }

    private async Task PreviewAsync()
    {
        var result = await service.PreviewAsync(await current.GetAsync(), Grant, text, prefix, language);
        problem = result.Succeeded ? null : errors.Say(result);
        rows = result.Succeeded ? result.Value : [];
    }

    private async Task CreateAsync()
    {
        var actor = await current.GetAsync();
        var grant = Grant;
        done = 0;
        var token = gone.Token;
        var progress = new Progress<int>(count =>
        {
            if (done is not null && count > done && (count % RedrawEvery == 0 || count == rows.Count))
            {
                done = count;
                StateHasChanged();
            }
        });
        // Off the circuit's thread, so that the page stays alive meanwhile.
        var result = await Task.Run(() => service.CreateAsync(actor, grant, rows, progress, token), token);
        done = null;
        problem = result.Succeeded ? null : errors.Say(result);
        if (result.Succeeded)
        {
            (slips, rows, text) = (result.Value, [], "");
            draft?.Saved();
            await Created.InvokeAsync();
        }
    }
}
