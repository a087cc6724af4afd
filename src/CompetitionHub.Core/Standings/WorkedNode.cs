using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Standings;

/// <summary>
/// The worked arithmetic of one part of an entry's total, down to single marks. Names are looked up in the scheme by level and key.
/// </summary>
/// <param name="Level">Total, stage, module, form or aspect.</param>
/// <param name="Key">Key of the part in the scheme; empty for the total.</param>
/// <param name="Exact">The exact points as <c>n/d</c>; null while nothing counts.</param>
/// <param name="Points">The same as text for people.</param>
/// <param name="Steps">What was done, in order.</param>
/// <param name="Marks">The marks of an aspect by seat, those still missing included.</param>
public sealed record WorkedNode(
    SchemeLevel Level, string Key, string? Exact, string? Points, IReadOnlyList<WorkedStep> Steps, IReadOnlyList<WorkedMark> Marks)
{
    /// <summary>True when it was attempted without a valid result.</summary>
    public bool NoResult { get; init; }

    /// <summary>The parts that make it, in the order of the scheme.</summary>
    public IReadOnlyList<WorkedNode> Parts { get; init; } = [];
}

/// <summary>One step of arithmetic: a code of <see cref="StepCodes"/>, the arguments of its sentence, and what came out.</summary>
public sealed record WorkedStep(string Code, IReadOnlyList<string> Args, string? Result);

/// <summary>One mark: its seat (0: imported), the word of its state, its value, and what became of it.</summary>
public sealed record WorkedMark(int Seat, string State, string? Value, MarkUse Use);

/// <summary>What became of a mark.</summary>
public enum MarkUse
{
    /// <summary>It does not count: not there, or too few to count.</summary>
    NotCounted,
    /// <summary>It counts.</summary>
    Counted,
    /// <summary>Dropped as one of the highest.</summary>
    DroppedHigh,
    /// <summary>Dropped as one of the lowest.</summary>
    DroppedLow,
    /// <summary>The judge was absent.</summary>
    LeftOut,
}
