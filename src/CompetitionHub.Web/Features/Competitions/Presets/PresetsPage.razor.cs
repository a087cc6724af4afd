using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Competitions.Presets;

/// <summary>All presets, own and built-in, and the way in for a preset from elsewhere. Plain forms without a circuit.</summary>
public partial class PresetsPage(
    SchemePresetService presets, UploadShelf<SchemePreset> uploads, CurrentActor current, ErrorSentences errors, NavigationManager navigation)
{
    private Actor actor = Actor.Anonymous;
    private IReadOnlyList<OfferedPreset> offered = [];
    private IReadOnlyList<Error> refusals = [];
    private OfferedPreset? removed;
    private string? problem;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "removed")]
    private string? Removed { get; set; }

    [SupplyParameterFromQuery(Name = "upload")]
    private string? Upload { get; set; }

    private List<OfferedPreset> Own => [.. offered.Where(one => one.Own is not null)];

    private List<OfferedPreset> BuiltIn => [.. offered.Where(one => one.Own is null)];

    protected override async Task OnInitializedAsync()
    {
        actor = await current.GetAsync();
        offered = await presets.ListAsync(actor, Http.RequestAborted);
        removed = string.IsNullOrEmpty(Removed) ? null : await presets.FindRemovedAsync(actor, Removed, Http.RequestAborted);
        refusals = string.IsNullOrEmpty(Upload) ? [] : uploads.Find(Upload, actor.AccountId, PresetEndpoints.Place)?.Errors ?? [];
    }

    private async Task RestoreAsync()
    {
        var result = await presets.RestoreAsync(actor, Removed ?? "", Http.RequestAborted);
        if (result.Succeeded)
        {
            navigation.NavigateTo($"/manage/presets/{Uri.EscapeDataString(Removed!)}");
            return;
        }
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        (problem, removed) = (errors.Say(result), null);
    }
}
