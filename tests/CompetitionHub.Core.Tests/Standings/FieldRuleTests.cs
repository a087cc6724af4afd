using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Tests.Shared;
using CompetitionHub.TestKit.Builders;
using FsCheck.Fluent;
using static CompetitionHub.TestKit.Builders.Schemes;
using FieldContext = CompetitionHub.Core.Standings.Calculation.FieldContext;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>Rules by which points depend on the marks of the whole field.</summary>
public sealed class FieldRuleTests
{
    private static readonly ShareOfBest More = new(TieBreakOrder.HigherFirst);
    private static readonly ShareOfBest Less = new(TieBreakOrder.LowerFirst);

    [Fact]
    public void TimeRatio_FormulaSae_SharesPointsByTheBestTime() // datasets/small_fixtures 3: acceleration
    {
        // Tmin 4, Tmax 6; 5 s: 95.5·(6/5 − 1)/(6/4 − 1) + 4.5 = 42.7
        Assert.Equal("100 42.7 4.5 4.5 -", Field(RuleForms.Acceleration, "4", "5", "6", "9", null));
        // p = 2, as the skidpad: 71.5·(1.25² − 1)/(1.25² − 1) + 3.5 for the best
        var skidpad = new TimeRatio(Points("1.25"), 2, Points("71.5"), Points("3.5"));
        Assert.Equal("75 3.5", Field(skidpad, "4.8", "6"));
    }

    [Fact]
    public void ShareOfBest_BothOrders_GiveTheBestTheMaximum()
    {
        Assert.Equal("10 5 0 -", Field(More, "80", "40", "0", null));
        Assert.Equal("10 8 5", Field(Less, "40", "50", "80"));
        Assert.Equal("0 0", Field(More, "0", "0"));
    }

    [Fact]
    public void FieldRule_Alone_IsTheBestOfItsOwnField_ButOutsideTheFieldNothing()
    {
        var scheme = CompiledScheme.Compile(Scheme(Module("m", RuleForms.Of(More))));
        Assert.Equal("10/1", EntryCalculator.Calculate(scheme, [Mark("a", 1, "4")]).Total.ToString());
        var outside = new ContestEntry("A", "", false, [Mark("a", 1, "4")]);
        var result = new EntryCalculator(scheme, FieldContext.Gather(scheme, [outside])).Calculate(outside);
        Assert.Equal((null, false), (result.Total, result.Scores.Total.IsNoResult));
    }

    [Fact]
    public void TimeRatio_AtTheLimit_IsTooSlow()
    {
        var scheme = CompiledScheme.Compile(Scheme(Module("m", RuleForms.Of(RuleForms.Acceleration, null))));
        ContestEntry[] entries = [new("A", "", true, [Mark("a", 1, "4")]), new("B", "", true, [Mark("a", 1, "6")]), new("C", "", true, [Mark("a", 1, "5.999999")])];
        var calculator = new EntryCalculator(scheme, FieldContext.Gather(scheme, entries));
        Assert.Equal(["TimeRatio", "TooSlow", "TimeRatio"], entries.Select(entry => calculator.Explain(entry).Worked.Parts[0].Parts[0].Parts[0].Parts[0].Steps[0].Code));
    }

    [Fact]
    public void RankPoints_Weihai_CountsEqualsAsOneRank() // domain.md §2.11: 10, 9, …, 4 for 7–10, everybody else 1
    {
        Assert.Equal("10 9 9 1 -", Field(RuleForms.Ranks, "90", "80", "80", "70", null));
        Assert.Equal("1 10", Field(RuleForms.Ranks with { Better = TieBreakOrder.LowerFirst, Table = [new(1, 1, Points("10"))] }, "90", "80"));
    }

    [Fact]
    public void RankPoints_RanksOneSixEightFifteen_AreTwentyInAll() // domain.md §2.11, worked
    {
        var rule = new RankPoints(
            TieBreakOrder.LowerFirst, [new(1, 1, Points("10")), new(2, 2, Points("9")), new(3, 3, Points("8")), new(4, 4, Points("7")), new(5, 5, Points("6")),
                new(6, 6, Points("5")), new(7, 10, Points("4"))], Points("1"));
        var points = Field(rule, [.. Enumerable.Range(1, 15).Select(place => $"{place}")]).Split(' ');
        Assert.Equal(["10", "5", "4", "1"], new[] { 1, 6, 8, 15 }.Select(rank => points[rank - 1]));
    }

    [Fact]
    public void PanelRanks_EveryJudgeRanks_AndTheRanksAreMerged() // datasets/eurovision rule 4: 2016–17 mean of the ranks
    {
        var form = RuleForms.Of(new PanelRanks(new PanelMean(), TieBreakOrder.HigherFirst), null);
        // Judge 1: 1 2 2 4; judge 2: 4 1 2 3; judge 3: 2 1 – 3, absent for the third entry.
        Assert.Equal(["7/3", "4/3", "2/1", "10/3"], Totals(form, ["9,5,7", "8,8,9", "8,7,JA", "7,6,6"]).Select(total => total.ToString()));
    }

    [Fact]
    public void PanelRanks_ExponentialWeights_TurnRanksIntoPoints() // datasets/eurovision rule 4: since 2018
    {
        var form = RuleForms.Of(new PanelRanks(new Exponential(Points("12"), Points("0.8269")), TieBreakOrder.LowerFirst), null);
        // The judges' marks are ranks already, 1 being best. 2·12 + 9.9228
        Assert.Equal(["33.9228", "31.8456"], Totals(form, ["1,1,2", "2,2,1"]).Select(total => ScoreText.Format(total!.Value)));
    }

    [Fact]
    public void PanelRanks_NotAttempted_IsBehindEveryMarkWhateverTheOrder()
    {
        foreach (var order in Enum.GetValues<TieBreakOrder>())
            Assert.Equal("3/1", Totals(RuleForms.Of(new PanelRanks(new PanelMean(), order), null), ["5,5,5", "6,6,6", "NA,NA,NA"])[2].ToString());
    }

    [Fact]
    public void PairWin_TheBetterOfTwo_GetsOne()
    {
        Assert.Equal("1 0 - - -", Pairs("1:8.5", "1:9", "2:7", "2:7", "3:6"));
        Assert.Equal("- - -", Pairs("1:8", "1:9", "1:7"));
    }

    [Fact]
    public void PairWin_OtherOneFailedOrDidNotStart_IsWon()
    {
        Assert.Equal("1 -", Pairs("1:8.5", "1:F"));
        Assert.Equal("1 0", Pairs("1:8.5", "1:NA"));
        Assert.Equal("0 0", Pairs("1:NA", "1:NA"));
        Assert.Equal("- -", Pairs("1:F", "1:F"));
    }

    [Fact]
    public void PairWin_Bye_IsWonWithAValueAndWithout()
    {
        var form = KnockOut(Points("0"));
        Assert.Equal("1 1 1 0", Pairs(form, "0:8.5", "0:NA", "1:7", "1:8"));
        Assert.Equal(["PairBye 0 = 1"], PairSteps(form, 1, "0:8.5", "0:NA"));
        // A failed attempt and a mark still missing are what they are.
        Assert.Equal("- -", Pairs(form, "0:F", "0:-"));
        // Without a number for byes, this one is like any other.
        Assert.Equal("1 0", Pairs("0:8.5", "0:NA"));
    }

    [Fact]
    public void PairWin_OpponentTakesNoPartAnyMore_IsWon()
    {
        Assert.Equal("1 - 1 -", Pairs("1:8.5", "!1:7", "2:NA", "!2:-"));
        Assert.Equal(["PairWalkover 1 = 1"], PairSteps(KnockOut(), 0, "1:8.5", "!1:7"));
        // Somebody else has come in for the one who is gone: that is a pair again.
        Assert.Equal("0 - 1", Pairs("1:8.5", "!1:7", "1:8"));
        // Nobody was ever drawn against it.
        Assert.Equal("-", Pairs("1:8.5"));
        Assert.Equal("0", Pairs("1:NA"));
    }

    [Fact]
    public void Field_WhoTakesNoPart_CountsNothing()
    {
        var scheme = Compile(RuleForms.Of(More));
        ContestEntry[] entries = [new("A", "", true, [Mark("a", 1, "40")]), new("B", "", false, [Mark("a", 1, "80")]), new("C", "", true, [Mark("a", 1, MarkState.Failed)])];
        var calculator = new EntryCalculator(scheme, FieldContext.Gather(scheme, entries));
        Assert.Equal("10/1", calculator.Calculate(entries[0]).Total.ToString());
    }

    [Fact]
    public void Explain_FieldRules_NameWhatTheyCompared()
    {
        Assert.Equal(["TimeRatio 5 4 6 1 95.5 4.5 = 42.7"], Steps(RuleForms.Of(RuleForms.Acceleration, null), "5", "4"));
        Assert.Equal(["TooSlow 7 6 = 4.5"], Steps(RuleForms.Of(RuleForms.Acceleration, null), "7", "4"));
        Assert.Equal(["ShareOfBest 40 80 10 80 = 5"], Steps(RuleForms.Of(More), "40", "80"));
        Assert.Equal(["RankInField 2 2 = 9"], Steps(RuleForms.Of(RuleForms.Ranks, null), "40", "80"));
    }

    [Fact]
    public void OrderOfEntries_Any_GivesTheSamePoints()
    {
        var cases = from rule in Gen.Elements<AspectRule>(RuleForms.Acceleration, More, Less, RuleForms.Ranks) from values in Gen.Choose(1, 40).ArrayOf(8) from seed in Gen.Choose(0, int.MaxValue)
                    select (rule, values: values.Select(value => $"{value}").ToArray(), seed);
        Properties.Hold(cases, c =>
        {
            var order = Properties.Shuffled(Enumerable.Range(0, 8), c.seed);
            var straight = Field(c.rule, c.values).Split(' ');
            return Field(c.rule, [.. order.Select(i => c.values[i])]) == string.Join(' ', order.Select(i => straight[i]));
        }, 500);
    }

    [Fact]
    public void BetterValue_Any_NeverLowersItsPointsAndStaysInBounds()
    {
        var cases = from rule in Gen.Elements<AspectRule>(RuleForms.Acceleration, More, Less, RuleForms.Ranks) from values in Gen.Choose(1, 40).ArrayOf(6) from change in Gen.Choose(0, 5)
                    select (rule, values, change);
        Properties.Hold(cases, c =>
        {
            var sign = c.rule is ShareOfBest { Better: TieBreakOrder.HigherFirst } or RankPoints ? 1 : -1;
            int[] better = [.. c.values];
            better[0] = Math.Max(1, better[0] + (sign * c.change));
            var (before, after) = (Exact(c.rule, c.values), Exact(c.rule, better));
            var most = SchemeRules.FullMarkOf(RuleForms.Of(c.rule, c.rule is ShareOfBest ? "10" : null))!.Value;
            return after >= before && after <= most && before >= Fraction.Zero;
        }, 1000);
    }

    private static Fraction Exact(AspectRule rule, int[] values) =>
        Totals(RuleForms.Of(rule, rule is ShareOfBest ? "10" : null), [.. values.Select(value => $"{value}")])[0]!.Value;

    private static string Field(AspectRule rule, params string?[] values) =>
        Text(Totals(RuleForms.Of(rule, rule is ShareOfBest ? "10" : null), [.. values.Select(value => value ?? "-")]));

    private static string Pairs(params string[] entries) => Pairs(KnockOut(), entries);

    private static string Pairs(MarkingForm form, params string[] entries)
    {
        var (calculator, all) = Draw(form, entries);
        return Text(all.Select(entry => calculator.Calculate(entry).Scores.Aspects[0].Points));
    }

    private static string[] PairSteps(MarkingForm form, int place, params string[] entries)
    {
        var (calculator, all) = Draw(form, entries);
        return [.. calculator.Explain(all[place]).Worked.Parts[0].Parts[0].Parts[0].Parts[0].Steps.Select(WorkedTests.Text)];
    }

    // "pair:mark"; an exclamation mark is an entry that takes no part any more.
    private static (EntryCalculator Calculator, List<ContestEntry> Entries) Draw(MarkingForm form, string[] entries)
    {
        var scheme = Compile(form);
        var all = entries.Select((entry, i) => (Parts: entry.TrimStart('!').Split(':'), Out: entry[0] == '!', Code: $"E{i}"))
            .Select(entry => new ContestEntry(entry.Code, "", !entry.Out, [Mark("pair", 0, entry.Parts[0]), .. Marks("a", entry.Parts[1])])).ToList();
        return (new(scheme, FieldContext.Gather(scheme, all)), all);
    }

    private static MarkingForm KnockOut(Score? bye = null) =>
        RuleForms.Of(new PairWin("pair", TieBreakOrder.LowerFirst, bye) { ValueMax = Points("600") }, null, Aspect("pair", new Imported(), null) with { Role = AspectRole.Info });

    private static string Text(IEnumerable<Fraction?> points) => string.Join(' ', points.Select(value => value is { } exact ? ScoreText.Format(exact) : "-"));

    private static string[] Steps(MarkingForm form, params string[] values)
    {
        var (scheme, entries) = (Compile(form), Entries(values));
        var worked = new EntryCalculator(scheme, FieldContext.Gather(scheme, entries)).Explain(entries[0]).Worked;
        return [.. worked.Parts[0].Parts[0].Parts[0].Parts[0].Steps.Select(WorkedTests.Text)];
    }

    private static Fraction?[] Totals(MarkingForm form, string[] values)
    {
        var (scheme, entries) = (Compile(form), Entries(values));
        var calculator = new EntryCalculator(scheme, FieldContext.Gather(scheme, entries));
        return [.. entries.Select(entry => calculator.Calculate(entry).Total)];
    }

    private static List<ContestEntry> Entries(string[] values) =>
        [.. values.Select((marks, i) => new ContestEntry($"E{i}", "", true, [.. Marks("a", marks.Split(','))]))];

    private static CompiledScheme Compile(MarkingForm form) => CompiledScheme.Compile(Scheme(Module("m", form)) with { FullMark = null });
}
