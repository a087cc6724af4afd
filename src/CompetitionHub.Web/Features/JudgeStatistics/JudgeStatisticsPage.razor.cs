using System.Globalization;
using CompetitionHub.Core.JudgeStatistics;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.JudgeStatistics;

/// <summary>How the judges of a contest mark, beside each other. Computed when asked and again every few seconds; what is looked at stands in the address.</summary>
public sealed partial class JudgeStatisticsPage(
    JudgeStatisticsQueries queries, CurrentActor current, IStringLocalizer<JudgeStatisticsText> texts, NavigationManager navigation, TimeProvider time)
{
    private const int PageSize = 40;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource stop = new();
    private JudgeStatisticsView? view;
    private IReadOnlyList<int> places = [];
    private bool limitWrong;
    private string updated = "";

    [Parameter]
    public string Slug { get; set; } = "";

    [Parameter]
    public string Contest { get; set; } = "";

    [SupplyParameterFromQuery(Name = "form")]
    private string? Form { get; set; }

    [SupplyParameterFromQuery(Name = "aspect")]
    private string? Aspect { get; set; }

    [SupplyParameterFromQuery(Name = "limit")]
    private string? LimitText { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private IStringLocalizer<JudgeStatisticsText> T => texts;

    private int Pages => Math.Max(1, (view!.Panel.Matrix.Entries + PageSize - 1) / PageSize);

    private int Number => Math.Clamp(PageNumber.Read(PageText), 1, Pages);

    private string Here => $"/manage/{Slug}/contests/{Contest}/statistics";

    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        await LoadAsync();
        if (view is null)
        {
            navigation.NotFound();
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && view is not null)
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
        Score limit = default;
        limitWrong = !string.IsNullOrEmpty(LimitText) && !(ScoreText.TryParse(LimitText, out limit) && limit >= Score.Zero);
        var chosen = string.IsNullOrEmpty(LimitText) || limitWrong ? (double?)null : limit.Millionths / (double)Score.Unit;
        var read = await queries.GetAsync(await current.GetAsync(), Slug, Contest, Form, Aspect, chosen, stop.Token);
        view = read.Succeeded ? read.Value : null;
        if (view is null)
        {
            return;
        }

        places = [.. Enumerable.Range(0, view.Panel.Matrix.Entries).Skip((Number - 1) * PageSize).Take(PageSize)];
        updated = view.Competition.Details.Local(time.GetUtcNow()).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>The page of a part; a limit in points belongs to the part it was chosen for.</summary>
    private string Address(PanelPart part) => part.FormKey is null ? Here
        : part.AspectKey is null ? $"{Here}?form={Uri.EscapeDataString(part.FormKey)}"
        : $"{Here}?form={Uri.EscapeDataString(part.FormKey)}&aspect={Uri.EscapeDataString(part.AspectKey)}";

    private string EntryAddress(string code) => $"/manage/{Slug}/contests/{Contest}/marking?entry={Uri.EscapeDataString(code)}";

    private void Open(string? address) => navigation.NavigateTo(address ?? Here);

    private void SetLimit(string? text) => Show("limit", string.IsNullOrWhiteSpace(text) ? null : text.Trim());

    private void Turn(int page) => Show("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture));

    private void Show(string name, string? value) => navigation.NavigateTo(navigation.GetUriWithQueryParameter(name, value), replace: true);
}
