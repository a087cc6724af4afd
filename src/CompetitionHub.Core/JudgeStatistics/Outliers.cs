namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>Why a mark, or the marks of an entry, deserve a second look.</summary>
public enum FlagKind
{
    /// <summary>The mark stands apart: |0.6745·(x − median)/MAD| &gt; 3.5 (Iglewicz &amp; Hoaglin 1993).</summary>
    Outlier,
    /// <summary>Most judges agree exactly, and this mark is further from them than the limit.</summary>
    Gap,
    /// <summary>Highest and lowest of a small panel are further apart than the limit.</summary>
    Spread,
}

/// <summary>Something to look at again. <paramref name="Judge"/> and <paramref name="Mark"/> are null for a spread; <paramref name="Score"/> is there for an outlier.</summary>
public sealed record Flag(int Entry, int? Judge, FlagKind Kind, double? Mark, double Median, double Distance, double? Score);

/// <summary>Finds marks that stand apart from the others of the same entry; domain.md §6-5.</summary>
internal static class Outliers
{
    private const double Threshold = 3.5;
    private const double Consistency = 0.6745;
    private const int SmallPanel = 5;
    // Marks are decimal, distances between them are not: exactly the limit is not over it.
    private const double Hair = 1e-9;

    /// <summary>All flags; without a <paramref name="limit"/> (points) only the robust score flags.</summary>
    public static List<Flag> Find(PanelMatrix matrix, double? limit) =>
        [.. Enumerable.Range(0, matrix.Entries).SelectMany(entry => Find(entry, matrix.Entry(entry), limit ?? double.PositiveInfinity))];

    private static List<Flag> Find(int entry, IReadOnlyList<double?> marks, double limit)
    {
        var there = marks.OfType<double>().ToList();
        if (there.Count < 2)
            return [];
        var median = Moments.Median(there);
        var deviation = Moments.Median(there.Select(mark => Math.Abs(mark - median)));
        var flags = new List<Flag>();
        for (var judge = 0; judge < marks.Count; judge++)
        {
            if (marks[judge] is not { } mark)
                continue;
            double? score = deviation > 0 ? Consistency * (mark - median) / deviation : null;
            if (score is { } m ? Math.Abs(m) > Threshold + Hair : Math.Abs(mark - median) > limit + Hair)
                flags.Add(new(entry, judge, score is null ? FlagKind.Gap : FlagKind.Outlier, mark, median, Math.Abs(mark - median), score));
        }
        // The source speaks of three to five judges; of two, neither can be the outlier and only this is left.
        var spread = there.Max() - there.Min();
        if (flags.Count == 0 && there.Count <= SmallPanel && spread > limit + Hair)
            flags.Add(new(entry, null, FlagKind.Spread, null, median, spread, null));
        return flags;
    }
}
