namespace CompetitionHub.Core.Verification;

/// <summary>What a part of an entry has come to: nothing yet, an exact number, or attempted without a valid result.</summary>
internal readonly record struct Outcome(PartState State, Rational Value)
{
    public static Outcome None => default;

    public static Outcome NoResult => new(PartState.NoResult, default);

    /// <summary>The number, or null without one.</summary>
    public Rational? Number => State == PartState.Value ? Value : null;

    public static implicit operator Outcome(Rational value) => new(PartState.Value, value);

    public static implicit operator Outcome(int value) => (Rational)value;

    /// <summary>The number changed by a function; without one the same outcome.</summary>
    public Outcome Then(Func<Rational, Rational> change) => State == PartState.Value ? change(Value) : this;
}
