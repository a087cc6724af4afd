using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Judging;

/// <summary>Reads the state of one pad from one snapshot.</summary>
internal static class PadReading
{
    private const string FindContest = """
        select k.id as CompetitionId, k.name_zh as CompetitionZh, k.name_en as CompetitionEn, k.state as Phase,
          c.id as ContestId, c.name_zh as ContestZh, c.name_en as ContestEn, c.group_zh as GroupZh, c.group_en as GroupEn, f.form_key as ClosedForm
        from competitions k
        join contests c on c.competition_id = k.id and c.slug = @contestSlug
        left join closed_forms f on f.contest_id = c.id and f.form_key = @formKey
        where k.slug = @competitionSlug
        """;

    private const string ListSeats = """
        select j.seat as Seat, j.account_id as AccountId, a.display_name as Name
        from judge_seats j
        join accounts a on a.id = j.account_id
        where j.contest_id = @contestId and j.form_key = @formKey
        """;

    private const string ListEntries = """
        select e.id as Id, e.code as Code, e.status as Status, s.state as SheetState, s.version as SheetVersion, s.entered_at as SheetAt
        from entries e
        left join mark_sheets s on s.contest_id = e.contest_id and s.entry_id = e.id and s.form_key = @formKey and s.seat = @seat
          and s.version = (select max(x.version) from mark_sheets x
            where x.contest_id = s.contest_id and x.entry_id = s.entry_id and x.form_key = s.form_key and x.seat = s.seat)
        where e.contest_id = @contestId
        order by e.code
        """;

    // "cross join" keeps SQLite from walking all marks of the contest: entry by entry it finds this form's in the primary key.
    private const string ListMarks = """
        select m.entry_id as EntryId, m.aspect_key as AspectKey, m.version as Version, m.state as State, m.value as Value, m.entered_at as EnteredAt
        from entries e
        cross join marks m
        where e.contest_id = @contestId
          and m.contest_id = e.contest_id and m.entry_id = e.id and m.form_key = @formKey and m.seat = @seat
          and m.version = (select max(x.version) from marks x where x.contest_id = m.contest_id and x.entry_id = m.entry_id
            and x.form_key = m.form_key and x.aspect_key = m.aspect_key and x.seat = m.seat)
        """;

    public static async Task<Result<PadState>> ReadAsync(
        DbSession session, SchemeRepository schemes, Actor actor, string competitionSlug, string contestSlug, string formKey, int? seat)
    {
        var contest = await session.QuerySingleOrDefaultAsync<ContestRow>(FindContest, new { competitionSlug, contestSlug, formKey });
        var scheme = contest is null ? null : await schemes.FindCurrentAsync(session, contest.ContestId);
        if (contest is null || scheme?.Scheme.FindForm(formKey) is not { } form || !JudgingAccess.SitsAsJudge(actor, contest.CompetitionId))
        {
            return JudgingErrors.NotFound();
        }

        var seats = await session.QueryAsync<SeatRow>(ListSeats, new { contestId = contest.ContestId, formKey });
        var wanted = seat ?? seats.FirstOrDefault(s => s.AccountId == actor.AccountId)?.Seat;
        if (wanted is not { } number || number < 0 || number > form.Judges)
        {
            return JudgingErrors.NotFound();
        }

        var judge = seats.FirstOrDefault(s => s.Seat == number);
        var own = judge?.AccountId == actor.AccountId;
        if (!own && !actor.MayDirectMarking(contest.CompetitionId))
        {
            return JudgingErrors.NotYourSheet(number);
        }

        if (number > 0 && judge is null)
        {
            return JudgingErrors.SeatEmpty(number);
        }

        var args = new { contestId = contest.ContestId, formKey, seat = number };
        var marks = (await session.QueryAsync<MarkRow>(ListMarks, args)).ToLookup(m => m.EntryId);
        var entries = await session.QueryAsync<EntryRow>(ListEntries, args);
        return new PadState(
            new LocalText(contest.CompetitionZh, contest.CompetitionEn), EnumText.Read<CompetitionState>(contest.Phase),
            contest.ContestId, contest.Title, formKey, form.Name, number, judge?.Name ?? "", !own && number > 0,
            scheme.Version, contest.ClosedForm is not null, JudgingRules.IsAttempt(scheme.Scheme, form), JudgingRules.SheetOf(form, number), [.. entries.Select(e => e.ToEntry(marks[e.Id]))]);
    }

    private sealed class ContestRow
    {
        public string CompetitionId { get; init; } = "";
        public string CompetitionZh { get; init; } = "";
        public string CompetitionEn { get; init; } = "";
        public string Phase { get; init; } = "";
        public string ContestId { get; init; } = "";
        public string ContestZh { get; init; } = "";
        public string ContestEn { get; init; } = "";
        public string GroupZh { get; init; } = "";
        public string GroupEn { get; init; } = "";
        public string? ClosedForm { get; init; }

        public LocalText Title => new LocalText(ContestZh, ContestEn).Beside(new(GroupZh, GroupEn));
    }

    private sealed class SeatRow
    {
        public int Seat { get; init; }
        public string AccountId { get; init; } = "";
        public string Name { get; init; } = "";
    }

    private sealed class EntryRow
    {
        public string Id { get; init; } = "";
        public string Code { get; init; } = "";
        public string Status { get; init; } = "";
        public string? SheetState { get; init; }
        public int? SheetVersion { get; init; }
        public long? SheetAt { get; init; }

        public PadEntry ToEntry(IEnumerable<MarkRow> marks) => new(
            Id, Code, EnumText.Read<EntryStatus>(Status), SheetState == SheetRow.Submitted, SheetVersion ?? 0,
            SheetAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null, [.. marks.Select(ToMark)]);

        private static PadMark ToMark(MarkRow row) => new(
            row.AspectKey,
            MarkStates.TryParse(row.State, out var state) ? state : MarkState.Cleared,
            row.Value is { } value ? new Score(value) : null,
            row.Version,
            DateTimeOffset.FromUnixTimeMilliseconds(row.EnteredAt));
    }
}
