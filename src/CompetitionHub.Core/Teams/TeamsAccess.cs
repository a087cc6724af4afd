using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>Who may set up team rankings.</summary>
public static class TeamsAccess
{
    /// <summary>Refuses those who may not change them; strangers do not learn that the competition exists.</summary>
    public static Error? RefuseToOrganise(Actor actor, string competitionId) =>
        actor.MayOrganise(competitionId) ? null : actor.MayView(competitionId) ? TeamsErrors.MayNotOrganise() : TeamsErrors.NotFound();
}
