using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>What the number of a mark is.</summary>
public enum MarkUnit
{
    /// <summary>Points.</summary>
    Points,
    /// <summary>1 for met, 0 for not met.</summary>
    Met,
    /// <summary>A number of faults.</summary>
    Faults,
    /// <summary>A number of hits.</summary>
    Hits,
    /// <summary>A level, such as 0–3 of a judgement.</summary>
    Level,
    /// <summary>A measured value in a unit of its own: seconds, millimetres, votes.</summary>
    Value,
}

/// <summary>
/// What a mark comes to before the factor, where that can be said from the mark alone: base + per · mark, within floor and cap. For whoever marks, as a hint.
/// </summary>
public sealed record MarkWorth(Score Base, Score Per, Score? Floor = null, Score? Cap = null)
{
    /// <summary>The mark is a number of points.</summary>
    public static MarkWorth Itself { get; } = new(Score.Zero, Score.One);
}

/// <summary>What a mark may be. One description for the check on the server, the calculation and the mark pad.</summary>
public sealed record MarkRange(MarkUnit Unit)
{
    /// <summary>The smallest mark; null for no limit.</summary>
    public Score? Minimum { get; init; }

    /// <summary>The largest mark; null for no limit.</summary>
    public Score? Maximum { get; init; }

    /// <summary>Distance between two marks, counted from the minimum, or from zero without one; null for any.</summary>
    public Score? Step { get; init; }

    /// <summary>The only marks there are; empty when any in the range may be given.</summary>
    public IReadOnlyList<Score> Listed { get; init; } = [];

    /// <summary>Points within the limits and steps of an aspect.</summary>
    public static MarkRange Points(Aspect aspect) =>
        new(MarkUnit.Points) { Minimum = aspect.Minimum, Maximum = aspect.Maximum, Step = aspect.Step };

    /// <summary>A whole number from 0.</summary>
    public static MarkRange Count(MarkUnit unit, int most) => new(unit) { Minimum = Score.Zero, Maximum = Score.Points(most), Step = Score.One };

    /// <summary>One of these.</summary>
    public static MarkRange Of(MarkUnit unit, IReadOnlyList<Score> listed) => new(unit) { Listed = listed };

    /// <summary>The smallest and the largest mark; null where one of them is open.</summary>
    public IReadOnlyList<Score>? Ends => Listed.Count > 0 ? [Listed.Min(), Listed.Max()] : Minimum is { } least && Maximum is { } most ? [least, most] : null;

    /// <summary>True when a mark may be this.</summary>
    public bool Allows(Score value)
    {
        if (Listed.Count > 0)
            return Listed.Contains(value);
        return !(value < Minimum) && !(value > Maximum) && IsOnStep(value);
    }

    /// <summary>Why a mark may not be this, or null.</summary>
    public Error? Check(Score value)
    {
        if (Allows(value))
            return null;
        if (Listed.Count > 0)
            return MarkErrors.NotListed(string.Join(" / ", Listed));
        if (!(value < Minimum) && !(value > Maximum))
            return MarkErrors.WrongStep(Step!.Value, Minimum ?? Score.Zero);
        return (Minimum, Maximum) switch
        {
            ({ } minimum, { } maximum) => MarkErrors.OutOfRange(minimum, maximum),
            ({ } minimum, null) => MarkErrors.BelowMinimum(minimum),
            (_, { } maximum) => MarkErrors.AboveMaximum(maximum),
            _ => null,
        };
    }

    private bool IsOnStep(Score value) =>
        Step is not { Millionths: > 0 } step || (value.Millionths - (Minimum?.Millionths ?? 0)) % step.Millionths == 0;
}
