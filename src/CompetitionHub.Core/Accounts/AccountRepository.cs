using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Accounts;

/// <summary>Rows of <c>accounts</c> and <c>role_grants</c>.</summary>
internal static class AccountRepository
{
    private const string Columns =
        "id as Id, user_name as UserName, normalized_name as NormalizedName, display_name as DisplayName, password_hash as PasswordHash, " +
        "security_stamp as SecurityStamp, must_change_password as MustChangePassword, failed_count as FailedCount, locked_until as LockedUntil, " +
        "disabled_at as DisabledAt, language as Language, created_at as CreatedAt";

    private const string InsertOne =
        """
        insert into accounts
          (id, user_name, normalized_name, display_name, password_hash, security_stamp, must_change_password, failed_count, language, created_at)
        values
          (@Id, @UserName, @NormalizedName, @DisplayName, @PasswordHash, @SecurityStamp, @MustChangePassword, 0, @Language, @CreatedAt)
        """;

    private const string FindById = $"select {Columns} from accounts where id = @accountId";
    private const string FindByName = $"select {Columns} from accounts where normalized_name = @normalizedName";

    // Touching the row first makes two writers of the same account take turns on both databases.
    private const string LockRow = $"update accounts set failed_count = failed_count where id = @accountId returning {Columns}";

    private const string AnyAccount = "select 1 from accounts limit 1";

    private const string SetPassword =
        """
        update accounts
        set password_hash = @hash, security_stamp = @stamp, must_change_password = @mustChange, failed_count = 0, locked_until = null
        where id = @accountId
        """;

    private const string SetUnlocked = "update accounts set failed_count = 0, locked_until = null where id = @accountId";
    private const string SetDisabled = "update accounts set disabled_at = @at, security_stamp = @stamp where id = @accountId";
    private const string SetProfile = "update accounts set display_name = @displayName, language = @language where id = @accountId";

    private const string InsertGrant =
        """
        insert into role_grants (account_id, scope, role, granted_at)
        values (@accountId, @scope, @role, @at)
        on conflict (account_id, scope, role) do nothing
        """;

    private const string DeleteGrant = "delete from role_grants where account_id = @accountId and scope = @scope and role = @role";
    private const string GrantsOf = "select account_id as AccountId, scope as Scope, role as Role from role_grants where account_id = @accountId order by scope, role";

    // Locks the administrators' rows, so that two of them cannot take the role from each other at once.
    private const string LockAdministrators = "update role_grants set granted_at = granted_at where scope = '*' and role = 'administrator' returning account_id";

    private const string OpenAccountsOf = "select count(*) from accounts where id in @ids and disabled_at is null";

    private const string SeatsIn =
        """
        select count(*)
        from judge_seats
        join contests on contests.id = judge_seats.contest_id
        where judge_seats.account_id = @accountId and contests.competition_id = @scope
        """;

    public static Task InsertAsync(DbSession session, StoredAccount account) => session.ExecuteAsync(InsertOne, account);

    public static Task<StoredAccount?> FindAsync(DbSession session, string accountId) =>
        session.QuerySingleOrDefaultAsync<StoredAccount>(FindById, new { accountId });

    public static Task<StoredAccount?> FindByNameAsync(DbSession session, string normalizedName) =>
        session.QuerySingleOrDefaultAsync<StoredAccount>(FindByName, new { normalizedName });

    public static Task<StoredAccount?> LockAsync(DbSession session, string accountId) =>
        session.QuerySingleOrDefaultAsync<StoredAccount>(LockRow, new { accountId });

    public static async Task<bool> AnyAsync(DbSession session) => await session.ScalarAsync<long>(AnyAccount) == 1;

    public static Task SetPasswordAsync(DbSession session, string accountId, string hash, string stamp, bool mustChange) =>
        session.ExecuteAsync(SetPassword, new { accountId, hash, stamp, mustChange });

    public static Task UnlockAsync(DbSession session, string accountId) => session.ExecuteAsync(SetUnlocked, new { accountId });

    public static Task SetDisabledAsync(DbSession session, string accountId, long? at, string stamp) =>
        session.ExecuteAsync(SetDisabled, new { accountId, at, stamp });

    public static Task SetProfileAsync(DbSession session, string accountId, string displayName, string language) =>
        session.ExecuteAsync(SetProfile, new { accountId, displayName, language });

    public static async Task<bool> GrantAsync(DbSession session, string accountId, RoleGrant grant, long at) =>
        await session.ExecuteAsync(InsertGrant, new { accountId, scope = grant.Scope, role = EnumText.Write(grant.Role), at }) > 0;

    public static async Task<bool> RevokeAsync(DbSession session, string accountId, RoleGrant grant) =>
        await session.ExecuteAsync(DeleteGrant, new { accountId, scope = grant.Scope, role = EnumText.Write(grant.Role) }) > 0;

    public static async Task<IReadOnlyList<RoleGrant>> ListGrantsAsync(DbSession session, string accountId) =>
        [.. (await session.QueryAsync<GrantRow>(GrantsOf, new { accountId })).Select(g => g.ToGrant())];

    public static async Task<bool> AnotherAdministratorAsync(DbSession session, string accountId)
    {
        var others = (await session.QueryAsync<string>(LockAdministrators)).Where(id => id != accountId).ToList();
        return others.Count > 0 && await session.ScalarAsync<long>(OpenAccountsOf, new { ids = others }) > 0;
    }

    public static async Task<int> CountSeatsAsync(DbSession session, string accountId, string competitionId) =>
        (int)await session.ScalarAsync<long>(SeatsIn, new { accountId, scope = competitionId });
}

/// <summary>One row of <c>role_grants</c>.</summary>
internal sealed class GrantRow
{
    public string AccountId { get; init; } = "";
    public string Scope { get; init; } = "";
    public string Role { get; init; } = "";

    public RoleGrant ToGrant() => new(Scope, EnumText.Read<Role>(Role));
}
