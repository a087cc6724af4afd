namespace CompetitionHub.Core.Accounts;

/// <summary>Hashes passwords; the web brings ASP.NET Core Identity's PBKDF2, which Core does not see.</summary>
public interface IPasswordHashing
{
    /// <summary>A salted, slow hash of a password.</summary>
    string Hash(string password);

    /// <summary>True when the password made this hash.</summary>
    bool Verify(string hash, string password);
}
