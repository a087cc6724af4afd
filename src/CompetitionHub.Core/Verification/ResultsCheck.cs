using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Verification;

/// <summary>What the second calculation of a competition's contests found.</summary>
public sealed record ResultsCheck(string CompetitionSlug, IReadOnlyList<ContestCheck> Contests)
{
    /// <summary>True when both calculations say the same of every entry of every contest.</summary>
    public bool Agrees => Contests.All(contest => contest.Agrees);
}

/// <summary>What it found in one contest: the first difference of each entry that has one, once for the stored rows and once for a fresh calculation.</summary>
public sealed record ContestCheck(string Slug, LocalText Name, int Entries, IReadOnlyList<ResultDifference> Differences)
{
    /// <summary>True when there is no difference.</summary>
    public bool Agrees => Differences.Count == 0;
}

/// <summary>Where the engine and the second calculator first part on an entry.</summary>
/// <param name="Source">Which word of the engine it is.</param>
/// <param name="Entry">The entry's code.</param>
/// <param name="Place">At what they part.</param>
/// <param name="Key">The key of the part, or the number of the comparator; empty where there is one only.</param>
/// <param name="Engine">What the engine says, exactly; null for nothing.</param>
/// <param name="Second">What the second calculator says, exactly; null for nothing.</param>
public sealed record ResultDifference(EngineWord Source, string Entry, DifferencePlace Place, string Key, string? Engine, string? Second);

/// <summary>Where the engine's word comes from.</summary>
public enum EngineWord
{
    /// <summary>The rows of the board, as they are shown.</summary>
    Stored,
    /// <summary>A calculation of the engine from the marks, made for the comparison.</summary>
    Recalculated,
}

/// <summary>At what two calculations can part, in the order in which they are compared.</summary>
public enum DifferencePlace
{
    /// <summary>One of them does not have the entry.</summary>
    Entry,
    /// <summary>An aspect.</summary>
    Aspect,
    /// <summary>A form.</summary>
    Form,
    /// <summary>A module.</summary>
    Module,
    /// <summary>A stage.</summary>
    Stage,
    /// <summary>The total.</summary>
    Total,
    /// <summary>What a comparator compares.</summary>
    Comparator,
    /// <summary>Whether it is ranked, without a valid result, not yet marked or out.</summary>
    State,
    /// <summary>The rank.</summary>
    Rank,
    /// <summary>Whether the rank is shared or still to be decided.</summary>
    Tie,
    /// <summary>The scale points.</summary>
    Scale,
}
