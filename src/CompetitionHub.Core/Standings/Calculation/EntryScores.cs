using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>The exact points of one entry, part by part in the order of the scheme; null where nothing counts yet.</summary>
public sealed class EntryScores
{
    internal EntryScores(CompiledScheme scheme)
    {
        Forms = new Fraction?[scheme.Forms.Count];
        Modules = new Fraction?[scheme.Modules.Count];
        Stages = new Fraction?[scheme.Stages.Count];
    }

    /// <summary>Points of each form.</summary>
    public Fraction?[] Forms { get; }

    /// <summary>Points of each module.</summary>
    public Fraction?[] Modules { get; }

    /// <summary>Points of each stage.</summary>
    public Fraction?[] Stages { get; }

    /// <summary>Sum of all measured aspects.</summary>
    public Fraction? Measurements { get; internal set; }

    /// <summary>The total.</summary>
    public Fraction? Total { get; internal set; }
}

/// <summary>What the marks of one entry give.</summary>
/// <param name="Scores">Points of every part.</param>
/// <param name="Keys">What ranks the entry: the total, then each tie-break, more always being better.</param>
/// <param name="Marked">How many of the expected marks are in (an absent judge's counts as in).</param>
/// <param name="Expected">How many marks the scheme expects.</param>
/// <param name="Unusable">Marks that the scheme has no place for; they are left out and must be shown to staff.</param>
public sealed record EntryResult(EntryScores Scores, IReadOnlyList<Fraction?> Keys, int Marked, int Expected, int Unusable)
{
    /// <summary>The total so far, or null when nothing counts yet.</summary>
    public Fraction? Total => Scores.Total;

    /// <summary>True when every expected mark is in.</summary>
    public bool IsComplete => Marked == Expected;
}
