using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>What is made of parts: a form of aspects, a module of forms, a stage of modules, the total of stages.</summary>
public abstract record Whole
{
    /// <summary>How the parts make it.</summary>
    public Combination Combine { get; init; }

    /// <summary>How many of the highest or lowest parts are added.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Never more points than this; null for no limit.</summary>
    public Score? Cap { get; init; }

    /// <summary>Never fewer points than this; null for no limit.</summary>
    public Score? Floor { get; init; }

    /// <summary>True when a part that was attempted without a valid result counts zero instead of spoiling the whole.</summary>
    public bool NoResultIsZero { get; init; }
}

/// <summary>How parts make a whole. Parts that nothing counts of yet are never zeros: they are not there.</summary>
public enum Combination
{
    /// <summary>The parts are added.</summary>
    Sum,
    /// <summary>Σ weight · score ÷ full mark of the part · full mark of the whole (domain.md §2.6-1).</summary>
    Weighted,
    /// <summary>The <see cref="Whole.Count"/> highest parts are added, such as the best of three attempts.</summary>
    Highest,
    /// <summary>The <see cref="Whole.Count"/> lowest parts are added, such as the fastest of two runs.</summary>
    Lowest,
    /// <summary>The mean of the parts.</summary>
    Mean,
}

/// <summary>What a ranking compares first.</summary>
public enum RankBy
{
    /// <summary>The total.</summary>
    Total,
    /// <summary>Who came further; then the points of the last stage an entry reached. Knock-outs and finals after qualifications.</summary>
    LastStage,
}

/// <summary>What entries get that are equal in everything that is compared.</summary>
public enum RankStyle
{
    /// <summary>1, 2, 2, 4.</summary>
    Shared,
    /// <summary>1, 2, 2, 3.</summary>
    Dense,
    /// <summary>Ranks are not shared (排名不并列): equal entries stay unresolved until a lot or a committee decides.</summary>
    Unique,
}
