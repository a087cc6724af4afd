using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Competitions.Spreadsheet;

/// <summary>
/// A contest's scheme out as a spreadsheet and back in: download, upload, preview, save. Plain forms without a circuit: the upload lies on the server under an
/// id in the address. What is saved goes the way of the editor; once marks exist it becomes a proposal there.
/// </summary>
public partial class SchemeSheetPage(
    CurrentActor actors, ContestQueries contests, SchemeService schemes, UploadShelf<SchemeSheetFile> uploads, SchemeSpeeches speeches, ErrorSentences errors,
    NavigationManager navigation)
{
    private ContestInCompetition? found;
    private CurrentScheme? current;
    private Result<SchemeSheetFile>? upload;
    private SchemeSheetPreview? preview;
    private string? refusal;
    private string? problem;

    [Parameter]
    public string Slug { get; set; } = "";

    [Parameter]
    public string Contest { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "upload")]
    private string? Upload { get; set; }

    [SupplyParameterFromForm(FormName = "save")]
    private int Version { get; set; }

    // While judges mark, what is unfinished has to be put right first, here or in the editor.
    private bool MaySave => !found!.Competition.TakesMarks || preview!.Problems.Count == 0;

    private string Here => $"/manage/{Slug}/contests/{Contest}/table";

    private string Editor => $"/manage/{Slug}/contests/{Contest}?upload={Uri.EscapeDataString(Upload ?? "")}";

    protected override async Task OnInitializedAsync()
    {
        found = await contests.FindAsync(Slug, Contest, Http.RequestAborted);
        var actor = await actors.GetAsync();
        if (found is null || !actor.MayOrganise(found.Competition.Id))
        {
            found = null;
            navigation.NotFound();
            return;
        }
        current = await schemes.FindCurrentAsync(found.Contest.Id, Http.RequestAborted);
        if (string.IsNullOrEmpty(Upload))
        {
            return;
        }
        upload = uploads.Find(Upload, actor.AccountId, found.Contest.Id) ?? TableErrors.UploadGone();
        preview = upload.Succeeded ? SchemeSheetReader.Read(upload.Value, current!, speeches.All) : null;
        refusal = upload.Succeeded ? null : errors.Say(upload);
    }

    private async Task SaveAsync()
    {
        if (preview is null)
        {
            return;
        }
        // What was looked at is what is saved: another version in the meantime is another preview.
        Result result = preview.Version != Version ? CompetitionsErrors.SchemeChanged()
            : preview.Problems.Count(one => one.Severity == Core.Competitions.Scheme.SchemeSeverity.Refused) is > 0 and var wrong ? SchemeSheetErrors.HasProblems(wrong)
            : await schemes.SaveAsync(await actors.GetAsync(), found!.Contest.Id, Version, preview.Scheme, Http.RequestAborted);
        if (!result.Succeeded)
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            problem = errors.Say(result);
            return;
        }
        uploads.Drop(Upload!);
        navigation.NavigateTo($"/manage/{Slug}/contests/{Contest}?saved={Version + 1}");
    }
}
