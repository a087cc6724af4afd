using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Registration;

/// <summary>Every refusal of delegations, entries and their import.</summary>
public static class RegistrationErrors
{
    private const int MostNamed = 20;

    /// <summary>No such delegation in this competition.</summary>
    public static Error DelegationNotFound() => new(ErrorKind.NotFound, "Registration.DelegationNotFound") { Field = "Delegation" };

    /// <summary>No such entry in this competition.</summary>
    public static Error EntryNotFound() => new(ErrorKind.NotFound, "Registration.EntryNotFound");

    /// <summary>No such contest in this competition.</summary>
    public static Error ContestUnknown() => new(ErrorKind.Invalid, "Registration.ContestUnknown") { Field = "Contest" };

    /// <summary>Somebody else saved first.</summary>
    public static Error Changed() => new(ErrorKind.Conflict, "Registration.Changed");

    /// <summary>The competition is closed.</summary>
    public static Error CompetitionClosed() => new(ErrorKind.Closed, "Registration.CompetitionClosed");

    /// <summary>The name is missing.</summary>
    public static Error NameMissing() => new(ErrorKind.Invalid, "Registration.NameMissing") { Field = "Name" };

    /// <summary>A name is longer than its limit in characters.</summary>
    public static Error NameTooLong(string field, int limit) => new(ErrorKind.Invalid, "Registration.NameTooLong", limit) { Field = field };

    /// <summary>A name holds line breaks, angle brackets or other characters that names do not have.</summary>
    public static Error NameNotPlain(string field) => new(ErrorKind.Invalid, "Registration.NameNotPlain") { Field = field };

    /// <summary>A text begins with =, +, - or @, which spreadsheets take for a formula.</summary>
    public static Error LooksLikeFormula(string field) => new(ErrorKind.Invalid, "Registration.LooksLikeFormula") { Field = field };

    /// <summary>Not a code.</summary>
    public static Error CodeInvalid(string code) => new(ErrorKind.Invalid, "Registration.CodeInvalid", code) { Field = "Code" };

    /// <summary>The code belongs to another entry of the competition.</summary>
    public static Error CodeTaken(string code) => new(ErrorKind.Invalid, "Registration.CodeTaken", code) { Field = "Code" };

    /// <summary>The code belongs to another delegation of the competition.</summary>
    public static Error DelegationCodeTaken(string code) => new(ErrorKind.Invalid, "Registration.DelegationCodeTaken", code) { Field = "Code" };

    /// <summary>Only team contests have members.</summary>
    public static Error MembersNotAllowed() => new(ErrorKind.Invalid, "Registration.MembersNotAllowed") { Field = "Members" };

    /// <summary>More members than a team may have.</summary>
    public static Error TooManyMembers(int limit) => new(ErrorKind.Invalid, "Registration.TooManyMembers", limit) { Field = "Members" };

    /// <summary>The entry has marks: it can be marked as withdrawn, not removed or moved to another contest.</summary>
    public static Error EntryHasMarks(string code) => new(ErrorKind.Closed, "Registration.EntryHasMarks", code);

    /// <summary>Some entries of a selection have marks; the codes of the first of them are named.</summary>
    public static Error EntriesHaveMarks(IReadOnlyCollection<string> codes) =>
        new(ErrorKind.Closed, "Registration.EntriesHaveMarks", codes.Count, string.Join(", ", codes.Take(MostNamed)) + (codes.Count > MostNamed ? ", …" : ""));

    /// <summary>The delegation has entries.</summary>
    public static Error DelegationHasEntries(int entries) => new(ErrorKind.Closed, "Registration.DelegationHasEntries", entries);

    /// <summary>Judges of the competition come from the delegation.</summary>
    public static Error DelegationHasJudges(int judges) => new(ErrorKind.Closed, "Registration.DelegationHasJudges", judges);

    /// <summary>The file holds no rows below its headings.</summary>
    public static Error FileEmpty() => new(ErrorKind.Invalid, "Registration.FileEmpty");

    /// <summary>More rows than one import may bring.</summary>
    public static Error TooManyRows(int limit) => new(ErrorKind.Invalid, "Registration.TooManyRows", limit);

    /// <summary>Headings that the template does not have.</summary>
    public static Error HeadingsUnknown(string headings) => new(ErrorKind.Invalid, "Registration.HeadingsUnknown", headings);

    /// <summary>The heading of the names is missing.</summary>
    public static Error HeadingsMissing() => new(ErrorKind.Invalid, "Registration.HeadingsMissing");

    /// <summary>A heading stands twice.</summary>
    public static Error HeadingTwice(string heading) => new(ErrorKind.Invalid, "Registration.HeadingTwice", heading);

    /// <summary>The cell names no contest of the competition.</summary>
    public static Error RowContestUnknown(string text, LocalText choices) => new(ErrorKind.Invalid, "Registration.RowContestUnknown", text, choices);

    /// <summary>The cell is empty and the competition has more than one contest.</summary>
    public static Error RowContestMissing() => new(ErrorKind.Invalid, "Registration.RowContestMissing");

    /// <summary>Two contests bear this name: their short name in addresses tells them apart.</summary>
    public static Error RowContestAmbiguous(string text, LocalText choices) => new(ErrorKind.Invalid, "Registration.RowContestAmbiguous", text, choices);

    /// <summary>The same code stands in an earlier row.</summary>
    public static Error RowCodeTwice(string code, int row) => new(ErrorKind.Invalid, "Registration.RowCodeTwice", code, row);

    /// <summary>The same name, delegation and contest stand in an earlier row, and at least one of the two has no code.</summary>
    public static Error RowTwice(int row) => new(ErrorKind.Invalid, "Registration.RowTwice", row);

    /// <summary>The same name, delegation and contest are entered already.</summary>
    public static Error RowEntered(string code) => new(ErrorKind.Invalid, "Registration.RowEntered", code);

    /// <summary>The file has rows with errors, so nothing was imported.</summary>
    public static Error ImportHasErrors(int errors) => new(ErrorKind.Invalid, "Registration.ImportHasErrors", errors);

    /// <summary>No such import.</summary>
    public static Error ImportNotFound() => new(ErrorKind.NotFound, "Registration.ImportNotFound");

    /// <summary>The import was undone already.</summary>
    public static Error ImportUndone() => new(ErrorKind.Conflict, "Registration.ImportUndone");

    /// <summary>Some of the imported entries have marks.</summary>
    public static Error ImportHasMarks(int entries) => new(ErrorKind.Closed, "Registration.ImportHasMarks", entries);
}
