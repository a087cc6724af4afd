using CompetitionHub.Core.Accounts;

namespace CompetitionHub.Core.Tests.Accounts;

/// <summary>Stands in for the slow hash of the web; visible in the text, so that a test sees what was stored.</summary>
public sealed class PlainHashing : IPasswordHashing
{
    public string Hash(string password) => "hash of " + password;

    public bool Verify(string hash, string password) => hash == Hash(password);
}
