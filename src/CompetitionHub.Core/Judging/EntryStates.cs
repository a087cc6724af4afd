using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Judging;

/// <summary>The use case "set an entry's state": absent, withdrawn and disqualified are states of the entry, not marks.</summary>
internal sealed class EntryStates(EntryRepository entries, StandingsProjector standings, AuditLog audit, TimeProvider time)
{
    private const string Load = """
        select k.id as CompetitionId, k.state as Phase, e.code as Code, e.status as Status,
          (select count(*) from judge_seats j where j.contest_id = c.id and j.account_id = @accountId) as Seats,
          d.answer as EarlierAnswer, d.account_id as EarlierAccount
        from contests c
        join competitions k on k.id = c.competition_id
        join entries e on e.id = @EntryId and e.contest_id = c.id
        left join commands d on d.id = @Id
        where c.id = @ContestId
        """;

    public async Task<CommandAnswer> SetAsync(CommandBatch batch, SetEntryStatus command)
    {
        var (session, actor) = (batch.Session, batch.Actor);
        var row = await session.QuerySingleOrDefaultAsync<Row>(Load, new { command.Id, command.ContestId, command.EntryId, accountId = actor.AccountId });
        if (row is null)
        {
            return Refused(command, JudgingErrors.NotFound());
        }

        var about = $"status|{command.ContestId}|{command.EntryId}|{EnumText.Write(command.To)}";
        if (row.EarlierAnswer is { } earlier)
        {
            return CommandLog.Read(command.Id, earlier, row.EarlierAccount!, actor.AccountId, about);
        }

        if (JudgingAccess.RefuseStatus(actor, row.CompetitionId, row.Seats > 0, command.From, command.To, command.Reason) is { } stranger)
        {
            return Refused(command, stranger);
        }

        var now = time.GetUtcNow();
        var status = EnumText.Read<EntryStatus>(row.Status);
        if (Check(actor, row, command) is { } refusal)
        {
            return await batch.RememberAsync(about, Refused(command, refusal), now);
        }

        if (status != command.From)
        {
            var conflict = new CommandAnswer(command.Id, CommandOutcome.Conflict, await StoredAsync(session, row, command.EntryId), JudgingErrors.ChangedMeanwhile());
            return await batch.RememberAsync(about, conflict, now);
        }

        batch.ForgetSheet();
        var reason = command.To == EntryStatus.Active ? null : command.Reason;
        await entries.SetStateAsync(session, EntryState.Of(command.EntryId, command.To, reason, actor, now));
        await audit.AppendAsync(session, actor, row.CompetitionId, AuditAction.EntryStatusChanged, "entry", command.EntryId,
            new { Status = row.Status }, new { Status = EnumText.Write(command.To), command.Device, CommandId = command.Id }, command.Reason);
        standings.EntryChanged(session, command.ContestId, command.EntryId);
        var saved = new StoredState(EnumText.Write(command.To), null, 0, now, actor.DisplayName);
        return await batch.RememberAsync(about, new CommandAnswer(command.Id, CommandOutcome.Saved, saved, null), now);
    }

    private static Error? Check(Actor actor, Row row, SetEntryStatus command) =>
        JudgingAccess.RefuseReason(command.Reason)
        ?? (row.Code == command.EntryCode ? null : JudgingErrors.CodeMismatch(command.EntryCode))
        ?? RefusePhase(actor, row)
        ?? (command.From == command.To ? JudgingErrors.StatusAlready() : null);

    // Who directs the marking also takes out an entry that withdraws before the first day.
    private static Error? RefusePhase(Actor actor, Row row) => EnumText.Read<CompetitionState>(row.Phase) switch
    {
        CompetitionState.Running => null,
        CompetitionState.Draft or CompetitionState.Published when actor.MayDirectMarking(row.CompetitionId) => null,
        _ => JudgingErrors.NotRunning(),
    };

    private async Task<StoredState> StoredAsync(DbSession session, Row row, string entryId)
    {
        var change = await entries.FindStateAsync(session, entryId);
        return new StoredState(
            row.Status, null, 0,
            DateTimeOffset.FromUnixTimeMilliseconds(change?.ChangedAt ?? 0),
            change is null ? "" : await CommandLog.NameAsync(session, change.ChangedBy));
    }

    private static CommandAnswer Refused(SetEntryStatus command, Error error) => new(command.Id, CommandOutcome.Refused, null, error);

    private sealed class Row
    {
        public string CompetitionId { get; init; } = "";
        public string Phase { get; init; } = "";
        public string Code { get; init; } = "";
        public string Status { get; init; } = "";
        public long Seats { get; init; }
        public string? EarlierAnswer { get; init; }
        public string? EarlierAccount { get; init; }
    }
}
