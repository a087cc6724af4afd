using System.Globalization;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>Reads and writes the table competitions.</summary>
internal sealed class CompetitionRepository
{
    private const string Columns = """
        id, slug, name_zh, name_en, level, class, host_zh, host_en, venue_zh, venue_en, starts_on, ends_on, time_zone, state, revision, created_at
        """;

    private const string SelectById = $"""
        select {Columns}
        from competitions
        where id = @competitionId
        """;

    private const string SelectBySlug = $"""
        select {Columns}
        from competitions
        where slug = @slug
        """;

    private const string SelectAll = $"""
        select {Columns}
        from competitions
        order by starts_on desc, slug
        """;

    private const string InsertRow = $"""
        insert into competitions ({Columns})
        values (@Id, @Slug, @NameZh, @NameEn, @Level, @Class, @HostZh, @HostEn, @VenueZh, @VenueEn, @StartsOn, @EndsOn, @TimeZone, @State, @Revision, @CreatedAt)
        """;

    private const string UpdateRow = """
        update competitions
        set slug = @Slug, name_zh = @NameZh, name_en = @NameEn, level = @Level, class = @Class, host_zh = @HostZh, host_en = @HostEn,
          venue_zh = @VenueZh, venue_en = @VenueEn, starts_on = @StartsOn, ends_on = @EndsOn, time_zone = @TimeZone, state = @State
        where id = @Id
        """;

    private const string BumpRevision = """
        update competitions set revision = revision + 1 where id = @competitionId
        """;

    private const string TouchRow = """
        update competitions set revision = revision where id = @competitionId
        """;

    private const string DeleteGrants = """
        delete from role_grants where scope = @competitionId
        """;

    private const string DeleteImports = """
        delete from entry_imports where competition_id = @competitionId
        """;

    private const string DeleteDelegations = """
        delete from delegations where competition_id = @competitionId
        """;

    private const string DeleteTeamRankings = """
        delete from team_rankings where competition_id = @competitionId
        """;

    private const string DeleteRow = """
        delete from competitions where id = @competitionId
        """;

    /// <summary>The competition with an id, or null.</summary>
    public async Task<Competition?> FindAsync(DbSession session, string competitionId) =>
        (await session.QuerySingleOrDefaultAsync<CompetitionRow>(SelectById, new { competitionId }))?.ToCompetition();

    /// <summary>The competition with a slug, or null.</summary>
    public async Task<Competition?> FindBySlugAsync(DbSession session, string slug) =>
        (await session.QuerySingleOrDefaultAsync<CompetitionRow>(SelectBySlug, new { slug }))?.ToCompetition();

    /// <summary>All competitions, the latest first.</summary>
    public async Task<IReadOnlyList<Competition>> ListAsync(DbSession session) =>
        [.. (await session.QueryAsync<CompetitionRow>(SelectAll)).Select(r => r.ToCompetition())];

    /// <summary>Writes a new competition.</summary>
    public Task InsertAsync(DbSession session, Competition competition) => session.ExecuteAsync(InsertRow, CompetitionRow.Of(competition));

    /// <summary>Writes details and state; the revision moves by <see cref="LockAsync"/> alone.</summary>
    public Task UpdateAsync(DbSession session, Competition competition) => session.ExecuteAsync(UpdateRow, CompetitionRow.Of(competition));

    /// <summary>Bumps the revision, which makes two writers take turns, and loads the row as it is then; null when there is none.</summary>
    public async Task<Competition?> LockAsync(DbSession session, string competitionId) =>
        await session.ExecuteAsync(BumpRevision, new { competitionId }) == 0 ? null : await FindAsync(session, competitionId);

    /// <summary>Takes the same lock for a change of something that belongs to the competition: its own revision stays.</summary>
    public async Task<Competition?> TouchAsync(DbSession session, string competitionId) =>
        await session.ExecuteAsync(TouchRow, new { competitionId }) == 0 ? null : await FindAsync(session, competitionId);

    /// <summary>Deletes a competition without contests, with its grants, delegations and undone imports.</summary>
    public async Task DeleteAsync(DbSession session, string competitionId)
    {
        await session.ExecuteAsync(DeleteGrants, new { competitionId });
        await session.ExecuteAsync(DeleteImports, new { competitionId });
        await JudgeDelegationRepository.ClearCompetitionAsync(session, competitionId);
        await session.ExecuteAsync(DeleteDelegations, new { competitionId });
        await session.ExecuteAsync(DeleteTeamRankings, new { competitionId });
        await session.ExecuteAsync(DeleteRow, new { competitionId });
    }

    internal sealed class CompetitionRow
    {
        public string Id { get; init; } = "";
        public string Slug { get; init; } = "";
        public string NameZh { get; init; } = "";
        public string NameEn { get; init; } = "";
        public string Level { get; init; } = "";
        public string Class { get; init; } = "";
        public string HostZh { get; init; } = "";
        public string HostEn { get; init; } = "";
        public string VenueZh { get; init; } = "";
        public string VenueEn { get; init; } = "";
        public string StartsOn { get; init; } = "";
        public string EndsOn { get; init; } = "";
        public string TimeZone { get; init; } = "";
        public string State { get; init; } = "";
        public long Revision { get; init; }
        public long CreatedAt { get; init; }

        public Competition ToCompetition() => new(
            Id,
            new(Slug, new(NameZh, NameEn), EnumText.Read<CompetitionLevel>(Level), EnumText.Read<CompetitionClass>(Class), new(HostZh, HostEn),
                new(VenueZh, VenueEn), Day(StartsOn), Day(EndsOn), TimeZone),
            EnumText.Read<CompetitionState>(State),
            Revision,
            DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt));

        public static CompetitionRow Of(Competition competition)
        {
            var details = competition.Details;
            return new()
            {
                Id = competition.Id,
                Slug = details.Slug,
                NameZh = details.Name.Zh,
                NameEn = details.Name.En,
                Level = EnumText.Write(details.Level),
                Class = EnumText.Write(details.Class),
                HostZh = details.Host.Zh,
                HostEn = details.Host.En,
                VenueZh = details.Venue.Zh,
                VenueEn = details.Venue.En,
                StartsOn = details.StartsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                EndsOn = details.EndsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                TimeZone = details.TimeZone,
                State = EnumText.Write(competition.State),
                Revision = competition.Revision,
                CreatedAt = competition.CreatedAt.ToUnixTimeMilliseconds(),
            };
        }

        private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
