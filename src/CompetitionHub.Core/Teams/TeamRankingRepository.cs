using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Teams;

/// <summary>Reads and writes the table team_rankings.</summary>
internal static class TeamRankingRepository
{
    private const string SelectOfCompetition = """
        select document as Document, revision as Revision
        from team_rankings
        where competition_id = @competitionId
        order by position, key
        """;

    private const string Insert = """
        insert into team_rankings (competition_id, key, position, document, revision)
        select @competitionId, @key, coalesce(max(position), 0) + 1, @document, 1
        from team_rankings
        where competition_id = @competitionId
        """;

    private const string Update = """
        update team_rankings
        set key = @key, document = @document, revision = revision + 1
        where competition_id = @competitionId and key = @before
        """;

    private const string Delete = "delete from team_rankings where competition_id = @competitionId and key = @key";

    /// <summary>The rankings of a competition in their order.</summary>
    public static async Task<IReadOnlyList<StoredTeamRanking>> ListAsync(DbSession session, string competitionId) =>
        [.. (await session.QueryAsync<Row>(SelectOfCompetition, new { competitionId })).Select(row => new StoredTeamRanking(TeamRankingJson.Read(row.Document), row.Revision))];

    /// <summary>Writes a new one behind the others.</summary>
    public static Task InsertAsync(DbSession session, string competitionId, TeamRanking ranking) =>
        session.ExecuteAsync(Insert, new { competitionId, key = ranking.Key, document = TeamRankingJson.Write(ranking) });

    /// <summary>Writes another document in place of the one with the key <paramref name="before"/>.</summary>
    public static Task UpdateAsync(DbSession session, string competitionId, string before, TeamRanking ranking) =>
        session.ExecuteAsync(Update, new { competitionId, before, key = ranking.Key, document = TeamRankingJson.Write(ranking) });

    /// <summary>Takes one out.</summary>
    public static Task DeleteAsync(DbSession session, string competitionId, string key) => session.ExecuteAsync(Delete, new { competitionId, key });

    private sealed class Row
    {
        public string Document { get; init; } = "";
        public long Revision { get; init; }
    }
}

/// <summary>A team ranking as stored; <paramref name="Revision"/> grows with each change.</summary>
public sealed record StoredTeamRanking(TeamRanking Ranking, long Revision);
