using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Competitions.Presets;

/// <summary>One preset as an outline that can be read; copying it, and changing it where it is one's own. Plain forms without a circuit.</summary>
public partial class PresetPage(
    SchemePresetService presets, CurrentActor current, ErrorSentences errors, NavigationManager navigation)
{
    private Actor actor = Actor.Anonymous;
    private OfferedPreset? offered;
    private bool mayChange;
    private string? problem;

    [Parameter]
    public string Key { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "done")]
    private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "rename")]
    private Input? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        actor = await current.GetAsync();
        offered = await presets.FindAsync(actor, Key, Http.RequestAborted);
        if (offered is null)
        {
            navigation.NotFound();
            return;
        }
        mayChange = PresetAccess.MayChange(actor, offered.Own);
    }

    private async Task CopyAsync()
    {
        var copy = await presets.CopyAsync(actor, Key, Http.RequestAborted);
        Go(copy, copy.Succeeded ? $"/manage/presets/{copy.Value.Key}?done=copied" : "");
    }

    private async Task RenameAsync()
    {
        var form = Form ?? new();
        var result = await presets.RenameAsync(
            actor, Key, form.Revision, new(form.NameZh ?? "", form.NameEn ?? ""), new(form.DescriptionZh ?? "", form.DescriptionEn ?? ""), Http.RequestAborted);
        Go(result, $"/manage/presets/{Key}?done=saved");
    }

    private async Task RemoveAsync() =>
        Go(await presets.RemoveAsync(actor, Key, offered!.Own?.Revision ?? 0, Http.RequestAborted), $"/manage/presets?removed={Key}");

    private void Go(Result result, string address)
    {
        if (result.Succeeded)
        {
            navigation.NavigateTo(address);
            return;
        }
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        problem = errors.Say(result);
    }

    /// <summary>What the form sends.</summary>
    private sealed class Input
    {
        public long Revision { get; set; }
        public string? NameZh { get; set; }
        public string? NameEn { get; set; }
        public string? DescriptionZh { get; set; }
        public string? DescriptionEn { get; set; }
    }
}
