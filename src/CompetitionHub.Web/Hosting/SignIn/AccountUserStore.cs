using CompetitionHub.Core.Accounts;
using Microsoft.AspNetCore.Identity;

namespace CompetitionHub.Web.Hosting.SignIn;

/// <summary>
/// What ASP.NET Core Identity needs for signing in, over Core's <see cref="AccountStore"/>. Counters and locks are written at once,
/// in the database, so that guesses sent side by side are all counted; everything else changes accounts through AccountService.
/// </summary>
public sealed class AccountUserStore(AccountStore store) :
    IUserPasswordStore<StoredAccount>, IUserSecurityStampStore<StoredAccount>, IUserLockoutStore<StoredAccount>
{
    public Task<StoredAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) => store.FindAsync(userId, cancellationToken);

    public Task<StoredAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        store.FindByNormalizedNameAsync(normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(StoredAccount user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(StoredAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(StoredAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedName);

    public Task<string?> GetPasswordHashAsync(StoredAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(StoredAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(StoredAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task<int> GetAccessFailedCountAsync(StoredAccount user, CancellationToken cancellationToken) => Task.FromResult(user.FailedCount);

    public Task<bool> GetLockoutEnabledAsync(StoredAccount user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(StoredAccount user, CancellationToken cancellationToken) =>
        Task.FromResult(user.ToAccount().LockedUntil);

    public async Task<int> IncrementAccessFailedCountAsync(StoredAccount user, CancellationToken cancellationToken) =>
        user.FailedCount = await store.CountFailureAsync(user.Id, cancellationToken);

    public async Task ResetAccessFailedCountAsync(StoredAccount user, CancellationToken cancellationToken)
    {
        user.FailedCount = 0;
        await store.ClearFailuresAsync(user.Id, cancellationToken);
    }

    public async Task SetLockoutEndDateAsync(StoredAccount user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockedUntil = lockoutEnd?.ToUnixTimeMilliseconds();
        await store.LockAsync(user.Id, lockoutEnd, cancellationToken);
    }

    public Task SetPasswordHashAsync(StoredAccount user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    /// <summary>Called after each of the above; only a newer hash is left to write.</summary>
    public async Task<IdentityResult> UpdateAsync(StoredAccount user, CancellationToken cancellationToken)
    {
        if (user.PasswordHash is not null)
        {
            await store.RehashAsync(user, cancellationToken);
        }

        return IdentityResult.Success;
    }

    public Task SetLockoutEnabledAsync(StoredAccount user, bool enabled, CancellationToken cancellationToken) => throw OnlyThroughService();

    public Task SetSecurityStampAsync(StoredAccount user, string stamp, CancellationToken cancellationToken) => throw OnlyThroughService();

    public Task SetUserNameAsync(StoredAccount user, string? userName, CancellationToken cancellationToken) => throw OnlyThroughService();

    // Identity normalises again before an update; the stored form is that of AccountRules already.
    public Task SetNormalizedUserNameAsync(StoredAccount user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(StoredAccount user, CancellationToken cancellationToken) => throw OnlyThroughService();

    public Task<IdentityResult> DeleteAsync(StoredAccount user, CancellationToken cancellationToken) => throw OnlyThroughService();

    public void Dispose()
    {
    }

    private static NotSupportedException OnlyThroughService() => new("Accounts are changed through AccountService, which leaves a trace.");
}
