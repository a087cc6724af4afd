using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>Notes which delegation a judge comes from.</summary>
public sealed class JudgeDelegationService
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly JudgeRoster roster;
    private readonly AuditLog audit;

    internal JudgeDelegationService(Database database, CompetitionRepository competitions, JudgeRoster roster, AuditLog audit)
    {
        this.database = database;
        this.competitions = competitions;
        this.roster = roster;
        this.audit = audit;
    }

    /// <summary>Says that a judge of the competition comes from a delegation, or (null) from none.</summary>
    public Task<Result> SetAsync(Actor actor, string competitionId, string accountId, string? delegationId, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            if (await competitions.TouchAsync(session, competitionId) is not { } competition)
            {
                return CompetitionsErrors.CompetitionNotFound();
            }
            if (CompetitionsAccess.RefuseToOrganise(actor, competitionId) is { } refusal)
            {
                return refusal;
            }
            if (competition.State == CompetitionState.Closed)
            {
                return CompetitionsErrors.CompetitionClosed();
            }
            if ((await roster.ListAsync(session, competitionId)).All(judge => judge.AccountId != accountId))
            {
                return CompetitionsErrors.NotAJudge();
            }
            var before = await JudgeDelegationRepository.FindAsync(session, competitionId, accountId);
            if (before == delegationId)
            {
                return Result.Success();
            }
            if (delegationId is null)
            {
                await JudgeDelegationRepository.ClearAsync(session, competitionId, accountId);
            }
            else if (!await JudgeDelegationRepository.SetAsync(session, competitionId, accountId, delegationId))
            {
                return CompetitionsErrors.DelegationUnknown();
            }
            await audit.AppendAsync(
                session, actor, competitionId, AuditAction.JudgeDelegationChanged, "account", accountId, new { delegation = before }, new { delegation = delegationId });
            return Result.Success();
        }, cancellationToken);
}
