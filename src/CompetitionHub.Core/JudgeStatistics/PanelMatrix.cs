namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>Entries × judges: one value each, or none where a judge did not mark.</summary>
public sealed class PanelMatrix
{
    private readonly double?[][] rows;

    /// <summary>A matrix of these rows, one per entry, all of the same length.</summary>
    public PanelMatrix(IEnumerable<double?[]> entries, int judges)
    {
        rows = [.. entries];
        Judges = judges;
    }

    /// <summary>Number of entries.</summary>
    public int Entries => rows.Length;

    /// <summary>Number of judges.</summary>
    public int Judges { get; }

    /// <summary>A judge's value for an entry, or null.</summary>
    public double? this[int entry, int judge] => rows[entry][judge];

    /// <summary>The values of an entry by judge; null where there is none.</summary>
    public IReadOnlyList<double?> Entry(int entry) => rows[entry];

    /// <summary>The values of an entry that are there.</summary>
    public List<double> ValuesOfEntry(int entry) => [.. rows[entry].OfType<double>()];

    /// <summary>The values of a judge that are there.</summary>
    public List<double> ValuesOfJudge(int judge) => [.. rows.Select(row => row[judge]).OfType<double>()];

    /// <summary>
    /// The part without gaps: judges who marked at least half as many entries as the busiest, and the entries that all of those marked.
    /// What is still missing from one judge who lags behind, or from one who was replaced, does not take the figures of all others away.
    /// </summary>
    public PanelMatrix Complete()
    {
        var counts = Enumerable.Range(0, Judges).Select(judge => rows.Count(row => row[judge] is not null)).ToList();
        var most = counts.DefaultIfEmpty().Max();
        var kept = Enumerable.Range(0, Judges).Where(judge => counts[judge] > 0 && 2 * counts[judge] >= most).ToArray();
        return new(rows.Where(row => Array.TrueForAll(kept, judge => row[judge] is not null)).Select(row => Array.ConvertAll(kept, judge => row[judge])), kept.Length);
    }
}
