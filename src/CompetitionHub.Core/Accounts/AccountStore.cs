using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Accounts;

/// <summary>The sign-in's reads and writes, called by the web's adapters of ASP.NET Core Identity.</summary>
public sealed class AccountStore(Database database, AuditLog audit, ActorLoader actors)
{
    // The count is made in the database: guesses sent side by side must all be counted.
    private const string CountFailure = "update accounts set failed_count = failed_count + 1 where id = @accountId returning failed_count";
    private const string ClearFailures = "update accounts set failed_count = 0 where id = @accountId and failed_count <> 0";
    private const string SetLockedUntil = "update accounts set locked_until = @until where id = @accountId";

    // Only while the stamp is the one that was read: a reset in between must not be undone.
    private const string SaveHash = "update accounts set password_hash = @hash where id = @accountId and security_stamp = @stamp";

    /// <summary>The account with an id, or null.</summary>
    public Task<StoredAccount?> FindAsync(string accountId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => AccountRepository.FindAsync(session, accountId), cancellationToken);

    /// <summary>The account with a sign-in name in its compared form, or null.</summary>
    public Task<StoredAccount?> FindByNormalizedNameAsync(string normalizedName, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => AccountRepository.FindByNameAsync(session, normalizedName), cancellationToken);

    /// <summary>Counts a wrong password; gives the number since the last right one.</summary>
    public async Task<int> CountFailureAsync(string accountId, CancellationToken cancellationToken = default) =>
        (await database.InTransactionAsync<int>(async session => (int)await session.ScalarAsync<long>(CountFailure, new { accountId }), cancellationToken)).Value;

    /// <summary>Forgets the wrong passwords after a right one.</summary>
    public Task ClearFailuresAsync(string accountId, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            await session.ExecuteAsync(ClearFailures, new { accountId });
            return Result.Success();
        }, cancellationToken);

    /// <summary>Shuts the account until an instant, on record; null opens it.</summary>
    public async Task LockAsync(string accountId, DateTimeOffset? until, CancellationToken cancellationToken = default)
    {
        await database.InTransactionAsync(async session =>
        {
            await session.ExecuteAsync(SetLockedUntil, new { accountId, until = until?.ToUnixTimeMilliseconds() });
            if (until is not null)
            {
                await audit.AppendAsync(
                    session, Actor.System, AuditLog.Installation, AuditAction.AccountLocked, "account", accountId, null, new { until });
            }

            return Result.Success();
        }, cancellationToken);
        actors.Forget(accountId);
    }

    /// <summary>Stores a newer hash of the same password.</summary>
    public Task RehashAsync(StoredAccount account, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            await session.ExecuteAsync(SaveHash, new { accountId = account.Id, hash = account.PasswordHash, stamp = account.SecurityStamp });
            return Result.Success();
        }, cancellationToken);
}
