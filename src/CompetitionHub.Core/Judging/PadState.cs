using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Judging;

/// <summary>
/// What a mark pad works with: one seat's sheets of one form. Codes only, no names of contestants or units, and no other
/// judge's marks. <paramref name="JudgeName"/> is the seat's judge; <paramref name="ForJudge"/> is true when somebody else enters for them,
/// <paramref name="IsAttempt"/> when the form is one of several attempts of which the best count.
/// </summary>
public sealed record PadState(
    LocalText CompetitionName,
    CompetitionState CompetitionState,
    string ContestId,
    LocalText ContestTitle,
    string FormKey,
    LocalText FormName,
    int Seat,
    string JudgeName,
    bool ForJudge,
    int SchemeVersion,
    bool Closed,
    bool IsAttempt,
    IReadOnlyList<Aspect> Aspects,
    IReadOnlyList<PadEntry> Entries);

/// <summary>One entry on the pad: its public code, state, the seat's sheet (version 0: in work, never submitted) and current marks.</summary>
public sealed record PadEntry(
    string Id,
    string Code,
    EntryStatus Status,
    bool Submitted,
    int SheetVersion,
    DateTimeOffset? SheetAt,
    IReadOnlyList<PadMark> Marks);

/// <summary>A current mark of the pad's own seat.</summary>
public sealed record PadMark(string AspectKey, MarkState State, Score? Value, int Version, DateTimeOffset EnteredAt);
