using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>Every refusal of the set-up. Field names are those of the records.</summary>
public static class CompetitionsErrors
{
    /// <summary>No such competition, or it is not the actor's to see.</summary>
    public static Error CompetitionNotFound() => new(ErrorKind.NotFound, "Competitions.CompetitionNotFound");

    /// <summary>No such contest.</summary>
    public static Error ContestNotFound() => new(ErrorKind.NotFound, "Competitions.ContestNotFound");

    /// <summary>Only organisers of the competition may.</summary>
    public static Error MayNotOrganise() => new(ErrorKind.Forbidden, "Competitions.MayNotOrganise");

    /// <summary>Only administrators and organisers may create competitions.</summary>
    public static Error MayNotCreate() => new(ErrorKind.Forbidden, "Competitions.MayNotCreate");

    /// <summary>Somebody else saved first.</summary>
    public static Error Changed() => new(ErrorKind.Conflict, "Competitions.Changed");

    /// <summary>The competition is closed; it has to be reopened first.</summary>
    public static Error CompetitionClosed() => new(ErrorKind.Closed, "Competitions.CompetitionClosed");

    /// <summary>Neither language has a name.</summary>
    public static Error NameMissing() => new(ErrorKind.Invalid, "Competitions.NameMissing") { Field = "Name" };

    /// <summary>A text is longer than its limit in characters.</summary>
    public static Error TextTooLong(string field, int limit) => new(ErrorKind.Invalid, "Competitions.TextTooLong", limit) { Field = field };

    /// <summary>A text holds line breaks or other control characters.</summary>
    public static Error TextNotPrintable(string field) => new(ErrorKind.Invalid, "Competitions.TextNotPrintable") { Field = field };

    /// <summary>No short name for addresses.</summary>
    public static Error SlugMissing() => new(ErrorKind.Invalid, "Competitions.SlugMissing") { Field = "Slug" };

    /// <summary>Not a slug.</summary>
    public static Error SlugInvalid(string slug) => slug.Length == 0 ? SlugMissing() : new(ErrorKind.Invalid, "Competitions.SlugInvalid", slug) { Field = "Slug" };

    /// <summary>The slug belongs to another competition or contest.</summary>
    public static Error SlugTaken(string slug) => new(ErrorKind.Invalid, "Competitions.SlugTaken", slug) { Field = "Slug" };

    /// <summary>The address was announced; it can no longer change.</summary>
    public static Error SlugAnnounced() => new(ErrorKind.Closed, "Competitions.SlugAnnounced") { Field = "Slug" };

    /// <summary>The last day lies before the first.</summary>
    public static Error DatesReversed() => new(ErrorKind.Invalid, "Competitions.DatesReversed") { Field = "EndsOn" };

    /// <summary>The years lie outside 2000–2100.</summary>
    public static Error DateImplausible() => new(ErrorKind.Invalid, "Competitions.DateImplausible") { Field = "StartsOn" };

    /// <summary>No such time zone on this machine.</summary>
    public static Error TimeZoneUnknown(string timeZone) => new(ErrorKind.Invalid, "Competitions.TimeZoneUnknown", timeZone) { Field = "TimeZone" };

    /// <summary>The step does not start from the state the competition is in now.</summary>
    public static Error StepNotOpen() => new(ErrorKind.Conflict, "Competitions.StepNotOpen");

    /// <summary>There is no contest yet.</summary>
    public static Error NoContests() => new(ErrorKind.Invalid, "Competitions.NoContests");

    /// <summary>A contest has no entries.</summary>
    public static Error NoEntries(LocalText contest) => new(ErrorKind.Invalid, "Competitions.NoEntries", contest);

    /// <summary>The marking scheme of a contest has problems that forbid marking.</summary>
    public static Error SchemeNotReady(LocalText contest, int problems) => new(ErrorKind.Invalid, "Competitions.SchemeNotReady", contest, problems);

    /// <summary>A contest has seats without a judge.</summary>
    public static Error SeatsFree(LocalText contest, int free, int needed) => new(ErrorKind.Invalid, "Competitions.SeatsFree", contest, free, needed);

    /// <summary>A contest still has mark sheets that were not submitted.</summary>
    public static Error SheetsMissing(LocalText contest, int missing, int expected) => new(ErrorKind.Invalid, "Competitions.SheetsMissing", contest, missing, expected);

    /// <summary>Marks exist, so the step back would take a running competition off the public pages.</summary>
    public static Error MarksExist() => new(ErrorKind.Closed, "Competitions.MarksExist");

    /// <summary>A contest with marks cannot be removed.</summary>
    public static Error ContestHasMarks() => new(ErrorKind.Closed, "Competitions.ContestHasMarks");

    /// <summary>A contest with entries cannot be removed.</summary>
    public static Error ContestHasEntries(int entries) => new(ErrorKind.Closed, "Competitions.ContestHasEntries", entries);

    /// <summary>A competition with contests cannot be removed.</summary>
    public static Error CompetitionHasContests(int contests) => new(ErrorKind.Closed, "Competitions.CompetitionHasContests", contests);

    /// <summary>Only a draft can be removed.</summary>
    public static Error OnlyDraftsRemoved() => new(ErrorKind.Closed, "Competitions.OnlyDraftsRemoved");

    /// <summary>The scheme is frozen: marks were given by it.</summary>
    public static Error SchemeFrozen() => new(ErrorKind.Closed, "Competitions.SchemeFrozen");

    /// <summary>Somebody else saved another version of the scheme.</summary>
    public static Error SchemeChanged() => new(ErrorKind.Conflict, "Competitions.SchemeChanged");

    /// <summary>While judges mark, only a scheme without problems may be saved.</summary>
    public static Error SchemeMustBeReady(int problems) => new(ErrorKind.Invalid, "Competitions.SchemeMustBeReady", problems);

    /// <summary>No mark was given yet: the scheme can simply be saved.</summary>
    public static Error SchemeNotFrozen() => new(ErrorKind.Invalid, "Competitions.SchemeNotFrozen");

    /// <summary>The new version says what the old one says.</summary>
    public static Error SchemeSame() => new(ErrorKind.Invalid, "Competitions.SchemeSame");

    /// <summary>Rules may not change behind a frozen public board: its points would move.</summary>
    public static Error SchemeBoardFrozen() => new(ErrorKind.Closed, "Competitions.SchemeBoardFrozen");

    /// <summary>An aspect that was marked stands on another form; its marks and sheets do not.</summary>
    public static Error MarkedAspectMoved(string aspect, string from, string to) => new(ErrorKind.Invalid, "Competitions.MarkedAspectMoved", aspect, from, to);

    /// <summary>A change of rules needs a reason of at most so many characters.</summary>
    public static Error ChangeReasonMissing(int limit) => new(ErrorKind.Invalid, "Competitions.ChangeReasonMissing", limit) { Field = "Reason" };

    /// <summary>What would be lost is not what was confirmed: marks came in since.</summary>
    public static Error LossesNotConfirmed() => new(ErrorKind.Conflict, "Competitions.LossesNotConfirmed");

    /// <summary>Why a mark could not be used: its form or aspect is gone.</summary>
    public static Error MarkAspectGone() => new(ErrorKind.Invalid, "Competitions.MarkAspectGone");

    /// <summary>Why a mark could not be used: no mark comes from its seat.</summary>
    public static Error MarkSeatGone() => new(ErrorKind.Invalid, "Competitions.MarkSeatGone");

    /// <summary>The scheme has no such form or the form no such seat.</summary>
    public static Error SeatUnknown() => new(ErrorKind.NotFound, "Competitions.SeatUnknown");

    /// <summary>The account sits on another seat of the same form.</summary>
    public static Error AlreadySeated(string name, int seat) => new(ErrorKind.Invalid, "Competitions.AlreadySeated", name, seat);

    /// <summary>The account is not a judge of this competition or cannot sign in.</summary>
    public static Error NotAJudge() => new(ErrorKind.Invalid, "Competitions.NotAJudge");

    /// <summary>The competition has no such delegation.</summary>
    public static Error DelegationUnknown() => new(ErrorKind.NotFound, "Competitions.DelegationUnknown");

    /// <summary>Marks were given from this seat, so its judge stays on record and cannot be taken off.</summary>
    public static Error SeatHasMarks() => new(ErrorKind.Closed, "Competitions.SeatHasMarks");

    /// <summary>Which sheets count may not change behind a frozen board: the public points would move.</summary>
    public static Error CountingFrozen() => new(ErrorKind.Closed, "Competitions.CountingFrozen") { Field = "Counting" };
}
