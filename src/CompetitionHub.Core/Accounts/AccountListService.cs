using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Accounts;

/// <summary>Makes accounts for a whole list of people, all or none.</summary>
public sealed class AccountListService(Database database, AccountService accounts, IPasswordHashing hashing)
{
    private const string AllNames = "select normalized_name from accounts";

    /// <summary>What would be made of a pasted list, row by row; changes nothing.</summary>
    public async Task<Result<IReadOnlyList<ListRow>>> PreviewAsync(
        Actor actor, RoleGrant? grant, string text, string prefix, string language, CancellationToken cancellationToken = default)
    {
        if (!MayCreate(actor, grant))
        {
            return AccountsErrors.GrantNotAllowed();
        }

        var taken = await database.ReadAsync(session => session.QueryAsync<string>(AllNames), cancellationToken);
        return AccountList.Read(text, prefix, language, taken.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>
    /// Creates them with one-time passwords. Hashing is slow on purpose (hundreds of people take a minute), so
    /// <paramref name="progress"/> hears how many are hashed; the accounts then appear in one transaction.
    /// </summary>
    public async Task<Result<IReadOnlyList<SignInSlip>>> CreateAsync(
        Actor actor, RoleGrant? grant, IReadOnlyList<ListRow> rows, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        if (!MayCreate(actor, grant))
        {
            return AccountsErrors.GrantNotAllowed();
        }

        if (rows.Count == 0)
        {
            return AccountsErrors.ListEmpty();
        }

        if (rows.Count(r => r.Errors.Count > 0) is > 0 and var wrong)
        {
            return AccountsErrors.ListHasErrors(wrong);
        }

        var made = new (StoredAccount Account, SignInSlip Slip)[rows.Count];
        var done = 0;
        // One core stays free for the people who are working meanwhile.
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount - 1), CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, rows.Count, parallel, (i, _) =>
        {
            var password = OneTimePasswords.New();
            var account = accounts.ToStored(rows[i].Person, hashing.Hash(password), mustChange: true);
            made[i] = (account, new SignInSlip(account.Id, account.UserName, account.DisplayName, password));
            progress?.Report(Interlocked.Increment(ref done));
            return ValueTask.CompletedTask;
        });

        return await database.InTransactionAsync<IReadOnlyList<SignInSlip>>(async session =>
        {
            // Somebody may have taken a name since the preview.
            var taken = (await session.QueryAsync<string>(AllNames)).ToHashSet(StringComparer.Ordinal);
            if (made.FirstOrDefault(m => taken.Contains(m.Account.NormalizedName)).Account is { } clash)
            {
                return AccountsErrors.UserNameTaken(clash.UserName);
            }

            foreach (var (account, _) in made)
            {
                await accounts.InsertAsync(session, actor, account, grant);
            }

            return Result<IReadOnlyList<SignInSlip>>.Of([.. made.Select(m => m.Slip)]);
        }, cancellationToken);
    }

    private static bool MayCreate(Actor actor, RoleGrant? grant) => grant is null ? actor.IsAdministrator : AccountAccess.MayGrant(actor, grant);
}
