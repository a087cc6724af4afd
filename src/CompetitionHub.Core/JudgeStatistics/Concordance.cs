namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>
/// Kendall's W: do the judges put the entries in the same order (1) or in unrelated ones (0). With correction for ties; χ² with n − 1 degrees
/// of freedom tests against chance, for many entries only (domain.md §6-6). Where no entries are marked by the same judges, W comes from the mean rank
/// correlation of every pair of judges, and there is no χ².
/// </summary>
public sealed record Concordance(Statistic W, double? ChiSquare = null, int? DegreesOfFreedom = null)
{
    /// <summary>Computes W; <paramref name="complete"/> is the part of the matrix without gaps.</summary>
    public static Concordance Of(PanelMatrix matrix, PanelMatrix complete) =>
        matrix.Judges == 0 || matrix.Entries == 0 ? new(Statistic.None(CannotSay.NoMarks))
        : matrix.Judges == 1 ? new(Statistic.None(CannotSay.OneJudge))
        : matrix.Entries == 1 ? new(Statistic.None(CannotSay.TooFewEntries))
        : complete is { Judges: > 1, Entries: > 1 } ? OfComplete(complete)
        : new(OfPairs(matrix));

    private static Concordance OfComplete(PanelMatrix complete)
    {
        double n = complete.Entries;
        double m = complete.Judges;
        var sums = new double[complete.Entries];
        var ties = 0.0;
        for (var judge = 0; judge < complete.Judges; judge++)
        {
            var ranks = Moments.MeanRanks(complete.ValuesOfJudge(judge), out var equal);
            ties += equal;
            for (var entry = 0; entry < sums.Length; entry++)
                sums[entry] += ranks[entry];
        }
        var w = Statistic.Ratio(12 * Moments.Squares(sums), (m * m * ((n * n * n) - n)) - (m * ties));
        return new(w, m * (n - 1) * w.Value, w.Value is null ? null : complete.Entries - 1);
    }

    // W = (1 + (k − 1)·mean ρ)/k
    private static Statistic OfPairs(PanelMatrix matrix)
    {
        var correlations = new List<double>();
        for (var first = 0; first < matrix.Judges; first++)
        {
            for (var second = first + 1; second < matrix.Judges; second++)
            {
                if (RankCorrelation(matrix, first, second).Value is { } rho)
                    correlations.Add(rho);
            }
        }
        return correlations.Count == 0
            ? Statistic.None(CannotSay.NothingInCommon)
            : Statistic.Of((1 + ((matrix.Judges - 1) * Moments.Mean(correlations))) / matrix.Judges);
    }

    private static Statistic RankCorrelation(PanelMatrix matrix, int first, int second)
    {
        var (left, right) = (new List<double>(), new List<double>());
        for (var entry = 0; entry < matrix.Entries; entry++)
        {
            if (matrix[entry, first] is { } one && matrix[entry, second] is { } other)
            {
                left.Add(one);
                right.Add(other);
            }
        }
        return left.Count < 3
            ? Statistic.None(CannotSay.NothingInCommon)
            : Moments.Correlation(Moments.MeanRanks(left, out _), Moments.MeanRanks(right, out _));
    }
}
