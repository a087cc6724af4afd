namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>
/// Halo: how alike a judge marks aspects that ask for different things; the mean correlation between them (domain.md §6-8). Near 1, and well
/// above that of the panel's mean marks, the judge may be marking one impression.
/// </summary>
internal static class Halo
{
    /// <summary>The mean correlation over all pairs of columns of entries × aspects, from entries with all of them; columns of equal marks are left out.</summary>
    public static Statistic Of(IReadOnlyList<double?[]> entriesByAspects, int aspects)
    {
        if (aspects < 2)
            return Statistic.None(CannotSay.OneAspect);
        var rows = entriesByAspects.Where(row => Array.TrueForAll(row, mark => mark is not null)).ToList();
        if (rows.Count < 3)
            return Statistic.None(CannotSay.TooFewEntries);
        // Standardised columns have variance 1, so the variance of their sum is A + Σ of all correlations: no need to go through the pairs.
        var sums = new double[rows.Count];
        var used = 0;
        for (var aspect = 0; aspect < aspects; aspect++)
        {
            var column = rows.ConvertAll(row => row[aspect]!.Value);
            var deviation = Moments.Deviation(column);
            if (deviation == 0)
                continue;
            used++;
            var mean = Moments.Mean(column);
            for (var i = 0; i < sums.Length; i++)
                sums[i] += (column[i] - mean) / deviation;
        }
        return used < 2
            ? Statistic.None(CannotSay.NoSpread)
            : Statistic.Of(((Moments.Squares(sums) / (rows.Count - 1)) - used) / (used * (used - 1)));
    }
}
