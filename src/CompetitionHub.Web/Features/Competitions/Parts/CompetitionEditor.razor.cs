using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Competitions.Parts;

/// <summary>Creates a competition or changes what is said about it.</summary>
public partial class CompetitionEditor(
    CompetitionQueries competitions, CompetitionService service, CurrentActor current, ErrorSentences sentences, NavigationManager navigation, TimeProvider time)
{
    // First the zone most competitions are in.
    private static readonly string[] Zones =
        ["Asia/Shanghai", .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private CompetitionInput? input;
    private Competition? competition;
    private IReadOnlyList<Error> errors = [];
    private IReadOnlyList<string> takenSlugs = [];
    private string? general;
    private int contests;
    private int delegations;
    private bool slugTyped;
    private bool saving;
    private int saves;
    private bool asking;

    [Parameter]
    public string? Slug { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var actor = await current.GetAsync();
        takenSlugs = [.. (await competitions.ListForAsync(actor)).Select(r => r.Competition.Slug)];
        if (Slug is null)
        {
            input = CompetitionInput.New(DateOnly.FromDateTime(time.GetLocalNow().Date));
            return;
        }
        competition = await competitions.FindForAsync(actor, Slug);
        if (competition is null)
        {
            navigation.NotFound();
            return;
        }
        input = CompetitionInput.Of(competition.Details);
        slugTyped = true;
        var overview = await competitions.OverviewAsync(competition.Id);
        (contests, delegations) = (overview!.Contests.Count, overview.Delegations);
    }

    private void SuggestSlug()
    {
        if (!slugTyped)
        {
            var year = input!.StartsOn.Length >= 4 ? input.StartsOn[..4] : "x";
            input.Slug = Slugs.Suggest(new(input.NameZh, input.NameEn), $"{EnumText.Write(input.Level)}-{year}", takenSlugs);
        }
    }

    // Moving the first day takes a last day along that would lie before it.
    private void KeepOrder()
    {
        if (string.CompareOrdinal(input!.EndsOn, input.StartsOn) < 0)
        {
            input.EndsOn = input.StartsOn;
        }
    }

    private string? Problem(string field) => errors.FirstOrDefault(e => e.Field == field) is { } error ? sentences.Say(error) : null;

    private async Task SaveAsync()
    {
        saving = true;
        var actor = await current.GetAsync();
        var details = input!.ToDetails();
        var result = competition is null
            ? await service.CreateAsync(actor, details)
            : await service.UpdateAsync(actor, competition.Id, competition.Revision, details);
        saving = false;
        Show(result);
        if (result.Succeeded)
        {
            // The draft in the browser is dropped before the page goes.
            saves++;
            StateHasChanged();
            navigation.NavigateTo("/manage/" + result.Value.Slug, forceLoad: true);
        }
    }

    private async Task RemoveAsync()
    {
        var result = await service.RemoveAsync(await current.GetAsync(), competition!.Id, competition.Revision);
        Show(result);
        if (result.Succeeded)
        {
            navigation.NavigateTo("/manage", forceLoad: true);
        }
    }

    private void Show(Result result)
    {
        errors = result.Errors;
        var rest = errors.Where(e => e.Field is null).Select(sentences.Say).ToList();
        general = rest.Count == 0 ? null : string.Join(" ", rest);
    }
}
