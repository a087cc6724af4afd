using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.TestKit.Builders;

/// <summary>A form for every aspect rule there is: its aspect <c>a</c> goes by the rule, the other ones are what the rule reads.</summary>
public static class RuleForms
{
    public const int Judges = 3;

    public static Judgement Judgement(int top = 3, int spread = 1) =>
        new(new PanelMean(), top, spread, [new(0, new("低于标准", "below standard")), new(3, new("优秀", "excellent"))]);

    /// <summary>Grades −1, 0 and 1 of two elements, in points.</summary>
    public static Levels Levels(PanelRule? panel = null) => new(panel ?? new PanelMean(), "item",
    [
        new(Points("1"), Points("5"), [new(Points("-1"), Points("-0.7")), new(Points("0"), Points("0")), new(Points("1"), Points("1.4"))]),
        new(Points("2"), Points("0"), [new(Points("0"), Points("1")), new(Points("1"), Points("2"))]),
    ]);

    public static GainPerHit Gain(CapMoment cap = CapMoment.Before) => new(Points("2"), Points("2"), "falses", cap);

    public static ToleranceBands Bands { get; } = new([new(Points("19.98"), Points("20.02"), Points("4")), new(Points("19.95"), Points("20.05"), Points("2"))], Points("0"));

    public static Piecewise Line { get; } = new([new(Points("60"), Points("10")), new(Points("90"), Points("4")), new(Points("120"), Points("0"))]);

    public static PowerPoints Sprint { get; } = new(Points("25.4347"), Points("18"), Points("1.81"), TieBreakOrder.LowerFirst, new(0, RoundingMode.Truncate));

    public static TimeRatio Acceleration { get; } = new(Points("1.5"), 1, Points("95.5"), Points("4.5"));

    public static RankPoints Ranks { get; } = new(TieBreakOrder.HigherFirst, [new(1, 1, Points("10")), new(2, 2, Points("9")), new(7, 10, Points("4"))], Points("1"));

    public static IReadOnlyList<MarkingForm> All { get; } =
    [
        Of(new PanelScore(new TrimmedMean(1, 1))),
        Of(new DirectPoints()),
        Of(new DeductionPerFault(Points("2"))),
        Of(new Binary()),
        Of(new Imported()),
        Of(Judgement(), "2"),
        Of(Levels(), null, Aspect("item", new DirectPoints(), null) with { Role = AspectRole.Info }),
        Of(new Consensus()),
        Of(new PanelRanks(new GeometricMean(new(3)), TieBreakOrder.HigherFirst), null),
        Of(new Stepped([Points("4"), Points("2"), Points("0")]), "4"),
        Of(Gain(), "25", Aspect("falses", new DirectPoints(), null, step: "1") with { Role = AspectRole.Info }),
        Of(Bands, null),
        Of(Line, null),
        Of(Sprint, null),
        Of(Acceleration, null),
        Of(new ShareOfBest(TieBreakOrder.HigherFirst)),
        Of(Ranks, null),
        Of(new PairWin("pair", TieBreakOrder.LowerFirst) { ValueMax = Points("600") }, null, Aspect("pair", new Imported(), null) with { Role = AspectRole.Info }),
    ];

    public static IReadOnlyList<PanelRule> AllPanels { get; } =
    [
        new PanelMean(), new TrimmedMean(1, 1), new Median(), new ClosestMean(2), new WeightedMean([Points("1"), Points("2"), Points("0.5")]), new PanelSum(),
        new GeometricMean(new(2, RoundingMode.HalfEven)), new Exponential(Points("12"), Points("0.8269")),
    ];

    public static MarkingForm Of(AspectRule rule, string? maximum = "10", params Aspect[] others) =>
        Form("f", Judges, [Aspect("a", rule, maximum), .. others]);

    /// <summary>A mark that the rule can use, the same for every seat.</summary>
    public static string Usual(AspectRule rule) => rule switch
    {
        ToleranceBands => "20",
        Piecewise => "75",
        PowerPoints => "11",
        Stepped => "2",
        _ => "1",
    };
}
