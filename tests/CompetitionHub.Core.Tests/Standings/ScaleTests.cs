using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Tests.Shared;
using FsCheck.Fluent;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

public sealed class ScaleTests
{
    private const string Totals = """
        61.42 54.33 39.58 37.75 35.50 28.75 28.42 28.40 19.00 16.92 13.50 13.05 12.80 12.25 9.50 8.75
        7.25 6.00 6.00 4.25 3.25 2.75 2.00 1.50 1.40 1.25 0.75 0.50 0.50 0.50 0.25 0.00
        """;

    private static readonly Fraction[] Field = [.. Totals.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Of)];

    [Theory] // domain.md §5.3, recomputed there with two more digits
    [InlineData("61.42", "854", "854.42")]
    [InlineData("54.33", "834", "833.92")]
    [InlineData("39.58", "791", "791.29")]
    [InlineData("37.75", "786", "786")]
    [InlineData("35.50", "779", "779.49")]
    [InlineData("8.75", "702", "702.17")]
    [InlineData("7.25", "698", "697.83")]
    [InlineData("0.00", "677", "676.87")]
    public void Robust_ThirtyTwoTotals_AreThoseOfTheExport(string total, string whole, string finer)
    {
        Assert.Equal(32, Field.Length);
        Assert.Equal(Of(whole), new Scale(new(), false, Field).Of(Of(total)));
        Assert.Equal(Of(finer), new Scale(new() { Decimals = 2 }, false, Field).Of(Of(total)));
    }

    [Fact]
    public void Robust_NoDeviation_IsTheCentre() => // domain.md §5.3: mad = 0 → 700
        Assert.Equal(Of("700"), new Scale(new(), false, [Of("1"), Of("5"), Of("5"), Of("5"), Of("9")]).Of(Of("9")));

    [Theory]
    [InlineData(ScaleMethod.Robust)]
    [InlineData(ScaleMethod.Classic)]
    public void Scale_OfNobody_CanBeMade(ScaleMethod method) => Assert.NotNull(new Scale(new() { Method = method }, false, []));

    [Theory] // the middle of a field, and how far it spreads: 700 + 30 · (x − median) ÷ (1.4826 · MAD)
    [InlineData("5", "5", "700")]
    [InlineData("1 3", "3", "720.23")]
    [InlineData("1 2 4", "4", "740.47")]
    [InlineData("1 2 4 9", "9", "780.94")]
    public void Robust_OfAFew_IsByTheMedian(string field, string total, string points) =>
        Assert.Equal(Of(points), new Scale(new() { Decimals = 2 }, false, field.Split(' ').Select(Of)).Of(Of(total)));

    [Fact]
    public void Robust_FarOut_StaysOnTheScale()
    {
        var scale = new Scale(new(), false, [Of("0"), Of("1"), Of("2"), Of("3"), Of("1000")]);
        Assert.Equal(Of("1000"), scale.Of(Of("1000")));
        Assert.Equal(Of("0"), scale.Of(Of("-1000")));
    }

    [Fact]
    public void Robust_LowerIsBetter_TurnsTheScale()
    {
        var scale = new Scale(new() { Decimals = 2 }, true, Field);
        Assert.Equal(Of("545.58"), scale.Of(Of("61.42")));
        Assert.Equal(Of("723.13"), scale.Of(Of("0")));
    }

    [Theory] // domain.md §6-3: {78, 82, 85, 90, 70}, population deviation, T = 50 + 10z
    [InlineData("78", "45.56")]
    [InlineData("82", "51.48")]
    [InlineData("85", "55.92")]
    [InlineData("90", "63.33")]
    [InlineData("70", "33.71")]
    public void Classic_FiveTotals_AreTheTValues(string total, string expected)
    {
        var rule = new ScaleRule { Method = ScaleMethod.Classic, Centre = Points("50"), Spread = Points("10"), Decimals = 2 };
        Assert.Equal(Of(expected), new Scale(rule, false, [Of("78"), Of("82"), Of("85"), Of("90"), Of("70")]).Of(Of(total)));
    }

    [Fact]
    public void Classic_EverybodyEqual_IsTheCentre() =>
        Assert.Equal(Of("700"), new Scale(new() { Method = ScaleMethod.Classic }, false, [Of("4"), Of("4")]).Of(Of("4")));

    [Fact]
    public void Robust_AnyField_IsCloseToFloatingPointAndNeverTurnsTheOrder() => Properties.Hold(
        Gen.Choose(0, 10_000).NonEmptyListOf(), cents =>
        {
            Fraction[] field = [.. cents.Select(cent => Fraction.Of(cent, 100))];
            var scale = new Scale(new() { Decimals = 3 }, false, field);
            var points = field.Order().Select(total => (Total: total, Points: scale.Of(total))).ToList();
            return points.Zip(points.Skip(1)).All(pair => pair.First.Points <= pair.Second.Points)
                && points.All(pair => Math.Abs((double)pair.Points.Numerator / (double)pair.Points.Denominator - Rough(field, pair.Total)) < 0.01);
        });

    private static double Rough(Fraction[] field, Fraction total)
    {
        double[] values = [.. field.Select(Double)];
        var median = Median(values);
        var unit = 1.4826 * Median([.. values.Select(value => Math.Abs(value - median))]);
        return unit == 0 ? 700 : Math.Clamp(700 + (30 * (Double(total) - median) / unit), 0, 1000);
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double Double(Fraction value) => (double)value.Numerator / (double)value.Denominator;

    private static Fraction Of(string text) => Points(text).ToFraction();
}
