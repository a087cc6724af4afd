using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>The parts that a comparator looks at one by one.</summary>
public enum PartLevel
{
    /// <summary>Aspects that give points or a bonus.</summary>
    Aspect,
    /// <summary>Forms.</summary>
    Form,
    /// <summary>Modules.</summary>
    Module,
}

/// <summary>What comparators read from an entry's parts.</summary>
internal static class PartLevels
{
    public static Func<EntryScores, Fraction?> Best(this PartLevel level, TieBreakOrder order) =>
        scores => level.Values(scores).OrderBy(points => points, Comparison(order)).Select(points => (Fraction?)points).FirstOrDefault();

    public static Func<EntryScores, Fraction?> WithPoints(this PartLevel level) =>
        scores => Fraction.Of(level.Values(scores).Count(points => points.Sign > 0));

    /// <summary>The best part, the second best and so on: as many keys as there are parts, sorted once per entry.</summary>
    public static IReadOnlyList<Func<EntryScores, Fraction?>> Countback(this PartLevel level, CompiledScheme scheme, TieBreakOrder order)
    {
        var count = level switch
        {
            PartLevel.Aspect => scheme.AspectCount,
            PartLevel.Form => scheme.Forms.Count,
            PartLevel.Module => scheme.Modules.Count,
        };
        return [.. Enumerable.Range(0, count).Select(place => (Func<EntryScores, Fraction?>)(scores => At(scores, place)))];

        Fraction? At(EntryScores scores, int place)
        {
            var sorted = scores.Sorted((level, order), () => [.. level.Values(scores).OrderBy(points => points, Comparison(order))]);
            return place < sorted.Length ? sorted[place] : null;
        }
    }

    private static IEnumerable<Fraction> Values(this PartLevel level, EntryScores scores) => (level switch
    {
        PartLevel.Aspect => scores.Aspects.Where((_, place) => scores.IsResult(place)),
        PartLevel.Form => scores.Forms,
        PartLevel.Module => scores.Modules,
    }).Select(part => part.Points).OfType<Fraction>();

    private static Comparer<Fraction> Comparison(TieBreakOrder order) => Comparer<Fraction>.Create((left, right) =>
        order == TieBreakOrder.HigherFirst ? right.CompareTo(left) : left.CompareTo(right));
}
