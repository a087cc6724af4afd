namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>
/// Means and spreads. Everything is counted from the first value, so that equal values have exactly that mean and exactly no spread.
/// </summary>
internal static class Moments
{
    public static double Mean(IReadOnlyList<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value - values[0];
        return values[0] + (sum / values.Count);
    }

    /// <summary>Sum of the squared distances from the mean.</summary>
    public static double Squares(IReadOnlyList<double> values)
    {
        var mean = Mean(values);
        var sum = 0.0;
        foreach (var value in values)
            sum += (value - mean) * (value - mean);
        return sum;
    }

    /// <summary>The sample's standard deviation (n − 1); needs two values.</summary>
    public static double Deviation(IReadOnlyList<double> values) => Math.Sqrt(Squares(values) / (values.Count - 1));

    /// <summary>The middle value; the mean of the two in the middle of an even number.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        var half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// <summary>Pearson's correlation; cannot be said below three pairs or when one side does not differ.</summary>
    public static Statistic Correlation(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        if (left.Count < 3)
            return Statistic.None(CannotSay.TooFewEntries);
        var (leftMean, rightMean) = (Mean(left), Mean(right));
        var sum = 0.0;
        for (var i = 0; i < left.Count; i++)
            sum += (left[i] - leftMean) * (right[i] - rightMean);
        return Statistic.Ratio(sum, Math.Sqrt(Squares(left) * Squares(right)));
    }

    /// <summary>Ranks from 1, equal values sharing the mean of their ranks; <paramref name="ties"/> is Σ(t³ − t) over groups of equal values.</summary>
    public static double[] MeanRanks(IReadOnlyList<double> values, out double ties)
    {
        double[] sorted = [.. values];
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var ranks = new double[values.Count];
        ties = 0;
        for (var first = 0; first < order.Length;)
        {
            var next = first + 1;
            while (next < order.Length && sorted[next] == sorted[first])
                next++;
            double equal = next - first;
            for (var i = first; i < next; i++)
                ranks[order[i]] = (first + 1 + next) / 2.0;
            ties += (equal * equal * equal) - equal;
            first = next;
        }
        return ranks;
    }
}
