namespace CompetitionHub.Core.Verification;

/// <summary>Values in order, so that a place among them is found without looking at each.</summary>
internal sealed class OrderedValues(IEnumerable<Rational> values)
{
    private readonly Rational[] sorted = [.. values.Order()];

    public int Count => sorted.Length;

    public Rational Least => sorted[0];

    public Rational Most => sorted[^1];

    /// <summary>One more than how many are better.</summary>
    public int Rank(Rational value, bool higher) => 1 + (higher ? Count - Before(value, withEquals: true) : Before(value, withEquals: false));

    private int Before(Rational value, bool withEquals)
    {
        var (from, to) = (0, Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            var order = sorted[middle].CompareTo(value);
            if (order < 0 || (withEquals && order == 0))
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }
}
