using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>What must hold for every scheme and all marks.</summary>
public sealed class EngineProperties
{
    private const int Judges = 5;

    public sealed record Case(MarkingScheme Scheme, CountedMark[] Marks, int Seed)
    {
        public override string ToString() => $"{SchemeJson.Write(Scheme)}\n{string.Join('\n', Marks)}\nseed {Seed}";
    }

    private static readonly Gen<RoundingRule?> Rules = Gen.OneOf(
        Gen.Constant<RoundingRule?>(null),
        from decimals in Gen.Choose(0, 3) from mode in Gen.Elements(Enum.GetValues<RoundingMode>()) select new RoundingRule(decimals, mode));

    private static readonly Gen<RoundingPlan> Plans =
        from panel in Rules from aspect in Rules from form in Rules from module in Rules from stage in Rules from total in Rules
        select new RoundingPlan { Panel = panel, Aspect = aspect, Form = form, Module = module, Stage = stage, Total = total };

    private static readonly Gen<AspectRule> AspectRules = Gen.OneOf<AspectRule>(
        Gen.Choose(1, 3).Select(AspectRule (least) => new PanelScore(new PanelMean()) { MinimumJudges = least }),
        (from high in Gen.Choose(0, 2) from low in Gen.Choose(0, 2) select (high, low)).Select(AspectRule (drop) => new PanelScore(new TrimmedMean(drop.high, drop.low))),
        Gen.Elements<AspectRule>(new DirectPoints(), new Binary(), new Imported(), new DeductionPerFault(Points("0.7"))));

    private static readonly Gen<MarkingScheme> SchemeCases =
        from rules in AspectRules.ArrayOf(4)
        from factors in Gen.Elements("1", "0.8", "1.6", "0.333333").ArrayOf(4)
        from weighted in Gen.Elements(Combination.Sum, Combination.Weighted)
        from plan in Plans
        select Build(rules, factors, weighted, plan);

    private static readonly Gen<Case> Cases =
        from scheme in SchemeCases from seed in Gen.Choose(0, int.MaxValue) select new Case(scheme, RandomMarks(scheme, new Random(seed)), seed);

    [Fact]
    public void OrderOfMarks_Any_GivesTheSameResult() => Properties.Hold(Cases, c =>
        Same(Calculate(c.Scheme, c.Marks), Calculate(c.Scheme, Properties.Shuffled(c.Marks, c.Seed))));

    [Fact]
    public void OrderOfJudges_Any_GivesTheSameResult() => Properties.Hold(Cases, c =>
    {
        var seats = Properties.Shuffled(Enumerable.Range(1, Judges), c.Seed);
        var panels = c.Scheme.AllAspects().Where(aspect => aspect.Kind == AspectKind.PanelScore).Select(aspect => aspect.Key).ToHashSet();
        var moved = c.Marks.Select(mark => panels.Contains(mark.AspectKey) ? mark with { Seat = seats[mark.Seat - 1] } : mark);
        return Same(Calculate(c.Scheme, c.Marks), Calculate(c.Scheme, [.. moved]));
    });

    [Fact]
    public void BetterMark_Any_NeverLowersTheTotal() => Properties.Hold(Cases, c =>
        Better(c) is not { } better || Nullable.Compare(Calculate(c.Scheme, better).Total, Calculate(c.Scheme, c.Marks).Total) >= 0);

    [Fact]
    public void BetterMark_Any_NeverLowersTheRank() => Properties.Hold(Cases, c =>
    {
        if (Better(c) is not { } better)
            return true;
        var random = new Random(c.Seed);
        var others = Enumerable.Range(0, 5).Select(_ => Calculate(c.Scheme, RandomMarks(c.Scheme, random))).ToArray();
        return RankAmong(others, Calculate(c.Scheme, better)) <= RankAmong(others, Calculate(c.Scheme, c.Marks));
    });

    [Fact]
    public void OrderOfEntries_Any_GivesTheSameRanks() => Properties.Hold(Cases, c =>
    {
        var random = new Random(c.Seed);
        var entries = Enumerable.Range(0, 12).Select(number => (number, Calculate(c.Scheme, RandomMarks(c.Scheme, random)))).ToArray();
        return Ranks(entries).SequenceEqual(Ranks(Properties.Shuffled(entries, c.Seed)));
    }, 500);

    [Fact]
    public void Ranks_Any_AreOneMoreThanTheBetterOnes() => Properties.Hold(Cases, c =>
    {
        var random = new Random(c.Seed);
        var entries = Enumerable.Range(0, 12).Select(_ => Calculate(c.Scheme, RandomMarks(c.Scheme, random))).ToArray();
        return Ranking.Rank(entries, entry => entry.Keys).All(row =>
            row.Rank == 1 + entries.Count(other => Ranking.Compare(other.Keys, row.Item.Keys, out _) < 0)
            && row.Shared == entries.Count(other => Ranking.Compare(other.Keys, row.Item.Keys, out _) == 0) > 1);
    }, 500);

    [Fact]
    public void Explanation_Any_EndsInTheCalculatedTotal() => Properties.Hold(Cases, c =>
    {
        var (result, worked) = EntryCalculator.Explain(CompiledScheme.Compile(c.Scheme), c.Marks);
        return Same(result, Calculate(c.Scheme, c.Marks)) && worked.Exact == result.Total?.ToString();
    });

    [Fact]
    public void Total_Any_EqualsASecondCalculator() =>
        Properties.Hold(Cases, c => Equals(Calculate(c.Scheme, c.Marks).Total?.ToString(), SecondCalculator.Total(c.Scheme, c.Marks)?.ToString()), 5000);

    [Fact]
    public void FullMarks_Everywhere_GiveTheFullMark() => Properties.Hold(SchemeCases, scheme =>
    {
        var exact = scheme with { Rounding = new RoundingPlan() };
        var full = scheme.AllAspects().SelectMany(aspect => Seats(aspect).Select(seat => Mark(aspect.Key, seat, aspect.Rule switch
        {
            Binary => "1",
            DeductionPerFault => "0",
            _ => "10",
        })));
        return Calculate(exact, [.. full]).Total == SchemeRules.FullMarkOf(exact);
    });

    [Fact]
    public void Document_Any_ReadsBackTheSame() => Properties.Hold(SchemeCases, scheme =>
        SchemeJson.Write(SchemeJson.Read(SchemeJson.Write(scheme)).Value) == SchemeJson.Write(scheme));

    [Fact]
    public void Calculator_UsedAgain_RemembersNothing() => Properties.Hold(Cases, c =>
    {
        var calculator = new EntryCalculator(CompiledScheme.Compile(c.Scheme));
        var random = new Random(c.Seed);
        calculator.Calculate(new ContestEntry("A", "", true, RandomMarks(c.Scheme, random)));
        return Same(calculator.Calculate(new ContestEntry("B", "", true, c.Marks)), Calculate(c.Scheme, c.Marks));
    });

    private static MarkingScheme Build(AspectRule[] rules, string[] factors, Combination combine, RoundingPlan plan)
    {
        var aspects = rules.Select((rule, n) => Aspect($"a{n}", rule, factor: factors[n])).ToArray();
        return new MarkingScheme
        {
            FullMark = Points("100"),
            Rounding = plan,
            TieBreaks = [new ModuleTieBreak("m2"), new MeasurementsTieBreak()],
            Stages =
            [
                Stage("s", Weighted("m1", "0.3", Form("f1", Judges, aspects[0]), Form("f2", Judges, aspects[1])),
                    Weighted("m2", "0.7", Form("f3", Judges, aspects[2..]))) with { Combine = combine },
            ],
        };
    }

    private static CountedMark[] RandomMarks(MarkingScheme scheme, Random random) =>
    [
        .. from aspect in scheme.AllAspects()
           from seat in Seats(aspect)
           let dice = random.Next(10)
           where dice > 0
           select dice == 1 ? Mark(aspect.Key, seat, MarkState.NotAttempted)
               : dice == 2 && aspect.Kind == AspectKind.PanelScore ? Mark(aspect.Key, seat, MarkState.JudgeAbsent)
               : Mark(aspect.Key, seat, Value(aspect, random)),
    ];

    private static string Value(Aspect aspect, Random random) => aspect.Rule switch
    {
        Binary => ScoreText.Format(Score.Points(random.Next(2))),
        DeductionPerFault => ScoreText.Format(Score.Points(random.Next(20))),
        _ => ScoreText.Format(new Score(random.Next(41) * 250_000)),
    };

    private static IEnumerable<int> Seats(Aspect aspect) => Enumerable.Range(aspect.Rule.FirstSeat, aspect.Rule.MarksExpected(Judges));

    // One value made better: more points, or fewer faults. Null when there is none that could be.
    private static CountedMark[]? Better(Case c)
    {
        var better = c.Marks.ToArray();
        foreach (var place in Properties.Shuffled(Enumerable.Range(0, better.Length), c.Seed))
        {
            if (better[place].Value is not { } value)
                continue;
            var rule = c.Scheme.AllAspects().Single(aspect => aspect.Key == better[place].AspectKey).Rule;
            Score? more = rule switch
            {
                Binary => Score.One,
                DeductionPerFault => value == Score.Zero ? null : new Score(value.Millionths - Score.Unit),
                _ => value < Score.Points(10) ? new Score(value.Millionths + 250_000) : null,
            };
            if (more is null)
                continue;
            better[place] = better[place] with { Value = more };
            return better;
        }
        return null;
    }

    private static EntryResult Calculate(MarkingScheme scheme, CountedMark[] marks) => EntryCalculator.Calculate(CompiledScheme.Compile(scheme), marks);

    private static bool Same(EntryResult one, EntryResult other) =>
        one.Keys.SequenceEqual(other.Keys) && one.Marked == other.Marked && one.Unusable == 0
        && one.Scores.Modules.SequenceEqual(other.Scores.Modules) && one.Scores.Measurements == other.Scores.Measurements;

    private static int RankAmong(EntryResult[] others, EntryResult entry) =>
        Ranking.Rank([.. others, entry], result => result.Keys).First(row => ReferenceEquals(row.Item, entry)).Rank;

    private static IEnumerable<(int, int)> Ranks((int Number, EntryResult Result)[] entries) =>
        Ranking.Rank(entries, entry => entry.Result.Keys).Select(row => (row.Item.Number, row.Rank)).Order();
}
