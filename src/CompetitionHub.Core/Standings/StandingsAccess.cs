using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings;

/// <summary>Who may do what with a board.</summary>
public static class StandingsAccess
{
    /// <summary>Refuses those who may not decide what the public sees; strangers do not learn that the board exists.</summary>
    public static Error? RefuseToPublish(Actor actor, string competitionId) =>
        actor.MayOrganise(competitionId) ? null : actor.MayView(competitionId) ? StandingsErrors.MayNotPublish() : StandingsErrors.BoardNotFound();

    /// <summary>Refuses those who may not freeze.</summary>
    public static Error? RefuseToFreeze(Actor actor, string competitionId) =>
        actor.MayDirectMarking(competitionId) ? null : actor.MayView(competitionId) ? StandingsErrors.MayNotFreeze() : StandingsErrors.BoardNotFound();

    /// <summary>Refuses those who may not put a decision between equal entries on record.</summary>
    public static Error? RefuseToDecide(Actor actor, string competitionId) =>
        actor.MayDirectMarking(competitionId) ? null : actor.MayView(competitionId) ? StandingsErrors.MayNotDecide() : StandingsErrors.BoardNotFound();
}
