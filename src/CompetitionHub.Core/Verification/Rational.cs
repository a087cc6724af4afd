using System.Globalization;
using System.Numerics;

namespace CompetitionHub.Core.Verification;

/// <summary>An exact rational number in lowest terms. The second calculator's own: it shares no arithmetic with the engine.</summary>
internal readonly struct Rational : IComparable<Rational>, IEquatable<Rational>
{
    private readonly BigInteger divisor;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Numerator, divisor) = (numerator / common, denominator / common);
    }

    public BigInteger Numerator { get; }

    /// <summary>Always positive; <c>default</c> is 0/1.</summary>
    public BigInteger Denominator => divisor.IsZero ? BigInteger.One : divisor;

    public int Sign => Numerator.Sign;

    public bool IsWhole => Denominator.IsOne;

    public static implicit operator Rational(int whole) => new(whole, 1);

    public static implicit operator Rational(BigInteger whole) => new(whole, 1);

    public static Rational operator +(Rational a, Rational b) => new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    public static Rational operator *(Rational a, Rational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static Rational Abs(Rational a) => new(BigInteger.Abs(a.Numerator), a.Denominator);

    public static Rational Min(Rational a, Rational b) => a < b ? a : b;

    public static Rational Max(Rational a, Rational b) => a > b ? a : b;

    /// <summary>A whole power; a negative one of anything but zero is the power of its reciprocal.</summary>
    public static Rational Pow(Rational a, int exponent) => exponent < 0
        ? 1 / Pow(a, -exponent)
        : new(BigInteger.Pow(a.Numerator, exponent), BigInteger.Pow(a.Denominator, exponent));

    /// <summary>Reads a decimal number (<c>-2.50</c>, <c>1e3</c>) or a fraction of whole numbers (<c>-5/3</c>).</summary>
    public static Rational Parse(string text)
    {
        if (text.Split('/') is [var above, var below])
            return new(Whole(above), Whole(below));
        var (digits, power) = text.Split('e', 'E') is [var mantissa, var exponent] ? (mantissa, int.Parse(exponent, CultureInfo.InvariantCulture)) : (text, 0);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        return Whole(digits.Replace(".", "", StringComparison.Ordinal)) * Pow(10, power - (point < 0 ? 0 : digits.Length - point - 1));

        static BigInteger Whole(string digits) => BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>A whole number, a decimal number where it ends within twelve decimals, else the fraction.</summary>
    public override string ToString()
    {
        if (!(this * Pow(10, 12)).IsWhole)
            return string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
        var digits = BigInteger.Abs((this * Pow(10, 12)).Numerator).ToString(CultureInfo.InvariantCulture).PadLeft(13, '0');
        var text = $"{digits[..^12]}.{digits[^12..]}".TrimEnd('0').TrimEnd('.');
        return Sign < 0 ? "-" + text : text;
    }
}
