using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Registration;

/// <summary>How every change of delegations and entries begins: take the competition's lock, ask for the right, refuse when closed.</summary>
internal sealed class RegistrationDesk(CompetitionRepository competitions)
{
    public async Task<Error?> OpenAsync(DbSession session, Actor actor, string competitionId)
    {
        var competition = await competitions.TouchAsync(session, competitionId);
        if (competition is null)
        {
            return CompetitionsErrors.CompetitionNotFound();
        }
        return CompetitionsAccess.RefuseToOrganise(actor, competitionId)
            ?? (competition.State == CompetitionState.Closed ? RegistrationErrors.CompetitionClosed() : null);
    }
}
