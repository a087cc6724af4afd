namespace CompetitionHub.Core.Shared;

/// <summary>Why a typed mark is not a number that can be taken.</summary>
public static class ScoreErrors
{
    /// <summary>Nothing was typed.</summary>
    public static Error Empty() => new(ErrorKind.Invalid, "Common.ScoreEmpty");

    /// <summary>The text is not a number.</summary>
    public static Error NotANumber(string typed) => new(ErrorKind.Invalid, "Common.ScoreNotANumber", typed);

    /// <summary>A comma could be a decimal point or a separator of thousands: refused, never guessed.</summary>
    public static Error Comma(string typed) => new(ErrorKind.Invalid, "Common.ScoreComma", typed);

    /// <summary>More than six decimals.</summary>
    public static Error TooPrecise(string typed) => new(ErrorKind.Invalid, "Common.ScoreTooPrecise", typed);

    /// <summary>More than a thousand million points.</summary>
    public static Error TooLarge(string typed) => new(ErrorKind.Invalid, "Common.ScoreTooLarge", typed);
}
