using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>The worked examples of the domain digest, one by one.</summary>
public sealed class VectorTests
{
    [Fact]
    public void WeightedTotal_Theory30Practice70_Is83_85() // domain.md §2.6-1
    {
        var scheme = new MarkingScheme
        {
            FullMark = Points("100"),
            Stages =
            [
                Stage("final", Weighted("theory", "0.3", Form("t", 0, Aspect("paper", new Imported(), "100"))),
                    Weighted("practice", "0.7", Form("p", 1, Aspect("work", new DirectPoints(), "100")))) with { Combine = Combination.Weighted },
            ],
        };
        Assert.Empty(SchemeRules.Check(scheme));
        Assert.Equal("83.85", Total(scheme, Mark("paper", 0, "80.00"), Mark("work", 1, "85.50")));
    }

    [Fact]
    public void WeightedTotal_OtherFullMarks_AreScaled()
    {
        var scheme = new MarkingScheme
        {
            FullMark = Points("100"),
            Combine = Combination.Weighted,
            Stages =
            [
                Stage("one", Module("a", Form("fa", 0, Aspect("x", new Imported(), "30")))) with { Weight = Points("0.25") },
                Stage("two", Module("b", Form("fb", 0, Aspect("y", new Imported(), "7")))) with { Weight = Points("0.75") },
            ],
        };
        Assert.Empty(SchemeRules.Check(scheme));
        Assert.Equal("100", Total(scheme, Mark("x", 0, "30"), Mark("y", 0, "7")));
        Assert.Equal("300/7", Calculate(scheme, Mark("y", 0, "4")).Total.ToString());
    }

    [Fact]
    public void TrimmedMean_FiveJudges_Is90() => // domain.md §2.6-2
        Assert.Equal("90", Total(OneForm(5, Panel("a", "100", new TrimmedMean(1, 1))), [.. Marks("a", "92", "88", "85", "90", "95")]));

    [Fact]
    public void TrimmedMean_TwoJudgesShareTheHighest_OnlyOneIsDropped() => // domain.md §2.6-2
        Assert.Equal("90", Total(OneForm(5, Panel("a", "100", new TrimmedMean(1, 1))), [.. Marks("a", "92", "88", "85", "90", "92")]));

    [Theory] // domain.md §2.6-5: 10 − 2N
    [InlineData("0", "10")]
    [InlineData("3", "4")]
    [InlineData("5", "0")]
    [InlineData("7", "0")]
    public void DeductionPerFault_Faults_StopAtZero(string faults, string points) =>
        Assert.Equal(points, Total(OneForm(1, Aspect("a", new DeductionPerFault(Points("2")))), Mark("a", 1, faults)));

    [Theory] // domain.md §2.6-7
    [InlineData("1", "2")]
    [InlineData("0", "0")]
    public void Binary_MetOrNot_IsFullOrZero(string mark, string points) =>
        Assert.Equal(points, Total(OneForm(1, Aspect("a", new Binary(), "2")), Mark("a", 1, mark)));

    [Fact]
    public void Rounding_MarksTwoDecimalsHalfUp_AtTheDeclaredLevelOnly() // domain.md §2.6, "Rounding"
    {
        var scheme = OneForm(3, Panel("a"), Panel("b"));
        CountedMark[] marks = [.. Marks("a", "8", "8", "9"), .. Marks("b", "7", "7", "8")];
        Assert.Equal("47/3", Calculate(scheme, marks).Total.ToString());
        Assert.Equal("15.66", Total(scheme with { Rounding = new() { Panel = new(2) } }, marks));
        Assert.Equal("15.67", Total(scheme with { Rounding = new() { Total = new(2) } }, marks));
        Assert.Equal("15.66", Total(scheme with { Rounding = new() { Total = new(2, RoundingMode.Truncate) } }, marks));
    }

    [Fact]
    public void FigureSkating_PanelThenFactor_RoundsTwice() // datasets/figure_skating_2016 rule 1 and 2
    {
        var scheme = OneForm(9, Panel("ss", "10", new TrimmedMean(1, 1), factor: "0.8"), Aspect("fall", new Imported(), "0", "-10"))
            with { FullMark = null, Rounding = new() { Panel = new(2), Aspect = new(2) } };
        // 7.25 7.5 7.5 7.75 8 8 8.25 | dropped 7 and 8.5 → 54.25/7 = 7.75 → · 0.8 = 6.20
        CountedMark[] marks = [.. Marks("ss", "7", "7.25", "7.5", "7.5", "7.75", "8", "8", "8.25", "8.5")];
        Assert.Equal("6.2", Total(scheme, marks));
        Assert.Equal("5.2", Total(scheme, [.. marks, Mark("fall", 0, "-1")]));
        // One judge absent: eight marks, six left: 46.25/6 = 7.7083… → 7.71 · 0.8 = 6.168 → 6.17
        marks[4] = Mark("ss", 5, MarkState.JudgeAbsent);
        marks[5] = Mark("ss", 6, "7.75");
        Assert.Equal("6.17", Total(scheme, marks));
    }

    private static EntryResult Calculate(MarkingScheme scheme, params CountedMark[] marks) =>
        EntryCalculator.Calculate(CompiledScheme.Compile(scheme), marks);

    private static string Total(MarkingScheme scheme, params CountedMark[] marks) => ScoreText.Format(Calculate(scheme, marks).Total!.Value);
}
