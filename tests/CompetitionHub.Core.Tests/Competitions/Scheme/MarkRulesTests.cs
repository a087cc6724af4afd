using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Competitions.Scheme;

public sealed class MarkRulesTests
{
    private static readonly Aspect Panelled = Aspect("a", new PanelScore(new PanelMean()), "10", "0.25", "0.25");

    [Theory]
    [InlineData("0.25", null)]
    [InlineData("10", null)]
    [InlineData("7.75", null)]
    [InlineData("0", "Competitions.MarkOutOfRange")]
    [InlineData("10.25", "Competitions.MarkOutOfRange")]
    [InlineData("-1", "Competitions.MarkOutOfRange")]
    [InlineData("7.7", "Competitions.MarkWrongStep")]
    public void Check_PanelScore_HoldsRangeAndStep(string value, string? code) => Is(code, Panelled, value);

    [Theory]
    [InlineData("0", null)]
    [InlineData("1", null)]
    [InlineData("0.5", "Competitions.MarkNotListed")]
    [InlineData("2", "Competitions.MarkNotListed")]
    public void Check_Binary_TakesOneOrZero(string value, string? code) => Is(code, Aspect("a", new Binary(), "2"), value);

    [Theory]
    [InlineData("0", null)]
    [InlineData("12", null)]
    [InlineData("100000", null)]
    [InlineData("100001", "Competitions.MarkOutOfRange")]
    [InlineData("1.5", "Competitions.MarkWrongStep")]
    [InlineData("-1", "Competitions.MarkOutOfRange")]
    public void Check_Faults_AreWholeAndNotNegative(string value, string? code) => Is(code, Aspect("a", new DeductionPerFault(Points("2"))), value);

    [Theory]
    [InlineData("-1", null)]
    [InlineData("0", null)]
    [InlineData("0.5", "Competitions.MarkOutOfRange")]
    [InlineData("-100.01", "Competitions.MarkOutOfRange")]
    public void Check_Imported_MayBeNegativeWhereDeclared(string value, string? code) => Is(code, Aspect("a", new Imported(), "0", "-100"), value);

    [Theory]
    [InlineData("1000000", null)]
    [InlineData("-0.1", "Competitions.MarkBelowMinimum")]
    public void Check_OpenEnded_HasOnlyAFloor(string value, string? code) => Is(code, Aspect("a", new DirectPoints(), null), value);

    [Fact]
    public void Check_States_HaveNoValueAndAValueHasNoOtherState()
    {
        Assert.Null(MarkRules.Check(Panelled, MarkState.JudgeAbsent, null));
        Assert.Null(MarkRules.Check(Panelled, MarkState.NotAttempted, null));
        Assert.Null(MarkRules.Check(Panelled, MarkState.Cleared, null));
        Assert.Equal(MarkErrors.ValueMissing(), MarkRules.Check(Panelled, MarkState.Value, null));
        Assert.Equal(MarkErrors.ValueNotExpected(), MarkRules.Check(Panelled, MarkState.NotAttempted, Score.Zero));
        Assert.Equal(MarkErrors.NoPanel(), MarkRules.Check(Aspect("a", new DirectPoints()), MarkState.JudgeAbsent, null));
        Assert.Equal(MarkErrors.NoPanel(), MarkRules.Check(Aspect("a", new Imported()), MarkState.JudgeAbsent, null));
    }

    [Fact]
    public void MarkStates_EveryState_HasAWordThatReadsBack()
    {
        foreach (var state in Enum.GetValues<MarkState>())
        {
            Assert.True(MarkStates.TryParse(MarkStates.Code(state), out var back));
            Assert.Equal(state, back);
        }
        Assert.False(MarkStates.TryParse("Value", out _));
        Assert.False(MarkStates.TryParse(null, out _));
    }

    private static void Is(string? code, Aspect aspect, string value) =>
        Assert.Equal(code, MarkRules.Check(aspect, MarkState.Value, Points(value))?.Code);
}
