using System.Numerics;

namespace CompetitionHub.Core.Shared;

/// <summary>Roots rounded from the true value: found by comparing whole numbers, never by floating point.</summary>
public static class Roots
{
    /// <summary>
    /// <paramref name="centre"/> + <paramref name="sign"/> · √<paramref name="square"/>, correctly rounded. A value is rounded by where it lies
    /// between the multiples of half a unit of the last digit, and whether centre ± √square is above such a multiple is a comparison of squares.
    /// </summary>
    public static Fraction RoundSum(Fraction centre, int sign, Fraction square, int decimals, RoundingMode mode)
    {
        // Twice as fine as the digit: the true value lies between n and n + 1 of these.
        var grain = Fraction.Of(1, 2 * PowerOfTen(decimals));
        var n = Floor(centre / grain) + (sign * Floor(Floor(square / (grain * grain)), 2));
        while (Compare(centre, sign, square, Fraction.Of(n, 1) * grain) < 0)
            n--;
        while (Compare(centre, sign, square, Fraction.Of(n + 1, 1) * grain) >= 0)
            n++;
        var low = Fraction.Of(n, 1) * grain;
        // Exactly on a multiple: an ordinary rational. Between two: any rational between them rounds alike.
        return (Compare(centre, sign, square, low) == 0 ? low : low + (grain / Fraction.Of(2))).Round(decimals, mode);
    }

    /// <summary>The root of a value that is not negative, correctly rounded.</summary>
    public static Fraction RoundRoot(Fraction value, int degree, int decimals, RoundingMode mode)
    {
        var grains = 2 * PowerOfTen(decimals);
        var scaled = value * Fraction.Of(BigInteger.Pow(grains, degree), 1);
        // A whole number is at most the root of a fraction exactly when it is at most the root of what is whole in it.
        var n = Floor(Floor(scaled), degree);
        var exact = Fraction.Of(BigInteger.Pow(n, degree), 1) == scaled;
        return (exact ? Fraction.Of(n, grains) : Fraction.Of((2 * n) + 1, 2 * grains)).Round(decimals, mode);
    }

    /// <summary>The largest whole number whose power is at most the value (not negative).</summary>
    public static BigInteger Floor(BigInteger value, int degree)
    {
        if (value.IsZero || degree == 1)
            return value;
        if (degree >= value.GetBitLength())
            return BigInteger.One;
        // Newton from a guess a little too large, downwards; what counts is the comparison at the end.
        var root = Guess(value, degree);
        for (var next = Next(root); next < root; next = Next(root))
            root = next;
        while (BigInteger.Pow(root, degree) > value)
            root--;
        while (BigInteger.Pow(root + 1, degree) <= value)
            root++;
        return root;

        BigInteger Next(BigInteger at) => (((degree - 1) * at) + (value / BigInteger.Pow(at, degree - 1))) / degree;
    }

    private static BigInteger Guess(BigInteger value, int degree)
    {
        var bits = BigInteger.Log(value, 2) / degree;
        var whole = (int)Math.Floor(bits);
        var mantissa = (BigInteger)(Math.Pow(2, bits - whole) * (1L << 50)) + (1L << 12);
        return (whole >= 50 ? mantissa << (whole - 50) : mantissa >> (50 - whole)) + 1;
    }

    // The sign of centre ± √square − bound.
    private static int Compare(Fraction centre, int sign, Fraction square, Fraction bound)
    {
        var rest = bound - centre;
        if (sign == 0 || square.Sign == 0)
            return -rest.Sign;
        if (rest.Sign != sign)
            return rest.Sign == 0 ? sign : -rest.Sign;
        return sign * square.CompareTo(rest * rest);
    }

    private static BigInteger Floor(Fraction value) =>
        BigInteger.DivRem(value.Numerator, value.Denominator, out var rest) - (rest.Sign < 0 ? 1 : 0);

    internal static long PowerOfTen(int decimals)
    {
        var power = 1L;
        for (var i = 0; i < decimals; i++)
            power *= 10;
        return power;
    }
}
