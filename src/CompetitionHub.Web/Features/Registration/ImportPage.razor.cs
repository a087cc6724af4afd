using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Registration;

/// <summary>
/// Template, upload, preview, import and undo, three steps on one page. Plain forms without a circuit: the upload lies on the
/// server under an id in the address, so that reloading the page or losing the connection loses nothing.
/// </summary>
public partial class ImportPage(
    CurrentActor current, CompetitionQueries competitions, ContestQueries contestQueries, EntryImportService imports,
    UploadShelf<ImportFile> uploads, ErrorSentences errors, NavigationManager navigation)
{
    private Actor actor = Actor.Anonymous;
    private Competition? competition;
    private IReadOnlyList<Contest> contests = [];
    private IReadOnlyList<EntryImport> history = [];
    private Result<ImportFile>? upload;
    private ImportPreview? preview;
    private EntryImport? done;
    private string? refusal;
    private string? problem;
    private bool isClosed;

    [Parameter] public string Slug { get; set; } = "";

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "upload")] private string? Upload { get; set; }

    [SupplyParameterFromQuery(Name = "done")] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "undo", Name = "Undo")] private string? Undo { get; set; }

    private string Here => $"/manage/{Slug}/entries/import?upload={Uri.EscapeDataString(Upload ?? "")}";

    protected override async Task OnInitializedAsync()
    {
        actor = await current.GetAsync();
        competition = await competitions.FindForAsync(actor, Slug);
        if (competition is null)
        {
            navigation.NotFound();
            return;
        }
        isClosed = competition.State == CompetitionState.Closed;
        contests = await contestQueries.ListAsync(competition.Id);
        history = await imports.ListAsync(competition.Id);
        done = history.FirstOrDefault(i => i.Id == Done);
        await LookAsync();
    }

    private async Task LookAsync()
    {
        if (string.IsNullOrEmpty(Upload))
        {
            return;
        }
        upload = uploads.Find(Upload, actor.AccountId, competition!.Id) ?? TableErrors.UploadGone();
        var found = upload.Succeeded
            ? await imports.PreviewAsync(actor, competition.Id, upload.Value, Http.RequestAborted)
            : Result<ImportPreview>.Failure(upload.Errors);
        preview = found.Succeeded ? found.Value : null;
        refusal = found.Succeeded ? null : errors.Say(found);
    }

    private async Task ApplyAsync()
    {
        if (upload is not { Succeeded: true })
        {
            return;
        }
        var result = await imports.ApplyAsync(actor, competition!.Id, upload.Value, Http.RequestAborted);
        if (!result.Succeeded)
        {
            await RefuseAsync(result);
            return;
        }
        uploads.Drop(Upload!);
        navigation.NavigateTo($"/manage/{Slug}/entries/import?done={result.Value.Id}");
    }

    private async Task UndoAsync()
    {
        var result = await imports.UndoAsync(actor, competition!.Id, Undo ?? "", Http.RequestAborted);
        if (!result.Succeeded)
        {
            await RefuseAsync(result);
            return;
        }
        navigation.NavigateTo($"/manage/{Slug}/entries/import?done={Uri.EscapeDataString(Undo!)}");
    }

    private async Task RefuseAsync(Result result)
    {
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        problem = errors.Say(result);
        await LookAsync();
    }
}
