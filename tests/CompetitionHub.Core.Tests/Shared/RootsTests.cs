using CompetitionHub.Core.Shared;
using FsCheck.Fluent;

namespace CompetitionHub.Core.Tests.Shared;

/// <summary>Roots rounded from the true value.</summary>
public sealed class RootsTests
{
    [Theory]
    [InlineData(0, 1, 2, 6, "1.414214")]
    [InlineData(0, -1, 2, 6, "-1.414214")]
    [InlineData(50, 1, 2, 2, "51.41")]
    [InlineData(50, -1, 2, 2, "48.59")]
    [InlineData(0, 1, 9, 0, "3")]
    [InlineData(0, 1, 1_000_002_000_000, 3, "1000001")]
    public void RoundSum_KnownRoots_AreRounded(int centre, int sign, long square, int decimals, string value) =>
        Assert.Equal(value, ScoreText.Format(Roots.RoundSum(Fraction.Of(centre), sign, Fraction.Of(square), decimals, RoundingMode.HalfUp)));

    [Theory] // exactly on a half, where only the mode decides; and on the other side of zero
    [InlineData("1/2", 0, "4/1", 0, RoundingMode.HalfEven, "0/1")]
    [InlineData("1/2", 0, "4/1", 0, RoundingMode.HalfUp, "1/1")]
    [InlineData("1/2", 1, "0/1", 0, RoundingMode.HalfEven, "0/1")]
    [InlineData("1/2", -1, "0/1", 0, RoundingMode.HalfEven, "0/1")]
    [InlineData("1/2", 1, "1/1000000000000", 0, RoundingMode.HalfEven, "1/1")]
    [InlineData("1/2", -1, "1/1000000000000", 0, RoundingMode.HalfUp, "0/1")]
    [InlineData("-1/2", 0, "0/1", 0, RoundingMode.HalfUp, "-1/1")]
    [InlineData("-3/2", 1, "1/1", 0, RoundingMode.HalfEven, "0/1")]
    [InlineData("-3/2", -1, "1/1", 0, RoundingMode.HalfUp, "-3/1")]
    [InlineData("-1/3", -1, "2/1", 3, RoundingMode.HalfUp, "-437/250")]
    [InlineData("-1/3", 1, "1/9", 2, RoundingMode.HalfUp, "0/1")]
    [InlineData("1/3", -1, "1/4", 1, RoundingMode.HalfUp, "-1/5")]
    public void RoundSum_OnABoundary_IsRoundedAsTheModeSays(string centre, int sign, string square, int decimals, RoundingMode mode, string value) =>
        Assert.Equal(value, Roots.RoundSum(Fraction.Parse(centre), sign, Fraction.Parse(square), decimals, mode).ToString());

    [Fact]
    public void RoundSum_AnyRational_IsWithinHalfAUnit_AndExactOnSquares()
    {
        var cases = from n in Gen.Choose(0, 100_000) from d in Gen.Choose(1, 999) from c in Gen.Choose(-50, 50) from s in Gen.Elements(-1, 1) select (n, d, c, s);
        Properties.Hold(cases, x =>
        {
            var square = Fraction.Of(x.n, x.d);
            var rounded = Roots.RoundSum(Fraction.Of(x.c), x.s, square, 3, RoundingMode.HalfUp);
            // |rounded − centre ∓ √square| ≤ half a unit ⇔ the square lies between the squares of the two bounds.
            var distance = Fraction.Of(x.s) * (rounded - Fraction.Of(x.c));
            var half = Fraction.Of(1, 2000);
            var low = distance - half;
            var high = distance + half;
            var exact = Roots.RoundSum(Fraction.Zero, 1, square * square, 6, RoundingMode.HalfEven) == square.Round(6, RoundingMode.HalfEven);
            return exact && high * high >= square && (low.Sign < 0 || low * low <= square);
        });
    }
}
