using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Competitions;

/// <summary>Reads and writes the table schemes: one immutable document per contest and version; the current one is the highest.</summary>
internal sealed class SchemeRepository(SchemeCache cache)
{
    private const string SelectCurrentVersion = """
        select version, created_at, frozen_at, (select min(frozen_at) from schemes where contest_id = @contestId) as first_mark_at
        from schemes
        where contest_id = @contestId
        order by version desc
        limit 1
        """;

    private const string SelectDocument = """
        select document
        from schemes
        where contest_id = @contestId and version = @version
        """;

    private const string InsertVersion = """
        insert into schemes (contest_id, version, document, created_at, created_by, frozen_at)
        values (@contestId, @version, @document, @createdAt, @createdBy, @frozenAt)
        """;

    private const string FreezeVersion = """
        update schemes set frozen_at = @at
        where contest_id = @contestId and version = @version and frozen_at is null
        """;

    private const string DeleteOfContest = """
        delete from schemes where contest_id = @contestId
        """;

    /// <summary>The current scheme of a contest; throws when the contest has none.</summary>
    public async Task<CurrentScheme> GetCurrentAsync(DbSession session, string contestId) =>
        await FindCurrentAsync(session, contestId) ?? throw new InvalidOperationException($"Contest {contestId} has no marking scheme.");

    /// <summary>The current scheme of a contest, or null when there is no such contest.</summary>
    public async Task<CurrentScheme?> FindCurrentAsync(DbSession session, string contestId)
    {
        var row = await session.QuerySingleOrDefaultAsync<VersionRow>(SelectCurrentVersion, new { contestId });
        if (row is null)
        {
            return null;
        }
        if (!cache.TryGet(contestId, row.Version, row.CreatedAt, out var version))
        {
            version = cache.Add(contestId, row.Version, row.CreatedAt, await ReadAsync(session, contestId, row.Version));
        }
        var (current, first) = (Moment(row.FrozenAt), Moment(row.FirstMarkAt));
        return new(contestId, row.Version, version.Scheme, version.Compiled, current is null ? null : first) { ChangedAt = current == first ? null : current };
    }

    /// <summary>Writes a version; earlier ones stay.</summary>
    public Task InsertAsync(DbSession session, string contestId, int version, MarkingScheme scheme, DateTimeOffset at, string createdBy, DateTimeOffset? frozenAt = null) =>
        session.ExecuteAsync(InsertVersion, new
        {
            contestId,
            version,
            document = SchemeJson.Write(scheme),
            createdAt = at.ToUnixTimeMilliseconds(),
            createdBy,
            frozenAt = frozenAt?.ToUnixTimeMilliseconds(),
        });

    /// <summary>Marks a version as frozen by its first mark; later calls change nothing. True when this call froze it.</summary>
    public async Task<bool> FreezeAsync(DbSession session, string contestId, int version, DateTimeOffset at) =>
        await session.ExecuteAsync(FreezeVersion, new { contestId, version, at = at.ToUnixTimeMilliseconds() }) > 0;

    /// <summary>Deletes all versions of a contest that is being removed.</summary>
    public Task DeleteOfContestAsync(DbSession session, string contestId) => session.ExecuteAsync(DeleteOfContest, new { contestId });

    private static async Task<MarkingScheme> ReadAsync(DbSession session, string contestId, int version)
    {
        var document = await session.ScalarAsync<string>(SelectDocument, new { contestId, version });
        return SchemeJson.Read(document!).Value;
    }

    private static DateTimeOffset? Moment(long? at) => at is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;

    private sealed class VersionRow
    {
        public int Version { get; init; }
        public long CreatedAt { get; init; }
        public long? FrozenAt { get; init; }
        public long? FirstMarkAt { get; init; }
    }
}
