using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Judging;

/// <summary>The use cases "submit a sheet" and "reopen a sheet". What was on the screen is what is submitted, or it is a conflict.</summary>
internal sealed class SheetHandling(SchemeRepository schemes, StandingsProjector standings, AuditLog audit, TimeProvider time)
{
    public Task<CommandAnswer> SubmitAsync(CommandBatch batch, SubmitSheet command) =>
        HandleAsync(batch, command, SheetRow.Submitted, (context, current) => CheckSubmitAsync(batch, context, command, current));

    public Task<CommandAnswer> ReopenAsync(CommandBatch batch, ReopenSheet command) =>
        HandleAsync(batch, command, SheetRow.Reopened, (context, _) => Task.FromResult(context.IsSubmitted ? null : JudgingErrors.SheetNotSubmitted()));

    private async Task<CommandAnswer> HandleAsync(CommandBatch batch, SheetCommand command, string state, Func<SheetContext, CurrentScheme, Task<Error?>> check)
    {
        var context = await batch.SheetAsync(command);
        if (context is null)
        {
            return Refused(command, JudgingErrors.NotFound());
        }

        var about = $"{state}|{command.ContestId}|{command.EntryId}|{command.FormKey}|{command.Seat}";
        if (await CommandLog.FindAsync(batch.Session, command.Id, batch.Actor.AccountId, about) is { } earlier)
        {
            return earlier;
        }

        if (await FindEarlierAsync(batch, command, state) is { } before)
        {
            return before;
        }

        if (context.RefuseToWrite(batch.Actor, command) is { } stranger)
        {
            return Refused(command, stranger);
        }

        var now = time.GetUtcNow();
        var current = await batch.SchemeAsync(schemes, command.ContestId);
        var refusal = context.RefuseNow(command, current);
        if (refusal is null && (context.SheetVersion ?? 0) != command.BasedOn)
        {
            return await batch.RememberAsync(about, await ConflictAsync(batch, command, context), now);
        }

        refusal ??= await check(context, current!);
        if (refusal is not null)
        {
            var outcome = refusal.Kind == ErrorKind.Conflict ? CommandOutcome.Conflict : CommandOutcome.Refused;
            return await batch.RememberAsync(about, new CommandAnswer(command.Id, outcome, null, refusal), now);
        }

        return await SaveAsync(batch, command, context, state, now);
    }

    private async Task<CommandAnswer> SaveAsync(CommandBatch batch, SheetCommand command, SheetContext context, string state, DateTimeOffset now)
    {
        var row = new SheetRow
        {
            ContestId = command.ContestId,
            EntryId = command.EntryId,
            FormKey = command.FormKey,
            Seat = command.Seat,
            Version = command.BasedOn + 1,
            State = state,
            CommandId = command.Id,
            JudgeId = context.JudgeId ?? batch.Actor.AccountId,
            EnteredBy = batch.Actor.AccountId,
            Device = command.Device,
            Reason = command.Reason,
            EnteredAt = now.ToUnixTimeMilliseconds(),
        };
        if (!await SheetRepository.TryAddAsync(batch.Session, row))
        {
            return Refused(command, JudgingErrors.CommandIdTaken());
        }

        batch.Wrote = true;
        batch.ForgetSheet();
        var action = state == SheetRow.Submitted ? AuditAction.SheetSubmitted : AuditAction.SheetReopened;
        await audit.AppendAsync(batch.Session, batch.Actor, context.CompetitionId, action, "sheet", $"{command.EntryId}/{command.FormKey}/{command.Seat}",
            context.SheetVersion is null ? null : new { State = context.SheetState, Version = context.SheetVersion },
            new { row.State, row.Version, Seen = (command as SubmitSheet)?.Seen, row.JudgeId, row.Device, row.CommandId, row.EnteredAt }, command.Reason);
        standings.EntryChanged(batch.Session, command.ContestId, command.EntryId);
        return Saved(batch, row);
    }

    private static async Task<Error?> CheckSubmitAsync(CommandBatch batch, SheetContext context, SubmitSheet command, CurrentScheme current)
    {
        var form = current.Scheme.FindForm(command.FormKey);
        var sheet = form is null ? [] : JudgingRules.SheetOf(form, command.Seat);
        if (sheet.Count == 0 || command.Seat == JudgingRules.ImportedSeat)
        {
            return JudgingErrors.NothingToSubmit();
        }

        if (context.IsSubmitted)
        {
            return JudgingErrors.ChangedMeanwhile();
        }

        var marks = (await MarkRepository.ListOfSheetAsync(batch.Session, command.ContestId, command.EntryId, command.FormKey, command.Seat))
            .ToDictionary(m => m.AspectKey);
        var states = marks.ToDictionary(m => m.Key, m => MarkStates.TryParse(m.Value.State, out var state) ? state : MarkState.Cleared);
        var missing = JudgingRules.Missing(sheet, states);
        return missing.Count > 0
            ? JudgingErrors.MarksMissing(missing.Count, string.Join(", ", missing.Select(aspect => aspect.Key)))
            : sheet.All(aspect => command.Seen.GetValueOrDefault(aspect.Key) == marks[aspect.Key].Version) ? null
            : JudgingErrors.ChangedMeanwhile();
    }

    private static async Task<CommandAnswer?> FindEarlierAsync(CommandBatch batch, SheetCommand command, string state)
    {
        if (await SheetRepository.FindByCommandAsync(batch.Session, command.Id) is not { } row)
        {
            return null;
        }

        var same = row.EnteredBy == batch.Actor.AccountId && row.State == state && row.ContestId == command.ContestId && row.EntryId == command.EntryId
            && row.FormKey == command.FormKey && row.Seat == command.Seat;
        return same ? Saved(batch, row, command.Id) : Refused(command, JudgingErrors.CommandIdTaken());
    }

    private static async Task<CommandAnswer> ConflictAsync(CommandBatch batch, SheetCommand command, SheetContext context)
    {
        var stored = context.SheetVersion is null ? null : new StoredState(
            context.SheetState!, null, context.SheetVersion.Value, DateTimeOffset.FromUnixTimeMilliseconds(context.SheetEnteredAt!.Value),
            await CommandLog.NameAsync(batch.Session, context.SheetEnteredBy!));
        return new CommandAnswer(command.Id, CommandOutcome.Conflict, stored, JudgingErrors.ChangedMeanwhile());
    }

    private static CommandAnswer Saved(CommandBatch batch, SheetRow row, string? id = null) =>
        new(id ?? row.CommandId, CommandOutcome.Saved,
            new StoredState(row.State, null, row.Version, DateTimeOffset.FromUnixTimeMilliseconds(row.EnteredAt), batch.Actor.DisplayName), null);

    private static CommandAnswer Refused(SheetCommand command, Error error) => new(command.Id, CommandOutcome.Refused, null, error);
}
