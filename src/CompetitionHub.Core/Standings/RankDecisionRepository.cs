using System.Text.Json;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Standings;

/// <summary>Reads and appends what was decided between equal entries.</summary>
internal static class RankDecisionRepository
{
    private const string Select = """
        select kind as Kind, entries as Entries, seed as Seed, reason as Reason, decided_by as DecidedBy, decided_at as DecidedAt
        from rank_decisions
        where contest_id = @contestId and decided_at <= @until
        order by seq
        """;

    private const string Insert = """
        insert into rank_decisions (contest_id, seq, kind, entries, seed, reason, decided_by, decided_at)
        select @contestId, coalesce(max(seq), 0) + 1, @kind, @entries, @seed, @reason, @decidedBy, @decidedAt
        from rank_decisions
        where contest_id = @contestId
        """;

    /// <summary>The decisions of a contest in their order, as of a moment or (null) all.</summary>
    public static async Task<IReadOnlyList<RecordedDecision>> ListAsync(DbSession session, string contestId, DateTimeOffset? until = null) =>
        [.. (await session.QueryAsync<Row>(Select, new { contestId, until = until?.ToUnixTimeMilliseconds() ?? long.MaxValue })).Select(row => row.ToDecision())];

    /// <summary>The same, ready to calculate with.</summary>
    public static async Task<RankDecisions> LoadAsync(DbSession session, string contestId, DateTimeOffset? until = null) =>
        new((await ListAsync(session, contestId, until)).Select(recorded => recorded.Decision));

    /// <summary>Appends a decision; the caller holds the board's lock.</summary>
    public static Task AddAsync(DbSession session, string contestId, RecordedDecision recorded) => session.ExecuteAsync(Insert, new
    {
        contestId,
        kind = EnumText.Write(recorded.Decision.Kind),
        entries = JsonSerializer.Serialize(recorded.Decision.Entries),
        seed = recorded.Decision.Seed,
        reason = recorded.Decision.Reason,
        decidedBy = recorded.DecidedBy,
        decidedAt = recorded.DecidedAt.ToUnixTimeMilliseconds(),
    });

    private sealed class Row
    {
        public string Kind { get; init; } = "";
        public string Entries { get; init; } = "[]";
        public string? Seed { get; init; }
        public string Reason { get; init; } = "";
        public string DecidedBy { get; init; } = "";
        public long DecidedAt { get; init; }

        public RecordedDecision ToDecision() => new(
            new RankDecision(EnumText.Read<RankDecisionKind>(Kind), JsonSerializer.Deserialize<string[]>(Entries)!, Seed, Reason),
            DecidedBy, DateTimeOffset.FromUnixTimeMilliseconds(DecidedAt));
    }
}

/// <summary>A decision with the account that put it on record.</summary>
public sealed record RecordedDecision(RankDecision Decision, string DecidedBy, DateTimeOffset DecidedAt);
