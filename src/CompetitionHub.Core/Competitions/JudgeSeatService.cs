using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Competitions;

/// <summary>Puts judges on the seats of forms. A seat from which marks were given keeps a judge, but may get another one.</summary>
public sealed class JudgeSeatService
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly ContestRepository contests;
    private readonly SchemeRepository schemes;
    private readonly JudgeSeatRepository seats;
    private readonly JudgeRoster roster;
    private readonly AuditLog audit;

    internal JudgeSeatService(
        Database database, CompetitionRepository competitions, ContestRepository contests, SchemeRepository schemes, JudgeSeatRepository seats,
        JudgeRoster roster, AuditLog audit)
    {
        this.database = database;
        this.competitions = competitions;
        this.contests = contests;
        this.schemes = schemes;
        this.seats = seats;
        this.roster = roster;
        this.audit = audit;
    }

    /// <summary>Puts a judge of the competition on a seat, in place of whoever sat there.</summary>
    public Task<Result> AssignAsync(
        Actor actor, string contestId, string formKey, int seat, string accountId, CancellationToken cancellationToken = default) =>
        ChangeAsync(actor, contestId, async (session, contest, scheme) =>
        {
            if (SchemeState.JudgedForms(scheme).FirstOrDefault(f => f.Key == formKey) is not { } form || seat < 1 || seat > form.Judges)
            {
                return CompetitionsErrors.SeatUnknown();
            }
            var judge = (await roster.ListAsync(session, contest.CompetitionId)).FirstOrDefault(j => j.AccountId == accountId);
            if (judge is not { IsDisabled: false })
            {
                return CompetitionsErrors.NotAJudge();
            }
            var taken = await seats.ListAsync(session, contestId);
            if (taken.FirstOrDefault(s => s.FormKey == formKey && s.AccountId == accountId) is { } other)
            {
                return other.Seat == seat ? Result.Success() : CompetitionsErrors.AlreadySeated(judge.DisplayName, other.Seat);
            }
            var before = taken.FirstOrDefault(s => s.FormKey == formKey && s.Seat == seat);
            await SetAsync(session, actor, contest, new(contestId, formKey, seat, accountId), before);
            return Result.Success();
        }, cancellationToken);

    /// <summary>Frees a seat from which no marks were given.</summary>
    public Task<Result> ClearAsync(Actor actor, string contestId, string formKey, int seat, CancellationToken cancellationToken = default) =>
        ChangeAsync(actor, contestId, async (session, contest, _) =>
        {
            var before = (await seats.ListAsync(session, contestId)).FirstOrDefault(s => s.FormKey == formKey && s.Seat == seat);
            if (before is null)
            {
                return Result.Success();
            }
            if (await seats.HasMarksAsync(session, contestId, formKey, seat))
            {
                return CompetitionsErrors.SeatHasMarks();
            }
            await seats.ClearAsync(session, contestId, formKey, seat);
            await audit.AppendAsync(
                session, actor, contest.CompetitionId, AuditAction.SeatCleared, "seat", contestId, new { formKey, seat, before.AccountId }, null);
            return Result.Success();
        }, cancellationToken);

    /// <summary>Gives the free seats of all other forms the judges of the same seat of one form; the number of seats filled.</summary>
    public async Task<Result<int>> CopyToAllFormsAsync(Actor actor, string contestId, string formKey, CancellationToken cancellationToken = default)
    {
        var filled = 0;
        var result = await ChangeAsync(actor, contestId, async (session, contest, scheme) =>
        {
            // A transaction may run twice.
            filled = 0;
            var taken = (await seats.ListAsync(session, contestId)).ToList();
            var model = taken.Where(s => s.FormKey == formKey).ToList();
            foreach (var form in SchemeState.JudgedForms(scheme).Where(f => f.Key != formKey))
            {
                foreach (var seat in model.Where(s => s.Seat <= form.Judges))
                {
                    if (taken.Any(s => s.FormKey == form.Key && (s.Seat == seat.Seat || s.AccountId == seat.AccountId)))
                    {
                        continue;
                    }
                    var copy = seat with { FormKey = form.Key };
                    await SetAsync(session, actor, contest, copy, null);
                    taken.Add(copy);
                    filled++;
                }
            }
            return Result.Success();
        }, cancellationToken);
        return result.Succeeded ? filled : Result<int>.Failure(result.Errors);
    }

    private async Task SetAsync(DbSession session, Actor actor, Contest contest, JudgeSeat seat, JudgeSeat? before)
    {
        await seats.SetAsync(session, seat);
        await audit.AppendAsync(
            session, actor, contest.CompetitionId, AuditAction.SeatAssigned, "seat", contest.Id,
            before is null ? null : new { before.FormKey, before.Seat, before.AccountId }, new { seat.FormKey, seat.Seat, seat.AccountId });
    }

    private Task<Result> ChangeAsync(
        Actor actor, string contestId, Func<DbSession, Contest, MarkingScheme, Task<Result>> change, CancellationToken cancellationToken) =>
        database.InTransactionAsync(async session =>
        {
            var contest = await contests.LockAsync(session, contestId);
            if (contest is null)
            {
                return CompetitionsErrors.ContestNotFound();
            }
            if (CompetitionsAccess.RefuseToSeat(actor, contest.CompetitionId) is { } refusal)
            {
                return refusal;
            }
            // No mark comes in from a seat that is being emptied.
            await BoardRepository.BumpAsync(session, contestId);
            if ((await competitions.FindAsync(session, contest.CompetitionId))!.State == CompetitionState.Closed)
            {
                return CompetitionsErrors.CompetitionClosed();
            }
            return await change(session, contest, (await schemes.GetCurrentAsync(session, contestId)).Scheme);
        }, cancellationToken);
}
