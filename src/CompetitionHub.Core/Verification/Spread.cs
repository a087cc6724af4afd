namespace CompetitionHub.Core.Verification;

/// <summary>Means, middles and deviations of a field, exactly.</summary>
internal static class Spread
{
    public static Rational Mean(IReadOnlyList<Rational> values) => Combining.Sum(values) / values.Count;

    /// <summary>The middle value; of an even number the mean of the two middle ones.</summary>
    public static Rational Median(IEnumerable<Rational> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>(x − mean) ÷ standard deviation of a field, a square root and so only comparable; zero where nothing deviates. The field is read once.</summary>
    public static Func<Rational, Real> Standardised(IReadOnlyList<Rational> field, string deviation)
    {
        var mean = Mean(field);
        var squares = Combining.Sum(field.Select(value => (value - mean) * (value - mean)));
        var divisor = deviation == "sample" ? field.Count - 1 : field.Count;
        return x =>
        {
            if (squares.Sign == 0 || divisor == 0 || x == mean)
                return Real.Of(0);
            var size = Real.Root((x - mean) * (x - mean) * divisor / squares, 2);
            return x > mean ? size : size.Negated();
        };
    }
}
