using System.Collections.Concurrent;
using System.Numerics;

namespace CompetitionHub.Core.Shared;

/// <summary>
/// factor · x^(p/q) rounded from its true value, never by floating point. The value is enclosed between two whole multiples of a small unit,
/// each step rounded outwards, with more and more digits until both ends round alike. That always comes about: a power that is rational is
/// found exactly first (x in lowest terms is then a q-th power, because q divides every exponent of its primes), and an irrational one
/// never lies on a boundary of rounding.
/// </summary>
public static class Powers
{
    private const int DigitsOfExponent = 6;
    private const int FirstBits = 96;
    private const int MostKnown = 100_000;

    // Where points depend on the field, one mark asks for the powers of thousands of others again, and each takes up to a millisecond.
    private static readonly ConcurrentDictionary<(Fraction Factor, Fraction X, Score Exponent, int Decimals, RoundingMode Mode), Fraction> Known = new();

    /// <summary>The rounded value of factor · x^exponent for numbers greater than zero.</summary>
    public static Fraction Round(Fraction factor, Fraction x, Score exponent, int decimals, RoundingMode mode)
    {
        if (Rational(x, exponent.ToFraction()) is { } exact)
            return (factor * exact).Round(decimals, mode);
        if (Known.TryGetValue((factor, x, exponent, decimals, mode), out var known))
            return known;
        if (Known.Count >= MostKnown)
            Known.Clear();
        return Known[(factor, x, exponent, decimals, mode)] = Enclosed(factor, x, exponent, decimals, mode);
    }

    private static Fraction Enclosed(Fraction factor, Fraction x, Score exponent, int decimals, RoundingMode mode)
    {
        // Twice as fine as the digit: between two neighbouring multiples all values round alike.
        var grains = Fraction.Of(2 * Roots.PowerOfTen(decimals));
        for (var bits = FirstBits; ; bits *= 2)
        {
            var power = Interval.Of(x, bits).Power(exponent);
            var (low, high) = (Floor(factor * grains * Fraction.Of(power.Low, power.Unit)), Floor(factor * grains * Fraction.Of(power.High, power.Unit)));
            if (low == high)
                return (Fraction.Of((2 * low) + 1, 2) / grains).Round(decimals, mode);
        }
    }

    // The exact power where it is rational, else null.
    private static Fraction? Rational(Fraction x, Fraction exponent)
    {
        var (p, q) = ((int)exponent.Numerator, (int)exponent.Denominator);
        var (above, below) = (Roots.Floor(x.Numerator, q), Roots.Floor(x.Denominator, q));
        return IsPower(above, q, x.Numerator) && IsPower(below, q, x.Denominator)
            ? Fraction.Of(BigInteger.Pow(above, p), BigInteger.Pow(below, p))
            : null;
    }

    // Of a high degree only one has a whole root, which spares a huge power of it.
    private static bool IsPower(BigInteger root, int degree, BigInteger value) => root.IsOne ? value.IsOne : BigInteger.Pow(root, degree) == value;

    private static BigInteger Floor(Fraction value) => BigInteger.Divide(value.Numerator, value.Denominator);

    /// <summary>A positive number that lies from Low to High, in units of one to so many bits.</summary>
    private readonly record struct Interval(BigInteger Low, BigInteger High, int Bits)
    {
        public BigInteger Unit => BigInteger.One << Bits;

        public static Interval Of(Fraction x, int bits)
        {
            var low = BigInteger.DivRem(x.Numerator << bits, x.Denominator, out var rest);
            return new(low, rest.IsZero ? low : low + 1, bits);
        }

        /// <summary>x^1.83 = x · (x^0.1)^8 · (x^0.01)^3: whole powers of tenth roots, one for each decimal of the exponent.</summary>
        public Interval Power(Score exponent)
        {
            var (whole, below) = Math.DivRem(exponent.Millionths, Score.Unit);
            var result = Whole((int)whole);
            var root = this;
            for (var place = 0; place < DigitsOfExponent && below > 0; place++)
            {
                root = root.TenthRoot();
                (var digit, below) = Math.DivRem(below * 10, Score.Unit);
                result = result.Times(root.Whole((int)digit));
            }
            return result;
        }

        private Interval Whole(int power)
        {
            var result = new Interval(Unit, Unit, Bits);
            for (var i = 0; i < power; i++)
                result = result.Times(this);
            return result;
        }

        private Interval Times(Interval other) => new((Low * other.Low) >> Bits, -(-(High * other.High) >> Bits), Bits);

        private Interval TenthRoot() => new(Roots.Floor(Low << (9 * Bits), 10), Roots.Floor(High << (9 * Bits), 10) + 1, Bits);
    }
}
