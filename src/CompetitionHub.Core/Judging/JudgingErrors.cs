using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Judging;

/// <summary>Every refusal of the marking. Each sentence says what to do.</summary>
public static class JudgingErrors
{
    /// <summary>No such contest, form, seat or entry, or it is not the actor's to know.</summary>
    public static Error NotFound() => new(ErrorKind.NotFound, "Judging.NotFound");

    /// <summary>The actor does not sit on this seat.</summary>
    public static Error NotYourSheet(int seat) => new(ErrorKind.Forbidden, "Judging.NotYourSheet", seat);

    /// <summary>Only chief judges and organisers may.</summary>
    public static Error MayNotDirect() => new(ErrorKind.Forbidden, "Judging.MayNotDirect");

    /// <summary>The seat has no judge, so nobody can be entered for.</summary>
    public static Error SeatEmpty(int seat) => new(ErrorKind.Invalid, "Judging.SeatEmpty", seat);

    /// <summary>Whoever enters for a judge, corrects what was submitted or takes an entry out says why.</summary>
    public static Error ReasonMissing() => new(ErrorKind.Invalid, "Judging.ReasonMissing") { Field = "reason" };

    /// <summary>The reason is too long (limit in characters) or holds control characters.</summary>
    public static Error ReasonUnusable(int limit) => new(ErrorKind.Invalid, "Judging.ReasonUnusable", limit) { Field = "reason" };

    /// <summary>The command's id was used by somebody else or for something else.</summary>
    public static Error CommandIdTaken() => new(ErrorKind.Conflict, "Judging.CommandIdTaken");

    /// <summary>The competition does not take marks now.</summary>
    public static Error NotRunning() => new(ErrorKind.Closed, "Judging.NotRunning");

    /// <summary>The form takes no more marks.</summary>
    public static Error FormClosed() => new(ErrorKind.Closed, "Judging.FormClosed");

    /// <summary>The entry is absent; the code names it.</summary>
    public static Error EntryAbsent(string code) => new(ErrorKind.Closed, "Judging.EntryAbsent", code);

    /// <summary>The entry has withdrawn.</summary>
    public static Error EntryWithdrawn(string code) => new(ErrorKind.Closed, "Judging.EntryWithdrawn", code);

    /// <summary>The entry is disqualified.</summary>
    public static Error EntryDisqualified(string code) => new(ErrorKind.Closed, "Judging.EntryDisqualified", code);

    /// <summary>The code on the screen is not the entry's.</summary>
    public static Error CodeMismatch(string code) => new(ErrorKind.Conflict, "Judging.CodeMismatch", code);

    /// <summary>The scheme on the screen is not the one in force.</summary>
    public static Error SchemeChanged() => new(ErrorKind.Conflict, "Judging.SchemeChanged");

    /// <summary>The form has no such aspect.</summary>
    public static Error AspectUnknown() => new(ErrorKind.NotFound, "Judging.AspectUnknown");

    /// <summary>The aspect belongs to another seat (measurements to seat 1, imported values to none).</summary>
    public static Error AspectOfAnotherSeat(int seat) => new(ErrorKind.Invalid, "Judging.AspectOfAnotherSeat", seat);

    /// <summary>Only the chief judge may leave a judge's mark out.</summary>
    public static Error OnlyChiefLeavesOut() => new(ErrorKind.Forbidden, "Judging.OnlyChiefLeavesOut");

    /// <summary>A submitted sheet has to be reopened before a mark is taken back or changed by its judge.</summary>
    public static Error SheetSubmitted() => new(ErrorKind.Closed, "Judging.SheetSubmitted");

    /// <summary>The sheet was not submitted, so there is nothing to reopen.</summary>
    public static Error SheetNotSubmitted() => new(ErrorKind.Conflict, "Judging.SheetNotSubmitted");

    /// <summary>The seat has nothing to submit on this form.</summary>
    public static Error NothingToSubmit() => new(ErrorKind.Invalid, "Judging.NothingToSubmit");

    /// <summary>The sheet still misses marks; the argument names the aspects.</summary>
    public static Error MarksMissing(int count, string aspectKeys) => new(ErrorKind.Invalid, "Judging.MarksMissing", count, aspectKeys);

    /// <summary>Another device or person stored something after the sender last looked.</summary>
    public static Error ChangedMeanwhile() => new(ErrorKind.Conflict, "Judging.ChangedMeanwhile");

    /// <summary>The form is closed or open already.</summary>
    public static Error FormAlready() => new(ErrorKind.Conflict, "Judging.FormAlready");

    /// <summary>A judge may only say absent or present.</summary>
    public static Error StatusNotYours() => new(ErrorKind.Forbidden, "Judging.StatusNotYours");

    /// <summary>The entry is in that state already.</summary>
    public static Error StatusAlready() => new(ErrorKind.Invalid, "Judging.StatusAlready");
}
