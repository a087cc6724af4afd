using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Awards;

/// <summary>Who may decide about awards.</summary>
public static class AwardsAccess
{
    /// <summary>Refuses those who may not put a cut-off on record: organisers may, who else reads the pages may not.</summary>
    public static Error? RefuseToDecide(Actor actor, string competitionId) =>
        actor.MayOrganise(competitionId) ? null : actor.MayView(competitionId) ? AwardsErrors.MayNotDecide() : AwardsErrors.ContestNotFound();
}
