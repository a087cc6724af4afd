using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Judging;

/// <summary>The use case "enter a mark": the hot path. Decides completely, then writes mark, audit and standings.</summary>
internal sealed class MarkEntering(SchemeRepository schemes, StandingsProjector standings, AuditLog audit, TimeProvider time)
{
    public async Task<CommandAnswer> EnterAsync(CommandBatch batch, EnterMark command)
    {
        var session = batch.Session;
        var context = await batch.SheetAsync(command);
        if (context is null)
        {
            return Refused(command, JudgingErrors.NotFound());
        }

        var about = About(command);
        var field = await FieldContext.LoadAsync(session, command);
        if (field.EarlierAnswer is { } earlier)
        {
            return CommandLog.Read(command.Id, earlier, field.EarlierAccount!, batch.Actor.AccountId, about);
        }

        var stranger = context.RefuseToWrite(batch.Actor, command);
        var current = stranger is null ? await batch.SchemeAsync(schemes, command.ContestId) : null;
        var refusal = stranger ?? Check(batch.Actor, context, command, current);
        var now = time.GetUtcNow();
        if (refusal is null && (field.MarkVersion ?? 0) == command.BasedOn)
        {
            var row = Row(command, context, batch.Actor, now);
            if (await MarkRepository.TryAddAsync(session, row))
            {
                await SavedAsync(batch, command, context, field, current!, row, now);
                return Saved(command, batch.Actor, now);
            }

            // The field is free, so it was the id: this account's device or another's has used it before.
            return await FindEarlierAsync(batch, command) ?? Refused(command, JudgingErrors.CommandIdTaken());
        }

        if (await FindEarlierAsync(batch, command) is { } before)
        {
            return before;
        }

        // Strangers are not remembered: what they may not know must leave no trace either.
        var answer = refusal is not null ? Refused(command, refusal) : await ConflictAsync(batch, command, field);
        return stranger is not null ? answer : await batch.RememberAsync(about, answer, now);
    }

    private static Error? Check(Actor actor, SheetContext context, EnterMark command, CurrentScheme? current)
    {
        if (context.RefuseNow(command, current) is { } refused)
        {
            return refused;
        }

        var form = current!.Scheme.FindForm(command.FormKey);
        var aspect = form?.Aspects.FirstOrDefault(a => a.Key == command.AspectKey);
        return JudgingRules.RefuseAspect(form, aspect, command.Seat)
            ?? JudgingAccess.RefuseState(actor, context.CompetitionId, command.State)
            ?? MarkRules.Check(aspect!, command.State, command.Value)
            ?? (context.IsSubmitted && (command.Reason is null || command.State == MarkState.Cleared) ? JudgingErrors.SheetSubmitted() : null);
    }

    private async Task SavedAsync(CommandBatch batch, EnterMark command, SheetContext context, FieldContext field, CurrentScheme current, MarkRow row, DateTimeOffset now)
    {
        batch.Wrote = true;
        if (!current.IsFrozen)
        {
            await schemes.FreezeAsync(batch.Session, command.ContestId, current.Version, now);
            batch.Frozen(current, now);
            await audit.AppendAsync(batch.Session, batch.Actor, context.CompetitionId, AuditAction.SchemeFrozen, "contest", command.ContestId, null, new { current.Version });
        }

        var action = row.Version == 1 ? AuditAction.MarkEntered : AuditAction.MarkCorrected;
        var before = field.MarkVersion is null ? null : new { State = field.MarkState, Value = field.MarkValue, Version = field.MarkVersion };
        await audit.AppendAsync(batch.Session, batch.Actor, context.CompetitionId, action, "mark",
            $"{command.EntryId}/{command.FormKey}/{command.AspectKey}/{command.Seat}", before,
            new { row.State, row.Value, row.Version, row.SchemeVersion, row.JudgeId, row.Device, row.CommandId, row.EnteredAt }, command.Reason);
        if (command.Seat == JudgingRules.ImportedSeat || context.IsSubmitted)
        {
            // Other marks count only when their sheet is submitted: until then the board cannot move.
            standings.EntryChanged(batch.Session, command.ContestId, command.EntryId);
        }
    }

    private static MarkRow Row(EnterMark command, SheetContext context, Actor actor, DateTimeOffset now) => new()
    {
        ContestId = command.ContestId,
        EntryId = command.EntryId,
        FormKey = command.FormKey,
        AspectKey = command.AspectKey,
        Seat = command.Seat,
        Version = command.BasedOn + 1,
        State = MarkStates.Code(command.State),
        Value = command.Value?.Millionths,
        SchemeVersion = command.SchemeVersion,
        CommandId = command.Id,
        JudgeId = context.JudgeId ?? actor.AccountId,
        EnteredBy = actor.AccountId,
        Device = command.Device,
        Reason = command.Reason,
        EnteredAt = now.ToUnixTimeMilliseconds(),
    };

    /// <summary>The answer that this command already got, when it was saved; a refusal when the id was used for something else.</summary>
    private static async Task<CommandAnswer?> FindEarlierAsync(CommandBatch batch, EnterMark command)
    {
        if (await MarkRepository.FindByCommandAsync(batch.Session, command.Id) is not { } row)
        {
            return await CommandLog.FindAsync(batch.Session, command.Id, batch.Actor.AccountId, About(command));
        }

        var same = row.EnteredBy == batch.Actor.AccountId && row.ContestId == command.ContestId && row.EntryId == command.EntryId && row.FormKey == command.FormKey
            && row.AspectKey == command.AspectKey && row.Seat == command.Seat && row.State == MarkStates.Code(command.State) && row.Value == command.Value?.Millionths;
        return same
            ? Saved(command, batch.Actor, DateTimeOffset.FromUnixTimeMilliseconds(row.EnteredAt), row.Version)
            : Refused(command, JudgingErrors.CommandIdTaken());
    }

    private static async Task<CommandAnswer> ConflictAsync(CommandBatch batch, EnterMark command, FieldContext field)
    {
        var stored = field.MarkVersion is null ? null : new StoredState(
            field.MarkState!,
            field.MarkValue is { } value ? new Score(value) : null,
            field.MarkVersion.Value,
            DateTimeOffset.FromUnixTimeMilliseconds(field.MarkEnteredAt!.Value),
            await CommandLog.NameAsync(batch.Session, field.MarkEnteredBy!));
        return new CommandAnswer(command.Id, CommandOutcome.Conflict, stored, JudgingErrors.ChangedMeanwhile());
    }

    private static CommandAnswer Saved(EnterMark command, Actor actor, DateTimeOffset at, int? version = null) =>
        new(command.Id, CommandOutcome.Saved, new StoredState(MarkStates.Code(command.State), command.Value, version ?? command.BasedOn + 1, at, actor.DisplayName), null);

    private static CommandAnswer Refused(EnterMark command, Error error) => new(command.Id, CommandOutcome.Refused, null, error);

    private static string About(EnterMark c) =>
        $"mark|{c.ContestId}|{c.EntryId}|{c.FormKey}|{c.AspectKey}|{c.Seat}|{MarkStates.Code(c.State)}|{c.Value?.Millionths}";
}
