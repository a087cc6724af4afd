using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>What a part of an entry's total has come to: nothing yet (<c>default</c>), exact points, or no valid result.</summary>
public readonly record struct Outcome
{
    private readonly Kind kind;
    private readonly Fraction points;

    private Outcome(Kind kind, Fraction points) => (this.kind, this.points) = (kind, points);

    private enum Kind : byte
    {
        None,
        Value,
        NoResult,
    }

    /// <summary>Nothing counts yet: not a zero.</summary>
    public static Outcome None => default;

    /// <summary>无成绩: attempted, but nothing of it is valid. Neither a zero nor something still to come.</summary>
    public static Outcome NoResult => new(Kind.NoResult, default);

    /// <summary>True when nothing counts yet.</summary>
    public bool IsNone => kind == Kind.None;

    /// <summary>True when there is no valid result.</summary>
    public bool IsNoResult => kind == Kind.NoResult;

    /// <summary>The exact points, or null without any.</summary>
    public Fraction? Points => kind == Kind.Value ? points : null;

    /// <summary>Points.</summary>
    public static Outcome Of(Fraction points) => new(Kind.Value, points);
}
