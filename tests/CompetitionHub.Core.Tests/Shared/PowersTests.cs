using System.Numerics;
using CompetitionHub.Core.Shared;
using FsCheck.Fluent;

namespace CompetitionHub.Core.Tests.Shared;

/// <summary>Powers and n-th roots, rounded from the true value.</summary>
public sealed class PowersTests
{
    [Theory]
    [InlineData("1", "2", "0.5", 6, "1.414214")]
    [InlineData("3", "2", "0.5", 3, "4.243")]
    [InlineData("1", "1000000000", "10", 0, "1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("1", "0.000001", "10", 6, "0")]
    [InlineData("2", "10", "0.301029", 6, "3.999991")]
    [InlineData("1", "2", "0.000001", 6, "1.000001")]
    public void Round_KnownPowers_AreRounded(string factor, string x, string exponent, int decimals, string value) =>
        Assert.Equal(value + (value.Length > 20 ? "/1" : ""), Text(Powers.Round(Of(factor), Of(x), Score(exponent), decimals, RoundingMode.HalfUp)));

    [Theory] // 0.25^0.5 = 0.5 and 6.25^1.5 = 15.625: exactly on the boundary, where only the mode decides.
    [InlineData("0.25", "0.5", 0, RoundingMode.HalfUp, "1")]
    [InlineData("0.25", "0.5", 0, RoundingMode.HalfEven, "0")]
    [InlineData("0.25", "0.5", 0, RoundingMode.Truncate, "0")]
    [InlineData("6.25", "1.5", 2, RoundingMode.HalfUp, "15.63")]
    [InlineData("6.25", "1.5", 2, RoundingMode.HalfEven, "15.62")]
    [InlineData("1", "3.141592", 0, RoundingMode.Truncate, "1")]
    [InlineData("1024", "0.3", 0, RoundingMode.Truncate, "8")]
    public void Round_RationalPowers_AreExact(string x, string exponent, int decimals, RoundingMode mode, string value) =>
        Assert.Equal(value, Text(Powers.Round(Fraction.One, Of(x), Score(exponent), decimals, mode)));

    [Fact]
    public void Round_NextToABoundary_IsNotMisled()
    {
        // 10^12 ± 10^-6 under the square root: 10^6 ± 5·10^-13. Floating point sees 1000000 in both cases.
        var near = Fraction.Of(1_000_000_000_000_000_000, 1_000_000);
        var step = Fraction.Of(1, 1_000_000);
        Assert.Equal("999999", Text(Powers.Round(Fraction.One, near - step, Score("0.5"), 0, RoundingMode.Truncate)));
        Assert.Equal("1000000", Text(Powers.Round(Fraction.One, near, Score("0.5"), 0, RoundingMode.Truncate)));
        Assert.Equal("1000000", Text(Powers.Round(Fraction.One, near + step, Score("0.5"), 0, RoundingMode.Truncate)));
    }

    [Fact]
    public void Round_AnyExponentOfTwoDecimals_LiesWhereTheHundredthPowersSay()
    {
        var cases = from x in Gen.Choose(1, 1_000_000_000) from scale in Gen.Elements(1, 1000, 1_000_000) from c in Gen.Choose(1, 400)
                    from a in Gen.Choose(1, 3_000_000) from decimals in Gen.Choose(0, 3) select (x: Fraction.Of(x, scale), c, a: Fraction.Of(a, 100_000), decimals);
        Properties.Hold(cases, p =>
        {
            var floor = Powers.Round(p.a, p.x, new Score(p.c * 10_000L), p.decimals, RoundingMode.Truncate);
            var unit = Fraction.Of(1, (long)Math.Pow(10, p.decimals));
            // floor ≤ a·x^(c/100) < floor + unit, both sides to the hundredth power.
            var power = Raise(p.a, 100) * Raise(p.x, p.c);
            return Raise(floor, 100) <= power && power < Raise(floor + unit, 100);
        }, 300);
    }

    [Fact]
    public void Round_GreaterBase_IsNeverLess() => Properties.Hold(
        from x in Gen.Choose(1, 100_000_000) from more in Gen.Choose(0, 50) from c in Gen.Choose(1, 10_000_000) select (x, more, c),
        p => Power(p.x, p.c) <= Power(p.x + p.more, p.c), 300);

    [Fact]
    public void RoundRoot_AnyProduct_LiesWhereThePowersSay() => Properties.Hold(
        from n in Gen.Choose(1, 12) from x in Gen.Choose(0, int.MaxValue) from y in Gen.Choose(1, 1_000_000) select (n, value: Fraction.Of(x, y)),
        p =>
        {
            var floor = Roots.RoundRoot(p.value, p.n, 4, RoundingMode.Truncate);
            return Raise(floor, p.n) <= p.value && p.value < Raise(floor + Fraction.Of(1, 10_000), p.n)
                && Roots.RoundRoot(Raise(p.value, p.n), p.n, 6, RoundingMode.HalfUp) == p.value.Round(6, RoundingMode.HalfUp);
        });

    [Fact]
    public void Floor_HugeNumbers_HaveTheirRoot()
    {
        var random = new Random(3);
        for (var degree = 1; degree < 40; degree++)
        {
            var root = new BigInteger(random.NextInt64(1, long.MaxValue)) * random.NextInt64(1, long.MaxValue);
            Assert.Equal(root, Roots.Floor(BigInteger.Pow(root, degree), degree));
            if (degree > 1)
                Assert.Equal(root - 1, Roots.Floor(BigInteger.Pow(root, degree) - 1, degree));
        }
    }

    private static Fraction Power(int x, int c) => Powers.Round(Fraction.One, Fraction.Of(x, 1_000_000), new Score(c), 2, RoundingMode.HalfUp);

    private static Fraction Raise(Fraction value, int power) => Fraction.Of(BigInteger.Pow(value.Numerator, power), BigInteger.Pow(value.Denominator, power));

    private static Score Score(string text) => ScoreText.Parse(text).Value;

    private static Fraction Of(string text) => Score(text).ToFraction();

    private static string Text(Fraction value) => ScoreText.Format(value);
}
