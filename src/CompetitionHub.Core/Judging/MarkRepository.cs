using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Judging;

/// <summary>One row of <c>marks</c>; times in unix milliseconds, the value in millionths.</summary>
internal sealed class MarkRow
{
    public string ContestId { get; init; } = "";
    public string EntryId { get; init; } = "";
    public string FormKey { get; init; } = "";
    public string AspectKey { get; init; } = "";
    public int Seat { get; init; }
    public int Version { get; init; }
    public string State { get; init; } = "";
    public long? Value { get; init; }
    public int SchemeVersion { get; init; }
    public string CommandId { get; init; } = "";
    public string JudgeId { get; init; } = "";
    public string EnteredBy { get; init; } = "";
    public string Device { get; init; } = "";
    public string? Reason { get; init; }
    public long EnteredAt { get; init; }
}

/// <summary>Marks are only ever added: the current one of a field has the highest version.</summary>
internal static class MarkRepository
{
    private const string Insert = """
        insert into marks (contest_id, entry_id, form_key, aspect_key, seat, version, state, value, scheme_version, command_id, judge_id, entered_by, device, reason, entered_at)
        values (@ContestId, @EntryId, @FormKey, @AspectKey, @Seat, @Version, @State, @Value, @SchemeVersion, @CommandId, @JudgeId, @EnteredBy, @Device, @Reason, @EnteredAt)
        on conflict do nothing
        """;

    private const string FindByCommand = """
        select contest_id as ContestId, entry_id as EntryId, form_key as FormKey, aspect_key as AspectKey, seat as Seat, version as Version, state as State,
          value as Value, entered_by as EnteredBy, entered_at as EnteredAt
        from marks where command_id = @commandId
        """;

    private const string ListOfSheet = """
        select m.aspect_key as AspectKey, m.version as Version, m.state as State, m.value as Value, m.entered_at as EnteredAt
        from marks m
        where m.contest_id = @contestId and m.entry_id = @entryId and m.form_key = @formKey and m.seat = @seat
          and m.version = (select max(x.version) from marks x where x.contest_id = m.contest_id and x.entry_id = m.entry_id
            and x.form_key = m.form_key and x.aspect_key = m.aspect_key and x.seat = m.seat)
        """;

    /// <summary>False when the field already has this version or the command id was used.</summary>
    public static async Task<bool> TryAddAsync(DbSession session, MarkRow row) => await session.ExecuteAsync(Insert, row) == 1;

    public static Task<MarkRow?> FindByCommandAsync(DbSession session, string commandId) =>
        session.QuerySingleOrDefaultAsync<MarkRow>(FindByCommand, new { commandId });

    /// <summary>The current marks of one seat's sheet.</summary>
    public static Task<IReadOnlyList<MarkRow>> ListOfSheetAsync(DbSession session, string contestId, string entryId, string formKey, int seat) =>
        session.QueryAsync<MarkRow>(ListOfSheet, new { contestId, entryId, formKey, seat });
}
