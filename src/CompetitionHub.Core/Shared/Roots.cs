using System.Numerics;

namespace CompetitionHub.Core.Shared;

/// <summary>Square roots rounded from the true value: found by comparing whole numbers, never by floating point.</summary>
public static class Roots
{
    /// <summary>
    /// <paramref name="centre"/> + <paramref name="sign"/> · √<paramref name="square"/>, correctly rounded. A value is rounded by where it lies
    /// between the multiples of half a unit of the last digit, and whether centre ± √square is above such a multiple is a comparison of squares.
    /// </summary>
    public static Fraction RoundSum(Fraction centre, int sign, Fraction square, int decimals, RoundingMode mode)
    {
        // Twice as fine as the digit: the true value lies between n and n + 1 of these.
        var grain = Fraction.Of(1, 2 * Power(decimals));
        var guess = Fraction.Of(Floor(Root(square / (grain * grain))), 1);
        var n = Floor(centre / grain) + ((BigInteger)sign * Floor(guess));
        while (Compare(centre, sign, square, Fraction.Of(n, 1) * grain) < 0)
            n--;
        while (Compare(centre, sign, square, Fraction.Of(n + 1, 1) * grain) >= 0)
            n++;
        var low = Fraction.Of(n, 1) * grain;
        // Exactly on a multiple: an ordinary rational. Between two: any rational between them rounds alike.
        return (Compare(centre, sign, square, low) == 0 ? low : low + (grain / Fraction.Of(2))).Round(decimals, mode);
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

    private static Fraction Root(Fraction value)
    {
        var whole = Floor(value);
        if (whole.IsZero)
            return Fraction.Zero;
        var root = (BigInteger)1 << ((int)(whole.GetBitLength() + 1) / 2);
        for (var next = (root + (whole / root)) >> 1; next < root; next = (root + (whole / root)) >> 1)
            root = next;
        return Fraction.Of(root, 1);
    }

    private static BigInteger Floor(Fraction value) =>
        BigInteger.DivRem(value.Numerator, value.Denominator, out var rest) - (rest.Sign < 0 ? 1 : 0);

    private static long Power(int decimals)
    {
        var power = 1L;
        for (var i = 0; i < decimals; i++)
            power *= 10;
        return power;
    }
}
