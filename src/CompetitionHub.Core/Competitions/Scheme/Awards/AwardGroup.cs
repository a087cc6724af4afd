using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// Awards of one kind from the best down, such as first, second and third prize: an entry gets at most one of them, the best it can. A contest may have
/// several groups (medals, titles, prizes of the union) that know nothing of each other.
/// </summary>
public sealed record AwardGroup
{
    /// <summary>Short key, unique among the groups of the scheme.</summary>
    public required string Key { get; init; }

    /// <summary>Name in both languages.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Whose number shares and tables are taken of.</summary>
    public FieldBase Base { get; init; }

    /// <summary>What happens to entries that are tied at a cut.</summary>
    public TieRule Ties { get; init; }

    /// <summary>How gold, silver and bronze are found, when the first awards of the group are medals by tolerance.</summary>
    public MedalRule? Medals { get; init; }

    /// <summary>The awards, the best first.</summary>
    public IReadOnlyList<Award> Awards { get; init; } = [];
}

/// <summary>One award of a group.</summary>
public sealed record Award
{
    /// <summary>Short key, unique among all awards of the scheme: team rankings and cut-offs on record refer to it.</summary>
    public required string Key { get; init; }

    /// <summary>Name in both languages.</summary>
    public required LocalText Name { get; init; }

    /// <summary>How many get it.</summary>
    public required Quota Quota { get; init; }

    /// <summary>True when the quota counts from the top, so that better awards of the group are part of it: "the upper half", "ranks 4 to 10".</summary>
    public bool FromTop { get; init; }

    /// <summary>What an entry must fulfil; who does not is passed over.</summary>
    public IReadOnlyList<AwardCondition> Require { get; init; } = [];
}

/// <summary>Whose number a share is taken of.</summary>
public enum FieldBase
{
    /// <summary>参赛: every entry that came; disqualified ones took part, absent and withdrawn ones did not.</summary>
    TookPart,
    /// <summary>报名: every entry of the contest.</summary>
    Registered,
    /// <summary>有成绩: entries with a rank.</summary>
    Ranked,
}

/// <summary>What happens to entries that are tied at a cut.</summary>
public enum TieRule
{
    /// <summary>All with the same points get in: the one way in which there may be more than the number.</summary>
    Include,
    /// <summary>None of those with the same points gets in.</summary>
    Exclude,
    /// <summary>The comparators of the ranking decide; where they do not either, people have to.</summary>
    Comparators,
}
