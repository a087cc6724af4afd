using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>Marking schemes to begin from; each is complete and adds up to 100.</summary>
public enum SchemePreset
{
    /// <summary>Theory 30 % (imported), practice 70 % (three judges and measurements).</summary>
    TheoryAndPractice,
    /// <summary>Five judges, highest and lowest mark dropped.</summary>
    TrimmedPanel,
    /// <summary>A list of measured points, faults and yes-or-no checks.</summary>
    MeasurementList,
    /// <summary>One form with one aspect of 100 points.</summary>
    Plain,
}

/// <summary>Builds the schemes to begin from.</summary>
public static class SchemePresets
{
    private static readonly RoundingPlan TwoDecimals = new() { Total = new(2) };

    /// <summary>A new scheme.</summary>
    public static MarkingScheme Build(SchemePreset preset) => preset switch
    {
        SchemePreset.TheoryAndPractice => TheoryAndPractice(),
        SchemePreset.TrimmedPanel => TrimmedPanel(),
        SchemePreset.MeasurementList => MeasurementList(),
        SchemePreset.Plain => Whole([Module("A", "模块A", "Module A",
            Form("A1", "评分表", "Marking form", 1, Points("A1-1", "总体表现", "Overall", 100)))]),
    };

    private static MarkingScheme TheoryAndPractice() => new()
    {
        Combine = Combination.Sum,
        Rounding = TwoDecimals,
        TieBreaks = [new ModuleTieBreak("B")],
        Stages =
        [
            new()
            {
                Key = "S1",
                Name = new("决赛", "Final"),
                Combine = Combination.Weighted,
                Modules =
                [
                    Module("A", "理论知识", "Theory", Form("A1", "理论考试", "Theory paper", 0,
                        new Aspect { Key = "A1-1", Name = new("理论成绩", "Theory result"), Rule = new Imported(), Maximum = Score.Points(100) }))
                        with { Weight = new(300_000) },
                    Module("B", "操作技能", "Practice",
                        Form("B1", "过程与职业素养", "Process and conduct", 3,
                            Panel("B1-1", "操作规范", "Working method", 20, new PanelMean()),
                            Panel("B1-2", "安全文明生产", "Safety and order", 20, new PanelMean())),
                        Form("B2", "作品测量", "Measured work", 1,
                            Points("B2-1", "尺寸精度", "Dimensions", 40),
                            Faults("B2-2", "表面缺陷", "Surface faults", 15, 1),
                            Check("B2-3", "按时完成", "Finished in time", 5)))
                        with { Weight = new(700_000) },
                ],
            },
        ],
    };

    private static MarkingScheme TrimmedPanel() => Whole(
    [
        Module("A", "现场评分", "Live marking", Form("A1", "评委评分", "Panel marks", 5,
            Panel("A1-1", "技术水平", "Technique", 40, new TrimmedMean(1, 1)),
            Panel("A1-2", "完成质量", "Quality", 40, new TrimmedMean(1, 1)),
            Panel("A1-3", "现场表现", "Presentation", 20, new TrimmedMean(1, 1)))),
    ]) with { TieBreaks = [], Rounding = new() { Panel = new(2), Total = new(2) } };

    private static MarkingScheme MeasurementList() => Whole(
    [
        Module("A", "作品检测", "Inspection", Form("A1", "检测记录", "Inspection record", 1,
            Points("A1-1", "主要尺寸", "Main dimensions", 40),
            Points("A1-2", "功能测试", "Function test", 30),
            Faults("A1-3", "外观缺陷", "Visible faults", 20, 2),
            Check("A1-4", "资料齐全", "Documents complete", 10))),
    ]);

    private static MarkingScheme Whole(IReadOnlyList<Module> modules) => new()
    {
        Rounding = TwoDecimals,
        Stages = [new() { Key = "S1", Name = new("决赛", "Final"), Modules = modules }],
    };

    private static Module Module(string key, string zh, string en, params MarkingForm[] forms) => new() { Key = key, Name = new(zh, en), Forms = forms };

    private static MarkingForm Form(string key, string zh, string en, int judges, params Aspect[] aspects) =>
        new() { Key = key, Name = new(zh, en), Judges = judges, Aspects = aspects };

    private static Aspect Panel(string key, string zh, string en, int maximum, PanelRule rule) =>
        new() { Key = key, Name = new(zh, en), Rule = new PanelScore(rule), Maximum = Score.Points(maximum), Step = new(500_000) };

    private static Aspect Points(string key, string zh, string en, int maximum) =>
        new() { Key = key, Name = new(zh, en), Rule = new DirectPoints(), Maximum = Score.Points(maximum) };

    private static Aspect Faults(string key, string zh, string en, int maximum, int perFault) =>
        new() { Key = key, Name = new(zh, en), Rule = new DeductionPerFault(Score.Points(perFault)), Maximum = Score.Points(maximum) };

    private static Aspect Check(string key, string zh, string en, int maximum) =>
        new() { Key = key, Name = new(zh, en), Rule = new Binary(), Maximum = Score.Points(maximum) };
}
