using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Accounts;

/// <summary>An account as lists show it, with its roles.</summary>
public sealed record AccountRow(Account Account, IReadOnlyList<RoleGrant> Grants);

/// <summary>Which accounts to list: text in name or sign-in name, state, role; null means any.</summary>
public sealed record AccountFilter(string? Search = null, AccountState? State = null, Role? Role = null);

/// <summary>States to filter by.</summary>
public enum AccountState
{
    /// <summary>May sign in.</summary>
    Active,
    /// <summary>Still has the one-time password.</summary>
    NotYetUsed,
    /// <summary>Shut for a while after wrong passwords.</summary>
    Locked,
    /// <summary>Closed by an administrator.</summary>
    Disabled,
}
