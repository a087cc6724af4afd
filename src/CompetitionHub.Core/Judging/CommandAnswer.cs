using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Judging;

/// <summary>How a command ended.</summary>
public enum CommandOutcome
{
    /// <summary>Durably stored.</summary>
    Saved,
    /// <summary>Somebody stored something else first; nothing was changed.</summary>
    Conflict,
    /// <summary>A rule forbids it; nothing was changed.</summary>
    Refused,
}

/// <summary>
/// What the server holds now: <paramref name="State"/> is a mark's, sheet's or entry's state, <paramref name="Value"/> a mark's value,
/// <paramref name="EnteredBy"/> the display name of whoever entered it (a judge, never a contestant).
/// </summary>
public sealed record StoredState(string State, Score? Value, int Version, DateTimeOffset EnteredAt, string EnteredBy);

/// <summary>The answer to one command; <paramref name="Stored"/> is known for everything saved or in conflict.</summary>
public sealed record CommandAnswer(string Id, CommandOutcome Outcome, StoredState? Stored, Error? Error);
