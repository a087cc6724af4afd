using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Competitions.Parts;

/// <summary>Adds a contest (with a scheme to begin from) or changes what is said about one.</summary>
public partial class ContestForm(ContestService contests, SchemeService schemes, SchemePresetService presets, CurrentActor current, ErrorSentences sentences)
{
    private string nameZh = "";
    private string nameEn = "";
    private string groupZh = "";
    private string groupEn = "";
    private string trade = "";
    private string slug = "";
    private ContestFormat format;
    private CountingRule counting;
    private IReadOnlyList<OfferedPreset> offered = [];
    private string begin = "";
    private bool withTeams = true;
    private bool slugTyped;
    private bool saving;
    private int saves;
    private string? general;
    private IReadOnlyList<Error> errors = [];

    [Parameter, EditorRequired]
    public Competition Competition { get; set; } = null!;

    /// <summary>The contest to change; null for a new one.</summary>
    [Parameter]
    public Contest? Contest { get; set; }

    /// <summary>Contests whose scheme can be copied.</summary>
    [Parameter]
    public IReadOnlyList<ContestProgress> Others { get; set; } = [];

    [Parameter]
    public EventCallback<Contest> OnSaved { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    private SchemePreset? Chosen => offered.FirstOrDefault(one => one.Preset.Key == begin)?.Preset;

    protected override async Task OnInitializedAsync()
    {
        if (Contest?.Details is not { } details)
        {
            offered = await presets.ListAsync(await current.GetAsync());
            begin = offered.FirstOrDefault(one => one.Own is null)?.Preset.Key ?? "";
            return;
        }
        (nameZh, nameEn) = details.Name;
        (groupZh, groupEn) = details.Group;
        (trade, slug, format, counting, slugTyped) = (details.Trade, details.Slug, details.Format, details.Counting, true);
    }

    private void SuggestSlug()
    {
        if (!slugTyped)
        {
            slug = Slugs.Suggest(new(nameZh, nameEn), $"contest-{Others.Count + 1}", [.. Others.Select(o => o.Contest.Slug)]);
        }
    }

    private string? Problem(string field) => errors.FirstOrDefault(e => e.Field == field) is { } error ? sentences.Say(error) : null;

    private async Task SaveAsync()
    {
        saving = true;
        var actor = await current.GetAsync();
        var details = new ContestDetails(slug, new(nameZh, nameEn), trade, new(groupZh, groupEn), format, counting);
        var result = Contest is null
            ? await contests.CreateAsync(actor, Competition.Id, details, await BeginAsync(), withTeams ? Chosen?.TeamRanking : null)
            : await contests.UpdateAsync(actor, Contest.Id, Contest.Revision, details);
        saving = false;
        errors = result.Errors;
        var rest = errors.Where(e => e.Field is null).Select(sentences.Say).ToList();
        general = rest.Count == 0 ? null : string.Join(" ", rest);
        if (result.Succeeded)
        {
            // The draft in the browser is dropped before the page goes.
            saves++;
            StateHasChanged();
            await OnSaved.InvokeAsync(result.Value);
        }
    }

    private async Task<MarkingScheme> BeginAsync() =>
        Chosen is { } preset ? preset.Scheme
        // Only what is offered: the value comes from the browser, and a scheme of another competition is not everybody's to read.
        : Others.Any(other => other.Contest.Id == begin) && await schemes.FindCurrentAsync(begin) is { } copied ? copied.Scheme
        : SchemePresets.All[0].Scheme;
}
