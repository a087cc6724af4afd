using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Registration;

/// <summary>Reads and writes the table delegations.</summary>
internal sealed class DelegationRepository
{
    private const string Columns = "id, competition_id, code, name_zh, name_en, organisation_id";

    private const string SelectById = $"""
        select {Columns}
        from delegations
        where id = @delegationId
        """;

    private const string SelectOfCompetition = $"""
        select {Columns}
        from delegations
        where competition_id = @competitionId
        order by code
        """;

    private const string InsertRow = $"""
        insert into delegations ({Columns})
        values (@Id, @CompetitionId, @Code, @NameZh, @NameEn, @OrganisationId)
        """;

    private const string UpdateRow = """
        update delegations
        set code = @Code, name_zh = @NameZh, name_en = @NameEn, organisation_id = @OrganisationId
        where id = @Id
        """;

    private const string DeleteRow = """
        delete from delegations where id = @delegationId
        """;

    private const string CountEntries = """
        select count(*) from entries where delegation_id = @delegationId
        """;

    /// <summary>The delegation with an id, or null.</summary>
    public async Task<Delegation?> FindAsync(DbSession session, string delegationId) =>
        (await session.QuerySingleOrDefaultAsync<DelegationRow>(SelectById, new { delegationId }))?.ToDelegation();

    /// <summary>The delegations of a competition by code.</summary>
    public async Task<IReadOnlyList<Delegation>> ListAsync(DbSession session, string competitionId) =>
        [.. (await session.QueryAsync<DelegationRow>(SelectOfCompetition, new { competitionId })).Select(r => r.ToDelegation())];

    /// <summary>Writes a new delegation.</summary>
    public Task InsertAsync(DbSession session, Delegation delegation) => session.ExecuteAsync(InsertRow, DelegationRow.Of(delegation));

    /// <summary>Writes code, names and organisation.</summary>
    public Task UpdateAsync(DbSession session, Delegation delegation) => session.ExecuteAsync(UpdateRow, DelegationRow.Of(delegation));

    /// <summary>Deletes the row.</summary>
    public Task DeleteAsync(DbSession session, string delegationId) => session.ExecuteAsync(DeleteRow, new { delegationId });

    /// <summary>How many entries belong to a delegation.</summary>
    public async Task<int> CountEntriesAsync(DbSession session, string delegationId) =>
        (int)await session.ScalarAsync<long>(CountEntries, new { delegationId });

    private sealed class DelegationRow
    {
        public string Id { get; init; } = "";
        public string CompetitionId { get; init; } = "";
        public string Code { get; init; } = "";
        public string NameZh { get; init; } = "";
        public string NameEn { get; init; } = "";
        public string? OrganisationId { get; init; }

        public Delegation ToDelegation() => new(Id, CompetitionId, new(Code, new(NameZh, NameEn)), OrganisationId);

        public static DelegationRow Of(Delegation delegation) => new()
        {
            Id = delegation.Id,
            CompetitionId = delegation.CompetitionId,
            Code = delegation.Code,
            NameZh = delegation.Name.Zh,
            NameEn = delegation.Name.En,
            OrganisationId = delegation.OrganisationId,
        };
    }
}
