namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>A judge; without an account that judges here (imported marks) the name is null and the seat says who it was.</summary>
public sealed record PanelJudge(string Key, string? Name, int Seat, string? DelegationId);

/// <summary>An entry, by its code only.</summary>
public sealed record PanelEntry(string Code, string? DelegationId);

/// <summary>How far the judges agree.</summary>
public sealed record Agreement(
    IntraclassCorrelation Correlation, Concordance Concordance, Statistic Identical, int Judges, int Entries, int JudgesCompared, int EntriesCompared)
{
    /// <summary>
    /// May the mean of the panel be trusted: ICC(2,k), or ICC(1,k) where different entries have different judges.
    /// </summary>
    public Statistic Mean => Correlation.TwoWayMean.Why == CannotSay.NothingInCommon ? Correlation.OneWayMean : Correlation.TwoWayMean;

    /// <summary>May one judge alone be trusted: ICC(2,1), or ICC(1,1).</summary>
    public Statistic OneJudge => Correlation.TwoWayMean.Why == CannotSay.NothingInCommon ? Correlation.OneWaySingle : Correlation.TwoWaySingle;

    /// <summary>True when the figures come from one-way comparison.</summary>
    public bool IsOneWay => Correlation.TwoWayMean.Why == CannotSay.NothingInCommon;

    /// <summary>Computes the figures.</summary>
    public static Agreement Of(PanelMatrix matrix)
    {
        var complete = matrix.Complete();
        return new(
            IntraclassCorrelation.Of(matrix, complete), Concordance.Of(matrix, complete), IdenticalShare(matrix),
            matrix.Judges, matrix.Entries, complete.Judges, complete.Entries);
    }

    // Entries on which all judges gave the same mark, of those marked by two or more.
    private static Statistic IdenticalShare(PanelMatrix matrix)
    {
        var shared = Enumerable.Range(0, matrix.Entries).Select(matrix.ValuesOfEntry).Where(values => values.Count > 1).ToList();
        return shared.Count == 0
            ? Statistic.None(matrix.Entries == 0 ? CannotSay.NoMarks : matrix.Judges == 1 ? CannotSay.OneJudge : CannotSay.NothingInCommon)
            : Statistic.Of(shared.Count(values => values.TrueForAll(value => value == values[0])) / (double)shared.Count);
    }
}

/// <summary>One judge's figures. <paramref name="SameMark"/>: share of the marks that are the judge's most frequent one.</summary>
public sealed record JudgeFigures(
    PanelJudge Judge, int Marks, double Mean, double Lowest, double Highest, Statistic Deviation, Statistic Severity, Statistic SameMark, Statistic Halo,
    OwnDelegation Own, int Flags);

/// <summary>One line in a table of forms or aspects; <paramref name="Empty"/> says why there is nothing to compare.</summary>
public sealed record PartSummary(PanelPart Part, Agreement Agreement, int Flags, CannotSay? Empty);

/// <summary>
/// Everything about one panel: an aspect, a form or a whole contest. <paramref name="Groups"/>: into how many groups without an entry in common
/// the judges fall.
/// </summary>
public sealed record PanelStatistics(
    PanelMatrix Matrix,
    IReadOnlyList<PanelEntry> Entries,
    IReadOnlyList<JudgeFigures> Judges,
    Agreement Agreement,
    Statistic PanelHalo,
    IReadOnlyList<Flag> Flags,
    int Groups)
{
    /// <summary>The median of the judges' values by entry.</summary>
    public IReadOnlyList<double> Medians { get; } = [.. Enumerable.Range(0, Matrix.Entries).Select(entry => Moments.Median(Matrix.ValuesOfEntry(entry)))];

    /// <summary>The flags by entry.</summary>
    public ILookup<int, Flag> FlagsByEntry { get; } = Flags.ToLookup(flag => flag.Entry);
}
