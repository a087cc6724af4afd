using System.Globalization;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Interchange;

/// <summary>Everything that can be wrong with a folder, or forbid to write or take one.</summary>
public static class InterchangeErrors
{
    private const int LongestShown = 60;

    /// <summary>Only administrators may import and export whole competitions.</summary>
    public static Error MayNot() => new(ErrorKind.Forbidden, "Interchange.MayNot");

    /// <summary>The folder does not exist.</summary>
    public static Error FolderMissing(string path) => new(ErrorKind.NotFound, "Interchange.FolderMissing", path);

    /// <summary>The folder to write into exists and is not empty.</summary>
    public static Error FolderNotEmpty(string path) => new(ErrorKind.Conflict, "Interchange.FolderNotEmpty", path);

    /// <summary>The system refuses to read or write; its own words follow.</summary>
    public static Error SystemRefuses(string words) => new(ErrorKind.Invalid, "Interchange.SystemRefuses", Shown(words));

    /// <summary>A competition with this address is here already; an import never overwrites.</summary>
    public static Error AlreadyHere(string slug) => new(ErrorKind.Conflict, "Interchange.AlreadyHere", slug);

    /// <summary>A file that belongs to the format is not there.</summary>
    public static Error FileMissing() => new(ErrorKind.Invalid, "Interchange.FileMissing");

    /// <summary>A file or folder that does not belong to the format.</summary>
    public static Error FileUnknown() => new(ErrorKind.Invalid, "Interchange.FileUnknown");

    /// <summary>A link, a device or a folder where an ordinary file is expected.</summary>
    public static Error NotAPlainFile() => new(ErrorKind.Invalid, "Interchange.NotAPlainFile");

    /// <summary>The file holds nothing.</summary>
    public static Error FileEmpty() => new(ErrorKind.Invalid, "Interchange.FileEmpty");

    /// <summary>The file is larger than the limit, in megabytes.</summary>
    public static Error FileTooLarge(long limit) => new(ErrorKind.Invalid, "Interchange.FileTooLarge", limit >> 20);

    /// <summary>The bytes are not UTF-8.</summary>
    public static Error NotUtf8() => new(ErrorKind.Invalid, "Interchange.NotUtf8");

    /// <summary>The text is not JSON.</summary>
    public static Error JsonMalformed() => new(ErrorKind.Invalid, "Interchange.JsonMalformed");

    /// <summary>A property is not there.</summary>
    public static Error PropertyMissing() => new(ErrorKind.Invalid, "Interchange.PropertyMissing");

    /// <summary>A property that the format does not know.</summary>
    public static Error PropertyUnknown() => new(ErrorKind.Invalid, "Interchange.PropertyUnknown");

    /// <summary>Another JSON type was expected: <c>string</c>, <c>object</c>, <c>array</c>, <c>number</c>, <c>boolean</c>.</summary>
    public static Error WrongType(string expected) => new(ErrorKind.Invalid, "Interchange.WrongType", expected);

    /// <summary>The folder was written in a format that this program does not read.</summary>
    public static Error FormatUnsupported(string found) => new(ErrorKind.Invalid, "Interchange.FormatUnsupported", Shown(found), InterchangeFormat.Version);

    /// <summary>One of a closed set of words was expected.</summary>
    public static Error NotOneOf(string found, IEnumerable<string> expected) =>
        new(ErrorKind.Invalid, "Interchange.NotOneOf", Shown(found), string.Join(" | ", expected));

    /// <summary>A date as 2026-05-01 was expected.</summary>
    public static Error NotADate(string found) => new(ErrorKind.Invalid, "Interchange.NotADate", Shown(found));

    /// <summary>A list is longer than the limit.</summary>
    public static Error TooMany(int limit) => new(ErrorKind.Invalid, "Interchange.TooMany", limit);

    /// <summary>The first line is not the header of this table.</summary>
    public static Error HeaderWrong(IEnumerable<string> expected, IEnumerable<string> found) =>
        new(ErrorKind.Invalid, "Interchange.HeaderWrong", string.Join(",", expected), Shown(string.Join(",", found)));

    /// <summary>A row has more or fewer fields than the header.</summary>
    public static Error FieldCount(int expected, int found) => new(ErrorKind.Invalid, "Interchange.FieldCount", expected, found);

    /// <summary>Quotes that do not match, or a quoted line break.</summary>
    public static Error QuotesWrong() => new(ErrorKind.Invalid, "Interchange.QuotesWrong");

    /// <summary>A row is longer than any row can be.</summary>
    public static Error RowTooLong(int limit) => new(ErrorKind.Invalid, "Interchange.RowTooLong", limit);

    /// <summary>A text is too long (limit in characters) or holds characters that cannot be printed.</summary>
    public static Error TextUnusable(int limit) => new(ErrorKind.Invalid, "Interchange.TextUnusable", limit);

    /// <summary>A whole number between two bounds was expected.</summary>
    public static Error NumberOutOfRange(string found, int from, int to) => new(ErrorKind.Invalid, "Interchange.NumberOutOfRange", Shown(found), from, to);

    /// <summary>The same thing stands twice; the argument names it.</summary>
    public static Error Repeated(string what) => new(ErrorKind.Invalid, "Interchange.Repeated", Shown(what));

    /// <summary>The file that the argument names does not define this.</summary>
    public static Error Unknown(string found, string definedIn) => new(ErrorKind.Invalid, "Interchange.Unknown", Shown(found), definedIn);

    /// <summary>A seat is written as <c>contest/form/seat</c>.</summary>
    public static Error SeatUnreadable(string found) => new(ErrorKind.Invalid, "Interchange.SeatUnreadable", Shown(found));

    /// <summary>A status other than active, absent needs a reason.</summary>
    public static Error ReasonMissing() => new(ErrorKind.Invalid, "Interchange.ReasonMissing");

    // What came from outside is shown short and without characters that could move the cursor of a terminal.
    private static string Shown(string found)
    {
        var cut = found.Length > LongestShown ? string.Concat(found.AsSpan(0, LongestShown), "…") : found;
        return string.Concat(cut.Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Surrogate ? '\uFFFD' : c));
    }
}
