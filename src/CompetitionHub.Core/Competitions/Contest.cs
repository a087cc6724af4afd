using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>What is ranked in a contest.</summary>
public enum ContestFormat
{
    /// <summary>单人赛: each entry is one person.</summary>
    Individual,
    /// <summary>双人或团体赛: each entry has members.</summary>
    Team,
}

/// <summary>Which mark sheets count for the standings.</summary>
public enum CountingRule
{
    /// <summary>A sheet counts as soon as its judge submits it; the board says "provisional".</summary>
    Submitted,
    /// <summary>A sheet counts when a second person has confirmed it.</summary>
    Confirmed,
}

/// <summary>What an organiser says about a contest.</summary>
public sealed record ContestDetails(
    string Slug,
    LocalText Name,
    string Trade,
    LocalText Group,
    ContestFormat Format,
    CountingRule Counting);

/// <summary>A contest (赛项): one trade and group, one marking scheme, one ranking.</summary>
public sealed record Contest(string Id, string CompetitionId, ContestDetails Details, int Position, long Revision)
{
    /// <summary>Its part of every address, unique in the competition.</summary>
    public string Slug => Details.Slug;

    /// <summary>Its name.</summary>
    public LocalText Name => Details.Name;

    /// <summary>Name with group, as people tell contests of one trade apart.</summary>
    public LocalText Title => Name.Beside(Details.Group);
}

/// <summary>A contest with the competition it belongs to.</summary>
public sealed record ContestInCompetition(Competition Competition, Contest Contest);
