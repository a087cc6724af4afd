using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Registration;

/// <summary>Reads and writes the table entry_imports.</summary>
internal sealed class ImportRepository
{
    private const string SelectOfCompetition = """
        select i.id, i.competition_id, i.file_name, i.entry_count, i.imported_at, i.imported_by, i.undone_at, a.display_name as ImportedByName
        from entry_imports i
        left join accounts a on a.id = i.imported_by
        where i.competition_id = @competitionId
        order by i.imported_at desc, i.id desc
        """;

    private const string InsertRow = """
        insert into entry_imports (id, competition_id, file_name, entry_count, imported_at, imported_by)
        values (@id, @competitionId, @fileName, @entries, @at, @importedBy)
        """;

    private const string SetUndone = """
        update entry_imports set undone_at = @at where id = @importId
        """;

    private const string SetDelegationImport = """
        update delegations set import_id = @importId where id = @delegationId
        """;

    private const string DeleteUnusedDelegations = """
        delete from delegations
        where import_id = @importId and not exists (select 1 from entries where entries.delegation_id = delegations.id)
          and not exists (select 1 from judge_delegations where judge_delegations.delegation_id = delegations.id)
        """;

    /// <summary>The imports of a competition, the latest first.</summary>
    public async Task<IReadOnlyList<EntryImport>> ListAsync(DbSession session, string competitionId) =>
        [.. (await session.QueryAsync<ImportedRow>(SelectOfCompetition, new { competitionId })).Select(r => r.ToImport())];

    /// <summary>Writes a new import.</summary>
    public Task InsertAsync(DbSession session, EntryImport import) => session.ExecuteAsync(InsertRow, new
    {
        id = import.Id,
        competitionId = import.CompetitionId,
        fileName = import.FileName,
        entries = import.Entries,
        at = import.ImportedAt.ToUnixTimeMilliseconds(),
        importedBy = import.ImportedBy,
    });

    /// <summary>Notes that a delegation came with an import.</summary>
    public Task NoteDelegationAsync(DbSession session, string delegationId, string importId) =>
        session.ExecuteAsync(SetDelegationImport, new { delegationId, importId });

    /// <summary>Notes that an import was undone and deletes its delegations to which nobody belongs.</summary>
    public async Task UndoAsync(DbSession session, string importId, DateTimeOffset at)
    {
        await session.ExecuteAsync(DeleteUnusedDelegations, new { importId });
        await session.ExecuteAsync(SetUndone, new { importId, at = at.ToUnixTimeMilliseconds() });
    }

    private sealed class ImportedRow
    {
        public string Id { get; init; } = "";
        public string CompetitionId { get; init; } = "";
        public string FileName { get; init; } = "";
        public int EntryCount { get; init; }
        public long ImportedAt { get; init; }
        public string ImportedBy { get; init; } = "";
        public long? UndoneAt { get; init; }
        public string? ImportedByName { get; init; }

        public EntryImport ToImport() => new(
            Id, CompetitionId, FileName, EntryCount, DateTimeOffset.FromUnixTimeMilliseconds(ImportedAt), ImportedBy,
            UndoneAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null)
        { ImportedByName = ImportedByName };
    }
}
