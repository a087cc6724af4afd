using System.Globalization;
using System.Numerics;

namespace CompetitionHub.Core.Shared;

/// <summary>
/// An exact rational number, always in lowest terms with a positive denominator. Terms that fit 64 bits are held
/// in place (products in 128 bits, no allocation); larger ones fall back to big integers. <c>default</c> is zero.
/// </summary>
public readonly partial struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly long numerator;
    private readonly long denominatorLessOne;
    private readonly Large? large;

    private Fraction(long numerator, long denominator)
    {
        this.numerator = numerator;
        denominatorLessOne = denominator - 1;
    }

    private Fraction(Large large) => this.large = large;

    /// <summary>Zero.</summary>
    public static Fraction Zero => default;

    /// <summary>One.</summary>
    public static Fraction One => new(1, 1);

    /// <summary>The numerator in lowest terms; carries the sign.</summary>
    public BigInteger Numerator => large?.Numerator ?? numerator;

    /// <summary>The denominator in lowest terms, at least one.</summary>
    public BigInteger Denominator => large?.Denominator ?? Below;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => large?.Numerator.Sign ?? Math.Sign(numerator);

    private long Below => denominatorLessOne + 1;

    // Sums of two products of such terms fit 64 bits: nearly all points do, and need no wider arithmetic.
    private bool IsShort => numerator is > int.MinValue and <= int.MaxValue && denominatorLessOne < int.MaxValue;

    /// <summary>The fraction numerator ÷ denominator. Throws when the denominator is zero.</summary>
    public static Fraction Of(long numerator, long denominator = 1)
    {
        if (denominator == 1 && numerator != long.MinValue)
            return new(numerator, 1);
        if (denominator <= 0 || numerator == long.MinValue)
            return Of((BigInteger)numerator, denominator);
        var divisor = (long)Divisor((ulong)Math.Abs(numerator), (ulong)denominator);
        return new(numerator / divisor, denominator / divisor);
    }

    /// <summary>The fraction numerator ÷ denominator. Throws when the denominator is zero.</summary>
    public static Fraction Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return Lowest(numerator / divisor, denominator / divisor);
    }

    /// <summary>The sum.</summary>
    public static Fraction operator +(Fraction left, Fraction right)
    {
        if (left.large is not null || right.large is not null)
            return Of((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);
        if (left.IsShort && right.IsShort)
            return Of((left.numerator * right.Below) + (right.numerator * left.Below), left.Below * right.Below);
        if (left.Below == 1 || right.Below == 1)
            return Lowest(Times(left.numerator, right.Below) + Times(right.numerator, left.Below), Times(left.Below, right.Below));

        // Knuth, The Art of Computer Programming 2, 4.5.1: divisors of the denominators only, so that terms stay small.
        var common = (long)Divisor((ulong)left.Below, (ulong)right.Below);
        if (common == 1)
            return Lowest(Times(left.numerator, right.Below) + Times(right.numerator, left.Below), Times(left.Below, right.Below));
        var sum = Times(left.numerator, right.Below / common) + Times(right.numerator, left.Below / common);
        var divisor = (long)Divisor((ulong)(long)(Int128.Abs(sum) % common), (ulong)common);
        return Lowest(sum / divisor, Times(left.Below / common, right.Below / divisor));
    }

    /// <summary>The difference.</summary>
    public static Fraction operator -(Fraction left, Fraction right) => left + -right;

    /// <summary>The opposite.</summary>
    public static Fraction operator -(Fraction value) =>
        value.large is { } large ? Of(-large.Numerator, large.Denominator) : new(-value.numerator, value.Below);

    /// <summary>The product.</summary>
    public static Fraction operator *(Fraction left, Fraction right)
    {
        if (left.large is not null || right.large is not null)
            return Of(left.Numerator * right.Numerator, left.Denominator * right.Denominator);
        if (left.numerator == 0 || right.numerator == 0)
            return default;
        var one = (long)Divisor((ulong)Math.Abs(left.numerator), (ulong)right.Below);
        var other = (long)Divisor((ulong)Math.Abs(right.numerator), (ulong)left.Below);
        return Lowest(Times(left.numerator / one, right.numerator / other), Times(left.Below / other, right.Below / one));
    }

    /// <summary>The quotient. Throws when the divisor is zero.</summary>
    public static Fraction operator /(Fraction left, Fraction right) =>
        right.Sign == 0
            ? throw new DivideByZeroException()
            : right.large is { } large
                ? left * Of(large.Denominator, large.Numerator)
                : left * new Fraction(right.numerator < 0 ? -right.Below : right.Below, Math.Abs(right.numerator));

    /// <inheritdoc/>
    public int CompareTo(Fraction other)
    {
        if (large is not null || other.large is not null)
            return (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
        return denominatorLessOne == other.denominatorLessOne
            ? numerator.CompareTo(other.numerator)
            : Times(numerator, other.Below).CompareTo(Times(other.numerator, Below));
    }

    /// <inheritdoc/>
    public bool Equals(Fraction other) =>
        numerator == other.numerator && denominatorLessOne == other.denominatorLessOne && Equals(large, other.large);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => large?.GetHashCode() ?? HashCode.Combine(numerator, denominatorLessOne);

    /// <summary>Equal values.</summary>
    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    /// <summary>Different values.</summary>
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    /// <summary>Smaller than.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Greater than.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Smaller than or equal to.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Greater than or equal to.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>The exact text <c>numerator/denominator</c>, also for whole numbers (<c>5/1</c>).</summary>
    public override string ToString() =>
        large is { } terms
            ? string.Create(CultureInfo.InvariantCulture, $"{terms.Numerator}/{terms.Denominator}")
            : string.Create(CultureInfo.InvariantCulture, $"{numerator}/{Below}");

    /// <summary>Reads the text that <see cref="ToString"/> writes. Throws on any other text.</summary>
    public static Fraction Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0
            && long.TryParse(text.AsSpan(0, slash), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var few)
            && long.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var parts))
        {
            return Of(few, parts);
        }
        var above = BigInteger.Parse(slash < 0 ? text : text.AsSpan(0, slash), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var below = slash < 0 ? BigInteger.One : BigInteger.Parse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        return Of(above, below);
    }

    private static Int128 Times(long left, long right)
    {
        var high = Math.BigMul(left, right, out long low);
        return new Int128((ulong)high, (ulong)low);
    }

    // Both terms are in lowest terms already.
    private static Fraction Lowest(Int128 numerator, Int128 denominator) =>
        numerator <= long.MaxValue && numerator >= -long.MaxValue && denominator <= long.MaxValue
            ? new((long)numerator, (long)denominator)
            : new(new Large(numerator, denominator));

    private static Fraction Lowest(BigInteger numerator, BigInteger denominator) =>
        numerator <= long.MaxValue && numerator >= -long.MaxValue && denominator <= long.MaxValue
            ? new((long)numerator, (long)denominator)
            : new(new Large(numerator, denominator));

    private static ulong Divisor(ulong left, ulong right)
    {
        if (left == 0 || right == 0)
            return left | right;
        var shift = BitOperations.TrailingZeroCount(left | right);
        left >>= BitOperations.TrailingZeroCount(left);
        do
        {
            right >>= BitOperations.TrailingZeroCount(right);
            if (left > right)
                (left, right) = (right, left);
            right -= left;
        }
        while (right != 0);
        return left << shift;
    }

    private sealed record Large(BigInteger Numerator, BigInteger Denominator);
}
