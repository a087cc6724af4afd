using System.Text.Json;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings;

/// <summary>Reads and writes the derived rows of boards, and reads who is on them.</summary>
internal static class StandingsRepository
{
    private const string Fields = """
        e.id as Id, e.code as Code, e.name_zh as NameZh, e.name_en as NameEn, e.members as Members, e.panel as Panel,
        coalesce(d.name_zh, '') as DelegationZh, coalesce(d.name_en, '') as DelegationEn
        """;

    private const string EntriesNow = $"""
        select {Fields}, e.status as Status
        from entries e
        left join delegations d on d.id = e.delegation_id
        where e.contest_id = @contestId
        """;

    private const string EntriesThen = $"""
        select {Fields}, coalesce((
          select s.status
          from entry_states s
          where s.entry_id = e.id and s.changed_at <= @until
          order by s.version desc
          limit 1), 'active') as Status
        from entries e
        left join delegations d on d.id = e.delegation_id
        where e.contest_id = @contestId and coalesce(e.moved_at, e.created_at) <= @until
        """;

    private const string ById = " and e.id in @entryIds";

    private const string EntriesNowById = EntriesNow + ById;

    private const string EntriesThenById = EntriesThen + ById;

    private const string IdByCode = "select id from entries where contest_id = @contestId and code = @code";

    private const string CountingOfContest = "select counting from contests where id = @contestId";

    private const string Upsert = """
        insert into standing_rows (board_id, audience, entry_id, summary)
        values (@BoardId, @Audience, @EntryId, @Summary)
        on conflict (board_id, audience, entry_id) do update set summary = excluded.summary
        """;

    private const string DeleteRow = "delete from standing_rows where board_id = @BoardId and audience = @Audience and entry_id = @EntryId";

    private const string Summaries = "select entry_id as EntryId, summary as Summary from standing_rows where board_id = @contestId and audience = @audience";

    private const string SummariesById = Summaries + " and entry_id in @entryIds";

    /// <summary>The entries of a contest that have one of the ids, or (null) all of them: as they are, or who was there and in which state at a moment.</summary>
    public static Task<IReadOnlyList<ProjectedEntry>> ListEntriesAsync(
        DbSession session, string contestId, IReadOnlyCollection<string>? entryIds, DateTimeOffset? until)
    {
        var sql = (until, entryIds) switch
        {
            (null, null) => EntriesNow,
            (null, _) => EntriesNowById,
            (_, null) => EntriesThen,
            _ => EntriesThenById,
        };
        return session.QueryAsync<ProjectedEntry>(sql, new { contestId, entryIds, until = until?.ToUnixTimeMilliseconds() });
    }

    /// <summary>The id of an entry of a contest, or null.</summary>
    public static Task<string?> FindIdAsync(DbSession session, string contestId, string code) =>
        session.ScalarAsync<string>(IdByCode, new { contestId, code });

    /// <summary>The word of the contest's counting rule.</summary>
    public static Task<string?> FindCountingAsync(DbSession session, string contestId) =>
        session.ScalarAsync<string>(CountingOfContest, new { contestId });

    /// <summary>
    /// Makes the rows for an audience those given, of some entries or (null) of all: only what differs is written, and who has no line any more is taken out.
    /// </summary>
    public static async Task SaveAsync(
        DbSession session, string contestId, Audience audience, IReadOnlyCollection<string>? entryIds, IReadOnlyDictionary<string, BoardLine> lines)
    {
        var known = await SummariesAsync(session, contestId, audience, entryIds);
        await session.ExecuteManyAsync(Upsert, lines
            .Select(line => new StandingRow(contestId, audience, line.Key, StandingsJson.Write(line.Value)))
            .Where(row => known.GetValueOrDefault(row.EntryId) != row.Summary));
        await session.ExecuteManyAsync(DeleteRow, known.Keys.Except(lines.Keys).Select(entryId => new StandingRow(contestId, audience, entryId, "")));
    }

    /// <summary>All lines for an audience, by entry, in no order.</summary>
    public static async Task<IReadOnlyDictionary<string, BoardLine>> ListAsync(DbSession session, string contestId, Audience audience) =>
        (await SummariesAsync(session, contestId, audience, null)).ToDictionary(row => row.Key, row => StandingsJson.ReadLine(row.Value));

    private static async Task<Dictionary<string, string>> SummariesAsync(DbSession session, string contestId, Audience audience, IReadOnlyCollection<string>? entryIds) =>
        (await session.QueryAsync<SummaryRow>(entryIds is null ? Summaries : SummariesById, new { contestId, audience = EnumText.Write(audience), entryIds }))
            .ToDictionary(row => row.EntryId, row => row.Summary);

    private sealed class SummaryRow
    {
        public string EntryId { get; init; } = "";
        public string Summary { get; init; } = "";
    }

    private sealed class StandingRow(string contestId, Audience audience, string entryId, string summary)
    {
        public string BoardId { get; } = contestId;
        public string Audience { get; } = EnumText.Write(audience);
        public string EntryId { get; } = entryId;
        public string Summary { get; } = summary;
    }
}

/// <summary>An entry as the projector needs it.</summary>
internal sealed class ProjectedEntry
{
    public string Id { get; init; } = "";
    public string Code { get; init; } = "";
    public string NameZh { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string Members { get; init; } = "[]";
    public string Panel { get; init; } = "";
    public string Status { get; init; } = "";
    public string DelegationZh { get; init; } = "";
    public string DelegationEn { get; init; } = "";

    /// <summary>False for who is absent, withdrawn or disqualified.</summary>
    public bool TakesPart => Status == "active";

    /// <summary>The line for staff, without points.</summary>
    public BoardLine ToLine() => new()
    {
        Code = Code,
        Name = new(NameZh, NameEn),
        Delegation = new(DelegationZh, DelegationEn),
        Status = EnumText.Read<EntryStatus>(Status),
    };

    /// <summary>What the public may know of who this is; null where the board is hidden.</summary>
    public (LocalText Name, LocalText Delegation)? IdentityFor(BoardVisibility visibility) => visibility switch
    {
        BoardVisibility.Hidden => null,
        BoardVisibility.Codes => (new("", ""), new("", "")),
        BoardVisibility.Masked => (NameMask.Mask(new(NameZh, NameEn), JsonSerializer.Deserialize<string[]>(Members)!), new(DelegationZh, DelegationEn)),
        BoardVisibility.Full => (new(NameZh, NameEn), new(DelegationZh, DelegationEn)),
    };
}
