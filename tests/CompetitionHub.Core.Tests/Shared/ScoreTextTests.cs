using CompetitionHub.Core.Shared;
using FsCheck.Fluent;

namespace CompetitionHub.Core.Tests.Shared;

public sealed class ScoreTextTests
{
    [Theory]
    [InlineData("9.5", 9_500_000)]
    [InlineData(" 9.50 ", 9_500_000)]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("-3.25", -3_250_000)]
    [InlineData("+3", 3_000_000)]
    [InlineData(".5", 500_000)]
    [InlineData("5.", 5_000_000)]
    [InlineData("0.000001", 1)]
    [InlineData("1.00000000", 1_000_000)]
    [InlineData("007", 7_000_000)]
    [InlineData("９．５", 9_500_000)]
    [InlineData("9。5", 9_500_000)]
    [InlineData("1000000000", 1_000_000_000_000_000)]
    public void Parse_Number_GivesMillionths(string text, long millionths)
    {
        Assert.Equal(millionths, ScoreText.Parse(text).Value.Millionths);
        Assert.True(ScoreText.TryParse(text, out var score));
        Assert.Equal(new Score(millionths), score);
    }

    [Theory]
    [InlineData(null, "Common.ScoreEmpty")]
    [InlineData("  ", "Common.ScoreEmpty")]
    [InlineData("9,5", "Common.ScoreComma")]
    [InlineData("1,000", "Common.ScoreComma")]
    [InlineData("9，5", "Common.ScoreComma")]
    [InlineData("abc", "Common.ScoreNotANumber")]
    [InlineData("1e3", "Common.ScoreNotANumber")]
    [InlineData("1.2.3", "Common.ScoreNotANumber")]
    [InlineData("1 2", "Common.ScoreNotANumber")]
    [InlineData("--1", "Common.ScoreNotANumber")]
    [InlineData("-", "Common.ScoreNotANumber")]
    [InlineData(".", "Common.ScoreNotANumber")]
    [InlineData("NaN", "Common.ScoreNotANumber")]
    [InlineData("0x10", "Common.ScoreNotANumber")]
    [InlineData("٣", "Common.ScoreNotANumber")]
    [InlineData("0.0000001", "Common.ScoreTooPrecise")]
    [InlineData("1000000000.1", "Common.ScoreTooLarge")]
    [InlineData("99999999999999999999999999999999999", "Common.ScoreTooLarge")]
    [InlineData("00000000000000000000000000000000000000000000000000001", "Common.ScoreNotANumber")]
    public void Parse_AnythingElse_IsRefusedWithItsReason(string? text, string code)
    {
        Assert.Equal(code, ScoreText.Parse(text).Error.Code);
        Assert.False(ScoreText.TryParse(text, out _));
    }

    [Theory]
    [InlineData(9_500_000, null, "9.5")]
    [InlineData(9_500_000, 2, "9.50")]
    [InlineData(9_505_000, 2, "9.505")]
    [InlineData(9_000_000, null, "9")]
    [InlineData(-250_000, 2, "-0.25")]
    [InlineData(1, null, "0.000001")]
    [InlineData(0, 0, "0")]
    public void Format_Score_NeverLosesDigits(long millionths, int? decimals, string expected) =>
        Assert.Equal(expected, ScoreText.Format(new Score(millionths), decimals));

    [Theory]
    [InlineData("1/3", null, "0.333333…")]
    [InlineData("-1/3", 2, "-0.333333…")]
    [InlineData("-1/30000000", null, "-0.000000…")]
    [InlineData("1/2", 2, "0.50")]
    [InlineData("250/3", null, "83.333333…")]
    [InlineData("100000000000000000000/1", null, "100000000000000000000/1")]
    public void Format_Fraction_ShowsWhatIsCutOff(string value, int? decimals, string expected) =>
        Assert.Equal(expected, ScoreText.Format(Fraction.Parse(value), decimals));

    [Fact]
    public void Parse_WhatFormatWrites_GivesTheSame()
    {
        var cases = from high in Gen.Choose(-1_000_000, 999_999) from low in Gen.Choose(0, 999_999_999) select (high * 999_999_999L) + low;
        Properties.Hold(cases, millionths => ScoreText.Parse(ScoreText.Format(new Score(millionths))).Value.Millionths == millionths);
    }
}
