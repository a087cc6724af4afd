using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Who goes on to the next stage or competition (晋级). To qualify is to meet the conditions; to advance is to take one of the places.</summary>
public sealed record AdvancementRule
{
    /// <summary>Where to, such as the provincial final; null when it needs no name.</summary>
    public LocalText? To { get; init; }

    /// <summary>How many places there are.</summary>
    public required Quota Quota { get; init; }

    /// <summary>Whose number a share is taken of.</summary>
    public FieldBase Base { get; init; }

    /// <summary>What happens to entries that are tied at the line.</summary>
    public TieRule Ties { get; init; }

    /// <summary>What an entry must fulfil to qualify.</summary>
    public IReadOnlyList<AwardCondition> Require { get; init; } = [];

    /// <summary>The most places of one delegation; null for no limit. Who is above it is passed over.</summary>
    public int? PerDelegation { get; init; }

    /// <summary>How many of the next are named as reserves (替补).</summary>
    public int Reserves { get; init; }
}
