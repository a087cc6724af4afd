using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Competitions;

/// <summary>A judge on a numbered seat of a form's panel.</summary>
public sealed record JudgeSeat(string ContestId, string FormKey, int Seat, string AccountId);

/// <summary>Reads and writes the table judge_seats.</summary>
internal sealed class JudgeSeatRepository
{
    private const string SelectOfContest = """
        select contest_id, form_key, seat, account_id
        from judge_seats
        where contest_id = @contestId
        order by form_key, seat
        """;

    private const string UpsertSeat = """
        insert into judge_seats (contest_id, form_key, seat, account_id)
        values (@ContestId, @FormKey, @Seat, @AccountId)
        on conflict (contest_id, form_key, seat) do update set account_id = excluded.account_id
        """;

    private const string DeleteSeat = """
        delete from judge_seats
        where contest_id = @contestId and form_key = @formKey and seat = @seat
        """;

    private const string DeleteOfContest = """
        delete from judge_seats where contest_id = @contestId
        """;

    private const string CountMarksFromSeat = """
        select count(*)
        from (select 1 from marks where contest_id = @contestId and form_key = @formKey and seat = @seat limit 1) as found
        """;

    /// <summary>The taken seats of a contest.</summary>
    public async Task<IReadOnlyList<JudgeSeat>> ListAsync(DbSession session, string contestId) =>
        [.. (await session.QueryAsync<SeatRow>(SelectOfContest, new { contestId })).Select(r => new JudgeSeat(r.ContestId, r.FormKey, r.Seat, r.AccountId))];

    /// <summary>Puts a judge on a seat, in place of whoever sat there.</summary>
    public Task SetAsync(DbSession session, JudgeSeat seat) => session.ExecuteAsync(UpsertSeat, seat);

    /// <summary>Frees a seat.</summary>
    public Task ClearAsync(DbSession session, string contestId, string formKey, int seat) =>
        session.ExecuteAsync(DeleteSeat, new { contestId, formKey, seat });

    /// <summary>Frees all seats of a contest.</summary>
    public Task ClearAllAsync(DbSession session, string contestId) => session.ExecuteAsync(DeleteOfContest, new { contestId });

    /// <summary>True when marks were given from a seat.</summary>
    public async Task<bool> HasMarksAsync(DbSession session, string contestId, string formKey, int seat) =>
        await session.ScalarAsync<long>(CountMarksFromSeat, new { contestId, formKey, seat }) > 0;

    private sealed class SeatRow
    {
        public string ContestId { get; init; } = "";
        public string FormKey { get; init; } = "";
        public int Seat { get; init; }
        public string AccountId { get; init; } = "";
    }
}
