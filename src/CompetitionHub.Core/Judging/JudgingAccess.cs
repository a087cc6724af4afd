using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Judging;

/// <summary>Who may mark what.</summary>
public static class JudgingAccess
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLimit = 500;

    /// <summary>
    /// Refuses those who may not write on a seat's sheet: the seat's judge may, and whoever directs the marking may enter for the judge,
    /// with a reason. Seat 0 (imported values) belongs to those who direct.
    /// </summary>
    public static Error? RefuseToWrite(Actor actor, string competitionId, int seat, string? judgeId, string? reason)
    {
        // A seat outlives the role: whoever is no longer a judge here writes nothing more.
        if (seat > 0 && judgeId is not null && judgeId == actor.AccountId && SitsAsJudge(actor, competitionId))
        {
            return null;
        }

        if (!actor.MayDirectMarking(competitionId))
        {
            return actor.Holds(competitionId, Role.Judge) ? JudgingErrors.NotYourSheet(seat) : JudgingErrors.NotFound();
        }

        return seat == 0 ? null
            : judgeId is null ? JudgingErrors.SeatEmpty(seat)
            : reason is null ? JudgingErrors.ReasonMissing()
            : null;
    }

    /// <summary>True for those who may use a seat they were given: judges, and whoever directs.</summary>
    public static bool SitsAsJudge(Actor actor, string competitionId) => actor.Holds(competitionId, Role.Judge) || actor.MayDirectMarking(competitionId);

    /// <summary>Refuses a change of an entry's state: a judge of the contest may say absent and present, the rest is for those who direct, with a reason.</summary>
    public static Error? RefuseStatus(Actor actor, string competitionId, bool sitsInContest, EntryStatus from, EntryStatus to, string? reason)
    {
        var ordinary = from is EntryStatus.Active or EntryStatus.Absent && to is EntryStatus.Active or EntryStatus.Absent;
        if (actor.MayDirectMarking(competitionId))
        {
            return ordinary || reason is not null ? null : JudgingErrors.ReasonMissing();
        }

        return !actor.Holds(competitionId, Role.Judge) || !sitsInContest ? JudgingErrors.NotFound()
            : ordinary ? null
            : JudgingErrors.StatusNotYours();
    }

    /// <summary>Refuses a reason that cannot be stored or shown.</summary>
    public static Error? RefuseReason(string? reason) =>
        reason is null ? null
        : string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonLimit || reason.Any(char.IsControl) ? JudgingErrors.ReasonUnusable(ReasonLimit)
        : null;

    /// <summary>Refuses a mark of a kind that the actor may not give: leaving a judge out is the chief judge's decision.</summary>
    public static Error? RefuseState(Actor actor, string competitionId, MarkState state) =>
        state == MarkState.JudgeAbsent && !actor.MayDirectMarking(competitionId) ? JudgingErrors.OnlyChiefLeavesOut() : null;
}
