using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings;

/// <summary>Decides what the public sees of a board and when it stands still.</summary>
public sealed class BoardService
{
    private const string CompetitionOf = "select competition_id from contests where id = @contestId";

    private readonly Database database;
    private readonly StandingsProjector projector;
    private readonly AuditLog audit;
    private readonly TimeProvider time;

    internal BoardService(Database database, StandingsProjector projector, AuditLog audit, TimeProvider time)
    {
        this.database = database;
        this.projector = projector;
        this.audit = audit;
        this.time = time;
    }

    /// <summary>Changes what the public sees, at once and also while frozen (the points stay frozen).</summary>
    public Task<Result<Board>> SetVisibilityAsync(Actor actor, string contestId, BoardVisibility visibility, CancellationToken cancellationToken = default) =>
        ChangeAsync(actor, contestId, StandingsAccess.RefuseToPublish, AuditAction.BoardVisibilityChanged, board =>
            board.Visibility == visibility ? StandingsErrors.VisibilityAlready() : board with { Visibility = visibility }, cancellationToken);

    /// <summary>
    /// Lets the public board stand still while staff see everything. <paramref name="asOf"/> (now when null) undoes an unfreezing:
    /// the public sees again what it saw then.
    /// </summary>
    public Task<Result<Board>> FreezeAsync(Actor actor, string contestId, DateTimeOffset? asOf = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(actor, contestId, StandingsAccess.RefuseToFreeze, AuditAction.BoardFrozen, board =>
        {
            var now = time.GetUtcNow();
            return board.IsFrozen ? StandingsErrors.AlreadyFrozen()
                : asOf > now ? StandingsErrors.FreezeInFuture()
                : board with { FrozenAt = asOf ?? now };
        }, cancellationToken);

    /// <summary>The public board catches up with the staff board and moves again.</summary>
    public Task<Result<Board>> UnfreezeAsync(Actor actor, string contestId, CancellationToken cancellationToken = default) =>
        ChangeAsync(actor, contestId, StandingsAccess.RefuseToFreeze, AuditAction.BoardUnfrozen, board =>
            board.IsFrozen ? board with { FrozenAt = null } : StandingsErrors.NotFrozen(), cancellationToken);

    /// <summary>Throws the derived rows away and computes them anew from the marks.</summary>
    public Task<Result<Board>> RebuildAsync(Actor actor, string contestId, CancellationToken cancellationToken = default) =>
        ChangeAsync(actor, contestId, StandingsAccess.RefuseToFreeze, AuditAction.BoardRebuilt, board => board, cancellationToken);

    private Task<Result<Board>> ChangeAsync(
        Actor actor, string contestId, Func<Actor, string, Error?> refuse, AuditAction action, Func<Board, Result<Board>> change, CancellationToken cancellationToken) =>
        database.InTransactionAsync<Board>(async session =>
        {
            var before = await BoardRepository.LockAsync(session, contestId);
            if (before is null || await session.ScalarAsync<string>(CompetitionOf, new { contestId }) is not { } competitionId)
                return StandingsErrors.BoardNotFound();
            if (refuse(actor, competitionId) is { } refusal)
                return refusal;
            var changed = change(before);
            if (!changed.Succeeded)
                return changed;
            var after = changed.Value;
            await BoardRepository.UpdateAsync(session, after);
            projector.ContestChanged(session, contestId);
            await audit.AppendAsync(session, actor, competitionId, action, "board", contestId, Traced(before), Traced(after));
            return after;
        }, cancellationToken);

    private static object Traced(Board board) => new { board.Visibility, board.FrozenAt };
}
