using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Registration;

/// <summary>A row of an entry's history: the state it was given, why, by whom and when (unix milliseconds).</summary>
internal sealed class EntryState
{
    public string EntryId { get; init; } = "";
    public string Status { get; init; } = "";
    public string? Reason { get; init; }
    public string ChangedBy { get; init; } = "";
    public long ChangedAt { get; init; }

    public static EntryState Of(string entryId, EntryStatus status, string? reason, Actor by, DateTimeOffset at) => new()
    {
        EntryId = entryId,
        Status = EnumText.Write(status),
        Reason = reason,
        ChangedBy = by.AccountId,
        ChangedAt = at.ToUnixTimeMilliseconds(),
    };
}
