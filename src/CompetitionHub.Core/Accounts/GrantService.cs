using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Accounts;

/// <summary>Gives and takes roles.</summary>
public sealed class GrantService(Database database, AuditLog audit, ActorLoader actors, TimeProvider time)
{
    /// <summary>Gives an account a role; giving it again changes nothing.</summary>
    public async Task<Result> GrantAsync(Actor actor, string accountId, RoleGrant grant, CancellationToken cancellationToken = default)
    {
        if (!AccountAccess.MayGrant(actor, grant))
        {
            return AccountsErrors.GrantNotAllowed();
        }

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var result = await database.InTransactionAsync(async session =>
        {
            if (await AccountRepository.LockAsync(session, accountId) is not { } account)
            {
                return AccountsErrors.NotFound();
            }

            if (account.DisabledAt is not null)
            {
                return AccountsErrors.Disabled(account.UserName);
            }

            if (await AccountRepository.GrantAsync(session, accountId, grant, now))
            {
                await audit.AppendAsync(
                    session, actor, grant.Scope, AuditAction.RoleGranted, "account", accountId, null, new { account.UserName, grant.Role });
            }

            return Result.Success();
        }, cancellationToken);
        actors.Forget(accountId);
        return result;
    }

    /// <summary>Takes a role away; counts at once, in open pages too. A judge with seats keeps the role.</summary>
    public async Task<Result> RevokeAsync(Actor actor, string accountId, RoleGrant grant, CancellationToken cancellationToken = default)
    {
        if (!AccountAccess.MayGrant(actor, grant))
        {
            return AccountsErrors.GrantNotAllowed();
        }

        if (grant.Role == Role.Administrator && accountId == actor.AccountId)
        {
            return AccountsErrors.NotYourself();
        }

        var result = await database.InTransactionAsync(async session =>
        {
            if (await AccountRepository.LockAsync(session, accountId) is not { } account)
            {
                return AccountsErrors.NotFound();
            }

            if (grant.Role == Role.Administrator && !await AccountRepository.AnotherAdministratorAsync(session, accountId))
            {
                return AccountsErrors.LastAdministrator();
            }

            if (grant.Role == Role.Judge && await AccountRepository.CountSeatsAsync(session, accountId, grant.Scope) is > 0 and var seats)
            {
                return AccountsErrors.StillSeated(seats);
            }

            if (await AccountRepository.RevokeAsync(session, accountId, grant))
            {
                await audit.AppendAsync(
                    session, actor, grant.Scope, AuditAction.RoleRevoked, "account", accountId, new { account.UserName, grant.Role });
            }

            return Result.Success();
        }, cancellationToken);
        actors.Forget(accountId);
        return result;
    }
}
