namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>
/// A judge's mean mark for entries of the own delegation minus that for all others, beside the same difference of the other judges on the
/// same entries: a strong delegation is not a partial judge (domain.md §6-8). Counted over entries that at least one other judge marked too.
/// </summary>
public sealed record OwnDelegation(Statistic Difference, Statistic OtherJudges, int OwnEntries)
{
    /// <summary>What is left of the difference when that of the other judges is taken off.</summary>
    public Statistic Excess => Difference.Value is { } own && OtherJudges.Value is { } others ? Statistic.Of(own - others) : Difference;

    /// <summary>Computes both; <paramref name="isOwn"/> tells by entry whether it is of the judge's delegation, null when that is not known.</summary>
    internal static OwnDelegation Of(PanelMatrix matrix, int judge, Func<int, bool>? isOwn)
    {
        if (isOwn is null)
            return None(CannotSay.DelegationUnknown);
        if (matrix.Judges < 2)
            return None(CannotSay.OneJudge);
        var own = (Mine: new List<double>(), Theirs: new List<double>());
        var rest = (Mine: new List<double>(), Theirs: new List<double>());
        for (var entry = 0; entry < matrix.Entries; entry++)
        {
            var others = matrix.Entry(entry).Where((_, j) => j != judge).OfType<double>().ToList();
            if (matrix[entry, judge] is not { } mark || others.Count == 0)
                continue;
            var (mine, theirs) = isOwn(entry) ? own : rest;
            mine.Add(mark);
            theirs.Add(Moments.Mean(others));
        }
        return own.Mine.Count == 0 || rest.Mine.Count == 0
            ? None(CannotSay.NoOwnEntries)
            : new(Between(own.Mine, rest.Mine), Between(own.Theirs, rest.Theirs), own.Mine.Count);
    }

    private static Statistic Between(List<double> own, List<double> rest) => Statistic.Of(Moments.Mean(own) - Moments.Mean(rest));

    private static OwnDelegation None(CannotSay why) => new(Statistic.None(why), Statistic.None(why), 0);
}
