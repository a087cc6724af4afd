using System.Globalization;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>The marking scheme as one table with totals that add up while typing, its problems in place and a preview beside it.</summary>
public partial class SchemeEditor(SchemeService schemes, SchemeChangeService changes, SchemePresetService presets, CurrentActor current, IJSRuntime script)
{
    private const string FullMark = "full_mark";
    private const string Usual = "100";
    private SchemeDesk desk = null!;
    private SchemeScope scope = null!;
    private string begin = "";
    private string? said;
    private SchemeDraft? kept;
    private int version;
    private bool saving;
    private bool failed;
    private bool proposing;
    private SchemeChange? change;

    [Parameter, EditorRequired]
    public CurrentScheme Current { get; set; } = null!;

    /// <summary>The competition's time zone, for the time of the freeze.</summary>
    [Parameter, EditorRequired]
    public string TimeZone { get; set; } = "";

    /// <summary>Contests whose scheme can be copied.</summary>
    [Parameter]
    public IReadOnlyList<Contest> Others { get; set; } = [];

    /// <summary>Presets to begin from; none for those who may not use them.</summary>
    [Parameter]
    public IReadOnlyList<OfferedPreset> Presets { get; set; } = [];

    /// <summary>A scheme that was brought as a spreadsheet: it begins as an unsaved change, or as a proposal with its dry run.</summary>
    [Parameter]
    public MarkingScheme? Proposed { get; set; }

    /// <summary>The address of the page.</summary>
    [Parameter]
    public string Address { get; set; } = "";

    /// <summary>True for those who may look only.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>A change of the rules was accepted: the version that is in force now.</summary>
    [Parameter]
    public EventCallback<int> OnAccepted { get; set; }

    private DateTimeOffset? Frozen => Current.FrozenAt;

    private bool Locked => ReadOnly || (Current.IsFrozen && !proposing);

    private string FrozenNote(DateTimeOffset at)
    {
        var frozen = T["Scheme.FrozenLead", Moment(at)].Value;
        return Current.ChangedAt is { } changed ? $"{frozen} {T["Scheme.ChangedLead", version, Moment(changed)]}" : frozen;
    }

    private string Moment(DateTimeOffset at) =>
        at.ToOffset(TimeZoneInfo.FindSystemTimeZoneById(TimeZone).GetUtcOffset(at)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    // Built-in presets are always offered to those who may use any.
    private bool MayKeep => !ReadOnly && Presets.Count > 0;

    private DraftObject Root => desk.Draft.Root;

    private bool OpenEnded => Root[FullMark].Length == 0;

    // With several stages their whole is a part like any other.
    private IReadOnlyList<Setting> Whole => [.. SchemeSettings.Whole.Where(s => s.Name == "combine" || (s.Name == "count" ? PartSettings.ShowsCount(Root) : PartSettings.IsSet(s, Root)))];

    // A weighted total always gives the full mark on paper: only weights that sum to one make it true.
    private bool TotalFits =>
        (OpenEnded || (SchemeTotals.Of(desk.Scheme) is { } total && total == desk.Scheme.FullMark?.ToFraction()))
        && desk.WeightsFit;

    private string TotalText => SchemeTotals.Text(SchemeTotals.Of(desk.Scheme));

    protected override void OnInitialized()
    {
        desk = new(Current.Scheme);
        scope = new(desk, EventCallback.Factory.Create(this, TypedAsync), EventCallback.Factory.Create<Action>(this, EditAsync)) { Locked = Locked };
        version = Current.Version;
    }

    // What was not saved lies in the browser, so that a dead server or a closed tab loses none of it.
    private string DraftKey => $"hub.scheme.{Current.ContestId}.{version}";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Proposed is not null && !ReadOnly)
        {
            await TakeProposedAsync(Proposed);
        }
        else if (firstRender && !Locked)
        {
            await FindKeptAsync();
        }
    }

    private async Task TakeProposedAsync(MarkingScheme scheme)
    {
        // Loading the page again must not bring the table again.
        await script.InvokeVoidAsync("history.replaceState", null, "", Address);
        proposing = Current.IsFrozen;
        scope.Locked = Locked;
        await EditAsync(() => desk.Replace(scheme));
        if (proposing)
        {
            await TryAsync();
        }
        StateHasChanged();
    }

    private async Task FindKeptAsync()
    {
        var text = await script.InvokeAsync<string?>("localStorage.getItem", DraftKey);
        if (text is not null && SchemeDraft.Restore(text) is { } draft && draft.Keep() != desk.Text)
        {
            kept = draft;
            StateHasChanged();
        }
    }

    private Task TypedAsync()
    {
        desk.Typed();
        return ChangedAsync();
    }

    private Task EditAsync(Action change)
    {
        change();
        return ChangedAsync();
    }

    private async Task ChangedAsync()
    {
        (said, kept, change) = (null, null, null);
        if (desk.IsChanged)
        {
            await script.InvokeVoidAsync("localStorage.setItem", DraftKey, desk.Text);
        }
        else
        {
            await ForgetAsync();
        }
    }

    private Task RestoreAsync()
    {
        var draft = kept!;
        return EditAsync(() => desk.Replace(draft));
    }

    private async Task ForgetAsync()
    {
        kept = null;
        await script.InvokeVoidAsync("localStorage.removeItem", DraftKey);
    }

    private async Task BeginAsync()
    {
        // Only what is offered: the value comes from the browser, and a scheme of another competition is not everybody's to read.
        var scheme = Presets.FirstOrDefault(offered => offered.Preset.Key == begin) is { } chosen ? chosen.Preset.Scheme
            : Others.Any(contest => contest.Id == begin) ? (await schemes.FindCurrentAsync(begin))?.Scheme : null;
        if (scheme is not null)
        {
            await EditAsync(() => desk.Replace(scheme));
        }
        begin = "";
    }

    private async Task<Result<SchemePreset>> KeepAsync(SchemePreset preset) => await presets.AddAsync(await current.GetAsync(), preset);

    private async Task SaveAsync()
    {
        saving = true;
        var result = await schemes.SaveAsync(await current.GetAsync(), Current.ContestId, version, desk.Scheme);
        saving = false;
        failed = !result.Succeeded;
        if (failed)
        {
            said = Sentences.Say(result);
            return;
        }
        await ForgetAsync();
        version = result.Value;
        desk.Saved();
        said = T["Scheme.Saved", version];
    }

    private Task ProposeAsync()
    {
        proposing = true;
        scope.Locked = Locked;
        return FindKeptAsync();
    }

    private async Task TryAsync()
    {
        saving = true;
        var result = await changes.TryAsync(await current.GetAsync(), Current.ContestId, version, desk.Scheme);
        saving = false;
        (failed, said) = (!result.Succeeded, result.Succeeded ? null : Sentences.Say(result));
        change = result.Succeeded ? result.Value : null;
    }

    private async Task AcceptAsync(string reason)
    {
        saving = true;
        var result = await changes.AcceptAsync(await current.GetAsync(), Current.ContestId, version, desk.Scheme, reason, change!.Losses);
        saving = false;
        if (!result.Succeeded)
        {
            (failed, said, change) = (true, Sentences.Say(result), null);
            return;
        }
        await ForgetAsync();
        // What is said of it stands at the top of the page.
        await script.InvokeVoidAsync("scrollTo", 0, 0);
        await OnAccepted.InvokeAsync(result.Value);
    }

    private async Task DiscardAsync()
    {
        await ForgetAsync();
        proposing = false;
        desk.Replace(Current.Scheme);
        scope.Locked = Locked;
        (change, said) = (null, null);
    }
}
