using System.Globalization;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.TestKit.Builders;

/// <summary>
/// A whole generated contest: a valid scheme over all rules, its document, entries in every state with marks in every state, and decisions between
/// equals. The same seed makes the same contest.
/// </summary>
public sealed record RandomContest(
    int Seed, string Document, MarkingScheme Scheme, IReadOnlyList<ContestEntry> Entries, IReadOnlyList<RankDecision> Decisions)
{
    /// <summary>The contest of a seed; a generated scheme that its own check refuses is a mistake of the generator and throws.</summary>
    public static RandomContest Of(int seed)
    {
        var dice = new Dice(seed);
        var schemes = new RandomSchemes(dice);
        var document = schemes.Next().ToJsonString();
        var scheme = SchemeJson.Read(document);
        if (!scheme.Succeeded)
            throw new InvalidOperationException($"Seed {seed}: {string.Join(", ", scheme.Errors)}\n{document}");
        if (SchemeRules.Check(scheme.Value).FirstOrDefault(problem => problem.Severity == SchemeSeverity.Refused) is { } refused)
            throw new InvalidOperationException($"Seed {seed}: {refused.Path} {refused.Error}\n{document}");
        var marks = new RandomMarks(dice, schemes, scheme.Value);
        var entries = new List<ContestEntry>();
        foreach (var number in Enumerable.Range(1, dice.Between(1, 8)))
        {
            // Equals are what ranking is about.
            var given = entries.Count > 0 && dice.Falls(35) ? marks.Like(dice.Of<ContestEntry>([.. entries]).Marks) : marks.Next();
            entries.Add(new($"E{number:00}", dice.Of("", "1", "2"), dice.Falls(90), [.. given]));
        }
        return new(seed, document, scheme.Value, dice.Shuffled(entries), Decide(dice, scheme.Value, entries));
    }

    private static List<RankDecision> Decide(Dice dice, MarkingScheme scheme, List<ContestEntry> entries)
    {
        var decisions = new List<RankDecision>();
        foreach (var _ in Enumerable.Range(0, scheme.TieBreaks.Any(by => by is CommitteeTieBreak) ? dice.Below(3) : 0))
            decisions.Add(new(RankDecisionKind.Committee, [.. dice.Shuffled(entries.Select(entry => entry.Code)).Take(dice.Between(2, 4))], null, "reason"));
        foreach (var _ in Enumerable.Range(0, scheme.TieBreaks.Any(by => by is LotTieBreak) ? dice.Below(3) : 0))
            decisions.Add(new(RankDecisionKind.Lot, [], dice.Below(1000).ToString(CultureInfo.InvariantCulture), "reason"));
        return decisions;
    }
}

/// <summary>Generates the marks of an entry: mostly complete, else with everything that can happen to a mark.</summary>
internal sealed class RandomMarks(Dice dice, RandomSchemes schemes, MarkingScheme scheme)
{
    private readonly Dictionary<string, Aspect> aspects = scheme.AllAspects().ToDictionary(aspect => aspect.Key);

    public IEnumerable<CountedMark> Next()
    {
        var (missing, odd) = dice.Of((0, 0), (0, 0), (0, 12), (15, 12), (70, 5));
        return schemes.Aspects.SelectMany(aspect => Of(aspect, missing, odd)).Where(IsPossible);
    }

    /// <summary>The same marks, or the same but on one aspect.</summary>
    public IEnumerable<CountedMark> Like(IReadOnlyCollection<CountedMark> marks)
    {
        if (dice.Falls(50))
            return marks;
        var other = dice.Of<RandomAspect>([.. schemes.Aspects]);
        return marks.Where(mark => mark.AspectKey != other.Key).Concat(Of(other, 0, 0).Where(IsPossible));
    }

    private IEnumerable<CountedMark> Of(RandomAspect aspect, int missing, int odd)
    {
        if (dice.Falls(missing))
            yield break;
        var first = aspects[aspect.Key].Rule.FirstSeat;
        var agreed = aspect.IsAgreed && dice.Falls(80) ? aspect.Mark() : null;
        var common = dice.Falls(odd) ? dice.Of(MarkState.NotAttempted, MarkState.Failed) : (MarkState?)null;
        for (var seat = first; seat <= (aspect.IsPanel ? schemes.JudgesOf(aspect) : first); seat++)
        {
            var state = common is { } shared && !dice.Falls(15) ? shared : dice.Falls(odd) ? dice.Of(MarkState.NotAttempted, MarkState.JudgeAbsent, MarkState.Cleared, MarkState.Failed) : MarkState.Value;
            if (state != MarkState.Cleared)
                yield return new(aspect.Key, seat, state, state == MarkState.Value ? ScoreText.Parse(agreed ?? aspect.Mark()).Value : null);
        }
    }

    private bool IsPossible(CountedMark mark) => MarkRules.Check(aspects[mark.AspectKey], mark.State, mark.Value) is null;
}
