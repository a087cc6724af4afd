using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Judging;

/// <summary>Everything a sheet command is judged by except the single field (<see cref="FieldContext"/>), loaded in one statement after the parent row was locked.</summary>
internal sealed class SheetContext
{
    public string CompetitionId { get; init; } = "";
    public string CompetitionPhase { get; init; } = "";
    public string EntryCode { get; init; } = "";
    public string EntryState { get; init; } = "";
    public string? JudgeId { get; init; }
    public string? ClosedForm { get; init; }
    public int? SheetVersion { get; init; }
    public string? SheetState { get; init; }
    public long? SheetEnteredAt { get; init; }
    public string? SheetEnteredBy { get; init; }

    public bool IsSubmitted => SheetState == SheetRow.Submitted;

    /// <summary>Refuses whoever may not write on this sheet; such commands are answered, never remembered.</summary>
    public Error? RefuseToWrite(Actor actor, SheetCommand command) =>
        JudgingAccess.RefuseToWrite(actor, CompetitionId, command.Seat, JudgeId, command.Reason);

    /// <summary>Refuses what the state of competition, scheme, form and entry forbids at this moment.</summary>
    public Error? RefuseNow(SheetCommand command, CurrentScheme? current) =>
        JudgingAccess.RefuseReason(command.Reason)
        ?? (EntryCode == command.EntryCode ? null : JudgingErrors.CodeMismatch(command.EntryCode))
        ?? JudgingRules.RefuseCompetition(EnumText.Read<CompetitionState>(CompetitionPhase))
        ?? (current?.Version == command.SchemeVersion ? null : JudgingErrors.SchemeChanged())
        ?? (ClosedForm is null ? null : JudgingErrors.FormClosed())
        ?? JudgingRules.RefuseEntry(EnumText.Read<EntryStatus>(EntryState), EntryCode);

    public static Task<SheetContext?> LoadAsync(DbSession session, SheetCommand command) =>
        session.QuerySingleOrDefaultAsync<SheetContext>(Sql, new
        {
            command.ContestId,
            command.EntryId,
            command.FormKey,
            command.Seat,
        });

    private const string Sql = """
        select k.id as CompetitionId, k.state as CompetitionPhase, e.code as EntryCode, e.status as EntryState,
          j.account_id as JudgeId, f.form_key as ClosedForm,
          s.version as SheetVersion, s.state as SheetState, s.entered_at as SheetEnteredAt, s.entered_by as SheetEnteredBy
        from contests c
        join competitions k on k.id = c.competition_id
        join entries e on e.id = @EntryId and e.contest_id = c.id
        left join judge_seats j on j.contest_id = c.id and j.form_key = @FormKey and j.seat = @Seat
        left join closed_forms f on f.contest_id = c.id and f.form_key = @FormKey
        left join mark_sheets s on s.contest_id = c.id and s.entry_id = e.id and s.form_key = @FormKey and s.seat = @Seat
          and s.version = (select max(ss.version) from mark_sheets ss
            where ss.contest_id = c.id and ss.entry_id = e.id and ss.form_key = @FormKey and ss.seat = @Seat)
        where c.id = @ContestId
        """;
}
