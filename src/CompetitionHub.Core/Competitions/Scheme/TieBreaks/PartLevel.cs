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
        scores => level.Values(scores) is { Count: > 0 } values ? order == TieBreakOrder.HigherFirst ? values.Max() : values.Min() : null;

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
        var sorting = new object();
        return [.. Enumerable.Range(0, count).Select(place => (Func<EntryScores, Fraction?>)(scores => At(scores, place)))];

        Fraction? At(EntryScores scores, int place)
        {
            var sorted = scores.Sorted(sorting, () =>
            {
                var values = level.Values(scores);
                values.Sort((left, right) => order == TieBreakOrder.HigherFirst ? right.CompareTo(left) : left.CompareTo(right));
                return values;
            });
            return place < sorted.Count ? sorted[place] : null;
        }
    }

    private static List<Fraction> Values(this PartLevel level, EntryScores scores)
    {
        var parts = level switch
        {
            PartLevel.Aspect => scores.Aspects,
            PartLevel.Form => scores.Forms,
            PartLevel.Module => scores.Modules,
        };
        var values = new List<Fraction>(parts.Length);
        for (var place = 0; place < parts.Length; place++)
        {
            if (parts[place].Points is { } points && (level != PartLevel.Aspect || scores.IsResult(place)))
                values.Add(points);
        }
        return values;
    }
}
