using System.Globalization;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Registration;

/// <summary>An entry in a list, with the names around it.</summary>
public sealed record EntryRow(Entry Entry, Contest Contest, Delegation? Delegation);

/// <summary>Columns by which entries are sorted.</summary>
public enum EntrySort
{
    /// <summary>By code.</summary>
    Code,
    /// <summary>By name, Chinese names by their sound.</summary>
    Name,
    /// <summary>By delegation, then name.</summary>
    Delegation,
    /// <summary>By contest in its order, then code.</summary>
    Contest,
    /// <summary>The newest first when descending.</summary>
    Created,
}

/// <summary>Which entries of a competition a list shows, and how; a null filters nothing.</summary>
public sealed record EntryFilter
{
    /// <summary>Only this contest.</summary>
    public string? ContestId { get; init; }

    /// <summary>Only this delegation.</summary>
    public string? DelegationId { get; init; }

    /// <summary>Only this status.</summary>
    public EntryStatus? Status { get; init; }

    /// <summary>Part of a code, a name, a member's or the delegation's name; letters in either case.</summary>
    public string? Search { get; init; }

    /// <summary>The order.</summary>
    public EntrySort Sort { get; init; }

    /// <summary>True for the reverse order.</summary>
    public bool Descending { get; init; }
}

/// <summary>Reads entries.</summary>
public sealed class EntryQueries
{
    // Chinese text order differs between databases and machines, so lists are ordered here (architecture §5).
    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), CompareOptions.None);

    private readonly Database database;
    private readonly ContestRepository contests;
    private readonly DelegationRepository delegations;
    private readonly EntryRepository entries;

    internal EntryQueries(Database database, ContestRepository contests, DelegationRepository delegations, EntryRepository entries)
    {
        this.database = database;
        this.contests = contests;
        this.delegations = delegations;
        this.entries = entries;
    }

    /// <summary>The entry with an id, or null. Says nothing about who may see it.</summary>
    public Task<Entry?> FindAsync(string entryId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => entries.FindAsync(session, entryId), cancellationToken);

    /// <summary>The entry with a code in a competition, or null. Says nothing about who may see it.</summary>
    public Task<Entry?> FindByCodeAsync(string competitionId, string code, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => entries.FindByCodeAsync(session, competitionId, code), cancellationToken);

    /// <summary>All entries of a competition that pass the filter, in order.</summary>
    public async Task<IReadOnlyList<EntryRow>> ListAsync(string competitionId, EntryFilter filter, CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(session => ReadAsync(session, competitionId, filter), cancellationToken);
        var found = rows.Where(r => Passes(r, filter));
        var ordered = filter.Sort switch
        {
            EntrySort.Code => Order(found, r => r.Entry.Code, StringComparer.Ordinal, filter),
            EntrySort.Name => Order(found, r => NameOf(r.Entry.Name), ByName, filter),
            EntrySort.Delegation => Order(found, r => r.Delegation is null ? "" : NameOf(r.Delegation.Name), ByName, filter).ThenBy(r => NameOf(r.Entry.Name), ByName),
            EntrySort.Contest => Order(found, r => r.Contest.Position, Comparer<int>.Default, filter).ThenBy(r => r.Entry.Code, StringComparer.Ordinal),
            EntrySort.Created => Order(found, r => r.Entry.CreatedAt, Comparer<DateTimeOffset>.Default, filter).ThenBy(r => r.Entry.Code, StringComparer.Ordinal),
        };
        return [.. ordered];
    }

    /// <summary>One page of the filtered list.</summary>
    public async Task<Page<EntryRow>> ListPageAsync(string competitionId, EntryFilter filter, int skip, int take, CancellationToken cancellationToken = default)
    {
        var all = await ListAsync(competitionId, filter, cancellationToken);
        return new([.. all.Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, 500))], all.Count);
    }

    private async Task<IReadOnlyList<EntryRow>> ReadAsync(DbSession session, string competitionId, EntryFilter filter)
    {
        var contestById = (await contests.ListAsync(session, competitionId)).ToDictionary(c => c.Id);
        var delegationById = (await delegations.ListAsync(session, competitionId)).ToDictionary(d => d.Id);
        var found = filter.ContestId is null
            ? await entries.ListOfCompetitionAsync(session, competitionId)
            : contestById.ContainsKey(filter.ContestId) ? await entries.ListOfContestAsync(session, filter.ContestId) : [];
        return [.. found.Select(e => new EntryRow(e, contestById[e.ContestId], e.DelegationId is null ? null : delegationById[e.DelegationId]))];
    }

    private static bool Passes(EntryRow row, EntryFilter filter)
    {
        if ((filter.DelegationId is not null && row.Entry.DelegationId != filter.DelegationId) || (filter.Status is { } status && row.Entry.Status != status))
        {
            return false;
        }
        return string.IsNullOrWhiteSpace(filter.Search) || Contains(row, filter.Search.Trim());
    }

    private static bool Contains(EntryRow row, string text) =>
        Has(row.Entry.Code, text) || Has(row.Entry.Name.Zh, text) || Has(row.Entry.Name.En, text)
        || row.Entry.Members.Any(m => Has(m, text))
        || (row.Delegation is { } d && (Has(d.Code, text) || Has(d.Name.Zh, text) || Has(d.Name.En, text)));

    private static bool Has(string value, string text) => value.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(LocalText name) => name.In("zh");

    private static IOrderedEnumerable<EntryRow> Order<TKey>(IEnumerable<EntryRow> rows, Func<EntryRow, TKey> key, IComparer<TKey> comparer, EntryFilter filter) =>
        filter.Descending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);
}
