using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Competitions;

/// <summary>Reads how far the contests of a competition are.</summary>
internal sealed class ProgressReader(ContestRepository contests, SchemeRepository schemes)
{
    private const string CountEntries = """
        select contest_id, count(*) as found, sum(case when status = 'active' then 1 else 0 end) as active
        from entries
        where competition_id = @competitionId
        group by contest_id
        """;

    private const string CountSeats = """
        select contest_id, count(*) as found, 0 as active
        from judge_seats
        where contest_id in (select id from contests where competition_id = @competitionId)
        group by contest_id
        """;

    private const string CountSubmittedSheets = """
        select sheets.contest_id, count(*) as found, 0 as active
        from mark_sheets sheets
        join entries on entries.id = sheets.entry_id and entries.status = 'active' and entries.competition_id = @competitionId
        where sheets.state = 'submitted'
          and not exists (
            select 1 from mark_sheets later
            where later.contest_id = sheets.contest_id and later.entry_id = sheets.entry_id and later.form_key = sheets.form_key
              and later.seat = sheets.seat and later.version > sheets.version)
        group by sheets.contest_id
        """;

    private const string ContestsWithMarks = """
        select contests.id
        from contests
        where competition_id = @competitionId and exists (select 1 from marks where marks.contest_id = contests.id)
        """;

    /// <summary>The contests in their order with their counts.</summary>
    public async Task<IReadOnlyList<ContestProgress>> ReadAsync(DbSession session, string competitionId)
    {
        var entries = await CountAsync(session, CountEntries, competitionId);
        var seats = await CountAsync(session, CountSeats, competitionId);
        var sheets = await CountAsync(session, CountSubmittedSheets, competitionId);
        var marked = (await session.QueryAsync<string>(ContestsWithMarks, new { competitionId })).ToHashSet();
        var progress = new List<ContestProgress>();
        foreach (var contest in await contests.ListAsync(session, competitionId))
        {
            var scheme = await schemes.GetCurrentAsync(session, contest.Id);
            var entered = entries.GetValueOrDefault(contest.Id);
            progress.Add(new(
                contest,
                scheme.Version,
                scheme.IsFrozen,
                SchemeState.CountErrors(scheme.Scheme),
                (int)(entered?.Found ?? 0),
                SchemeState.CountSeats(scheme.Scheme),
                (int)(seats.GetValueOrDefault(contest.Id)?.Found ?? 0),
                SchemeState.CountSheets(scheme.Scheme) * (int)(entered?.Active ?? 0),
                (int)(sheets.GetValueOrDefault(contest.Id)?.Found ?? 0),
                marked.Contains(contest.Id)));
        }
        return progress;
    }

    private static async Task<Dictionary<string, CountRow>> CountAsync(DbSession session, string sql, string competitionId) =>
        (await session.QueryAsync<CountRow>(sql, new { competitionId })).ToDictionary(r => r.ContestId);

    private sealed class CountRow
    {
        public string ContestId { get; init; } = "";
        public long Found { get; init; }
        public long Active { get; init; }
    }
}
