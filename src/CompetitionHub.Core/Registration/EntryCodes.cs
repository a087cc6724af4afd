using System.Security.Cryptography;

namespace CompetitionHub.Core.Registration;

/// <summary>Public codes of entries: drawn at random, so that they tell neither order nor origin, and easy to read aloud.</summary>
public static class EntryCodes
{
    /// <summary>Letters and digits that nobody confuses: no 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V.</summary>
    public const string Alphabet = "34679ACDEFGHJKMNPQRTWXY";

    /// <summary>Longest code an organiser may choose.</summary>
    public const int MaximumLength = 16;

    private const int DrawnLength = 5;

    /// <summary>A new code of five characters; about 6.4 million exist, so callers draw again on a collision.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(Alphabet, DrawnLength);

    /// <summary>A new code that is not among those taken; it is added to them. Draws longer codes when many are taken.</summary>
    public static string NewCode(ISet<string> taken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var code = RandomNumberGenerator.GetString(Alphabet, DrawnLength + (attempt / 8));
            if (taken.Add(code))
            {
                return code;
            }
        }
    }

    /// <summary>True for a code that may stand in an address and on a poster: 1–16 capital letters, digits and inner hyphens.</summary>
    public static bool IsWellFormed(string? code) =>
        code is { Length: > 0 and <= MaximumLength } && code[0] != '-' && code[^1] != '-' && code.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-');
}
