using CompetitionHub.Core.Competitions;
using CompetitionHub.Web.Features.Competitions.SchemeEditing;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Competitions;

/// <summary>A contest with its marking scheme.</summary>
public partial class ContestPage(
    ContestQueries contests, ContestService service, SchemeService schemes, SchemePresetService presets, CurrentActor current, ErrorSentences sentences, SettingWords words, NavigationManager navigation)
{
    private ContestInCompetition? found;
    private CurrentScheme? scheme;
    private IReadOnlyList<Contest> others = [];
    private IReadOnlyList<OfferedPreset> offered = [];
    private bool organiser;
    private bool asking;
    private bool failed;
    private string? said;

    [Parameter]
    public string Slug { get; set; } = "";

    [Parameter]
    public string Contest { get; set; } = "";

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
        others = [.. (await contests.ListAsync(found.Competition.Id)).Where(c => c.Id != found.Contest.Id)];
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
