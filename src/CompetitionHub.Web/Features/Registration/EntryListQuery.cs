using System.Globalization;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Features.Registration;

/// <summary>What the address of the list of entries says: the same words filter the page, its export and its print view.</summary>
public sealed record EntryListQuery(string? Search, string? Contest, string? Delegation, string? Status, string? Sort)
{
    public static EntryListQuery Read(IQueryCollection query) => new(query["q"], query["contest"], query["delegation"], query["status"], query["sort"]);

    /// <summary>True when rows may be left out.</summary>
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Named(Contest) || Named(Delegation) || Named(Status);

    public EntrySort Order => EnumText.TryRead<EntrySort>(Sort?.TrimStart('-'), out var order) ? order : EntrySort.Contest;

    public bool IsDescending => Sort is ['-', ..];

    /// <summary>The filter for a competition's contests (by slug) and delegations (by code); an unknown one fits nothing.</summary>
    public EntryFilter ToFilter(IEnumerable<Contest> contests, IEnumerable<Delegation> delegations) => new()
    {
        Search = Search,
        ContestId = Named(Contest) ? contests.FirstOrDefault(c => c.Slug == Contest)?.Id ?? "" : null,
        DelegationId = Named(Delegation) ? delegations.FirstOrDefault(d => d.Code == Delegation)?.Id ?? "" : null,
        Status = EnumText.TryRead<EntryStatus>(Status, out var status) ? status : null,
        Sort = Order,
        Descending = IsDescending,
    };

    /// <summary>The query of an address, with its question mark; empty when nothing is filtered or sorted.</summary>
    public string ToQuery() => QueryString.Create(Words().Where(w => Named(w.Value))).ToUriComponent();

    /// <summary>What to set in the address of the page, beginning again at its first page.</summary>
    public IReadOnlyDictionary<string, object?> ToParameters() =>
        Words().Select(w => KeyValuePair.Create<string, object?>(w.Key, Named(w.Value) ? w.Value!.Trim() : null)).Append(new("page", null)).ToDictionary();

    /// <summary>The value of the address for a press on a column's head: up, then down.</summary>
    public string SortAfter(EntrySort column) =>
        string.Create(CultureInfo.InvariantCulture, $"{(Order == column && !IsDescending ? "-" : "")}{EnumText.Write(column)}");

    private IEnumerable<KeyValuePair<string, string?>> Words() =>
        [new("q", Search), new("contest", Contest), new("delegation", Delegation), new("status", Status), new("sort", Sort)];

    private static bool Named(string? word) => !string.IsNullOrWhiteSpace(word);
}
