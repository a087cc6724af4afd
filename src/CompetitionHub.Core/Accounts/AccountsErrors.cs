using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Accounts;

/// <summary>Every refusal about accounts.</summary>
public static class AccountsErrors
{
    /// <summary>No such account, or not for this actor.</summary>
    public static Error NotFound() => new(ErrorKind.NotFound, "Accounts.NotFound");

    /// <summary>The actor may not manage this account.</summary>
    public static Error NotAllowed() => new(ErrorKind.Forbidden, "Accounts.NotAllowed");

    /// <summary>The actor may not give or take roles here.</summary>
    public static Error GrantNotAllowed() => new(ErrorKind.Forbidden, "Accounts.GrantNotAllowed");

    /// <summary>The set-up is over: an account exists.</summary>
    public static Error SetupClosed() => new(ErrorKind.Closed, "Accounts.SetupClosed");

    /// <summary>The set-up code is not the printed one.</summary>
    public static Error WrongSetupCode() => new(ErrorKind.Forbidden, "Accounts.WrongSetupCode") { Field = "code" };

    /// <summary>Too many wrong set-up codes; wait.</summary>
    public static Error SetupCodePaused(int seconds) => new(ErrorKind.Closed, "Accounts.SetupCodePaused", seconds) { Field = "code" };

    /// <summary>The sign-in name has forbidden characters or length.</summary>
    public static Error BadUserName(string userName, int maximum) => new(ErrorKind.Invalid, "Accounts.BadUserName", userName, maximum) { Field = "userName" };

    /// <summary>The person's name is missing or too long.</summary>
    public static Error BadDisplayName(string displayName, int maximum) => new(ErrorKind.Invalid, "Accounts.BadDisplayName", displayName, maximum) { Field = "displayName" };

    /// <summary>Somebody has this sign-in name.</summary>
    public static Error UserNameTaken(string userName) => new(ErrorKind.Conflict, "Accounts.UserNameTaken", userName) { Field = "userName" };

    /// <summary>The language is neither zh nor en.</summary>
    public static Error BadLanguage() => new(ErrorKind.Invalid, "Accounts.BadLanguage") { Field = "language" };

    /// <summary>Another row has the same name: perhaps two people, perhaps one twice.</summary>
    public static Error SameName(string displayName, int row) => new(ErrorKind.Invalid, "Accounts.SameName", displayName, row);

    /// <summary>A name longer than names are.</summary>
    public static Error LongName(int usual) => new(ErrorKind.Invalid, "Accounts.LongName", usual);

    /// <summary>The password is too short.</summary>
    public static Error PasswordTooShort(int minimum) => new(ErrorKind.Invalid, "Accounts.PasswordTooShort", minimum) { Field = "password" };

    /// <summary>The password is too long.</summary>
    public static Error PasswordTooLong(int maximum) => new(ErrorKind.Invalid, "Accounts.PasswordTooLong", maximum) { Field = "password" };

    /// <summary>The password is the sign-in name or one character repeated.</summary>
    public static Error PasswordTooSimple() => new(ErrorKind.Invalid, "Accounts.PasswordTooSimple") { Field = "password" };

    /// <summary>The current password is wrong.</summary>
    public static Error WrongPassword() => new(ErrorKind.Invalid, "Accounts.WrongPassword") { Field = "current" };

    /// <summary>The new password is the old one.</summary>
    public static Error PasswordUnchanged() => new(ErrorKind.Invalid, "Accounts.PasswordUnchanged") { Field = "password" };

    /// <summary>The two typings of the new password differ.</summary>
    public static Error PasswordsDiffer() => new(ErrorKind.Invalid, "Accounts.PasswordsDiffer") { Field = "repeat" };

    /// <summary>The name and password do not fit, or the account is shut for a while; deliberately silent about which.</summary>
    public static Error SignInFailed() => new(ErrorKind.Forbidden, "Accounts.SignInFailed");

    /// <summary>Nobody closes their own account or takes their own administrator's role.</summary>
    public static Error NotYourself() => new(ErrorKind.Invalid, "Accounts.NotYourself");

    /// <summary>An administrator must remain.</summary>
    public static Error LastAdministrator() => new(ErrorKind.Conflict, "Accounts.LastAdministrator");

    /// <summary>The account is closed.</summary>
    public static Error Disabled(string userName) => new(ErrorKind.Closed, "Accounts.Disabled", userName);

    /// <summary>A judge who holds a seat keeps the role until the seat is given to somebody else.</summary>
    public static Error StillSeated(int seats) => new(ErrorKind.Conflict, "Accounts.StillSeated", seats);

    /// <summary>The list has no rows.</summary>
    public static Error ListEmpty() => new(ErrorKind.Invalid, "Accounts.ListEmpty");

    /// <summary>The list is longer than one run takes.</summary>
    public static Error ListTooLong(int maximum) => new(ErrorKind.Invalid, "Accounts.ListTooLong", maximum);

    /// <summary>The same sign-in name stands twice in the list.</summary>
    public static Error TwiceInList(string userName, int otherRow) => new(ErrorKind.Invalid, "Accounts.TwiceInList", userName, otherRow) { Field = "userName" };

    /// <summary>The list has rows with errors, so nothing was created.</summary>
    public static Error ListHasErrors(int rows) => new(ErrorKind.Invalid, "Accounts.ListHasErrors", rows);
}
