using System.Globalization;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Judging;

/// <summary>What is missing and from whom; closes and opens forms, sets entries' states, leads to entering for a judge. Looks again every few seconds.</summary>
public partial class MarkingPage(
    ContestQueries contests, JudgingQueries queries, JudgingService judging, CurrentActor current, ErrorSentences sentences, IStringLocalizer<JudgingText> texts,
    NavigationManager navigation, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource stop = new();
    private ContestInCompetition? found;
    private PanelProgress? progress;
    private IReadOnlyList<PanelProgressRow> rows = [];
    private (string? EntryId, string? FormKey) selected;
    private (PanelForm Form, bool Close)? asked;
    private bool director;
    private bool failed;
    private string? said;
    private string updated = "";
    private Func<Task>? undo;

    [Parameter]
    public string Slug { get; set; } = "";

    [Parameter]
    public string Contest { get; set; } = "";

    [SupplyParameterFromQuery(Name = "show")]
    public string? Show { get; set; }

    /// <summary>The code of an entry that another page sends to.</summary>
    [SupplyParameterFromQuery(Name = "entry")]
    public string? Entry { get; set; }

    private IStringLocalizer<JudgingText> T => texts;

    private bool OnlyMissing => Show == "missing";

    private PanelProgressRow? Row => progress?.Rows.FirstOrDefault(row => row.EntryId == selected.EntryId);

    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (progress is null)
        {
            navigation.NotFound();
        }

        selected = (progress?.Rows.FirstOrDefault(row => row.Code == Entry)?.EntryId, null);
    }

    protected override void OnParametersSet() => Filter();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && progress is not null)
        {
            _ = Watching.RunAsync(Every, time, () => InvokeAsync(LookAgainAsync), stop.Token);
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
        found = await contests.FindAsync(Slug, Contest);
        var read = found is null ? null : await queries.FindProgressAsync(actor, found.Contest.Id);
        if (read is not { Succeeded: true })
        {
            progress = null;
            return;
        }

        progress = read.Value;
        director = actor.MayDirectMarking(found!.Competition.Id);
        updated = found.Competition.Details.Local(time.GetUtcNow()).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        Filter();
    }

    private void Filter() => rows = progress is null ? [] : OnlyMissing
        ? [.. progress.Rows.Where(row => row.Status == EntryStatus.Active && row.Cells.Any(cell => cell.State != PanelCellState.Done))]
        : progress.Rows;

    private string Address(bool onlyMissing) => $"/manage/{Slug}/contests/{Contest}/marking" + (onlyMissing ? "?show=missing" : "");

    private void Select((string EntryId, string? FormKey) place) => selected = place;

    private async Task AnswerAsync(string? reason)
    {
        var question = asked!.Value;
        asked = null;
        if (reason is not null)
        {
            await FormAsync(question.Form, question.Close, reason);
        }
    }

    private async Task FormAsync(PanelForm form, bool close, string reason)
    {
        var actor = await current.GetAsync();
        var result = close
            ? await judging.CloseFormAsync(actor, found!.Contest.Id, form.Key, reason.Trim())
            : await judging.OpenFormAsync(actor, found!.Contest.Id, form.Key, reason.Trim());
        Say(result.Succeeded ? null : result.Error, T[close ? "Marking.FormClosedNow" : "Marking.FormOpenNow", form.Name.In(Languages.Current)],
            () => FormAsync(form, !close, T["Marking.UndoReason"]));
        await LoadAsync();
    }

    private async Task SetStatusAsync((PanelProgressRow Row, EntryStatus To, string? Reason) change)
    {
        var (row, to, reason) = change;
        var answer = await judging.HandleAsync(await current.GetAsync(), new SetEntryStatus
        {
            Id = Ids.New(time),
            ContestId = found!.Contest.Id,
            EntryId = row.EntryId,
            EntryCode = row.Code,
            Device = "staff-page",
            From = row.Status,
            To = to,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
        });
        Say(answer.Error, T["Marking.Was", row.Code, T["Marking." + to]], () => SetStatusAsync((row with { Status = to }, row.Status, T["Marking.UndoReason"])));
        await LoadAsync();
    }

    private void Say(Error? error, string done, Func<Task> back)
    {
        failed = error is not null;
        said = error is null ? done : sentences.Say(error);
        undo = failed ? null : back;
    }
}
