using System.Numerics;

namespace CompetitionHub.Core.Verification;

/// <summary>Rational powers of positive rational numbers, x^(p/q), as exactly comparable real numbers.</summary>
internal static class Powers
{
    /// <summary>Up to this root whole powers are compared; beyond it they would be too long.</summary>
    private const int LargestRoot = 100;

    public static Real Of(Rational x, Rational exponent)
    {
        if (x.Sign <= 0)
            throw new ArgumentOutOfRangeException(nameof(x));
        var (p, q) = (exponent.Numerator, exponent.Denominator);
        if (q <= LargestRoot)
            return Real.Root(Rational.Pow(x, (int)p), (int)q);
        // A power is rational only where x is a whole q-th power itself; all others never equal what they are compared with.
        if (WholeRoot(x.Numerator, q) is { } above && WholeRoot(x.Denominator, q) is { } below)
            return Real.Of(Rational.Pow(new(above, below), (int)p));
        return new Enclosed(x, exponent).ToReal();
    }

    private static BigInteger? WholeRoot(BigInteger number, BigInteger q)
    {
        if (number.IsOne)
            return number;
        // 2^q is longer than the number: no base is left.
        if (q >= number.GetBitLength())
            return null;
        BigInteger low = 1, high = BigInteger.One << (int)(number.GetBitLength() / (long)q + 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (BigInteger.Pow(middle, (int)q) <= number)
                low = middle;
            else
                high = middle;
        }
        return BigInteger.Pow(low, (int)q) == number ? low : null;
    }

    /// <summary>An irrational power between two bounds that move together until they tell it from whatever it is compared with.</summary>
    private sealed class Enclosed(Rational x, Rational exponent)
    {
        private int bits = 64;
        private (Rational Low, Rational High)? bounds;

        public Real ToReal() => new(CompareTo);

        private int CompareTo(Rational other)
        {
            while (true)
            {
                var (low, high) = bounds ??= Bounds();
                if (low > other)
                    return 1;
                if (high < other)
                    return -1;
                (bits, bounds) = (bits * 2, null);
            }
        }

        // x^(k/2^n) ≤ x^e ≤ x^((k+1)/2^n) for x ≥ 1: the binary digits of the exponent say which repeated square roots are multiplied.
        // Every root and product is rounded outwards to a whole number of 2^-bits.
        private (Rational Low, Rational High) Bounds()
        {
            var (root, digits) = x >= 1 ? (x, exponent) : (1 / x, -exponent);
            var whole = Floor(digits);
            digits -= whole;
            var unit = BigInteger.One << bits;
            var (low, high) = (Floor(root * unit), Ceiling(root * unit));
            var (lowest, highest) = (unit, unit);
            for (var place = 1; place <= bits; place++)
            {
                (low, high) = (SquareRoot(low << bits), SquareRoot((high << bits) - 1) + 1);
                digits *= 2;
                if (digits < 1)
                    continue;
                digits -= 1;
                (lowest, highest) = ((lowest * low) >> bits, ((highest * high) >> bits) + 1);
            }
            var scale = Rational.Pow(root, (int)whole);
            return (scale * new Rational(lowest, unit), scale * new Rational(highest * high, unit * unit));
        }

        private static BigInteger Floor(Rational a)
        {
            var quotient = BigInteger.DivRem(a.Numerator, a.Denominator, out var rest);
            return rest.Sign < 0 ? quotient - 1 : quotient;
        }

        private static BigInteger Ceiling(Rational a) => -Floor(-a);

        private static BigInteger SquareRoot(BigInteger number)
        {
            // Newton's steps from above fall until they have found the whole root.
            var root = BigInteger.One << (int)(number.GetBitLength() / 2 + 1);
            while ((root + number / root) >> 1 is var next && next < root)
                root = next;
            return root;
        }
    }
}
