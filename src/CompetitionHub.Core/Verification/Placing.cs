namespace CompetitionHub.Core.Verification;

/// <summary>Places the entries of a contest by what they are compared by.</summary>
internal static class Placing
{
    public static IReadOnlyList<ComputedEntry> Of(IReadOnlyList<ComputedEntry> entries, string style)
    {
        var groups = entries.Where(entry => entry.Place == ComputedPlace.Ranked)
            .Order(Comparer<ComputedEntry>.Create((left, right) => -Compare(left.Keys, right.Keys))).ToList();
        var placed = entries.Where(entry => entry.Place != ComputedPlace.Ranked).ToList();
        for (var (start, group) = (0, 1); start < groups.Count; group++)
        {
            var equals = groups.Skip(start).TakeWhile(entry => Compare(entry.Keys, groups[start].Keys) == 0).ToList();
            placed.AddRange(equals.Select(entry => entry with
            {
                Rank = style == "dense" ? group : start + 1,
                IsShared = equals.Count > 1,
                IsUnresolved = equals.Count > 1 && style == "unique",
            }));
            start += equals.Count;
        }
        return placed;
    }

    /// <summary>Key by key; whoever lacks a key is behind whoever has it.</summary>
    public static int Compare(IReadOnlyList<ComparedKey> left, IReadOnlyList<ComparedKey> right)
    {
        foreach (var (ours, theirs) in left.Zip(right))
        {
            for (var i = 0; i < Math.Max(ours.Values.Count, theirs.Values.Count); i++)
            {
                var order = (ours.Values.ElementAtOrDefault(i), theirs.Values.ElementAtOrDefault(i)) switch
                {
                    (null, null) => 0,
                    (null, _) => -1,
                    (_, null) => 1,
                    ({ } our, { } their) => our.CompareTo(their),
                };
                if (order != 0)
                    return order;
            }
        }
        return 0;
    }
}
