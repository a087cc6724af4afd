using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Registration;

/// <summary>One page of the list of entries: sorts by its heads, ticks rows, offers what can be done with one.</summary>
public partial class EntryGrid
{
    private static readonly (EntrySort Column, string Title)[] Columns =
        [(EntrySort.Code, "Code"), (EntrySort.Name, "Entries.Name"), (EntrySort.Delegation, "Entries.Delegation"), (EntrySort.Contest, "Entries.Contest")];

    [Parameter, EditorRequired] public IReadOnlyList<EntryRow> Rows { get; set; } = [];

    [Parameter, EditorRequired] public EntryListQuery Query { get; set; } = null!;

    [Parameter] public bool MayChange { get; set; }

    /// <summary>Ids of the ticked entries, those of other pages too.</summary>
    [Parameter, EditorRequired] public IReadOnlySet<string> Selected { get; set; } = new HashSet<string>();

    /// <summary>These entries were ticked (true) or not.</summary>
    [Parameter] public EventCallback<(IReadOnlyList<string> EntryIds, bool Ticked)> Ticked { get; set; }

    /// <summary>The word for the address.</summary>
    [Parameter] public EventCallback<string> Sorted { get; set; }

    [Parameter] public EventCallback<Entry> Edited { get; set; }

    [Parameter] public EventCallback<Entry> Removed { get; set; }

    private Task PageTickedAsync(ChangeEventArgs change) => Ticked.InvokeAsync(([.. Rows.Select(r => r.Entry.Id)], change.Value is true));

    private Task TickedAsync(EntryRow row, bool ticked) => Ticked.InvokeAsync(([row.Entry.Id], ticked));

    private string? Direction(EntrySort column) => Query.Order != column ? null : Query.IsDescending ? "descending" : "ascending";

    private string Arrow(EntrySort column) => Query.Order != column ? "" : Query.IsDescending ? " ▼" : " ▲";

    private static string Other(LocalText name) => Languages.Current == "zh" ? (name.Zh.Length > 0 ? name.En : "") : (name.En.Length > 0 ? name.Zh : "");
}
