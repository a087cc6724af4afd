using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Judging;

/// <summary>One row of <c>mark_sheets</c>; the state is <c>submitted</c> or <c>reopened</c>.</summary>
internal sealed class SheetRow
{
    public const string Submitted = "submitted";
    public const string Reopened = "reopened";

    public string ContestId { get; init; } = "";
    public string EntryId { get; init; } = "";
    public string FormKey { get; init; } = "";
    public int Seat { get; init; }
    public int Version { get; init; }
    public string State { get; init; } = "";
    public string CommandId { get; init; } = "";
    public string JudgeId { get; init; } = "";
    public string EnteredBy { get; init; } = "";
    public string Device { get; init; } = "";
    public string? Reason { get; init; }
    public long EnteredAt { get; init; }
}

/// <summary>The states of mark sheets, only ever added to: the current one has the highest version.</summary>
internal static class SheetRepository
{
    private const string Insert = """
        insert into mark_sheets (contest_id, entry_id, form_key, seat, version, state, command_id, judge_id, entered_by, device, reason, entered_at)
        values (@ContestId, @EntryId, @FormKey, @Seat, @Version, @State, @CommandId, @JudgeId, @EnteredBy, @Device, @Reason, @EnteredAt)
        on conflict do nothing
        """;

    private const string FindByCommand = """
        select contest_id as ContestId, entry_id as EntryId, form_key as FormKey, seat as Seat, version as Version, state as State,
          entered_by as EnteredBy, entered_at as EnteredAt
        from mark_sheets where command_id = @commandId
        """;

    /// <summary>False when the sheet already has this version or the command id was used.</summary>
    public static async Task<bool> TryAddAsync(DbSession session, SheetRow row) => await session.ExecuteAsync(Insert, row) == 1;

    public static Task<SheetRow?> FindByCommandAsync(DbSession session, string commandId) =>
        session.QuerySingleOrDefaultAsync<SheetRow>(FindByCommand, new { commandId });
}
