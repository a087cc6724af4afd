using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;
using static CompetitionHub.Core.Tests.Awards.Fields;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Awards;

/// <summary>What is said while marks are missing holds for every way in which they may turn out: all of them are tried.</summary>
public sealed class OutlookProperties
{
    // Two judges give 0, 1 or 2 points, faults cost one point of two, and a check gives one: small enough to try everything.
    private static readonly MarkingScheme Small = Scheme(
        Module("m", Form("f", 2, Aspect("p", new PanelScore(new PanelMean()), "2", step: "1")), Form("g", 1, Aspect("d", new DeductionPerFault(Points("1")), "2"), Aspect("b", new Binary(), "1"))))
        with { TieBreaks = [new FormTieBreak("g")] };

    // The same with a tenth of a point more for each entry than for the one before it, so that none are equal.
    private static readonly MarkingScheme Distinct = Small with { FullMark = null, Stages = [Stage("s", [.. Small.Stages[0].Modules, Module("n", Form("n", 1, Aspect("n", new DirectPoints(), "1")))])] };

    private static readonly CompiledScheme Compiled = CompiledScheme.Compile(Small);

    private static readonly (string Aspect, int Seat, int[] Values)[] Places = [("p", 1, [0, 1, 2]), ("p", 2, [0, 1, 2]), ("d", 1, [0, 1, 2, 5]), ("b", 1, [0, 1])];

    private static readonly Gen<AdvancementRule> Rules =
        from quota in Gen.OneOf<Quota>(
            Gen.Choose(1, 4).Select(Quota (count) => new NumberQuota(count)),
            Gen.Choose(10, 70).Select(Quota (percent) => Share($"{percent}", ShareRounding.Half)),
            Gen.Constant<Quota>(new EveryoneQuota()))
        from ties in Gen.Elements(Enum.GetValues<TieRule>())
        from of in Gen.Elements(Enum.GetValues<FieldBase>())
        from least in Gen.Choose(0, 4)
        from cap in Gen.Elements<int?>(null, null, 1, 2)
        from rank in Gen.Elements<int?>(null, null, 2)
        select new AdvancementRule
        {
            Quota = quota,
            Ties = ties,
            Base = of,
            PerDelegation = cap,
            Require = [new TotalCondition(new(Points($"{least}"), null)), .. rank is { } most ? [new RankCondition(most)] : Array.Empty<AwardCondition>()],
        };

    // At most three marks are missing, so that there are at most some dozens of endings.
    private static readonly Gen<Case> Cases =
        from rule in Rules
        from entries in Gen.Choose(2, 5)
        from seed in Gen.Choose(0, int.MaxValue)
        from missing in Gen.Choose(1, 3)
        from lower in Gen.Elements(false, false, true)
        select new Case(rule, entries, seed, missing, lower);

    public sealed record Case(AdvancementRule Rule, int Entries, int Seed, int Missing, bool LowerIsBetter);

    [Fact]
    public void Outlook_Always_HoldsInEveryEnding() => Properties.Hold(Cases, c =>
    {
        var scheme = c.LowerIsBetter ? CompiledScheme.Compile(Small with { RankOrder = TieBreakOrder.LowerFirst }) : Compiled;
        var random = new Random(c.Seed);
        var entries = Enumerable.Range(0, c.Entries).Select(_ => Places.Select(place => (int?)place.Values[random.Next(place.Values.Length)]).ToArray()).ToArray();
        for (var i = 0; i < c.Missing; i++)
            entries[random.Next(c.Entries)][random.Next(Places.Length)] = null;

        var said = AdvancementCalculator.Compute(Field(scheme, entries), c.Rule).Lines.ToDictionary(line => line.Line.Code, line => line.Outlook);
        return Endings(entries).All(ending =>
        {
            var result = AdvancementCalculator.Compute(Field(scheme, ending), c.Rule);
            return result.Lines.All(line => said[line.Line.Code] switch
            {
                AdvancementOutlook.Clinched => line.State == AdvancementState.Advances,
                AdvancementOutlook.Out => line.State is not (AdvancementState.Advances or AdvancementState.Undecided),
                _ => true,
            });
        });
    }, 3000);

    [Fact] // equals and limits of delegations leave it careful; where there are none it says all that is certain
    public void Outlook_WithoutEqualsAndLimits_SaysEverythingThatIsCertain()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var lower = random.Next(3) == 0;
            var scheme = CompiledScheme.Compile(Distinct with { RankOrder = lower ? TieBreakOrder.LowerFirst : TieBreakOrder.HigherFirst });
            var entries = Enumerable.Range(0, random.Next(2, 6)).Select(_ => Places.Select(place => (int?)place.Values[random.Next(place.Values.Length)]).ToArray()).ToArray();
            for (var i = random.Next(1, 4); i > 0; i--)
                entries[random.Next(entries.Length)][random.Next(Places.Length)] = null;
            var rule = new AdvancementRule
            {
                Quota = random.Next(4) switch { 0 => new EveryoneQuota(), 1 => Share($"{random.Next(1, 8)}0", ShareRounding.Half), _ => new NumberQuota(random.Next(1, 4)) },
                Ties = (TieRule)random.Next(3),
                Require = random.Next(2) == 0 ? [] : [new TotalCondition(lower ? new(null, Points($"{random.Next(6)}")) : new(Points($"{random.Next(5)}"), null))],
            };

            var said = AdvancementCalculator.Compute(Field(scheme, entries), rule).Lines.ToDictionary(line => line.Line.Code, line => line.Outlook);
            var endings = Endings(entries).Select(ending => AdvancementCalculator.Compute(Field(scheme, ending), rule).Lines.Where(line => line.State == AdvancementState.Advances).Select(line => line.Line.Code).ToHashSet()).ToList();

            foreach (var (code, outlook) in said)
            {
                var certain = endings.TrueForAll(into => into.Contains(code)) ? AdvancementOutlook.Clinched : endings.TrueForAll(into => !into.Contains(code)) ? AdvancementOutlook.Out : AdvancementOutlook.Possible;
                Assert.True(outlook == certain, $"seed {seed}, {code}: said {outlook}, is {certain}");
            }
        }
    }

    [Fact]
    public void Counts_OfAnyField_AreThoseOfComparingEveryPair() => Properties.Hold(Cases, c =>
    {
        var scheme = c.LowerIsBetter ? CompiledScheme.Compile(Small with { RankOrder = TieBreakOrder.LowerFirst }) : Compiled;
        var random = new Random(c.Seed);
        var entries = Enumerable.Range(0, 8).Select(_ => Places.Select(place => random.Next(4) == 0 ? (int?)null : place.Values[random.Next(place.Values.Length)]).ToArray()).ToArray();
        var field = Field(scheme, entries);
        var outlook = new Outlook(field, c.Rule.Ties);
        return outlook.Contenders.All(line =>
            outlook.MayBeAhead(line) == outlook.Contenders.Count(other => other != line && MayBeat(field, c.Rule.Ties, other, line))
            && outlook.SurelyAhead(line) == outlook.Contenders.Count(other => other != line && SurelyBeats(field, c.Rule.Ties, other, line)));
    }, 1000);

    [Fact]
    public void Outlook_CertainThings_AreSaid()
    {
        // p p d b: A has 5, B 4, C between 3 and 5 because both judges are missing, D nothing.
        var field = Field(Compiled, [[2, 2, 0, 1], [2, 2, 1, 1], [null, null, 0, 1], [0, 0, 5, 0]]);
        Assert.Equal(["A Clinched", "B Possible", "C Possible", "D Out"], Say(field, new() { Quota = new NumberQuota(2) }));
        Assert.Equal(["A Clinched", "B Out", "C Possible", "D Out"], Say(field, new() { Quota = new NumberQuota(2), Require = [new TotalCondition(new(Points("4.5"), null))] }));
    }

    [Fact]
    public void Outlook_WithoutMissingMarks_IsNotSaid() =>
        Assert.All(AdvancementCalculator.Compute(Field(Compiled, [[2, 2, 0, 1], [1, 1, 1, 1]]), new() { Quota = new NumberQuota(1) }).Lines, line => Assert.Null(line.Outlook));

    [Fact]
    public void Bounds_OpenEndedAspect_CannotBeSaid()
    {
        var scheme = CompiledScheme.Compile(OneForm(1, Aspect("a", new DirectPoints(), null), Aspect("b", new DirectPoints())));
        Assert.Equal(default, new MissingMarks(scheme).Of(new("X", "", true, [Mark("b", 1, "3")])));
        Assert.Equal(new ScoreBounds(Fraction.Of(5), Fraction.Of(15)), new MissingMarks(scheme).Of(new("X", "", true, [Mark("a", 1, "5")])).Bounds);
    }

    [Fact]
    public void Bounds_NotAttempted_MayBeLessThanTheMinimum()
    {
        var scheme = CompiledScheme.Compile(OneForm(1, Aspect("a", new DirectPoints(), "10", "2")));
        Assert.Equal(new ScoreBounds(Fraction.Zero, Fraction.Of(10)), new MissingMarks(scheme).Of(new("X", "", true, [])).Bounds);
    }

    [Fact]
    public void Bounds_AfterAFailedAttempt_ThereIsNoResultAnyMore()
    {
        var scheme = CompiledScheme.Compile(OneForm(1, Aspect("a", new DirectPoints()), Aspect("b", new DirectPoints())));
        Assert.True(new MissingMarks(scheme).Of(new("X", "", true, [Mark("a", 1, MarkState.Failed)])).WillHaveNoResult);
    }

    [Fact]
    public void Bounds_Judgement_StaysWithinTheSpread()
    {
        // One judge has given 2 of 3: the others can only give 1, 2 or 3, all within one of each other.
        var scheme = CompiledScheme.Compile(OneForm(3, Aspect("j", new Judgement(new PanelMean(), 3, 1, []), "9")));
        Assert.Equal(new ScoreBounds(Fraction.Of(4), Fraction.Of(8)), new MissingMarks(scheme).Of(new("X", "", true, [Mark("j", 1, "2")])).Bounds);
        Assert.Equal(new ScoreBounds(Fraction.Zero, Fraction.Of(9)), new MissingMarks(scheme).Of(new("X", "", true, [])).Bounds);
    }

    [Fact]
    public void Bounds_RuleThatLooksAtTheField_CannotBeSaid()
    {
        var scheme = CompiledScheme.Compile(OneForm(1, Aspect("s", new ShareOfBest(TieBreakOrder.HigherFirst)), Aspect("b", new DirectPoints())));
        Assert.Equal(default, new MissingMarks(scheme).Of(new("X", "", true, [Mark("s", 1, "3")])));
    }

    [Fact]
    public void Bounds_Penalty_CountsTheOtherWayRound()
    {
        var scheme = CompiledScheme.Compile(OneForm(1, Aspect("a", new DirectPoints()), Aspect("p", new DirectPoints(), "4") with { Role = AspectRole.Penalty }));
        Assert.Equal(new ScoreBounds(Fraction.Of(1), Fraction.Of(5)), new MissingMarks(scheme).Of(new("X", "", true, [Mark("a", 1, "5")])).Bounds);
    }

    private static bool MayBeat(ContestField field, TieRule ties, FieldLine other, FieldLine line) =>
        other.IsFinal && line.IsFinal ? (ties == TieRule.Exclude ? field.ComparePoints(other, line) : field.Compare(other, line)) <= 0
        : other.Bounds is not { } theirs || line.Bounds is not { } own || (field.LowerIsBetter ? theirs.Low <= own.High : theirs.High >= own.Low);

    private static bool SurelyBeats(ContestField field, TieRule ties, FieldLine other, FieldLine line) =>
        other.IsFinal && line.IsFinal ? (ties == TieRule.Comparators ? field.Compare(other, line) : field.ComparePoints(other, line)) < 0
        : other.Bounds is { } theirs && line.Bounds is { } own && (field.LowerIsBetter ? theirs.High < own.Low : theirs.Low > own.High);

    private static IEnumerable<string> Say(ContestField field, AdvancementRule rule) =>
        AdvancementCalculator.Compute(field, rule).Lines.OrderBy(line => line.Line.Code, StringComparer.Ordinal).Select(line => $"{line.Line.Code} {line.Outlook}");

    private static IEnumerable<int?[][]> Endings(int?[][] entries)
    {
        for (var entry = 0; entry < entries.Length; entry++)
        {
            var place = Array.IndexOf(entries[entry], null);
            if (place < 0)
                continue;
            return Places[place].Values.SelectMany(value =>
            {
                var next = entries.Select(row => row.ToArray()).ToArray();
                next[entry][place] = value;
                return Endings(next);
            });
        }
        return [entries];
    }

    private static ContestField Field(CompiledScheme scheme, int?[][] entries)
    {
        var calculator = new EntryCalculator(scheme);
        var missing = new MissingMarks(scheme);
        var facts = new Dictionary<string, EntryFacts>();
        var lines = entries.Select((values, number) =>
        {
            var code = $"{(char)('A' + number)}";
            CountedMark[] marks = [.. Places.Zip(values).Where(pair => pair.Second is not null).Select(pair => Mark(pair.First.Aspect, pair.First.Seat, $"{pair.Second}")), .. scheme.FindAspect("n") is null ? [] : new[] { Mark("n", 1, $"0.{number}") }];
            var entry = new ContestEntry(code, "", true, marks);
            var (bounds, none) = missing.Of(entry);
            facts[code] = new() { Delegation = number % 2 == 0 ? "even" : "odd", Bounds = bounds, WillHaveNoResult = none };
            return new BoardLine { Code = code }.With(calculator.Calculate(entry), scheme);
        }).ToList();
        return ContestField.Of(scheme, BoardOrder.Of(lines, scheme), code => facts[code]);
    }
}
