using CompetitionHub.Web.Features.JudgeStatistics;

namespace CompetitionHub.Web.Tests.JudgeStatistics;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0.424, "+0.42")]
    [InlineData(-0.425, "−0.43")]
    [InlineData(-0.001, "0.00")]
    [InlineData(0, "0.00")]
    [InlineData(1e-17, "0.00")]
    public void Signed_ADifference_HasItsSignAndNoneForNothing(double value, string text) => Assert.Equal(text, Figures.Difference(value));

    [Theory]
    [InlineData(8.5, "8.5")]
    [InlineData(59, "59")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(-7.25, "−7.25")]
    public void Mark_AsGiven_HasNoDigitsOfTheMachine(double value, string text) => Assert.Equal(text, Figures.Mark(value));

    [Fact]
    public void Share_IsInPercent() => Assert.Equal("13 %", Figures.Share(0.125 + 1e-9));
}
