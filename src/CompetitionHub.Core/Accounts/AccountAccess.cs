using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Accounts;

/// <summary>Who may do what to accounts and roles.</summary>
public static class AccountAccess
{
    /// <summary>
    /// Reset, unlock: administrators; organisers only for people whose every role lies in competitions that they organise,
    /// otherwise an organiser could become somebody else's administrator by a new password.
    /// </summary>
    public static bool MayManage(Actor actor, IReadOnlyCollection<RoleGrant> grantsOfAccount) =>
        actor.IsAdministrator ||
        (grantsOfAccount.Count > 0 && grantsOfAccount.All(g => g.Scope != RoleGrant.Everywhere && actor.MayOrganise(g.Scope)));

    /// <summary>Give or take a role: the administrator's only by administrators, others by whoever organises the competition.</summary>
    public static bool MayGrant(Actor actor, RoleGrant grant) =>
        IsPossible(grant) && (grant.Scope == RoleGrant.Everywhere ? actor.IsAdministrator : actor.MayOrganise(grant.Scope));

    /// <summary>The administrator's role holds everywhere, each other role in one competition.</summary>
    public static bool IsPossible(RoleGrant grant) => (grant.Scope == RoleGrant.Everywhere) == (grant.Role == Role.Administrator);

    /// <summary>See the people of a competition: everybody who sees its staff pages.</summary>
    public static bool MayListStaff(Actor actor, string competitionId) => actor.MayView(competitionId);
}
