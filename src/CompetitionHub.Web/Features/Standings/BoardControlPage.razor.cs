using CompetitionHub.Core.Live;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Verification;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Standings;

/// <summary>The staff's board, live, and what the public sees of it.</summary>
public sealed partial class BoardControlPage(
    StandingsQueries standings, BoardService boards, ResultsVerifier verifier, LiveFeed feed, CurrentActor current, ErrorSentences sentences, NavigationManager navigation, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource leaving = new();
    private BoardView? staff;
    private BoardStatusModel status = null!;
    private IReadOnlyDictionary<string, BoardLine> shown = new Dictionary<string, BoardLine>();
    private IReadOnlyList<IReadOnlyList<PlacedLine>> tied = [];
    private int waiting;
    private int unusable;
    private bool mayPublish;
    private bool mayFreeze;
    private bool busy;
    private bool failed;
    private string? said;
    private Func<Task>? undo;

    [Parameter]
    public string Slug { get; set; } = "";

    [Parameter]
    public string Contest { get; set; } = "";

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (!await LoadAsync())
        {
            navigation.NotFound();
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && staff is not null)
        {
            _ = BoardFollowing.RunAsync(feed, staff.Contest.Id, ShortestPause, time, () => InvokeAsync(LookAgainAsync), leaving.Token);
        }
    }

    private async Task<bool> LoadAsync()
    {
        var actor = await current.GetAsync();
        var found = await standings.GetStaffBoardAsync(actor, Slug, Contest);
        if (!found.Succeeded)
        {
            staff = null;
            return false;
        }

        staff = found.Value;
        status = BoardStatusModel.Of(staff);
        mayPublish = actor.MayOrganise(staff.Competition.Id);
        mayFreeze = actor.MayDirectMarking(staff.Competition.Id);
        unusable = staff.Lines.Sum(row => row.Line.Unusable);
        shown = (await standings.FindPublicBoardAsync(Slug, Contest))?.Lines.ToDictionary(row => row.Line.Code, row => row.Line) ?? [];
        tied = [.. staff.Lines.Where(row => row is { Rank: not null, Shared: true }).GroupBy(row => row.Rank).Select(rows => rows.ToList())];
        waiting = staff.Board.IsFrozen ? staff.Lines.Count(row => IsAhead(row.Line, shown.GetValueOrDefault(row.Line.Code))) : 0;
        return true;
    }

    private static bool IsAhead(BoardLine staff, BoardLine? seen) =>
        seen is null || seen.Status != staff.Status || seen.Total != staff.Total || seen.Marked != staff.Marked || !seen.Keys.SequenceEqual(staff.Keys);

    private async Task LookAgainAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private Task ShowAsync(BoardVisibility visibility)
    {
        var before = staff!.Board.Visibility;
        return DoAsync(
            actor => boards.SetVisibilityAsync(actor, staff.Contest.Id, visibility),
            T["Manage.Done.Visibility", T[$"Manage.Visibility.{EnumText.Write(visibility)}"]],
            () => ShowAsync(before));
    }

    private Task FreezeAsync(DateTimeOffset? asOf) =>
        DoAsync(actor => boards.FreezeAsync(actor, staff!.Contest.Id, asOf), T["Manage.Done.Frozen"], UnfreezeAsync);

    private Task UnfreezeAsync()
    {
        var frozenAt = staff!.Board.FrozenAt;
        return DoAsync(actor => boards.UnfreezeAsync(actor, staff.Contest.Id), T["Manage.Done.Unfrozen"], () => FreezeAsync(frozenAt));
    }

    private Task RebuildAsync() =>
        DoAsync(actor => boards.RebuildAsync(actor, staff!.Contest.Id), T["Manage.Done.Rebuilt"], null);

    private async Task<Result<ResultsCheck>> CheckAsync() =>
        await verifier.VerifyAsync(await current.GetAsync(), staff!.Competition.Id, staff.Contest.Id, leaving.Token);

    private async Task DecidedAsync(Result result)
    {
        (failed, said) = result.Succeeded ? (false, T["Ties.Done"].Value) : (true, sentences.Say(result));
        undo = null;
        await LoadAsync();
    }

    private async Task DoAsync(Func<Actor, Task<Result<Board>>> use, string done, Func<Task>? back)
    {
        busy = true;
        var result = await use(await current.GetAsync());
        (failed, said, undo) = result.Succeeded ? (false, done, back) : (true, sentences.Say(result), null);
        await LoadAsync();
        busy = false;
    }
}
