using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Awards;

/// <summary>Puts cut-offs of awards on record, with who decided and why. Nothing is granted by it.</summary>
public sealed class CutOffService
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 500;

    private const string CompetitionOf = "select competition_id from contests where id = @contestId";

    private readonly Database database;
    private readonly SchemeRepository schemes;
    private readonly LiveFeed feed;
    private readonly AuditLog audit;
    private readonly TimeProvider time;

    internal CutOffService(Database database, SchemeRepository schemes, LiveFeed feed, AuditLog audit, TimeProvider time)
    {
        this.database = database;
        this.schemes = schemes;
        this.feed = feed;
        this.audit = audit;
        this.time = time;
    }

    /// <summary>Everybody at or above the score gets the award from now on; without a score the rule speaks again.</summary>
    public Task<Result> RecordAsync(Actor actor, string contestId, string award, Score? score, string reason, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            if (await BoardRepository.LockAsync(session, contestId) is not { } board
                || await session.ScalarAsync<string>(CompetitionOf, new { contestId }) is not { } competitionId)
                return AwardsErrors.ContestNotFound();
            if (AwardsAccess.RefuseToDecide(actor, competitionId) is { } refusal)
                return refusal;
            var decided = new CutOff(award, score, reason.Trim());
            if (Refuse(decided) is { } wrong)
                return wrong;
            var scheme = await schemes.GetCurrentAsync(session, contestId);
            if (scheme.Scheme.Awards.SelectMany(group => group.Awards).FirstOrDefault(one => one.Key == award) is not { } known)
                return AwardsErrors.AwardUnknown(award);
            if (score is { } cut && CutOffLimits.Refuse(cut, scheme.Scheme) is { } outside)
                return outside;
            var before = CutOffRepository.InForce(await CutOffRepository.ListAsync(session, contestId)).GetValueOrDefault(award);
            if (before?.CutOff.Score == score)
                return AwardsErrors.CutOffAlready();
            await CutOffRepository.AddAsync(session, contestId, decided, actor.AccountId, time.GetUtcNow());
            await audit.AppendAsync(
                session, actor, competitionId, AuditAction.CutOffRecorded, "contest", contestId,
                new { score = before?.CutOff.Score?.ToString() }, new { award = known.Name, awardKey = award, score = score?.ToString() }, decided.Reason);
            session.AfterCommit(() => feed.Publish(contestId, board.Revision));
            return Result.Success();
        }, cancellationToken);

    /// <summary>Why a decision cannot be put on record, or null.</summary>
    internal static Error? Refuse(CutOff cutOff) =>
        cutOff.Reason.Length is 0 or > LongestReason || !CompetitionsRules.IsPrintable(cutOff.Reason) ? AwardsErrors.ReasonMissing(LongestReason) : null;
}
