using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings;

/// <summary>An item with its rank.</summary>
/// <param name="Item">What is ranked.</param>
/// <param name="Rank">Equals share a rank; what comes after them is the style's.</param>
/// <param name="Shared">True when another item has the same rank.</param>
/// <param name="DecidedBy">Place of the key that put it behind the item above; null for the first and for equals.</param>
public sealed record Ranked<T>(T Item, int Rank, bool Shared, int? DecidedBy);

/// <summary>Ranking by exact keys, more being better; a missing key is behind every value.</summary>
public static class Ranking
{
    /// <summary>
    /// Ranks items whose keys have the same length. <paramref name="amongEquals"/> orders items that share a rank (for a stable
    /// picture only), so that the order of the input never matters.
    /// </summary>
    public static IReadOnlyList<Ranked<T>> Rank<T>(
        IEnumerable<T> items, Func<T, IReadOnlyList<Fraction?>> keys, Comparison<T>? amongEquals = null, RankStyle style = RankStyle.Shared)
    {
        var rows = items.Select(item => (Keys: keys(item), Item: item)).ToArray();
        Array.Sort(rows, (left, right) =>
        {
            var order = Compare(left.Keys, right.Keys, out _);
            return order != 0 || amongEquals is null ? order : amongEquals(left.Item, right.Item);
        });

        var ranked = new Ranked<T>[rows.Length];
        var groups = 0;
        for (var start = 0; start < rows.Length;)
        {
            int? decidedBy = null;
            if (start > 0)
            {
                Compare(rows[start - 1].Keys, rows[start].Keys, out var place);
                decidedBy = place;
            }
            var end = start + 1;
            while (end < rows.Length && Compare(rows[start].Keys, rows[end].Keys, out _) == 0)
                end++;
            groups++;
            var rank = style == RankStyle.Dense ? groups : start + 1;
            for (var i = start; i < end; i++)
                ranked[i] = new(rows[i].Item, rank, end - start > 1, i == start ? decidedBy : null);
            start = end;
        }
        return ranked;
    }

    /// <summary>Negative when <paramref name="left"/> ranks before <paramref name="right"/>, zero when they are equal in every key.</summary>
    public static int Compare(IReadOnlyList<Fraction?> left, IReadOnlyList<Fraction?> right, out int place)
    {
        for (place = 0; place < left.Count; place++)
        {
            var order = (left[place], right[place]) switch
            {
                ({ } one, { } other) => other.CompareTo(one),
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
            };
            if (order != 0)
                return order;
        }
        return 0;
    }
}
