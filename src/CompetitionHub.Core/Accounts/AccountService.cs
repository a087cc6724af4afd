using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Accounts;

/// <summary>Changes to accounts that leave a trace: who may sign in, and with what.</summary>
public sealed class AccountService(Database database, AuditLog audit, IPasswordHashing hashing, ActorLoader actors, TimeProvider time)
{
    private const string Subject = "account";

    /// <summary>Makes the first administrator; refused as soon as any account exists. The caller has checked the set-up code.</summary>
    public async Task<Result<Account>> CreateFirstAsync(NewPerson person, string password, CancellationToken cancellationToken = default)
    {
        if ((Check(person) ?? AccountRules.CheckPassword(password, person.UserName)) is { } problem)
        {
            return problem;
        }

        var account = ToStored(person, hashing.Hash(password), mustChange: false);
        return await database.InTransactionAsync<Account>(async session =>
        {
            if (await AccountRepository.AnyAsync(session))
            {
                return AccountsErrors.SetupClosed();
            }

            await InsertAsync(session, Actor.System, account, new RoleGrant(RoleGrant.Everywhere, Role.Administrator));
            return account.ToAccount();
        }, cancellationToken);
    }

    /// <summary>Makes an account with a one-time password and, if given, its first role.</summary>
    public async Task<Result<SignInSlip>> CreateAsync(Actor actor, NewPerson person, RoleGrant? grant, CancellationToken cancellationToken = default)
    {
        if (!(grant is null ? actor.IsAdministrator : AccountAccess.MayGrant(actor, grant)))
        {
            return AccountsErrors.GrantNotAllowed();
        }

        if (Check(person) is { } problem)
        {
            return problem;
        }

        var password = OneTimePasswords.New();
        var account = ToStored(person, hashing.Hash(password), mustChange: true);
        return await database.InTransactionAsync<SignInSlip>(async session =>
        {
            if (await AccountRepository.FindByNameAsync(session, account.NormalizedName) is not null)
            {
                return AccountsErrors.UserNameTaken(account.UserName);
            }

            await InsertAsync(session, actor, account, grant);
            return new SignInSlip(account.Id, account.UserName, account.DisplayName, password);
        }, cancellationToken);
    }

    /// <summary>Gives an account a new one-time password, ends its sessions and opens it if it was locked.</summary>
    public async Task<Result<SignInSlip>> ResetPasswordAsync(Actor actor, string accountId, CancellationToken cancellationToken = default)
    {
        var password = OneTimePasswords.New();
        var hash = hashing.Hash(password);
        var stamp = Ids.New(time);
        var result = await database.InTransactionAsync<SignInSlip>(async session =>
        {
            var (account, refusal) = await LockManagedAsync(session, actor, accountId);
            if (account is null)
            {
                return refusal!;
            }

            await AccountRepository.SetPasswordAsync(session, accountId, hash, stamp, mustChange: true);
            await audit.AppendAsync(session, actor, AuditLog.Installation, AuditAction.PasswordReset, Subject, accountId);
            return new SignInSlip(account.Id, account.UserName, account.DisplayName, password);
        }, cancellationToken);
        actors.Forget(accountId);
        return result;
    }

    /// <summary>Opens an account that wrong passwords have locked.</summary>
    public Task<Result> UnlockAsync(Actor actor, string accountId, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            var (account, refusal) = await LockManagedAsync(session, actor, accountId);
            if (account is null)
            {
                return refusal!;
            }

            await AccountRepository.UnlockAsync(session, accountId);
            await audit.AppendAsync(session, actor, AuditLog.Installation, AuditAction.AccountUnlocked, Subject, accountId);
            return Result.Success();
        }, cancellationToken);

    /// <summary>Closes an account: its sessions end within seconds.</summary>
    public Task<Result> DisableAsync(Actor actor, string accountId, CancellationToken cancellationToken = default) =>
        SetDisabledAsync(actor, accountId, disabled: true, cancellationToken);

    /// <summary>Opens a closed account again.</summary>
    public Task<Result> EnableAsync(Actor actor, string accountId, CancellationToken cancellationToken = default) =>
        SetDisabledAsync(actor, accountId, disabled: false, cancellationToken);

    /// <summary>Somebody sets their own password; other sessions of the account end. Gives the new security stamp for the session at hand.</summary>
    public async Task<Result<string>> ChangeOwnPasswordAsync(
        Actor actor, string current, string password, string repeat, CancellationToken cancellationToken = default)
    {
        var account = await database.ReadAsync(s => AccountRepository.FindAsync(s, actor.AccountId), cancellationToken);
        if (account?.PasswordHash is null)
        {
            return AccountsErrors.NotFound();
        }

        if (!hashing.Verify(account.PasswordHash, current))
        {
            return AccountsErrors.WrongPassword();
        }

        if ((AccountRules.CheckPassword(password, account.UserName)
            ?? (password != repeat ? AccountsErrors.PasswordsDiffer() : null)
            ?? (password == current ? AccountsErrors.PasswordUnchanged() : null)) is { } problem)
        {
            return problem;
        }

        var hash = hashing.Hash(password);
        var stamp = Ids.New(time);
        var result = await database.InTransactionAsync<string>(async session =>
        {
            var now = await AccountRepository.LockAsync(session, account.Id);
            if (now is null || now.SecurityStamp != account.SecurityStamp)
            {
                return AccountsErrors.WrongPassword();
            }

            await AccountRepository.SetPasswordAsync(session, account.Id, hash, stamp, mustChange: false);
            await audit.AppendAsync(session, actor, AuditLog.Installation, AuditAction.PasswordChanged, Subject, account.Id);
            return stamp;
        }, cancellationToken);
        actors.Forget(actor.AccountId);
        return result;
    }

    /// <summary>Somebody changes their own name or language.</summary>
    public async Task<Result> ChangeOwnProfileAsync(Actor actor, string displayName, string language, CancellationToken cancellationToken = default)
    {
        if ((AccountRules.CheckDisplayName(displayName) ?? CheckLanguage(language)) is { } problem)
        {
            return problem;
        }

        var result = await database.InTransactionAsync(async session =>
        {
            if (await AccountRepository.LockAsync(session, actor.AccountId) is not { } account)
            {
                return AccountsErrors.NotFound();
            }

            await AccountRepository.SetProfileAsync(session, account.Id, displayName.Trim(), language);
            await audit.AppendAsync(
                session, actor, AuditLog.Installation, AuditAction.AccountChanged, Subject, account.Id,
                new { name = Personal.Of(account.DisplayName), account.Language }, new { name = Personal.Of(displayName.Trim()), language });
            return Result.Success();
        }, cancellationToken);
        actors.Forget(actor.AccountId);
        return result;
    }

    internal static Error? Check(NewPerson person) =>
        AccountRules.CheckUserName(person.UserName) ?? AccountRules.CheckDisplayName(person.DisplayName) ?? CheckLanguage(person.Language);

    internal StoredAccount ToStored(NewPerson person, string hash, bool mustChange) => new()
    {
        Id = Ids.New(time),
        UserName = AccountRules.Clean(person.UserName),
        NormalizedName = AccountRules.Normalize(person.UserName),
        DisplayName = person.DisplayName.Trim(),
        PasswordHash = hash,
        SecurityStamp = Ids.New(time),
        MustChangePassword = mustChange,
        Language = person.Language,
        CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    internal async Task InsertAsync(DbSession session, Actor actor, StoredAccount account, RoleGrant? grant)
    {
        await AccountRepository.InsertAsync(session, account);
        await audit.AppendAsync(
            session, actor, AuditLog.Installation, AuditAction.AccountCreated, Subject, account.Id, null,
            new { account.UserName, name = Personal.Of(account.DisplayName), account.Language });
        if (grant is not null)
        {
            await AccountRepository.GrantAsync(session, account.Id, grant, account.CreatedAt);
            await audit.AppendAsync(
                session, actor, grant.Scope, AuditAction.RoleGranted, Subject, account.Id, null, new { account.UserName, grant.Role });
        }
    }

    private static Error? CheckLanguage(string language) => language is "zh" or "en" ? null : AccountsErrors.BadLanguage();

    private async Task<Result> SetDisabledAsync(Actor actor, string accountId, bool disabled, CancellationToken cancellationToken)
    {
        if (!actor.IsAdministrator)
        {
            return AccountsErrors.NotAllowed();
        }

        if (accountId == actor.AccountId)
        {
            return AccountsErrors.NotYourself();
        }

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var stamp = Ids.New(time);
        var result = await database.InTransactionAsync(async session =>
        {
            var account = await AccountRepository.LockAsync(session, accountId);
            if (account is null)
            {
                return AccountsErrors.NotFound();
            }

            if (disabled && !await AccountRepository.AnotherAdministratorAsync(session, accountId))
            {
                return AccountsErrors.LastAdministrator();
            }

            await AccountRepository.SetDisabledAsync(session, accountId, disabled ? now : null, stamp);
            await audit.AppendAsync(
                session, actor, AuditLog.Installation, disabled ? AuditAction.AccountDisabled : AuditAction.AccountEnabled, Subject, accountId);
            return Result.Success();
        }, cancellationToken);
        actors.Forget(accountId);
        return result;
    }

    private static async Task<(StoredAccount? Account, Error? Refusal)> LockManagedAsync(DbSession session, Actor actor, string accountId)
    {
        var account = await AccountRepository.LockAsync(session, accountId);
        if (account is null)
        {
            return (null, AccountsErrors.NotFound());
        }

        return AccountAccess.MayManage(actor, await AccountRepository.ListGrantsAsync(session, accountId))
            ? (account, null)
            : (null, AccountsErrors.NotAllowed());
    }
}
