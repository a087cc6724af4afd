using System.Text.Json.Nodes;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions;

/// <summary>
/// Changes the rules after marking began: first a dry run over the stored marks, then a new version with a reason. Marks never change; those that the
/// new rules cannot use are named, and only who confirmed exactly these gets the change.
/// </summary>
public sealed class SchemeChangeService
{
    private const int LongestReason = 500;

    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly ContestRepository contests;
    private readonly SchemeRepository schemes;
    private readonly LostSeats lostSeats;
    private readonly StandingsProjector standings;
    private readonly AuditLog audit;
    private readonly TimeProvider time;

    internal SchemeChangeService(
        Database database, CompetitionRepository competitions, ContestRepository contests, SchemeRepository schemes, LostSeats lostSeats,
        StandingsProjector standings, AuditLog audit, TimeProvider time)
    {
        this.database = database;
        this.competitions = competitions;
        this.contests = contests;
        this.schemes = schemes;
        this.lostSeats = lostSeats;
        this.standings = standings;
        this.audit = audit;
        this.time = time;
    }

    /// <summary>What the new version would do; writes nothing. Refused for all reasons for which accepting it would be, but the reason.</summary>
    public Task<Result<SchemeChange>> TryAsync(Actor actor, string contestId, int basedOn, MarkingScheme scheme, CancellationToken cancellationToken = default) =>
        database.ReadAsync(async session =>
        {
            var contest = await contests.FindAsync(session, contestId);
            var refusals = await RefuseAsync(session, actor, contest, basedOn, scheme);
            return refusals.Count > 0 ? Result<SchemeChange>.Failure(refusals) : await CompareAsync(session, contestId, scheme);
        }, cancellationToken);

    /// <summary>
    /// Makes the new version the current one and computes the boards anew. <paramref name="losses"/> is <see cref="SchemeChange.Losses"/> of the dry run
    /// that was looked at; when other marks would be lost by now it is refused.
    /// </summary>
    public Task<Result<int>> AcceptAsync(
        Actor actor, string contestId, int basedOn, MarkingScheme scheme, string reason, string losses, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync<int>(async session =>
        {
            var contest = await contests.LockAsync(session, contestId);
            // No mark is on its way past whoever holds the board.
            await BoardRepository.BumpAsync(session, contestId);
            var refusals = await RefuseAsync(session, actor, contest, basedOn, scheme);
            if (refusals.Count > 0)
                return Result<int>.Failure(refusals);
            if (reason.Trim().Length is 0 or > LongestReason || !CompetitionsRules.IsPrintable(reason.Trim()))
                return CompetitionsErrors.ChangeReasonMissing(LongestReason);
            var compared = await CompareAsync(session, contestId, scheme);
            if (!compared.Succeeded)
                return Result<int>.Failure(compared.Errors);
            if (compared.Value.Losses != losses)
                return CompetitionsErrors.LossesNotConfirmed();
            return await WriteAsync(session, actor, contest!, basedOn, scheme, reason.Trim(), compared.Value);
        }, cancellationToken);

    private async Task<int> WriteAsync(
        DbSession session, Actor actor, Contest contest, int basedOn, MarkingScheme scheme, string reason, SchemeChange change)
    {
        var version = basedOn + 1;
        var parts = ChangedParts.Of((await schemes.GetCurrentAsync(session, contest.Id)).Scheme, scheme);
        var now = time.GetUtcNow();
        await schemes.InsertAsync(session, contest.Id, version, scheme, now, actor.AccountId, frozenAt: now);
        await lostSeats.FreeAsync(session, actor, contest, scheme);
        standings.ContestChanged(session, contest.Id);
        var lost = change.Unusable.Select(mark => $"{mark.Entry}/{mark.Form}/{mark.Aspect}/{mark.Seat}");
        await audit.AppendAsync(
            session, actor, contest.CompetitionId, AuditAction.SchemeChanged, "scheme", contest.Id, new { Version = basedOn },
            new { version, parts, moved = change.Moved.Count(), unusable = lost, scheme = JsonNode.Parse(SchemeJson.Write(scheme)) }, reason);
        return version;
    }

    private async Task<IReadOnlyList<Error>> RefuseAsync(DbSession session, Actor actor, Contest? contest, int basedOn, MarkingScheme scheme)
    {
        if (contest is null)
            return [CompetitionsErrors.ContestNotFound()];
        if (CompetitionsAccess.RefuseToOrganise(actor, contest.CompetitionId) is { } refusal)
            return [refusal];
        var competition = (await competitions.FindAsync(session, contest.CompetitionId))!;
        if (competition.State == CompetitionState.Closed)
            return [CompetitionsErrors.CompetitionClosed()];
        if (await BoardRepository.FindAsync(session, contest.Id) is { IsFrozen: true, Visibility: not BoardVisibility.Hidden })
            return [CompetitionsErrors.SchemeBoardFrozen()];
        var current = await schemes.GetCurrentAsync(session, contest.Id);
        if (!current.IsFrozen)
            return [CompetitionsErrors.SchemeNotFrozen()];
        if (current.Version != basedOn)
            return [CompetitionsErrors.SchemeChanged()];
        if (SchemeJson.Write(current.Scheme) == SchemeJson.Write(scheme))
            return [CompetitionsErrors.SchemeSame()];
        var problems = SchemeRules.Check(scheme);
        if (problems.Any(problem => problem.Severity == SchemeSeverity.Refused))
            return [.. problems.Where(problem => problem.Severity == SchemeSeverity.Refused).Select(problem => problem.Error with { Field = problem.Path })];
        return SchemeState.CountErrors(scheme) is var open and > 0 ? [CompetitionsErrors.SchemeMustBeReady(open)] : [];
    }

    private async Task<Result<SchemeChange>> CompareAsync(DbSession session, string contestId, MarkingScheme scheme)
    {
        var current = await schemes.GetCurrentAsync(session, contestId);
        var compiled = CompiledScheme.Compile(scheme);
        var before = await ContestMoment.LoadAsync(session, contestId, current.Compiled, null, until: null);
        var after = await ContestMoment.LoadAsync(session, contestId, compiled, null, until: null);
        var codes = before.Entries.ToDictionary(entry => entry.Id, entry => entry.Code);
        var marks = (await ExportRepository.ListMarksAsync(session, contestId))
            .Select(row => new StoredMark(codes[row.EntryId], row.FormKey, row.AspectKey, row.Seat, EnumText.Read<MarkState>(row.State), row.Value is { } v ? new Score(v) : null))
            .OrderBy(mark => mark.Entry, StringComparer.Ordinal).ToList();
        var sheets = (await ExportRepository.ListSheetsAsync(session, contestId)).Where(row => row.State == "submitted")
            .Select(row => new StoredSheet(codes[row.EntryId], row.FormKey, row.Seat)).OrderBy(sheet => sheet.Entry, StringComparer.Ordinal).ToList();
        var fit = new SchemeFit(current.Scheme, scheme);
        if (fit.RefuseMoved(marks) is { } moved)
            return moved;
        return new SchemeChange
        {
            Entries = Moves(before, current.Compiled, after, compiled),
            Unusable = fit.Unusable(marks),
            Reread = fit.Reread(marks),
            Sheets = fit.Unfit(sheets, marks),
            Seats = await lostSeats.ListAsync(session, contestId, scheme),
        };
    }

    private static List<EntryMove> Moves(ContestMoment before, CompiledScheme old, ContestMoment after, CompiledScheme next)
    {
        var was = BoardOrder.Of(before.Entries.Select(before.Line), old).ToDictionary(row => row.Line.Code);
        var totals = before.Entries.ToDictionary(entry => entry.Code, entry => before.Calculate(entry).Total);
        var now = after.Entries.ToDictionary(entry => entry.Code, entry => after.Calculate(entry).Total);
        return [.. BoardOrder.Of(after.Entries.Select(after.Line), next).Select(row => new EntryMove(was[row.Line.Code], row, now[row.Line.Code] - totals[row.Line.Code]))];
    }
}
