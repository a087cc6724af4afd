using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Registration;

/// <summary>A delegation in a list, with the number of its entries.</summary>
public sealed record DelegationRow(Delegation Delegation, int Entries);

/// <summary>Reads delegations.</summary>
public sealed class DelegationQueries
{
    private const string CountEntries = """
        select delegation_id, count(*) as entries
        from entries
        where competition_id = @competitionId and delegation_id is not null
        group by delegation_id
        """;

    private readonly Database database;
    private readonly DelegationRepository delegations;

    internal DelegationQueries(Database database, DelegationRepository delegations)
    {
        this.database = database;
        this.delegations = delegations;
    }

    /// <summary>The delegations of a competition by code.</summary>
    public Task<IReadOnlyList<DelegationRow>> ListAsync(string competitionId, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<DelegationRow>>(async session =>
        {
            var counts = (await session.QueryAsync<CountRow>(CountEntries, new { competitionId })).ToDictionary(r => r.DelegationId, r => (int)r.Entries);
            return [.. (await delegations.ListAsync(session, competitionId)).Select(d => new DelegationRow(d, counts.GetValueOrDefault(d.Id)))];
        }, cancellationToken);

    private sealed class CountRow
    {
        public string DelegationId { get; init; } = "";
        public long Entries { get; init; }
    }
}
