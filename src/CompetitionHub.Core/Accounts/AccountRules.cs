using System.Globalization;
using System.Text;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Accounts;

/// <summary>What names and passwords may be. Passwords are judged by length alone, as NIST SP 800-63B advises.</summary>
public static class AccountRules
{
    /// <summary>The fewest characters of a password.</summary>
    public const int PasswordMinimum = 10;

    /// <summary>The most characters of a password; longer ones would only keep the hash busy.</summary>
    public const int PasswordMaximum = 128;

    /// <summary>The most characters of a sign-in name.</summary>
    public const int UserNameMaximum = 64;

    /// <summary>The most characters of a person's name.</summary>
    public const int DisplayNameMaximum = 100;

    /// <summary>The form in which sign-in names are kept: NFKC, because keyboards for Chinese also type full-width letters and digits.</summary>
    public static string Clean(string userName) => IsText(userName) ? userName.Normalize(NormalizationForm.FormKC).Trim() : "";

    /// <summary>The form in which sign-in names are compared: case does not matter either.</summary>
    public static string Normalize(string userName) => Clean(userName).ToUpperInvariant();

    /// <summary>Null, or why this cannot be a sign-in name: letters, digits and <c>. _ - @</c> only, so that it can be typed from a slip.</summary>
    public static Error? CheckUserName(string userName)
    {
        var name = Clean(userName);
        return name.Length is >= 2 and <= UserNameMaximum && name.EnumerateRunes().All(r => Rune.IsLetterOrDigit(r) || r.Value is '.' or '_' or '-' or '@')
            ? null
            : AccountsErrors.BadUserName(Shown(userName), UserNameMaximum);
    }

    /// <summary>Null, or why this cannot be a person's name.</summary>
    public static Error? CheckDisplayName(string displayName) =>
        displayName.Trim().Length is >= 1 and <= DisplayNameMaximum && IsText(displayName) && !displayName.Any(char.IsControl)
            ? null
            : AccountsErrors.BadDisplayName(Shown(displayName), DisplayNameMaximum);

    /// <summary>Null, or why this password is refused.</summary>
    public static Error? CheckPassword(string password, string userName)
    {
        var length = new StringInfo(password).LengthInTextElements;
        if (length < PasswordMinimum)
        {
            return AccountsErrors.PasswordTooShort(PasswordMinimum);
        }

        if (password.Length > PasswordMaximum)
        {
            return AccountsErrors.PasswordTooLong(PasswordMaximum);
        }

        return Normalize(password) == Normalize(userName) || password.Distinct().Count() < 3 ? AccountsErrors.PasswordTooSimple() : null;
    }

    // Half a surrogate pair is no text: it can be neither normalised nor stored.
    private static bool IsText(string text) => text.EnumerateRunes().All(r => r != Rune.ReplacementChar);

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
