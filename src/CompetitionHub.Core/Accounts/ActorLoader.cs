using System.Collections.Concurrent;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Accounts;

/// <summary>A session that is still good: who it is, and what the pages need to know about the account.</summary>
public sealed record SignedIn(Actor Actor, string Language, bool MustChangePassword);

/// <summary>
/// Turns the account id and security stamp of a session into an actor, or null when the session is over (disabled, new stamp).
/// Remembers the answer for a few seconds; changes made by this process count at once, those of another node after that.
/// </summary>
public sealed class ActorLoader(Database database, TimeProvider time)
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(5);
    private const int KeepAtMost = 10_000;
    private readonly ConcurrentDictionary<string, Remembered> remembered = new(StringComparer.Ordinal);

    /// <summary>The signed-in person, or null when the session is over.</summary>
    public async ValueTask<SignedIn?> FindAsync(string accountId, string securityStamp, CancellationToken cancellationToken = default)
    {
        var now = time.GetTimestamp();
        if (!remembered.TryGetValue(accountId, out var known) || time.GetElapsedTime(known.At, now) > Keep)
        {
            var found = await LoadAsync(accountId, cancellationToken);
            if (found is null)
            {
                remembered.TryRemove(accountId, out _);
                return null;
            }

            if (remembered.Count >= KeepAtMost)
            {
                remembered.Clear();
            }

            known = new Remembered(now, found.Value.Stamp, found.Value.Session);
            remembered[accountId] = known;
        }

        return known.Stamp == securityStamp ? known.Session : null;
    }

    /// <summary>Makes the next question ask the database.</summary>
    public void Forget(string accountId) => remembered.TryRemove(accountId, out _);

    private Task<(string Stamp, SignedIn Session)?> LoadAsync(string accountId, CancellationToken cancellationToken) =>
        database.ReadAsync<(string, SignedIn)?>(async session =>
        {
            var account = await AccountRepository.FindAsync(session, accountId);
            if (account is null || account.DisabledAt is not null)
            {
                return null;
            }

            var grants = await AccountRepository.ListGrantsAsync(session, accountId);
            var actor = new Actor(account.Id, account.UserName, account.DisplayName, grants);
            return (account.SecurityStamp, new SignedIn(actor, account.Language, account.MustChangePassword));
        }, cancellationToken);

    private sealed record Remembered(long At, string Stamp, SignedIn Session);
}
