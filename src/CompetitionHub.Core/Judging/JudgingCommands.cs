using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Judging;

/// <summary>
/// Something a judge's device asks for. The client makes the id (UUIDv7); the same id again is never done twice and gets the same answer.
/// The entry's code goes along so that a mark can never land on another entry than the one on the screen.
/// </summary>
public abstract record JudgingCommand
{
    /// <summary>Made by the client, <see cref="Ids.IsWellFormed"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The contest.</summary>
    public required string ContestId { get; init; }

    /// <summary>The entry.</summary>
    public required string EntryId { get; init; }

    /// <summary>The public code that the judge saw beside the field.</summary>
    public required string EntryCode { get; init; }

    /// <summary>The device's own id, made once per browser.</summary>
    public required string Device { get; init; }

    /// <summary>Why; required when somebody enters for a judge or corrects what was submitted.</summary>
    public string? Reason { get; init; }
}

/// <summary>A command about one seat's sheet of one form.</summary>
public abstract record SheetCommand : JudgingCommand
{
    /// <summary>The marking form.</summary>
    public required string FormKey { get; init; }

    /// <summary>The seat of the panel; 0 holds imported values.</summary>
    public required int Seat { get; init; }

    /// <summary>The version this was based on: of the mark or of the sheet; 0 when there was none.</summary>
    public required int BasedOn { get; init; }

    /// <summary>The version of the marking scheme on the screen.</summary>
    public required int SchemeVersion { get; init; }
}

/// <summary>Gives one aspect a mark, or takes it back (<see cref="MarkState.Cleared"/>).</summary>
public sealed record EnterMark : SheetCommand
{
    /// <summary>The aspect.</summary>
    public required string AspectKey { get; init; }

    /// <summary>What kind of mark.</summary>
    public required MarkState State { get; init; }

    /// <summary>The value, exactly when the state is <see cref="MarkState.Value"/>.</summary>
    public Score? Value { get; init; }
}

/// <summary>Hands a sheet in: from here on its marks count (as far as the contest counts submitted sheets).</summary>
public sealed record SubmitSheet : SheetCommand
{
    /// <summary>The version of each aspect's mark as the judge saw it; another version on the server is a conflict.</summary>
    public required IReadOnlyDictionary<string, int> Seen { get; init; }
}

/// <summary>Takes a submitted sheet back into work; its marks stop counting until it is submitted again.</summary>
public sealed record ReopenSheet : SheetCommand;

/// <summary>Changes whether an entry takes part: absent, withdrawn and disqualified are states, not marks.</summary>
public sealed record SetEntryStatus : JudgingCommand
{
    /// <summary>The state that the sender saw.</summary>
    public required EntryStatus From { get; init; }

    /// <summary>The state to be.</summary>
    public required EntryStatus To { get; init; }
}
