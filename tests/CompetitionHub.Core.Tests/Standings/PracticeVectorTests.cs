using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>What regulations of the field ask for, written as rules alone: the worked examples and lists of the domain digest that need several rules together.</summary>
public sealed class PracticeVectorTests
{
    // Four modules of one aspect each, and the time used.
    private static readonly MarkingScheme Modules = Scheme(
        [.. "ABCD".Select(key => Module($"{key}", Form($"f{key}", 1, Aspect($"{key}", new DirectPoints(), "100")))).Append(
            Module("T", Form("fT", 1, Aspect("time", new DirectPoints(), null) with { Role = AspectRole.Info })))]) with { FullMark = null };

    [Theory] // domain.md §2.7, rule sets A to E: equal totals in A B C D, then the time used; the first one named wins
    [InlineData("A", "40 30 10 10 60", "30 40 10 10 90")] // shorter time
    [InlineData("A", "30 40 10 10 60", "40 30 10 10 60")] // equal time: higher practical (B)
    [InlineData("A", "40 30 5 15 60", "35 30 10 15 60")] // then higher theory (A)
    [InlineData("B", "20 20 30 10 0", "30 20 20 10 0")] // higher module C
    [InlineData("B", "30 10 20 20 0", "20 30 20 10 0")] // then module A
    [InlineData("C", "30 20 10 20 0", "20 30 10 20 0")] // module 1
    [InlineData("C", "30 20 20 10 0", "30 20 10 20 0")] // then 2, 3, 4
    [InlineData("E", "10 10 10 10 59", "10 10 10 10 60")] // shorter time
    public void RuleSet_EqualTotals_AreDecidedInItsOrder(string set, string first, string second)
    {
        var scheme = CompiledScheme.Compile(Modules with { TieBreaks = RuleSet(set) });
        var board = BoardOrder.Of([Line(scheme, "Y", second), Line(scheme, "X", first)], scheme);
        Assert.Equal(board[0].Line.Total, board[1].Line.Total);
        Assert.Equal(["X1", "Y2"], board.Select(row => row.Line.Code + row.Rank));
    }

    [Fact] // domain.md §2.7: set A ends in a shared rank, set B compares B and D together
    public void RuleSet_EqualInEverything_SharesTheRank()
    {
        foreach (var (set, other) in new[] { ("A", "30 40 15 5 60"), ("B", "30 35 10 15 7") })
        {
            var scheme = CompiledScheme.Compile(Modules with { TieBreaks = RuleSet(set) });
            var one = set == "A" ? "30 40 10 10 60" : "30 40 10 10 5";
            Assert.Equal([1, 1], BoardOrder.Of([Line(scheme, "X", one), Line(scheme, "Y", other)], scheme).Select(row => row.Rank));
        }
    }

    [Fact] // domain.md §2.7, rule set D: ranks are not shared, the committee decides
    public void RuleSet_NationalCompetition_LeavesNoTieStanding()
    {
        var scheme = CompiledScheme.Compile(Modules with { Ranks = RankStyle.Unique, TieBreaks = RuleSet("D") });
        Assert.All(BoardOrder.Of([Line(scheme, "X", "9 9 9 9 9"), Line(scheme, "Y", "9 9 9 9 9")], scheme), row => Assert.True(row.IsUnresolved));
        var decided = new RankDecisions([new(RankDecisionKind.Committee, ["Y", "X"], null, "replay of the last task")]);
        Assert.Equal(["Y1", "X2"], BoardOrder.Of([Line(scheme, "X", "9 9 9 9 9", decided), Line(scheme, "Y", "9 9 9 9 9", decided)], scheme).Select(row => row.Line.Code + row.Rank));
    }

    [Fact] // domain.md §4.2: votes 12,000 of at most 20,000 → 60.00; 0.3 · 60 + 0.7 · 88 = 79.60
    public void Votes_ShareOfTheMostWithExperts_IsTheWorkedTotal()
    {
        var scheme = new MarkingScheme
        {
            FullMark = Points("100"),
            Rounding = new() { Total = new(2) },
            Stages =
            [
                Stage("final", Weighted("votes", "0.3", Form("v", 1, Aspect("votes", new ShareOfBest(TieBreakOrder.HigherFirst), "100"))),
                    Weighted("experts", "0.7", Form("e", 0, Aspect("experts", new Imported(), "100")))) with { Combine = Combination.Weighted },
            ],
        };
        Assert.Empty(SchemeRules.Check(scheme));
        Assert.Equal(["79.6", "100"], Totals(scheme, [Mark("votes", 1, "12000"), Mark("experts", 0, "88")], [Mark("votes", 1, "20000"), Mark("experts", 0, "100")]));
    }

    [Fact] // domain.md §4.2 (S84): experts 60 + votes: 1st 40, 2nd–3rd 30, next three 15, others 5
    public void Votes_RankPoints_AreAddedToTheExperts()
    {
        var votes = new RankPoints(TieBreakOrder.HigherFirst, [new(1, 1, Points("40")), new(2, 3, Points("30")), new(4, 6, Points("15"))], Points("5"));
        var scheme = OneForm(1, Aspect("experts", new Imported(), "60"), Aspect("votes", votes, null));
        Assert.Empty(SchemeRules.Check(scheme));
        Assert.Equal(
            ["90", "80", "80", "65", "65", "65", "55"],
            Totals(scheme, [.. Enumerable.Range(0, 7).Select(place => new[] { Mark("experts", 0, "50"), Mark("votes", 1, $"{900 - place}") })]));
    }

    [Fact] // domain.md §3.3: plan 1,200, actual 1,080, full 20 → 18; bonus 2 innovations à 1, cap 4 → +2; items 78 + 18 + 2 = 98
    public void Indicators_PlanBonusAndVeto_AreTheWorkedTotal()
    {
        Assert.Empty(SchemeRules.Check(Indicators));
        var marks = new[] { Mark("items", 0, "78"), Mark("output", 1, "1080"), Mark("innovations", 1, "2"), Mark("accident", 1, "0") };
        Assert.Equal("98", Totals(Indicators, marks)[0]);
        // More than planned earns no more, and no more innovations than four.
        Assert.Equal("102", Totals(Indicators, [Mark("items", 0, "78"), Mark("output", 1, "1500"), Mark("innovations", 1, "9"), Mark("accident", 1, "0")])[0]);
    }

    [Fact] // domain.md §3.1, §3.3: one-vote veto (一票否决): the score is zero
    public void Veto_AsAPenaltyAboveTheFullMarkWithAFloor_LeavesZero() =>
        Assert.Equal("0", Totals(Indicators, [Mark("items", 0, "80"), Mark("output", 1, "1200"), Mark("innovations", 1, "4"), Mark("accident", 1, "1")])[0]);

    [Fact] // domain.md §3.1: serious injury → no prize at all; the score stays
    public void Veto_AsAConditionOfEveryAward_TakesThePrizesOnly()
    {
        var accident = Aspect("accident", new Binary(), "1") with { Role = AspectRole.Info };
        var noAccident = new PartCondition(SchemeLevel.Aspect, "accident", new(null, Score.Zero));
        var scheme = OneForm(1, Aspect("work", new DirectPoints(), "100"), accident) with
        {
            Awards = [Awards.Fields.Group(TieRule.Include, Awards.Fields.Award("first", new NumberQuota(1), noAccident), Awards.Fields.Award("second", new NumberQuota(1), noAccident))],
        };
        Assert.Empty(SchemeRules.Check(scheme));
        var compiled = CompiledScheme.Compile(scheme);
        var results = new Dictionary<string, EntryResult>
        {
            ["A"] = Calculate("95", "1"), ["B"] = Calculate("90", "0"), ["C"] = Calculate("85", "0"), ["D"] = Calculate("99", null),
        };
        var field = ContestField.Of(
            compiled, BoardOrder.Of(results.Select(entry => new BoardLine { Code = entry.Key }.With(entry.Value, compiled)), compiled),
            code => new() { Parts = results[code].Scores.Aspects[1].Points is { } points ? new Dictionary<(SchemeLevel, string), Fraction> { [(SchemeLevel.Aspect, "accident")] = points } : [] });
        Assert.Equal([("A", 2), ("B", 3), ("C", 4), ("D", 1)], field.Ranked.OrderBy(line => line.Code, StringComparer.Ordinal).Select(line => (line.Code, line.Rank!.Value)));
        // Nobody is cleared of an accident by silence.
        Assert.Equal("first: B | second: C", Awards.Fields.Say(AwardCalculator.Compute(field, new Dictionary<string, Score>())[0]));

        EntryResult Calculate(string work, string? accidents) => EntryCalculator.Calculate(
            compiled, accidents is null ? [Mark("work", 1, work)] : [Mark("work", 1, work), Mark("accident", 1, accidents)]);
    }

    [Fact] // domain.md §2.11, Anhui: top 20 % → level 2, 21–40 % → level 3, 41–50 % the next
    public void PromotionBands_FromTheTop_AreTheBands()
    {
        var group = Awards.Fields.Group(TieRule.Include,
            [.. new[] { ("level2", "20"), ("level3", "40"), ("level4", "50") }.Select(band => Awards.Fields.Award(band.Item1, Awards.Fields.Share(band.Item2, ShareRounding.Floor)) with { FromTop = true })]);
        Assert.Equal([10, 10, 5], Awards.Fields.Counts(Awards.Fields.Compute(group, Enumerable.Range(0, 50).Select(place => $"{100 - place}"))));
    }

    [Fact] // domain.md §6-2, variant: factor 2 decimals, result 4 decimals; means 68.52 and 72.98 of the example before it
    public void Factor_OtherDecimals_AreThoseOfTheRule()
    {
        var scheme = CompiledScheme.Compile(new MarkingScheme
        {
            FullMark = null,
            Rounding = new() { Module = new(4) },
            Stages = [Stage("s", Module("m", Form("f", 0, Aspect("a", new Imported(), "100"))) with { Normalise = new(NormalisationMethod.FactorAllEntries, new(2)) { MeanRounding = new(2) } })],
        });
        ContestEntry[] field = [Room("A", "68.5234"), Room("B", "77.4366")];
        // (68.5234 + 77.4366) ÷ 2 = 72.98; 72.98 ÷ 68.52 = 1.0651 → 1.07; 68.5234 · 1.07 = 73.320038.
        Assert.Equal("73.32", ScoreText.Format(new EntryCalculator(scheme, FieldContext.Gather(scheme, field)).Calculate(field[0]).Total!.Value));

        static ContestEntry Room(string room, string points) => new(room, room, true, [Mark("a", 0, points)]);
    }

    private static MarkingScheme Indicators { get; } = OneForm(1,
        Aspect("items", new Imported(), "80"),
        Aspect("output", new Piecewise([new(Points("0"), Points("0")), new(Points("1200"), Points("20"))]), null),
        Aspect("innovations", new GainPerHit(Points("1"), default, null, CapMoment.After), "4") with { Role = AspectRole.Bonus },
        Aspect("accident", new Binary(), "104") with { Role = AspectRole.Penalty }) with { Floor = Score.Zero };

    private static IReadOnlyList<TieBreak> RuleSet(string name) => name switch
    {
        "A" => [Time, new ModuleTieBreak("B"), new ModuleTieBreak("A")],
        "B" => [new ModuleTieBreak("C"), new ModuleTieBreak("A"), new ModulesTieBreak(["B", "D"])],
        "C" => [.. "ABCD".Select(key => new ModuleTieBreak($"{key}"))],
        "D" => [new CommitteeTieBreak()],
        _ => [Time],
    };

    private static AspectTieBreak Time => new("time") { Order = TieBreakOrder.LowerFirst };

    private static BoardLine Line(CompiledScheme scheme, string code, string points, RankDecisions? decisions = null)
    {
        CountedMark[] marks = [.. points.Split(' ').Zip(["A", "B", "C", "D", "time"], (value, aspect) => Mark(aspect, 1, value))];
        return new BoardLine { Code = code }.With(new EntryCalculator(scheme, null, decisions).Calculate(new ContestEntry(code, "", true, marks)), scheme);
    }

    private static string[] Totals(MarkingScheme scheme, params CountedMark[][] entries)
    {
        var compiled = CompiledScheme.Compile(scheme);
        var all = entries.Select((marks, place) => new ContestEntry($"E{place}", "", true, marks)).ToList();
        var calculator = new EntryCalculator(compiled, FieldContext.Gather(compiled, all));
        return [.. all.Select(entry => ScoreText.Format(calculator.Calculate(entry).Total!.Value))];
    }
}
