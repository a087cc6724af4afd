using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>Reads the marks in force of entries that take part, handed in or not: who is far off should hear it before signing.</summary>
internal static class PanelMarkReading
{
    private const string ListEntries = """
        select id as Id, code as Code, delegation_id as DelegationId
        from entries
        where contest_id = @contestId and status = 'active'
        order by code
        """;

    // In the order of the primary key, so that the last version of a field is the last row of it.
    private const string ListMarks = """
        select entry_id as EntryId, aspect_key as AspectKey, seat as Seat, judge_id as JudgeId, value as Value,
          case when state in ('value', 'not_attempted') then 1 else 0 end as Counts
        from marks
        where contest_id = @contestId and aspect_key in @aspectKeys
        order by contest_id, entry_id, form_key, aspect_key, seat, version
        """;

    // Marks that came in from a folder without judges are noted for whoever imported them: that is nobody of the panel.
    private const string ListJudges = """
        select a.id as Id, a.display_name as Name, j.delegation_id as DelegationId
        from accounts a
        left join judge_delegations j on j.competition_id = @competitionId and j.account_id = a.id
        where a.id in @judgeIds
          and (exists (select 1 from role_grants g where g.account_id = a.id and g.scope = @competitionId and g.role in ('judge', 'chief_judge'))
            or exists (select 1 from judge_seats s where s.account_id = a.id and s.contest_id = @contestId))
        """;

    public static async Task<PanelMarks> ReadAsync(DbSession session, Contest contest, PanelPart part)
    {
        var formOf = FormsOf(part);
        var entries = await session.QueryAsync<EntryRow>(ListEntries, new { contestId = contest.Id });
        var rows = formOf.Count == 0 ? [] : await session.QueryAsync<MarkRow>(ListMarks, new { contestId = contest.Id, aspectKeys = formOf.Keys.ToArray() });
        var places = entries.Index().ToDictionary(row => row.Item.Id, row => row.Index, StringComparer.Ordinal);
        var current = rows.Where((row, i) =>
            (i + 1 == rows.Count || !row.IsSameField(rows[i + 1])) && row.Counts == 1 && places.ContainsKey(row.EntryId)).ToList();

        string[] judgeIds = [.. current.Select(row => row.JudgeId).Distinct()];
        var known = judgeIds.Length == 0 ? [] : (await session.QueryAsync<JudgeRow>(
            ListJudges, new { competitionId = contest.CompetitionId, contestId = contest.Id, judgeIds })).ToDictionary(row => row.Id, StringComparer.Ordinal);
        string KeyOf(MarkRow row) => known.ContainsKey(row.JudgeId) ? row.JudgeId : $"{formOf[row.AspectKey]}/{row.Seat}";

        var judges = current.GroupBy(KeyOf, StringComparer.Ordinal)
            .Select(group => (Seat: group.Min(row => row.Seat), group.Key))
            .OrderBy(judge => judge.Seat).ThenBy(judge => judge.Key, StringComparer.Ordinal)
            .Select(judge => known.GetValueOrDefault(judge.Key) is { } person
                ? new PanelJudge(judge.Key, person.Name, judge.Seat, person.DelegationId)
                : new PanelJudge(judge.Key, null, judge.Seat, null))
            .ToList();
        var columns = judges.Index().ToDictionary(judge => judge.Item.Key, judge => judge.Index, StringComparer.Ordinal);
        var marks = new PanelMarks([.. entries.Select(row => new PanelEntry(row.Code, row.DelegationId))], judges);
        foreach (var row in current)
        {
            marks.Add(row.AspectKey, places[row.EntryId], columns[KeyOf(row)], row.Value is { } value ? value / (double)Score.Unit : null);
        }

        return marks;
    }

    // Keys of aspects are unique in a scheme.
    private static Dictionary<string, string> FormsOf(PanelPart part) => part.FormKey is { } key
        ? part.Aspects.ToDictionary(aspect => aspect.Key, _ => key, StringComparer.Ordinal)
        : part.Children.SelectMany(FormsOf).ToDictionary(StringComparer.Ordinal);

    private sealed class EntryRow
    {
        public string Id { get; init; } = "";
        public string Code { get; init; } = "";
        public string? DelegationId { get; init; }
    }

    private sealed class MarkRow
    {
        public string EntryId { get; init; } = "";
        public string AspectKey { get; init; } = "";
        public int Seat { get; init; }
        public string JudgeId { get; init; } = "";
        public long? Value { get; init; }

        /// <summary>0 where a judge was absent or an attempt had no result: that says nothing about anybody's judgement.</summary>
        public int Counts { get; init; }

        public bool IsSameField(MarkRow next) => Seat == next.Seat && AspectKey == next.AspectKey && EntryId == next.EntryId;
    }

    private sealed class JudgeRow
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string? DelegationId { get; init; }
    }
}
