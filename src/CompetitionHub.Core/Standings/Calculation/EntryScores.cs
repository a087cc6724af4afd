using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>What each part of one entry has come to, in the order of the scheme.</summary>
public sealed class EntryScores
{
    private readonly CompiledScheme scheme;
    private Dictionary<object, List<Fraction>>? sorted;

    internal EntryScores(CompiledScheme scheme)
    {
        this.scheme = scheme;
        Aspects = new Outcome[scheme.AspectCount];
        Forms = new Outcome[scheme.Forms.Count];
        Modules = new Outcome[scheme.Modules.Count];
        Stages = new Outcome[scheme.Stages.Count];
    }

    /// <summary>Each aspect.</summary>
    public Outcome[] Aspects { get; }

    /// <summary>Each form.</summary>
    public Outcome[] Forms { get; }

    /// <summary>Each module.</summary>
    public Outcome[] Modules { get; }

    /// <summary>Each stage.</summary>
    public Outcome[] Stages { get; }

    /// <summary>Sum of all measured aspects that are part of a sum.</summary>
    public Fraction? Measurements { get; internal set; }

    /// <summary>Sum of all penalties; zero without any.</summary>
    public Fraction Deductions { get; internal set; }

    /// <summary>The total.</summary>
    public Outcome Total { get; internal set; }

    /// <summary>Place of the last stage that has come to anything, or -1.</summary>
    public int LastStage => Array.FindLastIndex(Stages, stage => !stage.IsNone);

    /// <summary>What a lot and a committee decided about the entry.</summary>
    internal EntryDecision Decision { get; set; }

    /// <summary>False for penalties, which are nobody's best, and for aspects that are only read.</summary>
    internal bool IsResult(int aspectPlace) => scheme.IsResult[aspectPlace];

    /// <summary>Values that several keys read in the same order: sorted once for the one that asks.</summary>
    internal List<Fraction> Sorted(object by, Func<List<Fraction>> sort)
    {
        sorted ??= [];
        if (!sorted.TryGetValue(by, out var values))
            sorted.Add(by, values = sort());
        return values;
    }
}

/// <summary>What the marks of one entry give.</summary>
/// <param name="Scores">Every part.</param>
/// <param name="Keys">What ranks the entry, more always being better; <see cref="CompiledScheme.KeyOwners"/> tells what each is.</param>
/// <param name="Marked">How many of the expected marks are in (an absent judge's counts as in).</param>
/// <param name="Expected">How many marks the scheme expects.</param>
/// <param name="Unusable">Marks that the scheme has no place for or its rules cannot use; they are left out and must be shown to staff.</param>
public sealed record EntryResult(EntryScores Scores, IReadOnlyList<Fraction?> Keys, int Marked, int Expected, int Unusable)
{
    /// <summary>The total so far, or null when nothing counts yet and without a valid result.</summary>
    public Fraction? Total => Scores.Total.Points;

    /// <summary>True when every expected mark is in.</summary>
    public bool IsComplete => Marked == Expected;
}
