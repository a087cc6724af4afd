using System.Security.Cryptography;

namespace CompetitionHub.Core.Accounts;

/// <summary>Makes secrets that are read from paper and typed on a phone: no letter or digit that looks like another.</summary>
public static class OneTimePasswords
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Three groups of four characters: 59 bits.</summary>
    public static string New() => string.Join('-', Group(), Group(), Group());

    private static string Group() => RandomNumberGenerator.GetString(Alphabet, 4);
}
