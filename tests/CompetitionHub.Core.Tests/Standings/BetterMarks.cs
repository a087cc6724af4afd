using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Tests.Shared;
using CompetitionHub.TestKit.Builders;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>A contest's entry with one mark made better.</summary>
/// <param name="MovesRank">False where a comparator prefers less: then a better mark may lose a tie.</param>
internal sealed record BetterMark(string Code, string Aspect, string Kind, CountedMark[] Marks, bool MovesRank);

/// <summary>
/// Which way a mark has to move to be better, and where that cannot be said. Not monotone, because the rules of the field want it so: closest mean (another window of
/// judges may be nearer to each other), judgement (a wider spread is void), consensus (marks that differ are void), levels by item (a table may not know the lower mark, and nothing yet is more than points below zero), tolerance bands (there is a right value), knock-out
/// pairs (equal values are void), panel ranks (their points are places, and more is better only where the scheme turns them round), and every module that is corrected
/// between panels (a better mark lifts the mean it is divided by).
/// </summary>
internal static class BetterMarks
{
    public static BetterMark? Of(RandomContest contest)
    {
        var corrected = contest.Scheme.Stages.SelectMany(stage => stage.Modules).Where(module => module.Normalise is { IsAdvisory: false })
            .SelectMany(module => module.Forms).SelectMany(form => form.Aspects).Select(aspect => aspect.Key).ToHashSet();
        var aspects = contest.Scheme.AllAspects().Where(aspect => aspect.Role != AspectRole.Info && !corrected.Contains(aspect.Key)).ToDictionary(aspect => aspect.Key);
        foreach (var entry in Properties.Shuffled(contest.Entries.Where(entry => entry.TakesPart), contest.Seed))
        {
            var marks = entry.Marks.ToArray();
            foreach (var place in Properties.Shuffled(Enumerable.Range(0, marks.Length), contest.Seed))
            {
                if (marks[place].Value is not { } value || !aspects.TryGetValue(marks[place].AspectKey, out var aspect) || Next(aspect, value, contest) is not { } better)
                    continue;
                marks[place] = marks[place] with { Value = better };
                return new(entry.Code, aspect.Key, aspect.Rule.Word, marks, MovesRank(contest.Scheme, aspect));
            }
        }
        return null;
    }

    private static bool MovesRank(MarkingScheme scheme, Aspect aspect) =>
        scheme.RankOrder == TieBreakOrder.HigherFirst && aspect.Role != AspectRole.Penalty
        && scheme.TieBreaks.All(by => by is LotTieBreak or CommitteeTieBreak || by.Order == TieBreakOrder.HigherFirst);

    // The nearest better mark that anybody has, or one more than it.
    private static Score? Next(Aspect aspect, Score value, RandomContest contest)
    {
        var direction = Direction(aspect.Rule) * (aspect.Role == AspectRole.Penalty ? -1 : 1);
        if (direction == 0)
            return null;
        return contest.Entries.SelectMany(entry => entry.Marks).Where(mark => mark.AspectKey == aspect.Key).Select(mark => mark.Value).OfType<Score>()
            .Append(new Score(value.Millionths + (direction * Score.Unit)))
            .Where(other => (other.Millionths - value.Millionths) * direction > 0 && MarkRules.Check(aspect, MarkState.Value, other) is null)
            .OrderBy(other => (other.Millionths - value.Millionths) * direction).Cast<Score?>().FirstOrDefault();
    }

    private static int Direction(AspectRule rule) => rule switch
    {
        PanelScore panel => panel.Panel is ClosestMean ? 0 : 1,
        Levels levels => levels.Panel is ClosestMean || levels.Tables.Count > 1 ? 0 : 1,
        DirectPoints or Imported or Binary or Stepped or GainPerHit => 1,
        DeductionPerFault or TimeRatio or Piecewise => -1,
        PowerPoints power => power.Better == TieBreakOrder.HigherFirst ? 1 : -1,
        ShareOfBest share => share.Better == TieBreakOrder.HigherFirst ? 1 : -1,
        RankPoints ranks => ranks.Better == TieBreakOrder.HigherFirst ? 1 : -1,
        _ => 0,
    };
}
