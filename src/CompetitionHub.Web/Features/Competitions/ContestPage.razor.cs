using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Features.Competitions.SchemeEditing;
using CompetitionHub.Web.Features.Competitions.Spreadsheet;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Competitions;

/// <summary>A contest with its marking scheme.</summary>
public partial class ContestPage(
    ContestQueries contests, ContestService service, SchemeService schemes, SchemePresetService presets, UploadShelf<SchemeSheetFile> uploads, SchemeSpeeches speeches, CurrentActor current, ErrorSentences sentences, SettingWords words, NavigationManager navigation)
{
    private ContestInCompetition? found;
    private CurrentScheme? scheme;
    private IReadOnlyList<Contest> others = [];
    private IReadOnlyList<OfferedPreset> offered = [];
    private MarkingScheme? proposed;
    private bool organiser;
    private bool asking;
    private bool failed;
    private string? said;

    [Parameter]
    public string Slug { get; set; } = "";

    [Parameter]
    public string Contest { get; set; } = "";

    /// <summary>An uploaded table that goes on in the editor.</summary>
    [SupplyParameterFromQuery(Name = "upload")]
    private string? Upload { get; set; }

    /// <summary>The version that a table was just saved as.</summary>
    [SupplyParameterFromQuery(Name = "saved")]
    private int? SavedVersion { get; set; }

    private bool Editable => organiser && found!.Competition.State != CompetitionState.Closed;

    protected override async Task OnInitializedAsync()
    {
        found = await contests.FindAsync(Slug, Contest);
        var actor = await current.GetAsync();
        if (found is null || !actor.MayView(found.Competition.Id))
        {
            found = null;
            navigation.NotFound();
            return;
        }
        organiser = actor.MayOrganise(found.Competition.Id);
        scheme = await schemes.FindCurrentAsync(found.Contest.Id);
        offered = await presets.ListAsync(actor);
        if (scheme is not null && Editable && !string.IsNullOrEmpty(Upload))
        {
            Propose(actor, scheme);
        }
        if (SavedVersion is { } version && version == scheme?.Version)
        {
            said = words.Say("Table.Saved", version);
        }
        others = [.. (await contests.ListAsync(found.Competition.Id)).Where(c => c.Id != found.Contest.Id)];
    }

    private void Propose(Actor actor, CurrentScheme present)
    {
        var upload = uploads.Find(Upload!, actor.AccountId, found!.Contest.Id) ?? TableErrors.UploadGone();
        if (upload.Succeeded && SchemeSheetReader.Read(upload.Value, present, speeches.All) is { IsClean: true, IsSame: false } read)
        {
            proposed = read.Scheme;
        }
        (failed, said) = (!upload.Succeeded, upload.Succeeded ? null : sentences.Say(upload));
    }

    private void Saved(Contest contest)
    {
        if (contest.Slug != Contest)
        {
            navigation.NavigateTo($"/manage/{Slug}/contests/{contest.Slug}", forceLoad: true);
            return;
        }
        found = found! with { Contest = contest };
        (failed, said) = (false, T["Edit.Saved"]);
    }

    private async Task AcceptedAsync(int version)
    {
        scheme = await schemes.FindCurrentAsync(found!.Contest.Id);
        (failed, said) = (false, words.Say("Change.Accepted", version));
    }

    private async Task RemoveAsync()
    {
        var result = await service.RemoveAsync(await current.GetAsync(), found!.Contest.Id);
        if (result.Succeeded)
        {
            navigation.NavigateTo("/manage/" + Slug, forceLoad: true);
            return;
        }
        (failed, said, asking) = (true, sentences.Say(result), false);
    }
}
