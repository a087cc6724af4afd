namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>
/// How much of the differences between marks is due to the entries and not to the judges (Shrout &amp; Fleiss 1979; domain.md §6-7). "Single":
/// may one judge's mark be trusted; "mean": may the mean of the panel. Two-way figures need entries marked by the same judges, one-way ones
/// do not ask who marked. All can be below 0.
/// </summary>
public sealed record IntraclassCorrelation(
    Statistic OneWaySingle, Statistic TwoWaySingle, Statistic FixedSingle, Statistic OneWayMean, Statistic TwoWayMean, Statistic FixedMean)
{
    /// <summary>Mean square between entries; null where the two-way figures cannot be said.</summary>
    public double? EntryMeanSquare { get; private init; }

    /// <summary>Mean square between judges.</summary>
    public double? JudgeMeanSquare { get; private init; }

    /// <summary>Mean square of what neither entry nor judge explains.</summary>
    public double? ResidualMeanSquare { get; private init; }

    /// <summary>Computes all six; <paramref name="complete"/> is the part of the matrix without gaps.</summary>
    public static IntraclassCorrelation Of(PanelMatrix matrix, PanelMatrix complete)
    {
        var (oneSingle, oneMean) = OneWay(matrix);
        var why = Refuse(complete, matrix);
        return why is { } reason
            ? new(oneSingle, Statistic.None(reason), Statistic.None(reason), oneMean, Statistic.None(reason), Statistic.None(reason))
            : TwoWay(complete, oneSingle, oneMean);
    }

    private static CannotSay? Refuse(PanelMatrix complete, PanelMatrix matrix) =>
        matrix.Judges == 0 || matrix.Entries == 0 ? CannotSay.NoMarks
        : matrix.Judges == 1 ? CannotSay.OneJudge
        : matrix.Entries == 1 ? CannotSay.TooFewEntries
        : complete.Judges < 2 || complete.Entries < 2 ? CannotSay.NothingInCommon
        : null;

    // ICC(1,1) and ICC(1,k) with k0 marks per entry where their number differs; with k everywhere they are Shrout & Fleiss's.
    private static (Statistic Single, Statistic Mean) OneWay(PanelMatrix matrix)
    {
        var rows = Enumerable.Range(0, matrix.Entries).Select(matrix.ValuesOfEntry).Where(row => row.Count > 0).ToList();
        double entries = rows.Count;
        double marks = rows.Sum(row => row.Count);
        if (entries < 2 || marks <= entries)
        {
            var why = entries == 0 ? CannotSay.NoMarks : matrix.Judges < 2 ? CannotSay.OneJudge : entries < 2 ? CannotSay.TooFewEntries : CannotSay.NothingInCommon;
            return (Statistic.None(why), Statistic.None(why));
        }
        var all = rows.SelectMany(row => row).ToList();
        var grand = Moments.Mean(all);
        var total = Moments.Squares(all);
        var between = Significant(rows.Sum(row => row.Count * Math.Pow(Moments.Mean(row) - grand, 2)), total) / (entries - 1);
        var within = Significant(rows.Sum(row => Moments.Squares(row)), total) / (marks - entries);
        var k = (marks - (rows.Sum(row => (double)row.Count * row.Count) / marks)) / (entries - 1);
        return (Statistic.Ratio(between - within, between + ((k - 1) * within)), Statistic.Ratio(between - within, between));
    }

    private static IntraclassCorrelation TwoWay(PanelMatrix complete, Statistic oneSingle, Statistic oneMean)
    {
        double n = complete.Entries;
        double m = complete.Judges;
        var all = Enumerable.Range(0, complete.Entries).SelectMany(complete.ValuesOfEntry).ToList();
        var grand = Moments.Mean(all);
        var entryMeans = Enumerable.Range(0, complete.Entries).Select(i => Moments.Mean(complete.ValuesOfEntry(i))).ToArray();
        var judgeMeans = Enumerable.Range(0, complete.Judges).Select(j => Moments.Mean(complete.ValuesOfJudge(j))).ToArray();
        var residual = 0.0;
        for (var i = 0; i < complete.Entries; i++)
        {
            for (var j = 0; j < complete.Judges; j++)
                residual += Math.Pow(complete[i, j]!.Value - entryMeans[i] - judgeMeans[j] + grand, 2);
        }
        var total = Moments.Squares(all);
        var msr = Significant(m * entryMeans.Sum(mean => Math.Pow(mean - grand, 2)), total) / (n - 1);
        var msc = Significant(n * judgeMeans.Sum(mean => Math.Pow(mean - grand, 2)), total) / (m - 1);
        var mse = Significant(residual, total) / ((n - 1) * (m - 1));
        return new(
            oneSingle,
            Statistic.Ratio(msr - mse, msr + ((m - 1) * mse) + (m * (msc - mse) / n)),
            Statistic.Ratio(msr - mse, msr + ((m - 1) * mse)),
            oneMean,
            Statistic.Ratio(msr - mse, msr + ((msc - mse) / n)),
            Statistic.Ratio(msr - mse, msr))
        {
            EntryMeanSquare = msr,
            JudgeMeanSquare = msc,
            ResidualMeanSquare = mse,
        };
    }

    // What floating point leaves of an exact zero would otherwise be divided by itself.
    private static double Significant(double squares, double total) => squares > total * 1e-12 ? squares : 0;
}

/// <summary>How good an agreement is (Koo &amp; Li 2016; domain.md §6-7).</summary>
public enum AgreementBand
{
    /// <summary>Below 0.5.</summary>
    Poor,
    /// <summary>From 0.5.</summary>
    Moderate,
    /// <summary>From 0.75.</summary>
    Good,
    /// <summary>From 0.9.</summary>
    Excellent,
}

/// <summary>The bands of an intraclass correlation.</summary>
public static class AgreementBands
{
    /// <summary>The band of a figure.</summary>
    public static AgreementBand Of(double correlation) => correlation switch
    {
        < 0.5 => AgreementBand.Poor,
        < 0.75 => AgreementBand.Moderate,
        < 0.9 => AgreementBand.Good,
        _ => AgreementBand.Excellent,
    };
}
