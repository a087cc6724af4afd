using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>How delegations are ranked over contests (团体总分): one document per ranking. A competition may have several.</summary>
public sealed record TeamRanking
{
    /// <summary>Short key, unique in the competition; part of its address.</summary>
    public required string Key { get; init; }

    /// <summary>Name in both languages.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Slugs of the contests that count; empty for all.</summary>
    public IReadOnlyList<string> Contests { get; init; } = [];

    /// <summary>What each entry brings its delegation.</summary>
    public required TeamPoints Points { get; init; }

    /// <summary>How many entries of a delegation count in each contest, the best first; null for all.</summary>
    public int? BestPerContest { get; init; }

    /// <summary>How many entries of a delegation count over all contests, the best first; null for all.</summary>
    public int? Best { get; init; }

    /// <summary>True when the sum is divided by the number of contests entered.</summary>
    public bool Average { get; init; }

    /// <summary>Whether more or fewer points are better.</summary>
    public TieBreakOrder Order { get; init; }

    /// <summary>With fewer counted entries a delegation is not ranked.</summary>
    public int MinimumMembers { get; init; } = 1;

    /// <summary>With fewer points (more, where fewer are better) a delegation is not ranked; null for no limit.</summary>
    public Score? Minimum { get; init; }

    /// <summary>What decides between equal points, in order; delegations equal in all share the rank.</summary>
    public IReadOnlyList<TeamTieBreak> TieBreaks { get; init; } = [];
}
