using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.JudgeStatistics;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Builders;

namespace CompetitionHub.Core.Tests.JudgeStatistics;

public sealed class PanelComputationTests
{
    private static readonly MarkingScheme Scheme = Schemes.Scheme(
        Schemes.Module("m",
            Schemes.Form("f", 3, Schemes.Panel("a"), Schemes.Panel("b", factor: "0.5"), Schemes.Aspect("measured", new DirectPoints())),
            Schemes.Form("g", 3, Schemes.Panel("c", "100") with { Role = AspectRole.Penalty })));

    private static readonly PanelPart Everything = PanelPart.Of(Scheme);

    [Fact]
    public void Parts_OfAScheme_HoldThePanelsAspectsOnly()
    {
        Assert.Equal(["a", "b", "c"], Everything.Aspects.Select(aspect => aspect.Key));
        Assert.Equal(["f", "g"], Everything.Children.Select(form => form.FormKey));
        Assert.Equal(["a", "b"], Everything.Find("f", null)!.Children.Select(child => child.AspectKey));
        Assert.Empty(Everything.Find("g", null)!.Children);
        Assert.Null(Everything.Find("f", "c"));
        Assert.Null(Everything.Find("nowhere", null));
    }

    [Fact]
    public void Parts_OfFormsWithoutAPanel_AreNotThere()
    {
        var measured = Schemes.Form("h", 1, Schemes.Aspect("time", new DirectPoints()));
        Assert.Equal(["f", "g"], PanelPart.Of(Schemes.Scheme(Schemes.Module("m", Schemes.Form("f", 3, Schemes.Panel("a")), measured, Schemes.Form("g", 3, Schemes.Panel("b"))))).Children.Select(form => form.FormKey));
        Assert.Empty(PanelPart.Of(Schemes.Scheme(Schemes.Module("m", measured))).Aspects);
    }

    [Fact]
    public void Parts_OfASchemeWithOnePanel_BeginWithItsForm() =>
        Assert.Equal("f", PanelPart.Of(Schemes.OneForm(3, Schemes.Panel("a"), Schemes.Panel("b"))).FormKey);

    [Fact]
    public void Limit_OfAPart_IsAFifthOfWhatItsMarksMayDiffer()
    {
        Assert.Equal(2, Everything.Find("f", "b")!.UsualLimit);
        Assert.Equal(3, Everything.Find("f", null)!.UsualLimit);
        Assert.Equal(23, Everything.UsualLimit);
        Assert.Null(PanelPart.Of(Schemes.OneForm(3, Schemes.Aspect("a", new PanelScore(new PanelMean()), maximum: null))).UsualLimit);
    }

    [Fact]
    public void Judgement_IsComparedByLevels_AndAddedUpInPoints()
    {
        var level = Schemes.Aspect("j", new Judgement(new PanelMean(), 3, 1, []), "6");
        var form = PanelPart.Of(Schemes.OneForm(3, level, Schemes.Panel("a"), Schemes.Aspect("agreed", new Consensus())));
        var marks = Marks(1, ("j", 0, 3, 1, 2), ("a", 0, 5, 5, 5));

        Assert.Equal(["j", "a"], form.Aspects.Select(aspect => aspect.Key));
        Assert.Equal([11.0, 7.0, 9.0], marks.Of(form).Matrix.Entry(0));
        var alone = form.Find("f", "j")!;
        Assert.Equal([3.0, 1.0, 2.0], marks.Of(alone).Matrix.Entry(0));
        // The rule's own limit: levels may differ by one.
        Assert.Equal(1, alone.UsualLimit);
        Assert.Equal(FlagKind.Spread, Assert.Single(PanelComputation.Run(marks, alone, alone.UsualLimit).Flags).Kind);
    }

    [Fact]
    public void Totals_OfLevelsAndPoints_AreNotMade()
    {
        var grades = new LevelTable(null, Score.Zero, [new(Score.Zero, Score.Zero), new(Score.One, Schemes.Points("0.5"))]);
        var form = PanelPart.Of(Schemes.OneForm(3, Schemes.Aspect("g", new Levels(new PanelMean(), null, [grades]), maximum: null), Schemes.Panel("a")));
        var marks = Marks(1, ("g", 0, 1, 0, 1), ("a", 0, 5, 5, 5));

        Assert.Equal(0, marks.Of(form).Matrix.Entries);
        Assert.Equal(CannotSay.DifferentUnits, marks.WhyEmpty(form));
        Assert.Equal([1.0, 0.0, 1.0], marks.Of(form.Find("f", "g")!).Matrix.Entry(0));
    }

    [Fact]
    public void Totals_OfAForm_AreWeighedAndNeedEveryAspectThatWasBegun()
    {
        var marks = Marks(3, ("a", 0, 8, 6, null), ("b", 0, 4, 2, 3), ("a", 1, 9, 9, 9));
        var (matrix, entries, judges) = marks.Of(Everything.Find("f", null)!);

        Assert.Equal([0], entries);
        Assert.Equal([0, 1], judges);
        Assert.Equal([10.0, 7.0], matrix.Entry(0));
    }

    [Fact]
    public void Totals_OfAContest_SubtractPenalties()
    {
        var marks = Marks(1, ("a", 0, 8, 6, 5), ("b", 0, 4, 2, 3), ("c", 0, 1, 0, 0.5));
        Assert.Equal([9.0, 7.0, 6.0], marks.Of(Everything).Matrix.Entry(0));
    }

    [Fact]
    public void NotAttempted_IsNoMarkWhenAllSaySo_AndZeroWhenOneDoes()
    {
        var marks = new PanelMarks(Entries(2), Judges(2));
        marks.Add("a", 0, 0, null);
        marks.Add("a", 0, 1, null);
        marks.Add("a", 1, 0, null);
        marks.Add("a", 1, 1, 3);

        var (matrix, entries, _) = marks.Of(Everything.Find("f", "a")!);

        Assert.Equal([1], entries);
        Assert.Equal([0.0, 3.0], matrix.Entry(0));
    }

    [Fact]
    public void Run_DifferentJudgesPerForm_HasNoTotals()
    {
        var marks = Marks(1, ("a", 0, 8, 7, null), ("b", 0, 8, 7, null), ("c", 0, null, null, 3));
        Assert.Equal(0, PanelComputation.Run(marks, Everything, null).Matrix.Entries);
        Assert.Equal(2, PanelComputation.Run(marks, Everything.Find("f", null)!, null).Matrix.Judges);
    }

    [Fact]
    public void Run_APanel_DescribesEachJudge()
    {
        var marks = Marks(3, ("a", 0, 8, 8.5, 2), ("a", 1, 8, 7, 7), ("a", 2, 6, 7, 7));
        var panel = PanelComputation.Run(marks, Everything.Find("f", "a")!, 2);

        var first = panel.Judges[0];
        Assert.Equal((3, 22.0 / 3, 6.0, 8.0), (first.Marks, first.Mean, first.Lowest, first.Highest));
        Matrices.Is(Math.Sqrt(4.0 / 3), first.Deviation);
        Matrices.Is(2.0 / 3, first.SameMark);
        Matrices.CannotBeSaid(CannotSay.OneAspect, first.Halo);
        Matrices.CannotBeSaid(CannotSay.DelegationUnknown, first.Own.Difference);
        Assert.Equal([0, 0, 1], panel.Judges.Select(judge => judge.Flags));
        Matrices.Is(0, panel.Agreement.Identical);
    }

    [Fact]
    public void Summary_SaysWhyThereIsNothing()
    {
        var part = Everything.Find("f", "a")!;
        Assert.Null(PanelComputation.Summarise(Marks(1, ("a", 0, 8, 7, 6)), part).Empty);
        Assert.Equal(CannotSay.NoMarks, PanelComputation.Summarise(Marks(1), part).Empty);
        Assert.Equal(CannotSay.NoTotals, PanelComputation.Summarise(Marks(1, ("a", 0, 8, null, null), ("b", 0, null, 7, null)), Everything.Find("f", null)!).Empty);
        Assert.Equal(1, PanelComputation.Summarise(Marks(2, ("a", 0, 8, 7, 6), ("a", 1, 8, 8, 5)), part).Flags);
    }

    [Fact]
    public void Run_AFormOfTwoAspects_HasAHalo()
    {
        var marks = Marks(3, ("a", 0, 1, 3, 1), ("a", 1, 2, 2, 1), ("a", 2, 3, 1, 3), ("b", 0, 2, 2, 5), ("b", 1, 4, 4, 9), ("b", 2, 6, 6, 9));
        var panel = PanelComputation.Run(marks, Everything.Find("f", null)!, null);
        Matrices.Is(1, panel.Judges[0].Halo);
        Matrices.Is(-1, panel.Judges[1].Halo);
        Matrices.Is(0.5, panel.Judges[2].Halo);
        // The judges' means: 5/3, 5/3, 7/3 and 3, 17/3, 7.
        Matrices.Is(Math.Sqrt(4.0 / 7), panel.PanelHalo);
        Matrices.CannotBeSaid(CannotSay.NoMarks, PanelComputation.Run(new([], []), Everything.Find("f", null)!, null).PanelHalo);
    }

    [Fact]
    public void Mixed_AreOnlyMarksThatWouldBeAddedUp()
    {
        var grades = new LevelTable(null, Score.Zero, [new(Score.Zero, Score.Zero), new(Score.One, Score.One)]);
        var read = Schemes.Aspect("g", new Levels(new PanelMean(), null, [grades]), maximum: null) with { Role = AspectRole.Info };
        Assert.False(PanelPart.Of(Schemes.OneForm(3, read, Schemes.Panel("a"), Schemes.Panel("b"))).IsMixed);
        Assert.True(PanelPart.Of(Schemes.OneForm(3, read with { Role = AspectRole.Bonus }, Schemes.Panel("a"))).IsMixed);
    }

    [Fact]
    public void Run_OneMark_IsTooFewForASpread()
    {
        var judge = PanelComputation.Run(Marks(1, ("a", 0, 8, 7, null)), Everything.Find("f", "a")!, null).Judges[0];
        Matrices.CannotBeSaid(CannotSay.TooFewEntries, judge.Deviation);
        Matrices.CannotBeSaid(CannotSay.TooFewEntries, judge.SameMark);
        var two = PanelComputation.Run(Marks(2, ("a", 0, 8, 7, null), ("a", 1, 8, 6, null)), Everything.Find("f", "a")!, null).Judges;
        Matrices.Is(0, two[0].Deviation);
        Matrices.Is(1, two[0].SameMark);
        Matrices.Is(0.5, two[1].SameMark);
    }

    [Fact]
    public void Run_WhateverTheMarks_SaysNumbersOrReasons()
    {
        var random = new Random(5);
        for (var run = 0; run < 1000; run++)
        {
            var (entries, judges, few) = (random.Next(0, 6), random.Next(1, 5), random.Next(1, 12));
            var marks = new PanelMarks(Entries(entries), Judges(judges));
            for (var i = random.Next(0, 3 * entries * judges); i > 0; i--)
            {
                marks.Add("abc"[random.Next(3)].ToString(), random.Next(entries), random.Next(judges), random.Next(20) == 0 ? null : random.Next(few) * 0.1);
            }

            foreach (var part in Everything.Children.SelectMany(form => form.Children).Concat(Everything.Children).Append(Everything))
            {
                AssertSound(PanelComputation.Run(marks, part, random.Next(2) == 0 ? null : 0.5));
            }
        }
    }

    private static void AssertSound(PanelStatistics panel)
    {
        var agreement = panel.Agreement;
        IEnumerable<Statistic> figures =
        [
            agreement.Mean, agreement.OneJudge, agreement.Identical, agreement.Concordance.W, agreement.Correlation.OneWayMean, agreement.Correlation.FixedMean,
            panel.PanelHalo, .. panel.Judges.SelectMany(j => new[] { j.Deviation, j.Severity, j.SameMark, j.Halo, j.Own.Difference, j.Own.OtherJudges, j.Own.Excess }),
        ];
        Assert.All(figures, figure => Assert.True(figure.Value is { } value ? double.IsFinite(value) && figure.Why is null : figure.Why is not null));
        Assert.All(panel.Judges, judge => Assert.True(judge.Marks > 0 && double.IsFinite(judge.Mean) && judge.Lowest <= judge.Highest));
        Assert.All(panel.Flags, flag => Assert.True(double.IsFinite(flag.Distance) && (flag.Score is null || double.IsFinite(flag.Score.Value))));
        Assert.Equal(panel.Matrix.Entries, panel.Entries.Count);
        Assert.Equal(panel.Matrix.Judges, panel.Judges.Count);
    }

    private static PanelMarks Marks(int entries, params (string Aspect, int Entry, double? One, double? Two, double? Three)[] rows)
    {
        var marks = new PanelMarks(Entries(entries), Judges(3));
        foreach (var row in rows)
        {
            foreach (var (judge, mark) in new[] { row.One, row.Two, row.Three }.Index())
            {
                if (mark is not null)
                {
                    marks.Add(row.Aspect, row.Entry, judge, mark);
                }
            }
        }

        return marks;
    }

    private static List<PanelEntry> Entries(int count) => [.. Enumerable.Range(1, count).Select(i => new PanelEntry($"K{i:00}", i % 2 == 0 ? "north" : null))];

    private static List<PanelJudge> Judges(int count) => [.. Enumerable.Range(1, count).Select(i => new PanelJudge($"j{i}", null, i, i == 2 ? "north" : null))];
}
