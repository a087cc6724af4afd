using System.Numerics;

namespace CompetitionHub.Core.Verification;

/// <summary>How a number between two steps is rounded, by the words of the interchange.</summary>
internal sealed record Rounding(int Decimals, string Mode)
{
    public const string HalfUp = "half_up";
    public const string HalfEven = "half_even";
    public const string Truncate = "truncate";

    /// <summary>The rounded number.</summary>
    public Rational Of(Rational exact) => Of(Real.Of(exact));

    /// <summary>
    /// The correctly rounded number of a real one: the step below it is found by halving, with nothing but exact comparisons; one more
    /// comparison tells on which side of the middle it lies.
    /// </summary>
    public Rational Of(Real real)
    {
        var sign = real.CompareTo(0);
        if (sign == 0)
            return 0;
        var size = sign > 0 ? real : real.Negated();
        var step = Rational.Pow(10, -Decimals);
        BigInteger below = 0, above = 1;
        while (size.CompareTo(step * above) >= 0)
            (below, above) = (above, above * 2);
        while (above - below > 1)
        {
            var middle = (below + above) / 2;
            if (size.CompareTo(step * middle) >= 0)
                below = middle;
            else
                above = middle;
        }
        var half = size.CompareTo(step * (below + new Rational(1, 2)));
        var up = Mode switch
        {
            Truncate => false,
            HalfEven => half > 0 || (half == 0 && !below.IsEven),
            HalfUp => half >= 0,
            _ => throw new FormatException($"Rounding mode {Mode}"),
        };
        return step * (up ? below + 1 : below) * sign;
    }
}

/// <summary>A real number that is known by exact comparison with rational ones only: that is all that rounding needs.</summary>
internal sealed class Real(Func<Rational, int> compare)
{
    /// <summary>Below (−1), equal to (0) or above (1) a rational number.</summary>
    public int CompareTo(Rational other) => compare(other);

    public Real Negated() => new(other => -compare(-other));

    /// <summary>This times a positive or negative rational number, plus another.</summary>
    public Real Scaled(Rational factor, Rational plus) => factor.Sign == 0
        ? Of(plus)
        : new(other => compare((other - plus) / factor) * factor.Sign);

    public static Real Of(Rational exact) => new(other => exact.CompareTo(other));

    /// <summary>The n-th root of a number that is not negative: compared by n-th powers.</summary>
    public static Real Root(Rational number, int n) => new(other => other.Sign < 0 ? 1 : number.CompareTo(Rational.Pow(other, n)));
}
