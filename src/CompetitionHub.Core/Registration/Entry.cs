using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Registration;

/// <summary>Whether an entry takes part; a state is never a mark.</summary>
public enum EntryStatus
{
    /// <summary>参赛: takes part.</summary>
    Active,
    /// <summary>缺考: did not come.</summary>
    Absent,
    /// <summary>退赛: withdrew.</summary>
    Withdrawn,
    /// <summary>取消资格: disqualified.</summary>
    Disqualified,
}

/// <summary>What an organiser says about an entry. Without a code a new one is drawn; members are the people of a team.</summary>
public sealed record EntryDetails(string ContestId, string? DelegationId, string? Code, LocalText Name, IReadOnlyList<string> Members)
{
    /// <summary>See <see cref="Entry.Panel"/>.</summary>
    public string Panel { get; init; } = "";
}

/// <summary>An entry (参赛单元): what is ranked in one contest. Its public code carries no order.</summary>
public sealed record Entry(
    string Id,
    string CompetitionId,
    string ContestId,
    string? DelegationId,
    string? ImportId,
    string Code,
    LocalText Name,
    IReadOnlyList<string> Members,
    EntryStatus Status,
    string? StatusReason,
    DateTimeOffset CreatedAt)
{
    /// <summary>The room or panel (评分组) that marks the entry, where several mark one contest; else empty.</summary>
    public string Panel { get; init; } = "";

    /// <summary>When it came into its contest from another one; null when it was added there.</summary>
    public DateTimeOffset? MovedAt { get; init; }
}
