using System.Text.Json;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Verification;
using CompetitionHub.TestKit.Builders;
using static CompetitionHub.TestKit.Builders.Schemes;
using FieldContext = CompetitionHub.Core.Standings.Calculation.FieldContext;

namespace CompetitionHub.Core.Tests.Verification;

/// <summary>By every aspect rule and panel rule, on made-up marks in all states, the two calculators agree to the last digit.</summary>
public sealed class EveryRuleTests
{
    private const int Fields = 150;

    public static TheoryData<int> Forms => [.. Enumerable.Range(0, All.Count)];

    private static List<MarkingForm> All { get; } =
    [
        .. RuleForms.All,
        .. RuleForms.AllPanels.Select(panel => Form("f", RuleForms.Judges, Aspect("a", new PanelScore(panel) { MinimumJudges = 2 }, "10", "1", "1"))),
        .. RuleForms.AllPanels.Select(panel => RuleForms.Of(new PanelRanks(panel, TieBreakOrder.LowerFirst), null)),
        RuleForms.Of(RuleForms.Gain(CapMoment.After), "7", RuleForms.All.Single(form => form.Aspects[0].Rule is GainPerHit).Aspects[1]),
        RuleForms.Of(new ShareOfBest(TieBreakOrder.LowerFirst)),
        RuleForms.Of(new PowerPoints(Points("0.8465"), Points("75"), Points("1.42"), TieBreakOrder.HigherFirst, new(3)), null),
        RuleForms.Of(new Judgement(new Median(), 5, 2, []), "7"),
        RuleForms.Of(new TimeRatio(Points("1.25"), 2, Points("71.5"), Points("3.5")), null),
    ];

    [Theory, MemberData(nameof(Forms))]
    public void Parts_OfARandomField_AreTheSame(int number)
    {
        var form = All[number];
        var scheme = CompiledScheme.Compile(Scheme(Module("m", form)) with { FullMark = null, Rounding = new() { Panel = number % 2 == 0 ? null : new(2), Total = new(3) } });
        using var contest = JsonDocument.Parse($$"""{ "slug": "c", "scheme": {{SchemeJson.Write(scheme.Scheme)}} }""");
        var random = new Random(number);
        for (var field = 0; field < Fields; field++)
        {
            ContestEntry[] entries = [.. Enumerable.Range(0, 5).Select(i => new ContestEntry($"E{i}", "", random.Next(8) > 0, Random(form, random)))];
            var calculator = new EntryCalculator(scheme, FieldContext.Gather(scheme, entries));
            var second = SecondCalculator.Calculate(contest.RootElement, [.. entries.Select(Entrant)]).Entries.ToDictionary(entry => entry.Code);
            foreach (var entry in entries.Where(entry => entry.TakesPart))
            {
                var (result, worked) = calculator.Explain(entry);
                Assert.Equal(0, result.Unusable);
                var engine = EngineStandings.Parts(worked).ToDictionary(part => (part.Level, part.Key), part => part.Outcome);
                Assert.All(second[entry.Code].Parts, part => Assert.True(
                    part.Outcome == engine[(part.Level, part.Key)],
                    $"{part.Level} {part.Key} of {entry.Code}: engine {engine[(part.Level, part.Key)]}, second {part.Outcome}\n{SchemeJson.Write(scheme.Scheme)}\n{string.Join('\n', entries.Select(Text))}"));
            }
        }
    }

    private static CountedMark[] Random(MarkingForm form, Random random) =>
    [
        .. from aspect in form.Aspects
           from seat in Enumerable.Range(aspect.Rule.FirstSeat, aspect.Rule.MarksExpected(form.Judges))
           let dice = random.Next(20)
           where dice > 0
           select dice switch
           {
               1 => Mark(aspect.Key, seat, MarkState.NotAttempted),
               2 => Mark(aspect.Key, seat, MarkState.Failed),
               3 when aspect.Kind == AspectKind.PanelScore => Mark(aspect.Key, seat, MarkState.JudgeAbsent),
               _ => new(aspect.Key, seat, MarkState.Value, Value(aspect, random)),
           },
    ];

    // Few different values, so that equal ones come about.
    private static Score Value(Aspect aspect, Random random)
    {
        var range = aspect.Rule.Marks(aspect);
        if (range.Listed.Count > 0)
            return range.Listed[random.Next(range.Listed.Count)];
        return aspect.Rule switch
        {
            ToleranceBands => new(19_940_000 + (random.Next(13) * 10_000)),
            Piecewise => Score.Points(50 + random.Next(80)),
            PowerPoints { Better: TieBreakOrder.HigherFirst } => Score.Points(70 + random.Next(150)),
            PowerPoints => new(9_000_000 + (random.Next(1000) * 10_000)),
            _ => Score.Points(1 + random.Next(aspect.Key == "a" ? 10 : 3)),
        };
    }

    private static Entrant Entrant(ContestEntry entry) => new(entry.Code, "", entry.TakesPart, entry.Marks
        .Select(mark => (mark.AspectKey, Mark: new SeatMark(mark.Seat, MarkStates.Code(mark.State), Rational.Parse(ScoreText.Format(mark.Value ?? default)))))
        .ToLookup(mark => mark.AspectKey, mark => mark.Mark));

    private static string Text(ContestEntry entry) => (entry.TakesPart ? "" : "-") + entry.Code + ": "
        + string.Join(' ', entry.Marks.Select(mark => $"{mark.AspectKey}{mark.Seat}={(mark.State == MarkState.Value ? mark.Value.ToString() : MarkStates.Code(mark.State))}"));
}
