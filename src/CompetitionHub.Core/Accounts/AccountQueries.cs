using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Accounts;

/// <summary>Reads accounts for pages.</summary>
public sealed class AccountQueries(Database database, TimeProvider time)
{
    private const int SearchMaximum = 20;

    private const string All =
        """
        select id as Id, user_name as UserName, normalized_name as NormalizedName, display_name as DisplayName,
          must_change_password as MustChangePassword, failed_count as FailedCount, locked_until as LockedUntil,
          disabled_at as DisabledAt, language as Language, created_at as CreatedAt
        from accounts
        """;

    private const string AllGrants = "select account_id as AccountId, scope as Scope, role as Role from role_grants";

    private const string StaffOf =
        """
        select id as Id, user_name as UserName, normalized_name as NormalizedName, display_name as DisplayName,
          must_change_password as MustChangePassword, failed_count as FailedCount, locked_until as LockedUntil,
          disabled_at as DisabledAt, language as Language, created_at as CreatedAt
        from accounts
        where id in (select account_id from role_grants where scope = @competitionId)
        """;

    private const string GrantsIn = "select account_id as AccountId, scope as Scope, role as Role from role_grants where scope = @competitionId";

    /// <summary>True once any account exists, that is: when the first-run set-up is over.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken = default) => database.ReadAsync(AccountRepository.AnyAsync, cancellationToken);

    /// <summary>One account, for administrators.</summary>
    public async Task<Result<AccountRow>> GetAsync(Actor actor, string accountId, CancellationToken cancellationToken = default)
    {
        if (!actor.IsAdministrator)
        {
            return AccountsErrors.NotAllowed();
        }

        return await database.ReadAsync<Result<AccountRow>>(async session =>
            await AccountRepository.FindAsync(session, accountId) is { } found
                ? new AccountRow(found.ToAccount(), await AccountRepository.ListGrantsAsync(session, accountId))
                : AccountsErrors.NotFound(), cancellationToken);
    }

    /// <summary>The account with a sign-in name in any writing, or null; says nothing about who may know it.</summary>
    public Task<Account?> FindByNameAsync(string userName, CancellationToken cancellationToken = default) =>
        database.ReadAsync(async session => (await AccountRepository.FindByNameAsync(session, AccountRules.Normalize(userName)))?.ToAccount(), cancellationToken);

    /// <summary>All accounts that match, for administrators, by sign-in name. Names are ordered and searched here, because databases differ in that.</summary>
    public async Task<Result<IReadOnlyList<AccountRow>>> ListAsync(Actor actor, AccountFilter filter, CancellationToken cancellationToken = default)
    {
        if (!actor.IsAdministrator)
        {
            return AccountsErrors.NotAllowed();
        }

        var now = time.GetUtcNow();
        var rows = await database.ReadAsync(async session => Join(await session.QueryAsync<StoredAccount>(All), await session.QueryAsync<GrantRow>(AllGrants)), cancellationToken);
        return Result<IReadOnlyList<AccountRow>>.Of([.. rows.Where(r => Matches(r, filter, now))]);
    }

    /// <summary>The people of a competition with their roles in it, for whoever sees its staff pages.</summary>
    public async Task<Result<IReadOnlyList<AccountRow>>> ListStaffAsync(Actor actor, string competitionId, CancellationToken cancellationToken = default)
    {
        if (!AccountAccess.MayListStaff(actor, competitionId))
        {
            return AccountsErrors.NotAllowed();
        }

        var rows = await database.ReadAsync(
            async session => Join(
                await session.QueryAsync<StoredAccount>(StaffOf, new { competitionId }),
                await session.QueryAsync<GrantRow>(GrantsIn, new { competitionId })),
            cancellationToken);
        return Result<IReadOnlyList<AccountRow>>.Of(rows);
    }

    /// <summary>Open accounts whose name or sign-in name contains a text of at least two characters, for whoever organises the competition; at most 20.</summary>
    public async Task<IReadOnlyList<Account>> SearchAsync(Actor actor, string competitionId, string search, CancellationToken cancellationToken = default)
    {
        if (!actor.MayOrganise(competitionId) || search.Trim().Length < 2)
        {
            return [];
        }

        var found = await database.ReadAsync(session => session.QueryAsync<StoredAccount>(All), cancellationToken);
        return [.. found.Where(a => a.DisabledAt is null && Contains(a, search)).OrderBy(a => a.NormalizedName, StringComparer.Ordinal).Take(SearchMaximum).Select(a => a.ToAccount())];
    }

    private static IReadOnlyList<AccountRow> Join(IEnumerable<StoredAccount> accounts, IEnumerable<GrantRow> grants)
    {
        var byAccount = grants.ToLookup(g => g.AccountId, g => g.ToGrant());
        return [.. accounts.OrderBy(a => a.NormalizedName, StringComparer.Ordinal).Select(a => new AccountRow(a.ToAccount(), [.. byAccount[a.Id].OrderBy(g => g.Role)]))];
    }

    private static bool Matches(AccountRow row, AccountFilter filter, DateTimeOffset now) =>
        (string.IsNullOrWhiteSpace(filter.Search) || Contains(row.Account.UserName, row.Account.DisplayName, filter.Search)) &&
        (filter.Role is null || row.Grants.Any(g => g.Role == filter.Role)) &&
        (filter.State is not { } state || state switch
        {
            AccountState.Active => !row.Account.IsDisabled && !row.Account.IsLocked(now),
            AccountState.NotYetUsed => !row.Account.IsDisabled && row.Account.MustChangePassword,
            AccountState.Locked => row.Account.IsLocked(now),
            AccountState.Disabled => row.Account.IsDisabled,
        });

    private static bool Contains(StoredAccount account, string search) => Contains(account.UserName, account.DisplayName, search);

    private static bool Contains(string userName, string displayName, string search) =>
        AccountRules.Normalize(userName).Contains(AccountRules.Normalize(search), StringComparison.Ordinal) ||
        AccountRules.Normalize(displayName).Contains(AccountRules.Normalize(search), StringComparison.Ordinal);
}
