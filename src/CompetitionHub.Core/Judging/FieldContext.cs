using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Judging;

/// <summary>The current mark of one field, and what the same command id was answered before: read anew for every mark, by keys only.</summary>
internal sealed class FieldContext
{
    public int? MarkVersion { get; init; }
    public string? MarkState { get; init; }
    public long? MarkValue { get; init; }
    public long? MarkEnteredAt { get; init; }
    public string? MarkEnteredBy { get; init; }

    /// <summary>An earlier answer to the same command id, when it was not a stored mark or sheet.</summary>
    public string? EarlierAnswer { get; init; }
    public string? EarlierAccount { get; init; }

    public static async Task<FieldContext> LoadAsync(DbSession session, EnterMark command) =>
        await session.QuerySingleOrDefaultAsync<FieldContext>(Sql, new
        {
            command.Id,
            command.ContestId,
            command.EntryId,
            command.FormKey,
            command.Seat,
            command.AspectKey,
        }) ?? new FieldContext();

    private const string Sql = """
        select m.version as MarkVersion, m.state as MarkState, m.value as MarkValue, m.entered_at as MarkEnteredAt, m.entered_by as MarkEnteredBy,
          d.answer as EarlierAnswer, d.account_id as EarlierAccount
        from contests c
        left join marks m on m.contest_id = c.id and m.entry_id = @EntryId and m.form_key = @FormKey and m.aspect_key = @AspectKey and m.seat = @Seat
          and m.version = (select max(mm.version) from marks mm
            where mm.contest_id = c.id and mm.entry_id = @EntryId and mm.form_key = @FormKey and mm.aspect_key = @AspectKey and mm.seat = @Seat)
        left join commands d on d.id = @Id
        where c.id = @ContestId
        """;
}
