using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>Who may look at judges: whoever directs them. They concern people, so viewers may not.</summary>
public static class JudgeStatisticsAccess
{
    /// <summary>Refuses everybody else; strangers do not learn that there is such a contest.</summary>
    public static Error? RefuseToRead(Actor actor, string competitionId) =>
        actor.MayDirectMarking(competitionId) ? null : actor.MayView(competitionId) ? JudgeStatisticsErrors.MayNotRead() : JudgeStatisticsErrors.NotFound();
}
