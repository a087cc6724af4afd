using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>Who may set up what.</summary>
public static class CompetitionsAccess
{
    /// <summary>Administrators, and whoever organises a competition already (or was made organiser everywhere), may create another.</summary>
    public static bool MayCreate(Actor actor) => actor.IsAdministrator || actor.Grants.Any(g => g.Role == Role.Organiser);

    /// <summary>Refuses those who may not change a competition; strangers do not even learn that it exists.</summary>
    public static Error? RefuseToOrganise(Actor actor, string competitionId) =>
        actor.MayOrganise(competitionId) ? null
        : actor.Grants.Any(g => g.Scope == competitionId) ? CompetitionsErrors.MayNotOrganise()
        : CompetitionsErrors.CompetitionNotFound();

    /// <summary>Refuses those who may not seat judges: organisers and chief judges may.</summary>
    public static Error? RefuseToSeat(Actor actor, string competitionId) =>
        actor.MayDirectMarking(competitionId) ? null : RefuseToOrganise(actor, competitionId);

    /// <summary>True for everyone who finds the competition among "my competitions": its staff, judges included.</summary>
    public static bool BelongsTo(Actor actor, string competitionId) =>
        actor.IsAdministrator || actor.Grants.Any(g => g.Scope == competitionId);
}
