using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Verification;

/// <summary>Every refusal of a second calculation.</summary>
public static class VerificationErrors
{
    /// <summary>Only organisers and chief judges have results calculated a second time.</summary>
    public static Error MayNot() => new(ErrorKind.Forbidden, "Verification.MayNot");

    /// <summary>The exported folder cannot be written; the system's own words follow.</summary>
    public static Error SystemRefuses(string words) => new(ErrorKind.Invalid, "Verification.SystemRefuses", words);
}
