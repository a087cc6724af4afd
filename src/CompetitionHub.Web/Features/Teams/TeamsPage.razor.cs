using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Teams;

/// <summary>The team rankings of a competition: which there are, and how they are set up.</summary>
public sealed partial class TeamsPage(TeamQueries queries, TeamRankingService service, CurrentActor current, ErrorSentences sentences, TeamWords words, NavigationManager navigation)
{
    private CompetitionTeams? teams;
    private TeamRankingDraft? draft;
    private StoredTeamRanking? before;
    private bool may;
    private bool failed;
    private string preset = "";
    private string? said;
    private Func<Task>? undo;

    [Parameter]
    public string Slug { get; set; } = "";

    private TeamWords Words => words;

    private ErrorSentences Sentences => sentences;

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (teams is null)
        {
            navigation.NotFound();
        }
    }

    private async Task LoadAsync()
    {
        var actor = await current.GetAsync();
        var found = await queries.ListAsync(actor, Slug);
        teams = found.Succeeded ? found.Value : null;
        may = teams is not null && TeamsAccess.RefuseToOrganise(actor, teams.Competition.Id) is null;
    }

    private void Add() => (before, draft, said) =
        (null, TeamRankingPresets.All.FirstOrDefault(one => one.Key == preset) is { } chosen ? TeamRankingDraft.Of(chosen) : new TeamRankingDraft(), null);

    private void Edit(StoredTeamRanking stored) => (before, draft, said) = (stored, TeamRankingDraft.Of(stored.Ranking), null);

    private void Close() => (before, draft) = (null, null);

    private async Task<IReadOnlyList<Error>> SaveAsync(TeamRanking ranking)
    {
        var result = await service.SaveAsync(await current.GetAsync(), teams!.Competition.Id, ranking, before?.Ranking.Key, before?.Revision ?? 0);
        if (result.Succeeded)
        {
            Close();
            (failed, said, undo) = (false, T["Saved", ranking.Name.In(Languages.Current)], null);
            await LoadAsync();
            // The form asked, and only the form would be drawn again.
            StateHasChanged();
        }
        return result.Errors;
    }

    private async Task RemoveAsync(StoredTeamRanking stored)
    {
        var actor = await current.GetAsync();
        var competitionId = teams!.Competition.Id;
        var result = await service.RemoveAsync(actor, competitionId, stored.Ranking.Key, stored.Revision);
        (failed, said) = result.Succeeded ? (false, T["Removed", stored.Ranking.Name.In(Languages.Current)].Value) : (true, sentences.Say(result));
        undo = result.Succeeded
            ? async () =>
            {
                var back = await service.SaveAsync(actor, competitionId, stored.Ranking, null, 0);
                (failed, said, undo) = (!back.Succeeded, back.Succeeded ? T["Saved", stored.Ranking.Name.In(Languages.Current)] : sentences.Say(back), null);
                await LoadAsync();
            }
            : null;
        await LoadAsync();
    }

    private string ContestsOf(TeamRanking ranking) => ranking.Contests.Count == 0
        ? T["Contests.All", teams!.Contests.Count]
        : string.Join(T["Comma"], teams!.Contests.Where(contest => ranking.Contests.Contains(contest.Slug)).Select(contest => contest.Title.In(Languages.Current)));
}
