using System.Globalization;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Awards;

/// <summary>What the rules of a contest propose: who advances, who gets which award, and what decided each cut. Follows the standings.</summary>
public sealed partial class AwardsPage(
    AwardQueries queries, CutOffService cutOffs, LiveFeed feed, CurrentActor current, ErrorSentences sentences, AwardWords words, NavigationManager navigation,
    TimeProvider time) : IDisposable
{
    // Names that move every second cannot be read.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource leaving = new();
    private ContestAwards? awards;
    private IReadOnlyList<IReadOnlyList<PlacedLine>> tied = [];
    private bool may;
    private bool mayDecide;
    private bool failed;
    private string? said;
    private string asOf = "";

    [Parameter]
    public string Slug { get; set; } = "";

    [Parameter]
    public string Contest { get; set; } = "";

    private AwardWords Words => words;

    private string ContestAddress => $"/manage/{Slug}/contests/{Contest}";

    private string Address => ContestAddress + "/awards";

    private bool HasRules => awards!.Advancement is not null || awards.Awards.Count > 0;

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (awards is null)
        {
            navigation.NotFound();
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && awards is not null)
        {
            _ = BoardFollowing.RunAsync(feed, awards.Contest.Id, ShortestPause, time, () => InvokeAsync(LookAgainAsync), leaving.Token);
        }
    }

    private async Task LookAgainAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        var actor = await current.GetAsync();
        var found = await queries.GetAsync(actor, Slug, Contest);
        awards = found.Succeeded ? found.Value : null;
        if (awards is not null)
        {
            may = AwardsAccess.RefuseToDecide(actor, awards.Competition.Id) is null;
            mayDecide = StandingsAccess.RefuseToDecide(actor, awards.Competition.Id) is null;
            tied = [.. awards.Tied().Select(lines => lines.Select(line => line.Placed).ToList())];
            asOf = Local(time.GetUtcNow()).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        }
    }

    private async Task<bool> RecordAsync(string award, Score? score, string reason)
    {
        var result = await cutOffs.RecordAsync(await current.GetAsync(), awards!.Contest.Id, award, score, reason);
        (failed, said) = result.Succeeded
            ? (false, score is null ? T["CutOff.TakenBack", NameOf(award)] : T["CutOff.Recorded", NameOf(award), score])
            : (true, sentences.Say(result));
        await LoadAsync();
        // The part asked, and only the part would be drawn again.
        StateHasChanged();
        return result.Succeeded;
    }

    private async Task DecidedAsync(Result result)
    {
        (failed, said) = result.Succeeded ? (false, T["Ties.Recorded"].Value) : (true, sentences.Say(result));
        await LoadAsync();
    }

    private string NameOf(string award) =>
        awards!.Awards.SelectMany(group => group.Awards).FirstOrDefault(one => one.Award.Key == award)?.Award.Name.In(Languages.Current) ?? award;

    private string Moment(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset at) => awards!.Competition.Details.Local(at);
}
