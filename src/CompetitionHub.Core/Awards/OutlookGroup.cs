using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Awards;

/// <summary>
/// Counts how many of a group may end, and how many surely will end, ahead of one of them; see <see cref="Outlook"/>. Sorted once, so that asking about
/// everybody takes no time that grows with the square of the field.
/// </summary>
internal sealed class OutlookGroup
{
    private readonly ContestField field;
    private readonly TieRule ties;
    private readonly int unknown;
    private readonly FieldLine[] final;
    private readonly Fraction[] finalPoints;
    private readonly Fraction[] highest;
    private readonly Fraction[] lowest;

    public OutlookGroup(ContestField field, TieRule ties, IReadOnlyCollection<FieldLine> lines)
    {
        (this.field, this.ties, Count) = (field, ties, lines.Count);
        final = [.. lines.Where(line => line.IsFinal)];
        Array.Sort(final, field.Compare);
        var open = lines.Where(line => !line.IsFinal && line.Bounds is not null).ToList();
        unknown = lines.Count - final.Length - open.Count;
        finalPoints = Sorted(final, line => High(line.Bounds!));
        highest = Sorted(open, line => High(line.Bounds!));
        lowest = Sorted(open, line => Low(line.Bounds!));
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>How many others of the group may end level with one of its lines or ahead of it.</summary>
    public int MayBeAhead(FieldLine line)
    {
        if (line.Bounds is not { } own)
            return Count - 1;
        var worst = Low(own);
        // It may end level with itself, too.
        return unknown + From(highest, worst) - 1 + (line.IsFinal
            ? First(final, other => (ties == TieRule.Exclude ? field.ComparePoints(other, line) : field.Compare(other, line)) <= 0)
            : From(finalPoints, worst));
    }

    /// <summary>How many of the group will end ahead of a line.</summary>
    public int SurelyAhead(FieldLine line)
    {
        if (line.Bounds is not { } own)
            return 0;
        var best = High(own);
        return Above(lowest, best) + (line.IsFinal
            ? First(final, other => (ties == TieRule.Comparators ? field.Compare(other, line) : field.ComparePoints(other, line)) < 0)
            : Above(finalPoints, best));
    }

    // Points turned so that more is better.
    private Fraction High(ScoreBounds bounds) => field.LowerIsBetter ? -bounds.Low : bounds.High;

    private Fraction Low(ScoreBounds bounds) => field.LowerIsBetter ? -bounds.High : bounds.Low;

    private static Fraction[] Sorted(IEnumerable<FieldLine> lines, Func<FieldLine, Fraction> value)
    {
        Fraction[] values = [.. lines.Select(value)];
        Array.Sort(values);
        return values;
    }

    private static int From(Fraction[] ascending, Fraction least) => ascending.Length - First(ascending, value => value < least);

    private static int Above(Fraction[] ascending, Fraction bound) => ascending.Length - First(ascending, value => value <= bound);

    // How many at the beginning of a sorted array a statement holds for.
    private static int First<T>(T[] sorted, Func<T, bool> holds)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(sorted[middle]))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
