using System.Globalization;
using CompetitionHub.Web.Features.JudgeStatistics;

namespace CompetitionHub.Web.Tests.JudgeStatistics;

public sealed class PlotScaleTests
{
    [Theory]
    [InlineData(49, 97, "40 50 60 70 80 90 100")]
    [InlineData(7, 9.5, "7 7.5 8 8.5 9 9.5")]
    [InlineData(8, 8, "7 7.5 8 8.5 9")]
    [InlineData(-3, 0, "−3 −2 −1 0")]
    [InlineData(0, 0.0004, "0 0.0001 0.0002 0.0003 0.0004")]
    public void Over_AnyRange_HasRoundNumbersAroundIt(double least, double most, string ticks) =>
        Assert.Equal(ticks, string.Join(' ', PlotScale.Over(least, most).Ticks.Select(Figures.Mark)));

    [Fact]
    public void Around_ADistance_HasZeroInTheMiddle()
    {
        var scale = PlotScale.Around(1.17);
        Assert.Equal("−1.5 −1 −0.5 0 0.5 1 1.5", string.Join(' ', scale.Ticks.Select(Figures.Mark)));
        Assert.Equal("500", scale.At(0));
        Assert.Equal("333.3", scale.Between(0, 1));
        Assert.Equal("500", PlotScale.Around(0).At(0));
    }

    [Fact]
    public void At_AnyValue_LiesOnThePlot()
    {
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var (least, most) = (random.NextDouble() * Math.Pow(10, random.Next(-6, 10)), random.NextDouble() * Math.Pow(10, random.Next(-6, 10)));
            var scale = PlotScale.Over(Math.Min(least, most), Math.Max(least, most));
            Assert.InRange(scale.Steps, 1, 12);
            Assert.InRange(Place(scale.At(least)), -0.1, PlotScale.Width + 0.1);
            Assert.InRange(Place(scale.At(most)), -0.1, PlotScale.Width + 0.1);
        }
    }

    private static double Place(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
