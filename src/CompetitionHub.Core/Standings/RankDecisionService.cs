using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Standings;

/// <summary>Puts on record what parts equal entries when the marks cannot: a committee's order, or a lot anybody can draw again.</summary>
public sealed class RankDecisionService
{
    private const int LongestText = 500;
    private const string CompetitionOf = "select competition_id from contests where id = @contestId";

    private readonly Database database;
    private readonly SchemeRepository schemes;
    private readonly EntryRepository entries;
    private readonly StandingsProjector projector;
    private readonly AuditLog audit;
    private readonly TimeProvider time;

    internal RankDecisionService(
        Database database, SchemeRepository schemes, EntryRepository entries, StandingsProjector projector, AuditLog audit, TimeProvider time)
    {
        this.database = database;
        this.schemes = schemes;
        this.entries = entries;
        this.projector = projector;
        this.audit = audit;
        this.time = time;
    }

    /// <summary>裁委会裁定: the entries in this order, with a reason. Only where the rules ask for one (see <see cref="TieRules"/>).</summary>
    public Task<Result> DecideAsync(Actor actor, string contestId, IReadOnlyList<string> codes, string reason, CancellationToken cancellationToken = default) =>
        RecordAsync(actor, contestId, new(RankDecisionKind.Committee, codes, null, reason.Trim()), cancellationToken);

    /// <summary>抽签: draws by a seed that was announced or drawn in public, with where it comes from as the reason.</summary>
    public Task<Result> DrawLotAsync(Actor actor, string contestId, string seed, string reason, CancellationToken cancellationToken = default) =>
        RecordAsync(actor, contestId, new(RankDecisionKind.Lot, [], seed.Trim(), reason.Trim()), cancellationToken);

    /// <summary>What was decided, in order; for those who may read the staff board.</summary>
    public Task<IReadOnlyList<RecordedDecision>> ListAsync(Actor actor, string contestId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(async session =>
            await session.ScalarAsync<string>(CompetitionOf, new { contestId }) is { } competitionId && actor.MayView(competitionId)
                ? await RankDecisionRepository.ListAsync(session, contestId)
                : [], cancellationToken);

    private Task<Result> RecordAsync(Actor actor, string contestId, RankDecision decision, CancellationToken cancellationToken) =>
        database.InTransactionAsync(async session =>
        {
            if (await BoardRepository.LockAsync(session, contestId) is null
                || await session.ScalarAsync<string>(CompetitionOf, new { contestId }) is not { } competitionId)
                return StandingsErrors.BoardNotFound();
            if (StandingsAccess.RefuseToDecide(actor, competitionId) is { } refusal)
                return refusal;
            var scheme = await schemes.GetCurrentAsync(session, contestId);
            var codes = (await entries.ListOfContestAsync(session, contestId)).Select(entry => entry.Code).ToHashSet(StringComparer.Ordinal);
            if (Check(decision, scheme.Scheme, codes) is { } error)
                return error;
            await RankDecisionRepository.AddAsync(session, contestId, new(decision, actor.AccountId, time.GetUtcNow()));
            projector.ContestChanged(session, contestId);
            await audit.AppendAsync(
                session, actor, competitionId, AuditAction.TieDecided, "contest", contestId, null, new { decision.Kind, decision.Entries, decision.Seed }, decision.Reason);
            return Result.Success();
        }, cancellationToken);

    private static Error? Check(RankDecision decision, MarkingScheme scheme, HashSet<string> codes)
    {
        if (decision.Reason.Length is 0 or > LongestText || !CompetitionsRules.IsPrintable(decision.Reason))
            return StandingsErrors.ReasonMissing(LongestText);
        if (decision.Kind == RankDecisionKind.Lot)
        {
            return !TieRules.TakesLots(scheme) ? StandingsErrors.NoSuchComparator()
                : decision.Seed!.Length is 0 or > LongestText || !CompetitionsRules.IsPrintable(decision.Seed) ? StandingsErrors.SeedMissing(LongestText)
                : null;
        }
        return !TieRules.TakesOrders(scheme) ? StandingsErrors.NoSuchComparator()
            : decision.Entries.Count < 2 || decision.Entries.Distinct().Count() < decision.Entries.Count ? StandingsErrors.NothingToDecide()
            : decision.Entries.FirstOrDefault(code => !codes.Contains(code)) is { } unknown ? StandingsErrors.EntryUnknown(unknown)
            : null;
    }
}
