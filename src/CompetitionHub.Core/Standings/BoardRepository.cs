using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings;

/// <summary>Reads and writes the table boards: the parent row that every use case which writes marks bumps first.</summary>
internal sealed class BoardRepository
{
    private const string Insert = """
        insert into boards (id, visibility, frozen_at, revision, changed_at, public_changed_at)
        values (@contestId, 'hidden', null, 0, null, null)
        """;

    private const string Bump = "update boards set revision = revision + 1 where id = @contestId";

    private const string BumpAll = """
        update boards set revision = revision + 1
        where id in (select c.id from contests c where c.competition_id = @competitionId)
        """;

    private const string Lock = """
        update boards set revision = revision + 1 where id = @contestId
        returning id as Id, visibility as Visibility, frozen_at as FrozenAt, revision as Revision, changed_at as ChangedAt, public_changed_at as PublicChangedAt
        """;

    private const string Select = """
        select id as Id, visibility as Visibility, frozen_at as FrozenAt, revision as Revision, changed_at as ChangedAt, public_changed_at as PublicChangedAt
        from boards
        where id = @contestId
        """;

    private const string UpdateState = "update boards set visibility = @visibility, frozen_at = @frozenAt where id = @contestId";

    private const string UpdateTimes = "update boards set changed_at = @changedAt, public_changed_at = @publicChangedAt where id = @contestId";

    /// <summary>Gives a new contest its board: hidden, without rows.</summary>
    public async Task CreateAsync(DbSession session, string contestId) => await session.ExecuteAsync(Insert, new { contestId });

    /// <summary>Takes the board's lock until the commit; false when there is no such contest.</summary>
    public static async Task<bool> BumpAsync(DbSession session, string contestId) => await session.ExecuteAsync(Bump, new { contestId }) == 1;

    /// <summary>Takes the locks of all boards of a competition: no mark is on its way past whoever holds them.</summary>
    public static Task BumpAllAsync(DbSession session, string competitionId) => session.ExecuteAsync(BumpAll, new { competitionId });

    /// <summary>Takes the board's lock and reads it with its new revision; null when there is no such contest.</summary>
    public static async Task<Board?> LockAsync(DbSession session, string contestId) =>
        (await session.QuerySingleOrDefaultAsync<Row>(Lock, new { contestId }))?.ToBoard();

    /// <summary>Reads a board without locking it.</summary>
    public static async Task<Board?> FindAsync(DbSession session, string contestId) =>
        (await session.QuerySingleOrDefaultAsync<Row>(Select, new { contestId }))?.ToBoard();

    /// <summary>Writes visibility and freeze.</summary>
    public static Task UpdateAsync(DbSession session, Board board) => session.ExecuteAsync(UpdateState, new
    {
        contestId = board.ContestId,
        visibility = EnumText.Write(board.Visibility),
        frozenAt = board.FrozenAt?.ToUnixTimeMilliseconds(),
    });

    /// <summary>Writes the times of the last marks.</summary>
    public static Task UpdateTimesAsync(DbSession session, string contestId, long? changedAt, long? publicChangedAt) =>
        session.ExecuteAsync(UpdateTimes, new { contestId, changedAt, publicChangedAt });

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string Visibility { get; init; } = "";
        public long? FrozenAt { get; init; }
        public long Revision { get; init; }
        public long? ChangedAt { get; init; }
        public long? PublicChangedAt { get; init; }

        public Board ToBoard() => new(Id, EnumText.Read<BoardVisibility>(Visibility), At(FrozenAt), Revision, At(ChangedAt), At(PublicChangedAt));

        private static DateTimeOffset? At(long? milliseconds) =>
            milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }
}
