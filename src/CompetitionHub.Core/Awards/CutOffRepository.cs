using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Awards;

/// <summary>Reads and appends cut-offs of awards.</summary>
internal static class CutOffRepository
{
    private const string Select = """
        select c.award_key as Award, c.score as Score, c.reason as Reason, coalesce(a.display_name, c.decided_by) as DecidedBy, c.decided_at as DecidedAt
        from award_cut_offs c
        left join accounts a on a.id = c.decided_by
        where c.contest_id = @contestId
        order by c.seq
        """;

    private const string Insert = """
        insert into award_cut_offs (contest_id, seq, award_key, score, reason, decided_by, decided_at)
        select @contestId, coalesce(max(seq), 0) + 1, @award, @score, @reason, @decidedBy, @decidedAt
        from award_cut_offs
        where contest_id = @contestId
        """;

    /// <summary>All of a contest in their order, the names of those who decided in place of their ids.</summary>
    public static async Task<IReadOnlyList<RecordedCutOff>> ListAsync(DbSession session, string contestId) =>
        [.. (await session.QueryAsync<Row>(Select, new { contestId })).Select(row => row.ToCutOff())];

    /// <summary>Appends one; the caller holds the board's lock.</summary>
    public static Task AddAsync(DbSession session, string contestId, CutOff cutOff, string decidedBy, DateTimeOffset at) => session.ExecuteAsync(Insert, new
    {
        contestId,
        award = cutOff.Award,
        score = cutOff.Score?.Millionths,
        reason = cutOff.Reason,
        decidedBy,
        decidedAt = at.ToUnixTimeMilliseconds(),
    });

    /// <summary>Those in force: the latest about each award, unless it took the earlier one back.</summary>
    public static IReadOnlyDictionary<string, RecordedCutOff> InForce(IEnumerable<RecordedCutOff> recorded) => recorded
        .GroupBy(one => one.CutOff.Award, StringComparer.Ordinal)
        .Select(award => award.Last())
        .Where(last => last.CutOff.Score is not null)
        .ToDictionary(last => last.CutOff.Award, StringComparer.Ordinal);

    private sealed class Row
    {
        public string Award { get; init; } = "";
        public long? Score { get; init; }
        public string Reason { get; init; } = "";
        public string DecidedBy { get; init; } = "";
        public long DecidedAt { get; init; }

        public RecordedCutOff ToCutOff() => new(
            new(Award, Score is { } score ? new Score(score) : null, Reason), DecidedBy, DateTimeOffset.FromUnixTimeMilliseconds(DecidedAt));
    }
}
