using CompetitionHub.Core.Verification;

namespace CompetitionHub.Core.Tests.Verification;

public sealed class RealTests
{
    [Theory]
    [InlineData("1/3 + 1/6", "0.5")]
    [InlineData("-2.5 + 1e1", "7.5")]
    [InlineData("1/7 + 0", "1/7")]
    [InlineData("-0.000001 + 0", "-0.000001")]
    public void Add_OfTexts_IsExact(string sum, string expected)
    {
        var parts = sum.Split(" + ");

        Assert.Equal(expected, (Rational.Parse(parts[0]) + Rational.Parse(parts[1])).ToString());
    }

    [Theory]
    [InlineData("2.5", 0, "half_up", "3")]
    [InlineData("-2.5", 0, "half_up", "-3")]
    [InlineData("2.5", 0, "half_even", "2")]
    [InlineData("-3.5", 0, "half_even", "-4")]
    [InlineData("-2.999", 2, "truncate", "-2.99")]
    [InlineData("2.345", 2, "half_up", "2.35")]
    [InlineData("14/6", 2, "half_up", "2.33")]
    [InlineData("0.004", 2, "half_up", "0")]
    public void Round_OfRational_ByMode(string value, int decimals, string mode, string expected) =>
        Assert.Equal(expected, new Rounding(decimals, mode).Of(Rational.Parse(value)).ToString());

    [Theory]
    [InlineData("2", 2, 6, "1.414214")]
    [InlineData("2", 2, 6, "1.414213", "truncate")]
    [InlineData("27/8", 3, 6, "1.5")]
    [InlineData("6.25", 2, 0, "2", "half_even")]
    [InlineData("6.25", 2, 0, "3", "half_up")]
    public void Round_OfRoot_IsThatOfTheTrueNumber(string value, int root, int decimals, string expected, string mode = "half_up") =>
        Assert.Equal(expected, new Rounding(decimals, mode).Of(Real.Root(Rational.Parse(value), root)).ToString());

    // The combined events tables of athletics, with the points everybody knows: 100 m in 10.395 s, long jump of 7.76 m, 1500 m in 3:53.79.
    [Theory]
    [InlineData("25.4347", "7.605", "1.81", "1000")]
    [InlineData("0.14354", "556", "1.4", "1000")]
    [InlineData("0.03768", "246.21", "1.85", "1000")]
    [InlineData("0.14354", "580", "1.4", "1061")]
    public void Power_OfCombinedEvents_IsThePublishedNumber(string a, string x, string c, string points) =>
        Assert.Equal(points, new Rounding(0, "truncate").Of(Powers.Of(Rational.Parse(x), Rational.Parse(c)).Scaled(Rational.Parse(a), 0)).ToString());

    [Fact]
    public void Power_ByEnclosure_AgreesWithComparedPowers()
    {
        // The same exponent in terms small enough for whole powers, and moved by so little that only the enclosure can take it.
        var random = new Random(20261121);
        for (var i = 0; i < 300; i++)
        {
            var x = new Rational(random.Next(1, 100_000), random.Next(1, 1_000));
            var near = new Rational(random.Next(-300, 300), 100);
            var above = new Rounding(6, "half_up").Of(Powers.Of(x, near + new Rational(1, 1_000_000)));
            var below = new Rounding(6, "half_up").Of(Powers.Of(x, near - new Rational(1, 1_000_000)));
            var exact = new Rounding(6, "half_up").Of(Powers.Of(x, near));

            Assert.True(x >= 1 ? below <= exact && exact <= above : above <= exact && exact <= below, $"{x}^{near}: {below} {exact} {above}");
            // x^(±1e-6) is within 2e-5 of one for these x.
            Assert.True(Rational.Abs(above - below) <= exact * Rational.Parse("0.00004") + Rational.Parse("0.000001"), $"{x}^{near}: {below} {above}");
        }
    }

    [Theory]
    // e^(13.8629…/10⁶), 2·e^(−0.6931…/10⁶) and 4·e^(−0.6931…/10⁶).
    [InlineData("1048576", "0.000001", "1.000014")]
    [InlineData("2", "0.999999", "1.999999")]
    [InlineData("2", "1.999999", "3.999997")]
    [InlineData("0.5", "0.999999", "0.5")]
    [InlineData("1", "0.123457", "1")]
    public void Power_OfLongExponent_IsRounded(string x, string exponent, string expected) =>
        Assert.Equal(expected, new Rounding(6, "half_up").Of(Powers.Of(Rational.Parse(x), Rational.Parse(exponent))).ToString());

    [Fact]
    public void Power_ThatIsRational_MeetsItsOwnBoundary()
    {
        // (2^101)^(1/101) is exactly 2: an enclosure alone would never decide it.
        var two = Powers.Of(Rational.Pow(2, 101), new Rational(1, 101));

        Assert.Equal(0, two.CompareTo(2));
        Assert.Equal("2", new Rounding(0, "truncate").Of(two).ToString());
    }
}
