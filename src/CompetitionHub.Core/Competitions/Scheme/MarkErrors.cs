using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Why a mark may not be given on an aspect.</summary>
public static class MarkErrors
{
    /// <summary>Outside the range of the aspect.</summary>
    public static Error OutOfRange(Score minimum, Score maximum) => new(ErrorKind.Invalid, "Competitions.MarkOutOfRange", minimum, maximum);

    /// <summary>Below the minimum of an open-ended aspect.</summary>
    public static Error BelowMinimum(Score minimum) => new(ErrorKind.Invalid, "Competitions.MarkBelowMinimum", minimum);

    /// <summary>Above the largest value.</summary>
    public static Error AboveMaximum(Score maximum) => new(ErrorKind.Invalid, "Competitions.MarkAboveMaximum", maximum);

    /// <summary>Between two steps.</summary>
    public static Error WrongStep(Score step, Score minimum) => new(ErrorKind.Invalid, "Competitions.MarkWrongStep", step, minimum);

    /// <summary>None of the marks that there are.</summary>
    public static Error NotListed(string marks) => new(ErrorKind.Invalid, "Competitions.MarkNotListed", marks);

    /// <summary>The state is a value but there is none.</summary>
    public static Error ValueMissing() => new(ErrorKind.Invalid, "Competitions.MarkValueMissing");

    /// <summary>A value together with a state that has none.</summary>
    public static Error ValueNotExpected() => new(ErrorKind.Invalid, "Competitions.MarkValueNotExpected");

    /// <summary>"Judge absent" on an aspect that no panel marks.</summary>
    public static Error NoPanel() => new(ErrorKind.Invalid, "Competitions.MarkNoPanel");
}
