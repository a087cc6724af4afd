namespace CompetitionHub.Core.Verification;

/// <summary>What a calculator says about one contest; the entries in no order.</summary>
internal sealed record ComputedContest(string Contest, IReadOnlyList<ComputedEntry> Entries);

/// <summary>What a calculator says about one entry, in a shape that both calculators can be brought to.</summary>
internal sealed record ComputedEntry(string Code, ComputedPlace Place)
{
    /// <summary>The rank; null unless ranked.</summary>
    public int? Rank { get; init; }

    /// <summary>True when another entry has the same rank.</summary>
    public bool IsShared { get; init; }

    /// <summary>True when the rules share no ranks and nothing has parted it from its equals yet.</summary>
    public bool IsUnresolved { get; init; }

    /// <summary>Its parts from the aspects up to the total, each after the parts that make it.</summary>
    public IReadOnlyList<ComputedPart> Parts { get; init; } = [];

    /// <summary>What ranks it, in order.</summary>
    public IReadOnlyList<ComparedKey> Keys { get; init; } = [];

    /// <summary>Its value on the scheme's scale; null without one.</summary>
    public Rational? Scale { get; init; }
}

/// <summary>Where an entry stands.</summary>
internal enum ComputedPlace
{
    Ranked,
    NoResult,
    NotYetMarked,
    Out,
}

/// <summary>What one part of an entry has come to.</summary>
internal sealed record ComputedPart(PartLevel Level, string Key, Outcome Outcome);

/// <summary>What one comparator says, more being better; null is behind everything.</summary>
/// <param name="Owner"><see cref="Reached"/>, <see cref="Points"/>, or n for the n-th tie-break.</param>
/// <param name="Values">Several where they are compared one after the other.</param>
internal sealed record ComparedKey(int Owner, IReadOnlyList<Rational?> Values)
{
    public const int Reached = -1;
    public const int Points = 0;
}
