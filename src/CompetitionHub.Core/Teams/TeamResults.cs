using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>A contest as a team ranking sees it.</summary>
public sealed record TeamContest(Contest Contest, ContestField Field, IReadOnlyList<AwardGroupResult> Awards)
{
    /// <summary>The awards proposed for an entry, of all groups.</summary>
    public IReadOnlyList<Award> AwardsOf(string code) => [.. Awards.Select(group => group.AwardOf(code)).OfType<Award>()];
}

/// <summary>An entry of a delegation: what it brings, and whether that counts.</summary>
public sealed record TeamMember(Contest Contest, FieldLine Line, IReadOnlyList<Award> Awards)
{
    /// <summary>What it brings; null when that is nothing.</summary>
    public Fraction? Points { get; init; }

    /// <summary>What became of it.</summary>
    public TeamMemberUse Use { get; init; }
}

/// <summary>What became of the points of an entry.</summary>
public enum TeamMemberUse
{
    /// <summary>It brings nothing: no rank, or no points by the rule.</summary>
    NoPoints,
    /// <summary>It counts.</summary>
    Counted,
    /// <summary>Better ones of its delegation fill the number that counts.</summary>
    BeyondBest,
}

/// <summary>Where a delegation stands.</summary>
public enum TeamPlace
{
    /// <summary>Ranked.</summary>
    Ranked,
    /// <summary>Too few entries count.</summary>
    TooFewMembers,
    /// <summary>The points do not reach the limit.</summary>
    BelowMinimum,
}

/// <summary>A delegation with the arithmetic of its points.</summary>
public sealed record TeamResult
{
    /// <summary>Its code.</summary>
    public required string Delegation { get; init; }

    /// <summary>Its name.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Its entries: those that count first, the best first.</summary>
    public required IReadOnlyList<TeamMember> Members { get; init; }

    /// <summary>Sum of the points that count; null when none does.</summary>
    public Fraction? Sum { get; init; }

    /// <summary>Contests in which it has an entry that came.</summary>
    public int ContestsEntered { get; init; }

    /// <summary>What it is ranked by: the sum, or its average; null when nothing counts.</summary>
    public Fraction? Points { get; init; }

    /// <summary>Whether it is ranked.</summary>
    public TeamPlace Place { get; init; }

    /// <summary>Its rank, or null.</summary>
    public int? Rank { get; init; }

    /// <summary>What put it behind the one above: 0 the points, n the n-th comparator; null for the first and for equals.</summary>
    public int? DecidedBy { get; init; }

    /// <summary>The entries that count.</summary>
    public IEnumerable<TeamMember> Counted => Members.Where(member => member.Use == TeamMemberUse.Counted);
}
