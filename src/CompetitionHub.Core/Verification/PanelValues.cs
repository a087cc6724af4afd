using System.Text.Json;

namespace CompetitionHub.Core.Verification;

/// <summary>Makes one value of a panel's marks. domain.md §2.6-2, §6-1 and the contract of the scheme document.</summary>
internal static class PanelValues
{
    /// <summary>The panel's value of marks by seat, not rounded; null where too few are left to make one.</summary>
    public static Rational? Of(JsonElement panel, IReadOnlyList<(int Seat, Rational Value)> marks)
    {
        var sorted = marks.Select(mark => mark.Value).Order().ToList();
        return panel.Word("kind", "mean") switch
        {
            _ when sorted.Count == 0 => null,
            "mean" => Spread.Mean(sorted),
            "trimmed_mean" => Trimmed(sorted, panel.Whole("drop_low", 0), panel.Whole("drop_high", 0)),
            "median" => Spread.Median(sorted),
            "closest_mean" => Closest(sorted, panel.Whole("count", 1)),
            "weighted_mean" => Weighted(marks, [.. panel.Items("weights").Select(weight => Rational.Parse(weight.ToString()))]),
            "sum" => Combining.Sum(sorted),
            "geometric_mean" => Geometric(panel, sorted),
            "exponential" => Exponential(panel.Number("first", 0), panel.Number("ratio", 0), sorted),
            var kind => throw new FormatException($"Panel rule {kind}"),
        };
    }

    /// <summary>The fewest marks that leave something to make a value of.</summary>
    public static int Needed(JsonElement panel) => panel.Word("kind", "mean") switch
    {
        "trimmed_mean" => panel.Whole("drop_low", 0) + panel.Whole("drop_high", 0) + 1,
        "closest_mean" => panel.Whole("count", 1),
        _ => 1,
    };

    private static Rational? Trimmed(List<Rational> sorted, int low, int high) =>
        sorted.Count <= low + high ? null : Spread.Mean(sorted[low..^high]);

    private static Rational? Closest(List<Rational> sorted, int count)
    {
        if (sorted.Count < count)
            return null;
        var median = Spread.Median(sorted);
        return Enumerable.Range(0, sorted.Count - count + 1)
            .Select(first => (Spread: sorted[first + count - 1] - sorted[first], Mean: Spread.Mean(sorted.GetRange(first, count))))
            .OrderBy(window => window.Spread).ThenBy(window => Rational.Abs(window.Mean - median)).ThenBy(window => window.Mean)
            .First().Mean;
    }

    private static Rational? Weighted(IReadOnlyList<(int Seat, Rational Value)> marks, IReadOnlyList<Rational> weights)
    {
        var weighed = marks.Select(mark => (Weight: weights[mark.Seat - 1], mark.Value)).ToList();
        var weight = Combining.Sum(weighed.Select(mark => mark.Weight));
        return weight.Sign == 0 ? null : Combining.Sum(weighed.Select(mark => mark.Weight * mark.Value)) / weight;
    }

    private static Rational? Geometric(JsonElement panel, List<Rational> marks) => marks[0].Sign < 0
        ? null
        : panel.Rounding(0).Of(Real.Root(marks.Aggregate((a, b) => a * b), marks.Count));

    // What was not attempted is no rank and worth nothing; ranks beyond a thousand are none, either.
    private static Rational? Exponential(Rational first, Rational ratio, List<Rational> marks) => marks.Any(mark => !mark.IsWhole || mark < 0 || mark > 1000)
        ? null
        : Combining.Sum(marks.Where(mark => mark > 0).Select(mark => first * Rational.Pow(ratio, (int)mark.Numerator - 1)));
}
