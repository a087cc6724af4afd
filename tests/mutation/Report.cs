using System.Globalization;
using System.Text;

namespace CompetitionHub.Mutation;

/// <summary>Counts, and the list of what survived.</summary>
internal sealed class Report(IReadOnlyDictionary<string, string> equivalents, int all, int seed, string revision)
{
    private readonly List<(Mutant Mutant, Fate Fate)> rows = [];

    /// <summary>Mutants that live and should not, in the order of the text.</summary>
    public IEnumerable<Mutant> Survivors => rows.Where(row => row.Fate is Fate.Survived or Fate.NotReached).Select(row => row.Mutant).OrderBy(mutant => mutant.Id);

    /// <summary>Caught ÷ all that are not equivalent.</summary>
    public double Share => Caught(rows) / (double)Math.Max(1, rows.Count(row => row.Fate != Fate.Equivalent));

    /// <summary>Takes a result and returns how many there are.</summary>
    public int Add(Mutant mutant, Fate fate)
    {
        lock (rows)
        {
            // Only what survives can be excused: a named mutant that is killed shows that its reason is wrong.
            rows.Add((mutant, fate == Fate.Survived && Reason(mutant) is not null ? Fate.Equivalent : fate));
            return rows.Count;
        }
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        Line("# Mutation results", "", $"Made by `bash tests/mutation/run.sh` on {DateTime.UtcNow:yyyy-MM-dd} of revision {revision}.", "");
        if (rows.Count < all)
            Line($"Stopped before the end: {rows.Count} of {all} mutants were tried, drawn by lot (seed {seed}).", "");
        Line($"**{Percent(Share)} caught**: {rows.Count} mutants, {Count(Fate.Killed)} killed, {Count(Fate.TimedOut)} timed out, {Count(Fate.Survived)} survived, {Count(Fate.NotReached)} reached by no test; {Count(Fate.Equivalent)} equivalent ones are not counted.", "");
        Table("folder", mutant => Path.GetDirectoryName(mutant.File)!);
        Table("file", mutant => mutant.File);
        Line("## Survivors", "");
        foreach (var mutant in Survivors)
            Line($"- `{mutant.File}:{mutant.Line}` `{mutant.Change}`{(rows.Any(row => row.Mutant == mutant && row.Fate == Fate.NotReached) ? " (no test comes here)" : "")}");
        Line("", "## Equivalent", "", "They change nothing that could be seen; not counted above.", "");
        foreach (var (mutant, _) in rows.Where(row => row.Fate == Fate.Equivalent).OrderBy(row => row.Mutant.Id))
            Line($"- `{mutant.File}:{mutant.Line}` `{mutant.Change}`: {Reason(mutant)}");
        return text.ToString();

        void Table(string head, Func<Mutant, string> by)
        {
            Line($"| {head} | mutants | killed | timed out | survived | not reached | equivalent | caught |", "|---|---:|---:|---:|---:|---:|---:|---:|");
            foreach (var group in rows.GroupBy(row => by(row.Mutant)).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                var counted = group.Count(row => row.Fate != Fate.Equivalent);
                Line($"| {group.Key} | {group.Count()} | {string.Join(" | ", new[] { Fate.Killed, Fate.TimedOut, Fate.Survived, Fate.NotReached, Fate.Equivalent }.Select(fate => group.Count(row => row.Fate == fate)))} | {(counted == 0 ? "" : Percent(Caught(group) / (double)counted))} |");
            }
            Line("");
        }

        void Line(params string[] lines) => text.AppendJoin('\n', lines).Append('\n');
    }

    // Of one change, or of every change of its line.
    private string? Reason(Mutant mutant) => equivalents.GetValueOrDefault(mutant.Key) ?? equivalents.GetValueOrDefault($"{mutant.File} | {mutant.Code} | *");

    private int Count(Fate fate) => rows.Count(row => row.Fate == fate);

    private static int Caught(IEnumerable<(Mutant, Fate Fate)> rows) => rows.Count(row => row.Fate is Fate.Killed or Fate.TimedOut);

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
