using System.Text.Encodings.Web;
using System.Text.Json;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Registration;

/// <summary>Reads and writes the table entries.</summary>
internal sealed class EntryRepository
{
    private const string Columns = "id, competition_id, contest_id, delegation_id, import_id, code, name_zh, name_en, members, status, status_reason, panel, created_at, moved_at";

    private const string SelectById = $"""
        select {Columns}
        from entries
        where id = @entryId
        """;

    private const string SelectByCode = $"""
        select {Columns}
        from entries
        where competition_id = @competitionId and code = @code
        """;

    private const string SelectOfContest = $"""
        select {Columns}
        from entries
        where contest_id = @contestId
        order by code
        """;

    private const string SelectOfCompetition = $"""
        select {Columns}
        from entries
        where competition_id = @competitionId
        order by code
        """;

    private const string SelectOfImport = $"""
        select {Columns}
        from entries
        where import_id = @importId
        order by code
        """;

    private const string SelectCodes = """
        select code from entries where competition_id = @competitionId
        """;

    private const string InsertRow = $"""
        insert into entries ({Columns})
        values (@Id, @CompetitionId, @ContestId, @DelegationId, @ImportId, @Code, @NameZh, @NameEn, @Members, @Status, @StatusReason, @Panel, @CreatedAt, @MovedAt)
        """;

    private const string UpdateRow = """
        update entries
        set contest_id = @ContestId, delegation_id = @DelegationId, code = @Code, name_zh = @NameZh, name_en = @NameEn, members = @Members, panel = @Panel,
          moved_at = @MovedAt
        where id = @Id
        """;

    private const string UpdateStatus = """
        update entries
        set status = @Status, status_reason = @Reason
        where id = @EntryId
        """;

    private const string AppendState = """
        insert into entry_states (entry_id, version, status, reason, changed_by, changed_at)
        select @EntryId, coalesce(max(version), 0) + 1, @Status, @Reason, @ChangedBy, @ChangedAt
        from entry_states
        where entry_id = @EntryId
        """;

    private const string LatestState = """
        select entry_id as EntryId, status as Status, reason as Reason, changed_by as ChangedBy, changed_at as ChangedAt
        from entry_states
        where entry_id = @entryId
        order by version desc
        limit 1
        """;

    private const string DeleteRow = """
        delete from entries where id = @entryId
        """;

    private const string DeleteStandingRows = """
        delete from standing_rows where entry_id = @entryId
        """;

    private const string SelectContestsOfDelegation = """
        select distinct contest_id from entries where delegation_id = @delegationId order by contest_id
        """;

    private const string DeleteOfImport = """
        delete from entries where import_id = @importId
        """;

    private const string DeleteStandingRowsOfImport = """
        delete from standing_rows where entry_id in (select id from entries where import_id = @importId)
        """;

    private const string CountMarked = """
        select count(*)
        from entries
        where id = @entryId
          and (exists (select 1 from marks where marks.contest_id = entries.contest_id and marks.entry_id = entries.id)
            or exists (select 1 from mark_sheets where mark_sheets.contest_id = entries.contest_id and mark_sheets.entry_id = entries.id))
        """;

    private const string CountMarkedOfImport = """
        select count(*)
        from entries
        where import_id = @importId
          and (exists (select 1 from marks where marks.contest_id = entries.contest_id and marks.entry_id = entries.id)
            or exists (select 1 from mark_sheets where mark_sheets.contest_id = entries.contest_id and mark_sheets.entry_id = entries.id))
        """;

    /// <summary>The entry with an id, or null.</summary>
    public async Task<Entry?> FindAsync(DbSession session, string entryId) =>
        (await session.QuerySingleOrDefaultAsync<EntryRow>(SelectById, new { entryId }))?.ToEntry();

    /// <summary>The entry with a code in a competition, or null.</summary>
    public async Task<Entry?> FindByCodeAsync(DbSession session, string competitionId, string code) =>
        (await session.QuerySingleOrDefaultAsync<EntryRow>(SelectByCode, new { competitionId, code }))?.ToEntry();

    /// <summary>The entries of a contest by code.</summary>
    public async Task<IReadOnlyList<Entry>> ListOfContestAsync(DbSession session, string contestId) =>
        [.. (await session.QueryAsync<EntryRow>(SelectOfContest, new { contestId })).Select(r => r.ToEntry())];

    /// <summary>The entries of a competition by code.</summary>
    public async Task<IReadOnlyList<Entry>> ListOfCompetitionAsync(DbSession session, string competitionId) =>
        [.. (await session.QueryAsync<EntryRow>(SelectOfCompetition, new { competitionId })).Select(r => r.ToEntry())];

    /// <summary>The entries that an import brought in.</summary>
    public async Task<IReadOnlyList<Entry>> ListOfImportAsync(DbSession session, string importId) =>
        [.. (await session.QueryAsync<EntryRow>(SelectOfImport, new { importId })).Select(r => r.ToEntry())];

    /// <summary>All codes of a competition, for drawing new ones.</summary>
    public async Task<HashSet<string>> ListCodesAsync(DbSession session, string competitionId) =>
        [.. await session.QueryAsync<string>(SelectCodes, new { competitionId })];

    /// <summary>Writes a new entry.</summary>
    public Task InsertAsync(DbSession session, Entry entry) => session.ExecuteAsync(InsertRow, EntryRow.Of(entry));

    /// <summary>Writes many new entries.</summary>
    public Task InsertManyAsync(DbSession session, IEnumerable<Entry> entries) => session.ExecuteManyAsync(InsertRow, entries.Select(EntryRow.Of));

    /// <summary>Writes contest (and since when), delegation, code, names and members.</summary>
    public Task UpdateAsync(DbSession session, Entry entry) => session.ExecuteAsync(UpdateRow, EntryRow.Of(entry));

    /// <summary>Writes the status and its reason, and notes the change.</summary>
    public async Task SetStateAsync(DbSession session, EntryState state)
    {
        await session.ExecuteAsync(UpdateStatus, state);
        await NoteStatesAsync(session, [state]);
    }

    /// <summary>Notes the states that new entries came with; one that came as active needs none.</summary>
    public Task NoteStatesAsync(DbSession session, IEnumerable<EntryState> states) => session.ExecuteManyAsync(AppendState, states);

    /// <summary>The latest change of an entry's state, or null when it was never changed.</summary>
    public Task<EntryState?> FindStateAsync(DbSession session, string entryId) =>
        session.QuerySingleOrDefaultAsync<EntryState>(LatestState, new { entryId });

    /// <summary>The contests in which a delegation has entries.</summary>
    public Task<IReadOnlyList<string>> ListContestsOfDelegationAsync(DbSession session, string delegationId) =>
        session.QueryAsync<string>(SelectContestsOfDelegation, new { delegationId });

    /// <summary>Deletes what was derived from an entry that moves to another board.</summary>
    public Task DeleteStandingRowsAsync(DbSession session, string entryId) => session.ExecuteAsync(DeleteStandingRows, new { entryId });

    /// <summary>Deletes an entry and what was derived from it.</summary>
    public async Task DeleteAsync(DbSession session, string entryId)
    {
        await DeleteStandingRowsAsync(session, entryId);
        await session.ExecuteAsync(DeleteRow, new { entryId });
    }

    /// <summary>Deletes the entries of an import and what was derived from them; the number deleted.</summary>
    public async Task<int> DeleteOfImportAsync(DbSession session, string importId)
    {
        await session.ExecuteAsync(DeleteStandingRowsOfImport, new { importId });
        return await session.ExecuteAsync(DeleteOfImport, new { importId });
    }

    /// <summary>True when a mark or sheet of the entry exists, even one taken back.</summary>
    public async Task<bool> IsMarkedAsync(DbSession session, string entryId) => await session.ScalarAsync<long>(CountMarked, new { entryId }) > 0;

    /// <summary>How many entries of an import have marks.</summary>
    public async Task<int> CountMarkedOfImportAsync(DbSession session, string importId) =>
        (int)await session.ScalarAsync<long>(CountMarkedOfImport, new { importId });

    internal sealed class EntryRow
    {
        private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        public string Id { get; init; } = "";
        public string CompetitionId { get; init; } = "";
        public string ContestId { get; init; } = "";
        public string? DelegationId { get; init; }
        public string? ImportId { get; init; }
        public string Code { get; init; } = "";
        public string NameZh { get; init; } = "";
        public string NameEn { get; init; } = "";
        public string Members { get; init; } = "[]";
        public string Status { get; init; } = "";
        public string? StatusReason { get; init; }
        public string Panel { get; init; } = "";
        public long CreatedAt { get; init; }
        public long? MovedAt { get; init; }

        public Entry ToEntry() => new(
            Id, CompetitionId, ContestId, DelegationId, ImportId, Code, new(NameZh, NameEn),
            Members == "[]" ? [] : JsonSerializer.Deserialize<string[]>(Members) ?? [],
            EnumText.Read<EntryStatus>(Status), StatusReason, DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt))
        {
            Panel = Panel,
            MovedAt = MovedAt is { } moved ? DateTimeOffset.FromUnixTimeMilliseconds(moved) : null,
        };

        public static EntryRow Of(Entry entry) => new()
        {
            Id = entry.Id,
            CompetitionId = entry.CompetitionId,
            ContestId = entry.ContestId,
            DelegationId = entry.DelegationId,
            ImportId = entry.ImportId,
            Code = entry.Code,
            NameZh = entry.Name.Zh,
            NameEn = entry.Name.En,
            Members = JsonSerializer.Serialize(entry.Members, Readable),
            Status = EnumText.Write(entry.Status),
            StatusReason = entry.StatusReason,
            Panel = entry.Panel,
            CreatedAt = entry.CreatedAt.ToUnixTimeMilliseconds(),
            MovedAt = entry.MovedAt?.ToUnixTimeMilliseconds(),
        };
    }
}
