using System.Numerics;
using CompetitionHub.Core.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace CompetitionHub.Core.Tests.Shared;

public sealed class FractionTests
{
    // Small terms, terms near 32 and 64 bits and beyond: sums and products must not care where the fallback begins.
    private static readonly Gen<BigInteger> Terms = Gen.OneOf(
        Gen.Choose(-50, 50).Select(n => (BigInteger)n),
        Gen.Choose(int.MinValue, int.MaxValue).Select(n => (BigInteger)n * 3),
        Gen.Choose(-3, 3).Select(n => (BigInteger)int.MaxValue + n),
        Gen.Choose(-3, 3).Select(n => (BigInteger)int.MinValue + n),
        Gen.Choose(-3, 3).Select(n => (BigInteger)long.MaxValue + n),
        Gen.Choose(-3, 3).Select(n => (BigInteger)long.MinValue + n),
        Gen.Choose(int.MinValue, int.MaxValue).Select(n => (BigInteger)n * long.MaxValue));

    private static readonly Gen<(BigInteger N, BigInteger D)> Pairs =
        from n in Terms from d in Terms where !d.IsZero select (n, d);

    private static readonly Gen<((BigInteger N, BigInteger D) A, (BigInteger N, BigInteger D) B)> TwoPairs =
        from a in Pairs from b in Pairs select (a, b);

    [Fact]
    public void Arithmetic_AnyTerms_EqualsBigIntegers() => Properties.Hold(TwoPairs, pair =>
    {
        var (a, b) = (Of(pair.A), Of(pair.B));
        return Is(a + b, (pair.A.N * pair.B.D) + (pair.B.N * pair.A.D), pair.A.D * pair.B.D)
            && Is(a - b, (pair.A.N * pair.B.D) - (pair.B.N * pair.A.D), pair.A.D * pair.B.D)
            && Is(a * b, pair.A.N * pair.B.N, pair.A.D * pair.B.D)
            && (pair.B.N.IsZero || Is(a / b, pair.A.N * pair.B.D, pair.A.D * pair.B.N))
            && Is(-a, -pair.A.N, pair.A.D);
    }, 5000);

    [Fact]
    public void Comparison_AnyTerms_EqualsBigIntegers() => Properties.Hold(TwoPairs, pair =>
    {
        var (a, b) = (Of(pair.A), Of(pair.B));
        var expected = (pair.A.N * pair.B.D * pair.A.D * pair.B.D).CompareTo(pair.B.N * pair.A.D * pair.A.D * pair.B.D);
        return a.CompareTo(b) == expected && (a == b) == (expected == 0) && (a < b) == (expected < 0) && (a >= b) == (expected >= 0)
            && (expected != 0 || a.GetHashCode() == b.GetHashCode());
    }, 5000);

    [Fact]
    public void Terms_AnyFraction_AreLowestWithPositiveDenominator() => Properties.Hold(TwoPairs, pair =>
    {
        var sum = Of(pair.A) * Of(pair.B);
        return sum.Denominator.Sign > 0 && BigInteger.GreatestCommonDivisor(sum.Numerator, sum.Denominator).IsOne;
    });

    [Fact]
    public void Parse_WhatToStringWrites_GivesTheSame() =>
        Properties.Hold(Pairs, pair => Fraction.Parse(Of(pair).ToString()) == Of(pair));

    [Fact]
    public void Round_AnyMode_IsNearestAsTheModeSays()
    {
        var cases = from pair in Pairs from decimals in Gen.Choose(0, 6) from mode in Gen.Elements(Enum.GetValues<RoundingMode>()) select (pair, decimals, mode);
        Properties.Hold(cases, c =>
        {
            var (exact, scale) = (Of(c.pair), BigInteger.Pow(10, c.decimals));
            var rounded = exact.Round(c.decimals, c.mode);
            var (off, step) = (rounded - exact, Fraction.Of(1, scale));
            var half = step / Fraction.Of(2);
            var isMultiple = (rounded * Fraction.Of(scale, 1)).Denominator.IsOne;
            var even = (rounded * Fraction.Of(scale, 1)).Numerator.IsEven;
            return isMultiple && c.mode switch
            {
                RoundingMode.HalfUp => (off <= half && off >= -half) && (Abs(off) != half || off.Sign == exact.Sign),
                RoundingMode.HalfEven => (off <= half && off >= -half) && (Abs(off) != half || even),
                RoundingMode.Truncate => Abs(off) < step && off.Sign != exact.Sign | off.Sign == 0,
            };
        }, 5000);
    }

    [Theory]
    [InlineData("1/8", 2, RoundingMode.HalfUp, "13/100")]
    [InlineData("1/8", 2, RoundingMode.HalfEven, "3/25")]
    [InlineData("1/8", 2, RoundingMode.Truncate, "3/25")]
    [InlineData("-1/8", 2, RoundingMode.HalfUp, "-13/100")]
    [InlineData("-1/8", 2, RoundingMode.Truncate, "-3/25")]
    [InlineData("2/3", 0, RoundingMode.HalfEven, "1/1")]
    [InlineData("5/2", 0, RoundingMode.HalfEven, "2/1")]
    [InlineData("7/2", 0, RoundingMode.HalfEven, "4/1")]
    [InlineData("1/3", 6, RoundingMode.HalfUp, "333333/1000000")]
    [InlineData("4294967297/2", 0, RoundingMode.HalfUp, "2147483649/1")]
    [InlineData("4294967297/2", 0, RoundingMode.HalfEven, "2147483648/1")]
    [InlineData("4294967299/2", 0, RoundingMode.HalfEven, "2147483650/1")]
    [InlineData("-4294967297/2", 0, RoundingMode.HalfUp, "-2147483649/1")]
    [InlineData("18446744073709551617/2", 0, RoundingMode.HalfUp, "9223372036854775809/1")]
    [InlineData("18446744073709551617/2", 0, RoundingMode.HalfEven, "9223372036854775808/1")]
    [InlineData("-18446744073709551617/2", 0, RoundingMode.Truncate, "-9223372036854775808/1")]
    public void Round_Value_AsWritten(string value, int decimals, RoundingMode mode, string expected) =>
        Assert.Equal(expected, Fraction.Parse(value).Round(decimals, mode).ToString());

    [Fact] // where terms no longer fit 64 bits a value is held in another way: there must be one way for each value
    public void Values_AtTheEdgeOf64Bits_AreTheSameHoweverTheyCameAbout()
    {
        foreach (var edge in new BigInteger[] { long.MaxValue, long.MinValue, int.MaxValue, int.MinValue, uint.MaxValue, ulong.MaxValue })
        {
            foreach (var n in Enumerable.Range(-2, 5).Select(off => edge + off))
            {
                Fraction value = Fraction.Of(n, 1), part = Fraction.Of(1, n), two = Fraction.Of(2);
                Same(value, Fraction.Of(n - 1, 1) + Fraction.One, Fraction.Of(n + 1, 1) - Fraction.One, -Fraction.Of(-n, 1), Fraction.Of(n * 6, 6), Fraction.Of(n * 2, 1) / two,
                    Fraction.Of(n, 2) * two, Fraction.One / part, Fraction.Parse($"{n}/1"), Fraction.Parse($"{n}"), Fraction.Of(n, 2) + Fraction.Of(n, 2), Fraction.Of(n * 3, 6) + Fraction.Of(n * 5, 10));
                Same(part, Fraction.Of(-1, -n), Fraction.One / value, Fraction.Of(3, n * 3), Fraction.Of(1, n * 2) + Fraction.Of(1, n * 2), Fraction.Of(2, n) * Fraction.Of(1, 2), Fraction.Parse(part.ToString()),
                    Fraction.Of(n + 1, n) - Fraction.One, Fraction.Of(1, n * 6) + Fraction.Of(5, n * 6));
                if (n >= long.MinValue && n <= long.MaxValue)
                    Same(value, Fraction.Of((long)n), Fraction.Of((long)n, 1));
                Assert.Equal(n.Sign, value.Sign);
                Assert.True(value < value + Fraction.One && value + Fraction.One > value && part.CompareTo(-part) == n.Sign && value.CompareTo(value + part) == -n.Sign);
            }
        }

        static void Same(Fraction value, params Fraction[] others) => Assert.All(others, other => Assert.Equal((value, value.GetHashCode(), value.ToString(), 0), (other, other.GetHashCode(), other.ToString(), other.CompareTo(value))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/5")]
    [InlineData("5/")]
    [InlineData("5/-2")]
    [InlineData("5/2/1")]
    [InlineData("99999999999999999999/")]
    [InlineData("1.5")]
    public void Parse_AnyOtherText_Throws(string text) => Assert.Throws<FormatException>(() => Fraction.Parse(text));

    [Fact]
    public void Default_Value_IsZero()
    {
        Assert.Equal("0/1", default(Fraction).ToString());
        Assert.Equal(Fraction.Zero, Fraction.One - Fraction.One);
        Assert.Equal(Fraction.Of(3, -6), Fraction.Of(-1, 2));
    }

    [Fact]
    public void Divide_ByZero_Throws()
    {
        Assert.Throws<DivideByZeroException>(() => Fraction.One / Fraction.Zero);
        Assert.Throws<DivideByZeroException>(() => Fraction.Of(1, 0));
    }

    private static Fraction Of((BigInteger N, BigInteger D) pair) => Fraction.Of(pair.N, pair.D);

    private static Fraction Abs(Fraction value) => value.Sign < 0 ? -value : value;

    private static bool Is(Fraction actual, BigInteger numerator, BigInteger denominator) =>
        actual.Numerator * denominator == numerator * actual.Denominator;
}
