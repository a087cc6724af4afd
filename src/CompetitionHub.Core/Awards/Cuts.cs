using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Awards;

/// <summary>Where a line falls among candidates, and what it does to those who are tied there. Pure.</summary>
internal static class Cuts
{
    /// <summary>Takes the first so many of <paramref name="candidates"/>, who stand in the order of the board.</summary>
    public static Cut Take(IReadOnlyList<FieldLine> candidates, int places, TieRule ties, ContestField field)
    {
        if (places <= 0)
            return new(0, 0, 0, TieEffect.None);
        if (places >= candidates.Count)
            return new(candidates.Count, candidates.Count, candidates.Count, TieEffect.None);
        var last = candidates[places - 1];
        if (!Tied(last, candidates[places]))
            return new(places, places, places, TieEffect.None);
        var (start, end) = (places - 1, places + 1);
        while (start > 0 && Tied(candidates[start - 1], last))
            start--;
        while (end < candidates.Count && Tied(last, candidates[end]))
            end++;
        return ties switch
        {
            TieRule.Include => new(end, start, end, TieEffect.Included),
            TieRule.Exclude => new(start, start, end, TieEffect.Excluded),
            TieRule.Comparators => new(start, start, end, TieEffect.Unresolved),
        };

        bool Tied(FieldLine one, FieldLine other) =>
            (ties == TieRule.Comparators ? field.Compare(one, other) : field.ComparePoints(one, other)) == 0;
    }
}

/// <summary>What a cut took: the first <paramref name="Taken"/>; those from <paramref name="TieStart"/> to before <paramref name="TieEnd"/> are tied at it.</summary>
internal readonly record struct Cut(int Taken, int TieStart, int TieEnd, TieEffect Effect);

/// <summary>What became of those who are tied at a cut.</summary>
internal enum TieEffect
{
    /// <summary>Nobody is tied.</summary>
    None,
    /// <summary>All of them are in.</summary>
    Included,
    /// <summary>All of them are out.</summary>
    Excluded,
    /// <summary>A lot or a committee has to decide.</summary>
    Unresolved,
}
