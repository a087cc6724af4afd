using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Competitions;

/// <summary>A competition on its timeline: where it is, what comes next, what stands in the way, how far each contest is.</summary>
public partial class CompetitionPage(
    CompetitionQueries competitions, CompetitionService service, ContestService contests, CurrentActor current, ErrorSentences sentences,
    IStringLocalizer<CompetitionsText> texts, NavigationManager navigation)
{
    private CompetitionOverview? overview;
    private bool organiser;
    private bool adding;
    private bool busy;
    private bool failed;
    private string? said;

    [Parameter]
    public string Slug { get; set; } = "";

    private bool Editable => organiser && overview!.Competition.State != CompetitionState.Closed;

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (overview is null)
        {
            navigation.NotFound();
        }
    }

    private async Task LoadAsync()
    {
        var actor = await current.GetAsync();
        var competition = await competitions.FindForAsync(actor, Slug);
        organiser = competition is not null && actor.MayOrganise(competition.Id);
        overview = competition is null ? null : await competitions.OverviewAsync(competition.Id);
    }

    private async Task StepAsync(LifeCycleStep step)
    {
        busy = true;
        var result = await service.StepAsync(await current.GetAsync(), overview!.Competition.Id, overview.Competition.Revision, step);
        Say(result, texts["StepDone." + EnumText.Write(step)]);
        await LoadAsync();
        busy = false;
    }

    private async Task MoveAsync((string ContestId, int By) move)
    {
        var order = overview!.Contests.Select(c => c.Contest.Id).ToList();
        var from = order.IndexOf(move.ContestId);
        var to = Math.Clamp(from + move.By, 0, order.Count - 1);
        order.RemoveAt(from);
        order.Insert(to, move.ContestId);
        Say(await contests.ReorderAsync(await current.GetAsync(), overview.Competition.Id, order), null);
        await LoadAsync();
    }

    private void Opened(Contest contest) => navigation.NavigateTo($"/manage/{Slug}/contests/{contest.Slug}", forceLoad: true);

    private void Say(Result result, string? done)
    {
        failed = !result.Succeeded;
        said = failed ? sentences.Say(result) : done;
    }
}
