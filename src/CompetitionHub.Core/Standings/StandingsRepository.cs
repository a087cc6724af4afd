using System.Text.Json;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings;

/// <summary>Reads and writes the derived rows of boards, and reads who is on them.</summary>
internal static class StandingsRepository
{
    private const string EntriesOfContest = """
        select e.id as Id, e.code as Code, e.name_zh as NameZh, e.name_en as NameEn, e.members as Members, e.status as Status,
          coalesce(d.name_zh, '') as DelegationZh, coalesce(d.name_en, '') as DelegationEn
        from entries e
        left join delegations d on d.id = e.delegation_id
        where e.contest_id = @contestId
        """;

    private const string EntriesById = EntriesOfContest + " and e.id in @entryIds";

    private const string CountingOfContest = "select counting from contests where id = @contestId";

    private const string Upsert = """
        insert into standing_rows (board_id, audience, entry_id, summary, detail)
        values (@BoardId, @Audience, @EntryId, @Summary, @Detail)
        on conflict (board_id, audience, entry_id) do update set summary = excluded.summary, detail = excluded.detail
        """;

    private const string DeleteAudience = "delete from standing_rows where board_id = @contestId and audience = @audience";

    private const string DeleteEntries = "delete from standing_rows where board_id = @contestId and entry_id in @entryIds";

    private const string Summaries = "select entry_id as EntryId, summary as Summary from standing_rows where board_id = @contestId and audience = @audience";

    private const string DetailByCode = """
        select s.summary as Summary, s.detail as Detail
        from standing_rows s
        join entries e on e.id = s.entry_id
        where s.board_id = @contestId and s.audience = @audience and e.code = @code
        """;

    /// <summary>The entries of a contest that have one of the ids, or (null) all of them.</summary>
    public static Task<IReadOnlyList<ProjectedEntry>> ListEntriesAsync(DbSession session, string contestId, IReadOnlyCollection<string>? entryIds) =>
        session.QueryAsync<ProjectedEntry>(entryIds is null ? EntriesOfContest : EntriesById, new { contestId, entryIds });

    /// <summary>The word of the contest's counting rule.</summary>
    public static Task<string?> FindCountingAsync(DbSession session, string contestId) =>
        session.ScalarAsync<string>(CountingOfContest, new { contestId });

    /// <summary>Writes one row.</summary>
    public static Task SaveAsync(DbSession session, string contestId, Audience audience, string entryId, BoardLine line, string detail) =>
        session.ExecuteAsync(Upsert, new { BoardId = contestId, Audience = EnumText.Write(audience), EntryId = entryId, Summary = StandingsJson.Write(line), Detail = detail });

    /// <summary>Deletes all rows for an audience.</summary>
    public static Task DeleteAsync(DbSession session, string contestId, Audience audience) =>
        session.ExecuteAsync(DeleteAudience, new { contestId, audience = EnumText.Write(audience) });

    /// <summary>Deletes the rows of entries for both audiences.</summary>
    public static Task DeleteAsync(DbSession session, string contestId, IReadOnlyCollection<string> entryIds) =>
        session.ExecuteAsync(DeleteEntries, new { contestId, entryIds });

    /// <summary>All lines for an audience, by entry, in no order.</summary>
    public static async Task<IReadOnlyDictionary<string, BoardLine>> ListAsync(DbSession session, string contestId, Audience audience) =>
        (await session.QueryAsync<SummaryRow>(Summaries, new { contestId, audience = EnumText.Write(audience) }))
            .ToDictionary(row => row.EntryId, row => StandingsJson.ReadLine(row.Summary));

    /// <summary>The line and the worked arithmetic of one entry, or null.</summary>
    public static async Task<(BoardLine Line, WorkedNode Worked)?> FindByCodeAsync(DbSession session, string contestId, Audience audience, string code)
    {
        var row = await session.QuerySingleOrDefaultAsync<DetailRow>(DetailByCode, new { contestId, audience = EnumText.Write(audience), code });
        return row is null ? null : (StandingsJson.ReadLine(row.Summary), StandingsJson.ReadWorked(row.Detail));
    }

    private sealed class SummaryRow
    {
        public string EntryId { get; init; } = "";
        public string Summary { get; init; } = "";
    }

    private sealed class DetailRow
    {
        public string Summary { get; init; } = "";
        public string Detail { get; init; } = "";
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
    public string Status { get; init; } = "";
    public string DelegationZh { get; init; } = "";
    public string DelegationEn { get; init; } = "";

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
