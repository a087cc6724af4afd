using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Accounts;

/// <summary>The Data Protection key ring in the database (PostgreSQL, where several nodes share it); beside SQLite it is a folder.</summary>
public sealed class KeyStore(Database database, TimeProvider time)
{
    private const string List = "select xml from data_protection_keys order by created_at, id";

    private const string Insert =
        """
        insert into data_protection_keys (id, xml, created_at)
        values (@id, @xml, @at)
        on conflict (id) do nothing
        """;

    /// <summary>Every key as XML, the oldest first.</summary>
    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => session.QueryAsync<string>(List), cancellationToken);

    /// <summary>Stores a key under its name; storing it again changes nothing.</summary>
    public Task AddAsync(string id, string xml, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            await session.ExecuteAsync(Insert, new { id, xml, at = time.GetUtcNow().ToUnixTimeMilliseconds() });
            return Result.Success();
        }, cancellationToken);
}
