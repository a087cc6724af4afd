using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Interchange;

/// <summary>Writes the marks, sheets and closed forms of a new competition; version 1 of each.</summary>
internal static class MarkImportRepository
{
    private const string InsertMark = """
        insert into marks (contest_id, entry_id, form_key, aspect_key, seat, version, state, value, scheme_version, command_id, judge_id, entered_by, device, entered_at)
        values (@ContestId, @EntryId, @FormKey, @AspectKey, @Seat, 1, @State, @Value, 1, @CommandId, @JudgeId, @EnteredBy, 'import', @EnteredAt)
        """;

    private const string InsertSheet = """
        insert into mark_sheets (contest_id, entry_id, form_key, seat, version, state, command_id, judge_id, entered_by, device, entered_at)
        values (@ContestId, @EntryId, @FormKey, @Seat, 1, @State, @CommandId, @JudgeId, @EnteredBy, 'import', @EnteredAt)
        """;

    private const string InsertClosedForm = """
        insert into closed_forms (contest_id, form_key, closed_at, closed_by)
        values (@contestId, @formKey, @closedAt, @closedBy)
        """;

    public static Task InsertMarksAsync(DbSession session, IEnumerable<ImportedMark> marks) => session.ExecuteManyAsync(InsertMark, marks);

    public static Task InsertSheetsAsync(DbSession session, IEnumerable<ImportedSheet> sheets) => session.ExecuteManyAsync(InsertSheet, sheets);

    public static Task CloseFormAsync(DbSession session, string contestId, string formKey, DateTimeOffset at, string closedBy) =>
        session.ExecuteAsync(InsertClosedForm, new { contestId, formKey, closedAt = at.ToUnixTimeMilliseconds(), closedBy });
}

/// <summary>One row of <c>marks</c>.</summary>
internal sealed class ImportedMark
{
    public string ContestId { get; init; } = "";
    public string EntryId { get; init; } = "";
    public string FormKey { get; init; } = "";
    public string AspectKey { get; init; } = "";
    public int Seat { get; init; }
    public string State { get; init; } = "";
    public long? Value { get; init; }
    public string CommandId { get; init; } = "";
    public string JudgeId { get; init; } = "";
    public string EnteredBy { get; init; } = "";
    public long EnteredAt { get; init; }
}

/// <summary>One row of <c>mark_sheets</c>.</summary>
internal sealed class ImportedSheet
{
    public string ContestId { get; init; } = "";
    public string EntryId { get; init; } = "";
    public string FormKey { get; init; } = "";
    public int Seat { get; init; }
    public string State { get; init; } = "";
    public string CommandId { get; init; } = "";
    public string JudgeId { get; init; } = "";
    public string EnteredBy { get; init; } = "";
    public long EnteredAt { get; init; }
}
