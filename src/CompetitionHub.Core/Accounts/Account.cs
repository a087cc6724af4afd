namespace CompetitionHub.Core.Accounts;

/// <summary>A person who signs in, without any secret. <paramref name="Language"/> is "zh" or "en"; instants are UTC.</summary>
public sealed record Account(
    string Id, string UserName, string DisplayName, string Language, bool MustChangePassword, DateTimeOffset? LockedUntil, DateTimeOffset? DisabledAt, DateTimeOffset CreatedAt)
{
    /// <summary>True when an administrator closed the account.</summary>
    public bool IsDisabled => DisabledAt is not null;

    /// <summary>True while too many wrong passwords keep the account shut.</summary>
    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;
}

/// <summary>A person to be given an account; without <see cref="UserName"/> one is made up.</summary>
public sealed record NewPerson(string UserName, string DisplayName, string Language);

/// <summary>What is printed on a sign-in slip: the password is shown once and works until the person sets their own.</summary>
public sealed record SignInSlip(string AccountId, string UserName, string DisplayName, string Password);
