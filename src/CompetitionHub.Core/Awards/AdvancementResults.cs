using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Awards;

/// <summary>Who goes on by rule, and what can be said while marks are missing: a proposal, nobody is told by it.</summary>
public sealed record AdvancementResult
{
    /// <summary>The rule.</summary>
    public required AdvancementRule Rule { get; init; }

    /// <summary>How many entries a share is taken of.</summary>
    public int Field { get; init; }

    /// <summary>How many places there are.</summary>
    public Places Places { get; init; }

    /// <summary>Every entry of the contest in the order of the board.</summary>
    public IReadOnlyList<AdvancementLine> Lines { get; init; } = [];

    /// <summary>What decided, in order.</summary>
    public IReadOnlyList<AwardNote> Notes { get; init; } = [];

    /// <summary>True when people have to decide something.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>One entry and where it stands.</summary>
/// <param name="Line">The entry.</param>
/// <param name="State">Whether it qualifies and whether it takes a place: two different things.</param>
/// <param name="Reason">Why it takes no place; null when it does.</param>
/// <param name="Reserve">Its number among the reserves, equals sharing it; else null.</param>
/// <param name="Outlook">What is certain; null once no mark is missing.</param>
public sealed record AdvancementLine(FieldLine Line, AdvancementState State, AdvancementReason? Reason, int? Reserve, AdvancementOutlook? Outlook);

/// <summary>Where an entry stands by the marks that are in.</summary>
public enum AdvancementState
{
    /// <summary>晋级: takes a place.</summary>
    Advances,
    /// <summary>Equal to others for fewer places: people have to decide.</summary>
    Undecided,
    /// <summary>替补: qualifies, takes a place when another one is given up.</summary>
    Reserve,
    /// <summary>达到条件: meets the conditions, but there is no place.</summary>
    Qualifies,
    /// <summary>Does not meet the conditions.</summary>
    DoesNotQualify,
}

/// <summary>Why an entry takes no place.</summary>
public enum AdvancementReason
{
    /// <summary>No rank: not marked yet, without a valid result, or out.</summary>
    NotRanked,
    /// <summary>A condition is not met.</summary>
    Conditions,
    /// <summary>Its delegation has all the places it may have.</summary>
    DelegationFull,
    /// <summary>Tied at the line with more than there are places for.</summary>
    TieExcluded,
    /// <summary>Better ones have taken the places.</summary>
    PlacesTaken,
    /// <summary>The rule does not say how many places there are.</summary>
    PlacesUndefined,
}

/// <summary>What is certain while marks are missing.</summary>
public enum AdvancementOutlook
{
    /// <summary>已锁定: advances whatever the missing marks are.</summary>
    Clinched,
    /// <summary>仍有可能.</summary>
    Possible,
    /// <summary>已无可能.</summary>
    Out,
    /// <summary>Cannot be said: the rules look at the whole field, or a better mark may give fewer points.</summary>
    Unknown,
}
