using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

public sealed class WorkedTests
{
    private static readonly CompiledScheme Scheme = CompiledScheme.Compile(new MarkingScheme
    {
        FullMark = Points("100"),
        Rounding = new RoundingPlan { Panel = new(2), Aspect = new(2), Total = new(1) },
        Stages =
        [
            Stage("final", Weighted("skill", "0.8", Form("s", 5, Panel("look", "10", new TrimmedMean(1, 1), factor: "0.8"), Aspect("faults", new DeductionPerFault(Points("3"))))),
                Weighted("theory", "0.2", Form("t", 0, Aspect("paper", new Imported(), "50")))) with { Combine = Combination.Weighted },
        ],
    });

    private static readonly CountedMark[] Marked =
    [
        .. Marks("look", "9.5", "8", "JA", "8.25", "9.5"), Mark("faults", 1, "5"), Mark("paper", 0, "40"),
    ];

    [Fact]
    public void Explain_Panel_SaysWhichMarksWereDroppedRoundedAndMultiplied()
    {
        var look = Find(Explain(), "look");
        Assert.Equal(
            [
                new(1, "value", "9.5", MarkUse.DroppedHigh), new(2, "value", "8", MarkUse.DroppedLow), new(3, "judge_absent", null, MarkUse.LeftOut),
                new(4, "value", "8.25", MarkUse.Counted), new(5, "value", "9.5", MarkUse.Counted),
            ], look.Marks);
        Assert.Equal(
            ["TrimmedMean 2 1 1 = 8.875", "RoundedHalfUp 2 = 8.88", "Times 0.8 = 7.104", "RoundedHalfUp 2 = 7.1"], look.Steps.Select(Text));
        Assert.Equal("7.1", look.Points);
        Assert.Equal("71/10", look.Exact);
    }

    [Fact]
    public void Explain_Deduction_SaysWhereItStopped() =>
        Assert.Equal(["Faults 10 5 3 = -5", "NotBelow 0 = 0"], Find(Explain(), "faults").Steps.Select(Text));

    [Fact]
    public void Explain_Weights_SayWhatWasScaled()
    {
        var stage = Explain().Parts[0];
        // full mark of the module: 10 · 0.8 + 10 = 18
        Assert.Equal(
            ["Weighted skill 0.8 7.1 18 100 = 31.555555…", "Weighted theory 0.2 40 50 100 = 16", "Sum 2 = 47.555555…"], stage.Steps.Select(Text));
        Assert.Equal(["RoundedHalfUp 1 = 47.6"], Explain().Steps.Select(Text));
    }

    [Fact]
    public void Explain_MissingMarks_AreNamed()
    {
        var (_, worked) = EntryCalculator.Explain(Scheme, [.. Marks("look", "9", "JA")]);
        Assert.Equal(["PanelIncomplete 1 3"], Find(worked, "look").Steps.Select(Text));
        Assert.Equal(["NotYetMarked"], Find(worked, "paper").Steps.Select(Text));
        Assert.Null(worked.Points);
        var (_, absent) = EntryCalculator.Explain(Scheme, [.. Marks("look", "9", "9", "JA", "JA", "JA")]);
        Assert.Equal(["TooFewJudges 2 3"], Find(absent, "look").Steps.Select(Text));
        var (_, none) = EntryCalculator.Explain(Scheme, [Mark("paper", 0, MarkState.NotAttempted)]);
        Assert.Equal(["NotAttempted = 0"], Find(none, "paper").Steps.Select(Text));
    }

    [Fact]
    public void Explain_NoResult_NamesThePartsOnceAndOnlyWhereThereAreSeveral()
    {
        var scheme = CompiledScheme.Compile(Lifts);
        var (_, worked) = EntryCalculator.Explain(
            scheme, [Mark("one", 1, MarkState.Failed), Mark("two", 1, MarkState.Failed), Mark("bench", 1, "60")]);
        Assert.Equal(
            ["", "", "NoResult one, two", "", "", "NoResult squat", "", ""], Upwards(worked).Select(node => string.Join(' ', node.Steps.Select(Text))));
        Assert.Equal([true, true, true, false, false, true, true, true], Upwards(worked).Select(node => node.NoResult));
    }

    [Fact]
    public void Explain_Total_IsTheCalculatedOne()
    {
        var (result, worked) = EntryCalculator.Explain(Scheme, Marked);
        var fast = EntryCalculator.Calculate(Scheme, Marked);
        Assert.Equal(fast.Total, result.Total);
        Assert.Equal(fast.Keys, result.Keys);
        Assert.Equal(worked.Exact, fast.Total.ToString());
    }

    [Fact]
    public void Json_Line_ComesBackEqual()
    {
        var line = new BoardLine { Code = "K7", Name = new("李雷", "Li Lei") }.With(EntryCalculator.Calculate(Scheme, Marked), Scheme);
        Assert.Equal("47.6", line.Total);
        Assert.Equal(["7.1", "40"], line.Modules);
        var summary = StandingsJson.Write(line);
        Assert.Contains("李雷", summary, StringComparison.Ordinal);
        Assert.Equal(summary, StandingsJson.Write(StandingsJson.ReadLine(summary)));
    }

    [Fact]
    public void FindName_EveryWorkedPart_HasAName()
    {
        foreach (var node in All(Explain()).Where(node => node.Level != SchemeLevel.Total))
            Assert.Equal(node.Key, Scheme.FindName(node.Level, node.Key)?.En);
        Assert.All(Enum.GetValues<SchemeLevel>(), level => Assert.Null(Scheme.FindName(level, "")));
    }

    // One stage of one module, in which the best of two attempts and one lift are added.
    private static MarkingScheme Lifts { get; } = OneModule(
        Form("squat", 1, Aspect("one", new DirectPoints(), null), Aspect("two", new DirectPoints(), null)) with { Combine = Combination.Highest },
        Form("press", 1, Aspect("bench", new DirectPoints(), null)));

    private static MarkingScheme OneModule(params MarkingForm[] forms) => new() { FullMark = null, Stages = [Stage("s", Module("m", forms))] };

    private static IEnumerable<WorkedNode> Upwards(WorkedNode node) => node.Parts.SelectMany(Upwards).Append(node);

    private static WorkedNode Explain() => EntryCalculator.Explain(Scheme, Marked).Worked;

    private static IEnumerable<WorkedNode> All(WorkedNode node) => node.Parts.SelectMany(All).Prepend(node);

    private static WorkedNode Find(WorkedNode node, string key) => All(node).Single(part => part.Key == key);

    internal static string Text(WorkedStep step) =>
        string.Join(' ', step.Args.Prepend(step.Code)) + (step.Result is null ? "" : $" = {step.Result}");
}
