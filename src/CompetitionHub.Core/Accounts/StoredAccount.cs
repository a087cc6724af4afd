namespace CompetitionHub.Core.Accounts;

/// <summary>One row of <c>accounts</c> with its secrets, for the sign-in only; instants are unix milliseconds.</summary>
public sealed class StoredAccount
{
    /// <summary>Id of the account.</summary>
    public string Id { get; init; } = "";

    /// <summary>The sign-in name as it was given.</summary>
    public string UserName { get; set; } = "";

    /// <summary>The sign-in name as it is compared.</summary>
    public string NormalizedName { get; set; } = "";

    /// <summary>The person's name.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Hash of the password; null: nobody can sign in.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes whenever all sessions of the account must end.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>True until the person sets their own password.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>Wrong passwords since the last right one.</summary>
    public int FailedCount { get; set; }

    /// <summary>Until when the account is shut.</summary>
    public long? LockedUntil { get; set; }

    /// <summary>Since when the account is closed.</summary>
    public long? DisabledAt { get; init; }

    /// <summary>zh or en.</summary>
    public string Language { get; init; } = "zh";

    /// <summary>When the account was made.</summary>
    public long CreatedAt { get; init; }

    /// <summary>The same without secrets.</summary>
    public Account ToAccount() => new(
        Id, UserName, DisplayName, Language, MustChangePassword, Instant(LockedUntil), Instant(DisabledAt), DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt));

    private static DateTimeOffset? Instant(long? milliseconds) => milliseconds is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
}
