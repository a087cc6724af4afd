using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Tests.Shared;
using CompetitionHub.TestKit.Builders;
using FieldContext = CompetitionHub.Core.Standings.Calculation.FieldContext;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>What must hold for whole boards under every rule, comparator and normalisation: thousands of generated contests.</summary>
public sealed class ContestProperties
{
    private const int Contests = 2000;

    [Fact]
    public void Board_OrderOfEntriesAndMarks_DoesNotMatter() => Hold(contest =>
    {
        var shuffled = Properties.Shuffled(contest.Entries, contest.Seed).Select(entry => entry with { Marks = Properties.Shuffled(entry.Marks, contest.Seed) });
        return Board(contest.Scheme, contest).SequenceEqual(Board(contest.Scheme, contest with { Entries = [.. shuffled] }));
    });

    [Fact]
    public void Board_OrderOfJudges_DoesNotMatter() => Hold(contest =>
    {
        // Weights belong to seats: there the order is the rule.
        if (contest.Document.Contains("\"weighted_mean\"", StringComparison.Ordinal))
            return true;
        var seats = contest.Scheme.AllForms().SelectMany(form => form.Aspects.Where(aspect => aspect.Kind == AspectKind.PanelScore).Select(aspect => (aspect.Key, form.Judges)))
            .ToDictionary(aspect => aspect.Key, aspect => Properties.Shuffled(Enumerable.Range(1, aspect.Judges), contest.Seed + aspect.Judges));
        var moved = contest.Entries.Select(entry => entry with
        {
            Marks = [.. entry.Marks.Select(mark => seats.TryGetValue(mark.AspectKey, out var seat) ? mark with { Seat = seat[mark.Seat - 1] } : mark)],
        });
        return Board(contest.Scheme, contest).SequenceEqual(Board(contest.Scheme, contest with { Entries = [.. moved] }));
    });

    [Fact]
    public void Explanation_Any_IsOfWhatIsCalculated() => Hold(contest =>
    {
        var scheme = CompiledScheme.Compile(contest.Scheme);
        var calculator = new EntryCalculator(scheme, FieldContext.Gather(scheme, contest.Entries), new(contest.Decisions));
        return contest.Entries.All(entry =>
        {
            var (result, worked) = calculator.Explain(entry);
            return result.Keys.SequenceEqual(calculator.Calculate(entry).Keys) && worked.Exact == result.Total?.ToString() && worked.NoResult == result.Scores.Total.IsNoResult
                && Leaves(worked, SchemeLevel.Aspect).SequenceEqual(result.Scores.Aspects.Select(aspect => aspect.Points?.ToString()))
                && Leaves(worked, SchemeLevel.Module).SequenceEqual(result.Scores.Modules.Select(module => module.Points?.ToString()));
        });
    });

    [Fact]
    public void Document_WrittenAndReadAgain_RanksTheSame() => Hold(contest =>
    {
        var written = SchemeJson.Write(contest.Scheme);
        var again = SchemeJson.Read(written).Value;
        return SchemeJson.Write(again) == written && Board(contest.Scheme, contest).SequenceEqual(Board(again, contest));
    });

    [Fact]
    public void Styles_Any_ShareAndNumberAsTheySay() => Hold(contest =>
    {
        var shared = Places(contest.Scheme with { Ranks = RankStyle.Shared }, contest);
        var dense = Places(contest.Scheme with { Ranks = RankStyle.Dense }, contest);
        var unique = Places(contest.Scheme with { Ranks = RankStyle.Unique }, contest);
        return shared.Zip(dense, unique).All(row =>
        {
            var (one, other, third) = row;
            return one.Line.Code == other.Line.Code && one.Line.Code == third.Line.Code && one.Shared == other.Shared && one.Shared == third.Shared
                && third.IsUnresolved == third.Shared && !one.IsUnresolved && !other.IsUnresolved && third.Rank == one.Rank
                && one.Rank == (one.Rank is null ? null : 1 + shared.Count(line => line.Rank < one.Rank))
                && other.Rank == (one.Rank is null ? null : 1 + shared.Where(line => line.Rank < one.Rank).Select(line => line.Rank).Distinct().Count());
        });
    });

    [Fact]
    public void Lot_AtTheEnd_LeavesNobodyEqual() => Hold(contest =>
        Places(contest.Scheme with { TieBreaks = [.. contest.Scheme.TieBreaks, new LotTieBreak("seed")] }, contest).All(line => !line.Shared));

    [Fact]
    public void BetterMark_WhereTheRuleIsMonotone_NeverLowersTotalOrRank()
    {
        var tried = Enumerable.Range(1, 3 * Contests).Select(RandomContest.Of).Select(contest => (contest, Better: BetterMarks.Of(contest)))
            .Where(row => row.Better is not null).Select(row => (row.contest, Better: row.Better!)).ToList();

        Assert.True(tried.Count > Contests, $"only {tried.Count} contests had a mark that could be better");
        Assert.True(tried.Select(row => row.Better.Kind).Distinct().Count() >= 10, "kinds of rules");
        Assert.Empty(tried.Where(row => !IsNoWorse(row.contest, row.Better)).Select(row => $"seed {row.contest.Seed}, {row.Better.Code} {row.Better.Aspect}").Take(5));
    }

    private static bool IsNoWorse(RandomContest contest, BetterMark better)
    {
        var (before, after) = (Find(contest), Find(contest with { Entries = [.. contest.Entries.Select(entry => entry.Code == better.Code ? entry with { Marks = better.Marks } : entry)] }));
        var more = Nullable.Compare(Value(after), Value(before)) * (contest.Scheme.RankOrder == TieBreakOrder.LowerFirst ? -1 : 1);
        return more >= 0 && (!better.MovesRank || Nullable.Compare(after.Rank, before.Rank) <= 0);

        PlacedLine Find(RandomContest one) => Places(contest.Scheme, one).Single(line => line.Line.Code == better.Code);

        // The exact total as it ranks: turned round where fewer points are better.
        Fraction? Value(PlacedLine line) => line.Line.Keys[contest.Scheme.RankBy == RankBy.LastStage ? 1 : 0] is { } key ? Fraction.Parse(key) : null;
    }

    private static void Hold(Func<RandomContest, bool> property) =>
        Assert.Empty(Enumerable.Range(1, Contests).Where(seed => !property(RandomContest.Of(seed))).Take(5));

    private static IReadOnlyList<PlacedLine> Places(MarkingScheme rules, RandomContest contest)
    {
        var scheme = CompiledScheme.Compile(rules);
        var calculator = new EntryCalculator(scheme, FieldContext.Gather(scheme, contest.Entries), new(contest.Decisions));
        return BoardOrder.Of(contest.Entries.Select(entry =>
            new BoardLine { Code = entry.Code, Status = entry.TakesPart ? EntryStatus.Active : EntryStatus.Withdrawn }.With(calculator.Calculate(entry), scheme)), scheme);
    }

    private static IEnumerable<string> Board(MarkingScheme rules, RandomContest contest) => Places(rules, contest).Select(line =>
        $"{line.Line.Code} {line.Place} {line.Rank} {line.Shared} {line.DecidedBy} {line.IsUnresolved} {line.Line.Total} {string.Join(' ', line.Line.Keys)} {string.Join(' ', line.Line.Modules)} {line.Line.Marked}");

    private static IEnumerable<string?> Leaves(WorkedNode node, SchemeLevel level) =>
        node.Level == level ? [node.NoResult ? null : node.Exact] : node.Parts.SelectMany(part => Leaves(part, level));
}
