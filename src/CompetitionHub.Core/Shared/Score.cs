namespace CompetitionHub.Core.Shared;

/// <summary>A number of points (a mark, a maximum, a weight, a factor) with at most six decimals, held in millionths.</summary>
public readonly record struct Score(long Millionths) : IComparable<Score>
{
    /// <summary>Millionths in one point.</summary>
    public const long Unit = 1_000_000;

    /// <summary>The largest amount, either sign: a thousand million points, so that sums of marks cannot overflow.</summary>
    public const long LargestMillionths = 1_000_000_000 * Unit;

    /// <summary>No points.</summary>
    public static Score Zero => default;

    /// <summary>One point.</summary>
    public static Score One => new(Unit);

    /// <summary>So many whole points.</summary>
    public static Score Points(int points) => new(points * Unit);

    /// <summary>True when there is no fraction of a point.</summary>
    public bool IsWhole => Millionths % Unit == 0;

    /// <summary>The same value as an exact fraction of points.</summary>
    public Fraction ToFraction() => Fraction.Of(Millionths, Unit);

    /// <inheritdoc/>
    public int CompareTo(Score other) => Millionths.CompareTo(other.Millionths);

    /// <summary>Smaller than.</summary>
    public static bool operator <(Score left, Score right) => left.Millionths < right.Millionths;

    /// <summary>Greater than.</summary>
    public static bool operator >(Score left, Score right) => left.Millionths > right.Millionths;

    /// <summary>Smaller than or equal to.</summary>
    public static bool operator <=(Score left, Score right) => left.Millionths <= right.Millionths;

    /// <summary>Greater than or equal to.</summary>
    public static bool operator >=(Score left, Score right) => left.Millionths >= right.Millionths;

    /// <summary>The plain text of <see cref="ScoreText.Format(Score, int?)"/>.</summary>
    public override string ToString() => ScoreText.Format(this);
}
