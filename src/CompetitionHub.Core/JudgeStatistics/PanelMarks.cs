namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>The marks that judges gave, by aspect, entry and judge (places in the lists); made once per request.</summary>
internal sealed class PanelMarks(IReadOnlyList<PanelEntry> entries, IReadOnlyList<PanelJudge> judges)
{
    private readonly Dictionary<string, double?[][]> aspects = new(StringComparer.Ordinal);

    public IReadOnlyList<PanelEntry> Entries => entries;

    public IReadOnlyList<PanelJudge> Judges => judges;

    /// <summary>Takes a mark; null for "not attempted".</summary>
    public void Add(string aspectKey, int entry, int judge, double? mark)
    {
        if (!aspects.TryGetValue(aspectKey, out var rows))
        {
            aspects.Add(aspectKey, rows = new double?[entries.Count][]);
        }
        rows[entry] ??= new double?[judges.Count];
        rows[entry][judge] = mark ?? double.NaN;
    }

    /// <summary>
    /// Entries × judges of a part, with the judges and entries that are in it. Over several aspects a judge's value is the total, which is there
    /// when the judge marked all aspects that anybody marked so far. What nobody says was attempted is no mark of its own, and 0 in a total.
    /// </summary>
    public (PanelMatrix Matrix, int[] Entries, int[] Judges) Of(PanelPart part)
    {
        var begun = part.IsMixed ? [] : Begun(part);
        var rows = Enumerable.Range(0, entries.Count).Select(entry => Totals(begun, entry)).ToArray();
        var there = Enumerable.Range(0, entries.Count).Where(entry => Array.Exists(rows[entry], value => value is not null)).ToArray();
        var sitting = Enumerable.Range(0, judges.Count).Where(judge => Array.Exists(there, entry => rows[entry][judge] is not null)).ToArray();
        return (new(there.Select(entry => Array.ConvertAll(sitting, judge => rows[entry][judge])), sitting.Length), there, sitting);
    }

    /// <summary>Why a part has no values to compare.</summary>
    public CannotSay WhyEmpty(PanelPart part) =>
        !part.Aspects.Any(aspect => aspects.ContainsKey(aspect.Key)) ? CannotSay.NoMarks : part.IsMixed ? CannotSay.DifferentUnits : CannotSay.NoTotals;

    /// <summary>A judge's marks, entries × aspects of a part; null for the mean of all judges.</summary>
    public IReadOnlyList<double?[]> ByAspect(PanelPart part, int? judge)
    {
        var begun = Begun(part);
        return [.. Enumerable.Range(0, entries.Count).Select(entry => Array.ConvertAll(begun, aspect => Mark(aspect.Rows[entry], judge)))];
    }

    private static double? Mark(double?[]? row, int? judge)
    {
        if (row is null)
            return null;
        if (judge is { } one)
            return Number(row[one]);
        var there = row.Where(mark => mark is not null).Select(mark => Number(mark)!.Value).ToList();
        return there.Count == 0 ? null : Moments.Mean(there);
    }

    /// <summary>The part's aspects that anybody marked, with their weight; what is never summed is left out.</summary>
    private (double?[][] Rows, double Weight)[] Begun(PanelPart part) =>
    [
        .. part.Aspects
            .Where(aspect => part.WeightOf(aspect) != 0 && aspects.ContainsKey(aspect.Key))
            .Select(aspect => (aspects[aspect.Key], part.WeightOf(aspect))),
    ];

    private double?[] Totals((double?[][] Rows, double Weight)[] begun, int entry)
    {
        var totals = new double?[judges.Count];
        var attempted = Array.Exists(begun, aspect => aspect.Rows[entry] is { } row && Array.Exists(row, mark => mark is { } given && !double.IsNaN(given)));
        if (!attempted)
            return totals;
        for (var judge = 0; judge < totals.Length; judge++)
        {
            double? sum = 0;
            foreach (var (rows, weight) in begun)
                sum += Number(rows[entry]?[judge]) * weight;
            // Decimal marks, so that equal totals are equal whatever order they were added in.
            totals[judge] = sum is { } total ? Math.Round(total, 9) : null;
        }
        return totals;
    }

    private static double? Number(double? mark) => mark is { } given && double.IsNaN(given) ? 0 : mark;
}
