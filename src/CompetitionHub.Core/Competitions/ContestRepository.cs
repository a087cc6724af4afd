using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Competitions;

/// <summary>Reads and writes the table contests.</summary>
internal sealed class ContestRepository
{
    private const string Columns = "id, competition_id, slug, name_zh, name_en, trade, group_zh, group_en, format, counting, position, revision";

    private const string SelectById = $"""
        select {Columns}
        from contests
        where id = @contestId
        """;

    private const string SelectBySlug = $"""
        select {Columns}
        from contests
        where competition_id = @competitionId and slug = @slug
        """;

    private const string SelectOfCompetition = $"""
        select {Columns}
        from contests
        where competition_id = @competitionId
        order by position, slug
        """;

    private const string InsertRow = $"""
        insert into contests ({Columns})
        values (@Id, @CompetitionId, @Slug, @NameZh, @NameEn, @Trade, @GroupZh, @GroupEn, @Format, @Counting, @Position, @Revision)
        """;

    private const string UpdateRow = """
        update contests
        set slug = @Slug, name_zh = @NameZh, name_en = @NameEn, trade = @Trade, group_zh = @GroupZh, group_en = @GroupEn,
          format = @Format, counting = @Counting, position = @Position
        where id = @Id
        """;

    private const string BumpRevision = """
        update contests set revision = revision + 1 where id = @contestId
        """;

    private const string DeleteRow = """
        delete from contests where id = @contestId
        """;

    private const string DeleteStandingRows = """
        delete from standing_rows where board_id = @contestId
        """;

    private const string DeleteBoard = """
        delete from boards where id = @contestId
        """;

    private const string DeleteClosedForms = """
        delete from closed_forms where contest_id = @contestId
        """;

    private const string DeleteDecisions = """
        delete from rank_decisions where contest_id = @contestId
        """;

    private const string DeleteCutOffs = """
        delete from award_cut_offs where contest_id = @contestId
        """;

    /// <summary>The contest with an id, or null.</summary>
    public async Task<Contest?> FindAsync(DbSession session, string contestId) =>
        (await session.QuerySingleOrDefaultAsync<ContestRow>(SelectById, new { contestId }))?.ToContest();

    /// <summary>The contest with a slug in a competition, or null.</summary>
    public async Task<Contest?> FindBySlugAsync(DbSession session, string competitionId, string slug) =>
        (await session.QuerySingleOrDefaultAsync<ContestRow>(SelectBySlug, new { competitionId, slug }))?.ToContest();

    /// <summary>The contests of a competition in their order.</summary>
    public async Task<IReadOnlyList<Contest>> ListAsync(DbSession session, string competitionId) =>
        [.. (await session.QueryAsync<ContestRow>(SelectOfCompetition, new { competitionId })).Select(r => r.ToContest())];

    /// <summary>Writes a new contest.</summary>
    public Task InsertAsync(DbSession session, Contest contest) => session.ExecuteAsync(InsertRow, ContestRow.Of(contest));

    /// <summary>Writes details and position; the revision moves by <see cref="LockAsync"/> alone.</summary>
    public Task UpdateAsync(DbSession session, Contest contest) => session.ExecuteAsync(UpdateRow, ContestRow.Of(contest));

    /// <summary>
    /// Bumps the revision, which makes two writers take turns, and loads the row as it is then; null when there is none. Takes the board's
    /// lock too, which marks take: a scheme is not replaced, nor a seat freed, under a mark that is being stored.
    /// </summary>
    public async Task<Contest?> LockAsync(DbSession session, string contestId)
    {
        if (await session.ExecuteAsync(BumpRevision, new { contestId }) == 0)
        {
            return null;
        }
        await BoardRepository.BumpAsync(session, contestId);
        return await FindAsync(session, contestId);
    }

    /// <summary>Deletes a contest without entries and marks, together with its board, its closed forms and what was decided about it; the audit keeps that.</summary>
    public async Task DeleteWithBoardAsync(DbSession session, string contestId)
    {
        await session.ExecuteAsync(DeleteStandingRows, new { contestId });
        await session.ExecuteAsync(DeleteBoard, new { contestId });
        await session.ExecuteAsync(DeleteClosedForms, new { contestId });
        await session.ExecuteAsync(DeleteDecisions, new { contestId });
        await session.ExecuteAsync(DeleteCutOffs, new { contestId });
        await session.ExecuteAsync(DeleteRow, new { contestId });
    }

    internal sealed class ContestRow
    {
        public string Id { get; init; } = "";
        public string CompetitionId { get; init; } = "";
        public string Slug { get; init; } = "";
        public string NameZh { get; init; } = "";
        public string NameEn { get; init; } = "";
        public string Trade { get; init; } = "";
        public string GroupZh { get; init; } = "";
        public string GroupEn { get; init; } = "";
        public string Format { get; init; } = "";
        public string Counting { get; init; } = "";
        public int Position { get; init; }
        public long Revision { get; init; }

        public Contest ToContest() => new(
            Id,
            CompetitionId,
            new(Slug, new(NameZh, NameEn), Trade, new(GroupZh, GroupEn), EnumText.Read<ContestFormat>(Format), EnumText.Read<CountingRule>(Counting)),
            Position,
            Revision);

        public static ContestRow Of(Contest contest) => new()
        {
            Id = contest.Id,
            CompetitionId = contest.CompetitionId,
            Slug = contest.Slug,
            NameZh = contest.Name.Zh,
            NameEn = contest.Name.En,
            Trade = contest.Details.Trade,
            GroupZh = contest.Details.Group.Zh,
            GroupEn = contest.Details.Group.En,
            Format = EnumText.Write(contest.Details.Format),
            Counting = EnumText.Write(contest.Details.Counting),
            Position = contest.Position,
            Revision = contest.Revision,
        };
    }
}
