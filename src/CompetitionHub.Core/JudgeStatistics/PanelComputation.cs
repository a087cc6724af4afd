namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>Puts the figures of one part together.</summary>
internal static class PanelComputation
{
    /// <summary>All figures; <paramref name="limit"/> is the distance in points that deserves a look.</summary>
    public static PanelStatistics Run(PanelMarks marks, PanelPart part, double? limit)
    {
        var (matrix, entryPlaces, judgePlaces) = marks.Of(part);
        var entries = Array.ConvertAll(entryPlaces, place => marks.Entries[place]);
        var flags = Outliers.Find(matrix, limit);
        var (severity, groups) = Severity.Of(matrix);
        var judges = judgePlaces.Select((place, judge) =>
        {
            var values = matrix.ValuesOfJudge(judge);
            var from = marks.Judges[place].DelegationId;
            return new JudgeFigures(
                marks.Judges[place], values.Count, Moments.Mean(values), values.Min(), values.Max(),
                values.Count < 2 ? Statistic.None(CannotSay.TooFewEntries) : Statistic.Of(Moments.Deviation(values)),
                severity[judge],
                values.Count < 2 ? Statistic.None(CannotSay.TooFewEntries) : Statistic.Of(values.CountBy(value => value).Max(group => group.Value) / (double)values.Count),
                HaloOf(marks, part, place),
                OwnDelegation.Of(matrix, judge, from is null ? null : entry => entries[entry].DelegationId == from),
                flags.Count(flag => flag.Judge == judge));
        });
        return new(matrix, entries, [.. judges], Agreement.Of(matrix), HaloOf(marks, part, null), flags, groups);
    }

    /// <summary>What a table of parts shows of each.</summary>
    public static PartSummary Summarise(PanelMarks marks, PanelPart part)
    {
        var (matrix, _, _) = marks.Of(part);
        return new(part, Agreement.Of(matrix), Outliers.Find(matrix, part.UsualLimit).Count, matrix.Entries > 0 ? null : marks.WhyEmpty(part));
    }

    private static Statistic HaloOf(PanelMarks marks, PanelPart part, int? judge)
    {
        if (part.IsOneAspect)
            return Statistic.None(CannotSay.OneAspect);
        var rows = marks.ByAspect(part, judge);
        return rows.Count == 0 ? Statistic.None(CannotSay.NoMarks) : Halo.Of(rows, rows[0].Length);
    }
}
