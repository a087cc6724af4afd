using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Awards;

/// <summary>A cut-off lies where points can lie.</summary>
public sealed class CutOffLimitsTests
{
    private static readonly Aspect Usual = Aspect("a", new Imported(), "60");
    private static readonly MarkingScheme Closed = OneForm(0, Usual);
    private static readonly MarkingScheme Open = OneForm(0, Usual with { Maximum = null }) with { FullMark = null };

    [Theory]
    [InlineData("0", null)]
    [InlineData("60", null)]
    [InlineData("60.000001", "Awards.CutOffOutside")]
    [InlineData("-5", "Awards.CutOffOutside")]
    public void Refuse_WithAFullMark_HoldsBothEnds(string score, string? code) => Assert.Equal(code, CutOffLimits.Refuse(Points(score), Closed)?.Code);

    [Theory]
    [InlineData("99999", null)]
    [InlineData("-5", "Awards.CutOffNegative")]
    public void Refuse_OpenEnded_HoldsTheLowerEnd(string score, string? code) => Assert.Equal(code, CutOffLimits.Refuse(Points(score), Open)?.Code);

    [Fact]
    public void Refuse_WherePointsMayLieOutside_HoldsNot()
    {
        var bonus = OneForm(0, Usual, Aspect("b", new Imported(), "5") with { Role = AspectRole.Bonus });
        Assert.Null(CutOffLimits.Refuse(Points("64"), bonus));
        Assert.Null(CutOffLimits.Refuse(Points("61"), Closed with { Stages = [.. Closed.Stages.Select(stage => stage with { CarryOver = Points("0.5") })] }));
        var negative = OneForm(0, Usual with { Minimum = Points("-10") });
        Assert.Null(CutOffLimits.Refuse(Points("-5"), negative));
        Assert.Equal("Awards.CutOffOutside", CutOffLimits.Refuse(Points("61"), negative)?.Code);
    }
}
