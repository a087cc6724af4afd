using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Standings;

/// <summary>Why an entry has its rank: what parts it from whoever is ranked before and after it, and who is equal. Read from the rows of one audience only.</summary>
/// <param name="Above">The entry before it; null for the first.</param>
/// <param name="Below">The entry after it; null for the last.</param>
/// <param name="SharedWith">Who is equal in everything that is compared.</param>
public sealed record RankReasons(Neighbour? Above, Neighbour? Below, IReadOnlyList<PlacedLine> SharedWith)
{
    /// <summary>The reasons for a ranked line of a board in order; null for one without a rank.</summary>
    public static RankReasons? Of(IReadOnlyList<PlacedLine> lines, PlacedLine row, CompiledScheme scheme)
    {
        if (row.Place != BoardPlace.Ranked)
            return null;
        var ranked = lines.TakeWhile(line => line.Place == BoardPlace.Ranked).ToList();
        var first = ranked.FindIndex(line => line.Rank == row.Rank);
        var last = ranked.FindLastIndex(line => line.Rank == row.Rank);
        return new(
            first > 0 ? Neighbour.Of(ranked[first - 1], row, scheme) : null,
            last < ranked.Count - 1 ? Neighbour.Of(ranked[last + 1], row, scheme) : null,
            [.. ranked.GetRange(first, last - first + 1).Where(line => line.Line.Code != row.Line.Code)]);
    }
}

/// <summary>An entry that is ranked next to another, and what was compared until one thing decided.</summary>
/// <param name="Row">The neighbour.</param>
/// <param name="Compared">What was compared, in order; all but the last were equal.</param>
public sealed record Neighbour(PlacedLine Row, IReadOnlyList<Comparison> Compared)
{
    internal static Neighbour Of(PlacedLine other, PlacedLine row, CompiledScheme scheme)
    {
        var (own, others) = (Read(row), Read(other));
        Ranking.Compare(own, others, out var place);
        return new(other, [.. Enumerable.Range(0, Math.Min(place + 1, own.Count)).Select(i => Comparison.Of(scheme, i, own[i], others[i]))]);
    }

    private static List<Fraction?> Read(PlacedLine row) => [.. row.Line.Keys.Select(key => key is null ? (Fraction?)null : Fraction.Parse(key))];
}

/// <summary>One thing that two entries were compared by.</summary>
/// <param name="TieBreak">The comparator; null for the points, and for how far an entry came.</param>
/// <param name="IsReachedStage">True for how far an entry came.</param>
/// <param name="Step">The place among the comparator's values, from 1: the second best part of a countback is 2.</param>
/// <param name="Own">The entry's value as it was computed; null where it has none.</param>
/// <param name="Other">The neighbour's.</param>
/// <param name="LowerIsBetter">True when less is better.</param>
public sealed record Comparison(TieBreak? TieBreak, bool IsReachedStage, int Step, Fraction? Own, Fraction? Other, bool LowerIsBetter)
{
    internal static Comparison Of(CompiledScheme scheme, int place, Fraction? own, Fraction? other)
    {
        var owner = scheme.KeyOwners[place];
        var step = place - scheme.KeyOwners.TakeWhile(one => one != owner).Count() + 1;
        var tieBreak = owner > 0 ? scheme.Scheme.TieBreaks[owner - 1] : null;
        var lower = owner != CompiledScheme.ReachedStage && (tieBreak?.Order ?? scheme.Scheme.RankOrder) == TieBreakOrder.LowerFirst;
        // Keys are turned so that more is always better; what people read is not.
        return new(tieBreak, owner == CompiledScheme.ReachedStage, step, lower ? -own : own, lower ? -other : other, lower);
    }
}
