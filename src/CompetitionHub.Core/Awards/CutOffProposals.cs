using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Awards;

/// <summary>Proposes cut-offs by a share of the field. Juries follow it in about three of four cases; that is why it only proposes.</summary>
internal static class CutOffProposals
{
    private const int Around = 2;

    /// <summary>The level whose number of entries is nearest to the share; of two equally near ones the stricter. Null when nobody is ranked.</summary>
    public static CutOffProposal? Find(ContestField field, int entries, Fraction share)
    {
        var levels = new List<CutOffLevel>();
        foreach (var line in field.Ranked)
        {
            if (levels.Count > 0 && levels[^1].Score == line.Points)
                levels[^1] = levels[^1] with { Entries = levels[^1].Entries + 1 };
            else
                levels.Add(new(line.Points!.Value, (levels.Count > 0 ? levels[^1].Entries : 0) + 1));
        }
        if (levels.Count == 0)
            return null;
        var target = share * Fraction.Of(entries);
        var nearest = levels.IndexOf(levels.MinBy(level => Distance(Fraction.Of(level.Entries), target))!);
        var from = Math.Max(nearest - Around, 0);
        return new(target, levels[nearest].Score, levels.GetRange(from, Math.Min(nearest + Around + 1, levels.Count) - from));
    }

    private static Fraction Distance(Fraction one, Fraction other) => one < other ? other - one : one - other;
}
