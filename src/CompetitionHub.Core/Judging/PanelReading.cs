using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Judging;

/// <summary>Reads the progress of a contest's panels from one snapshot.</summary>
internal static class PanelReading
{
    private const string FindCompetition = "select competition_id from contests where id = @contestId";

    private const string ListSeats = """
        select j.form_key as FormKey, j.seat as Seat, j.account_id as JudgeId, a.display_name as JudgeName
        from judge_seats j
        join accounts a on a.id = j.account_id
        where j.contest_id = @contestId
        """;

    private const string ListClosed = "select form_key from closed_forms where contest_id = @contestId";

    private const string ListEntries = """
        select id as Id, code as Code, status as Status, status_reason as StatusReason
        from entries
        where contest_id = @contestId
        order by code
        """;

    private const string CountMarks = """
        select m.entry_id as EntryId, m.form_key as FormKey, m.seat as Seat, count(*) as Marks
        from marks m
        where m.contest_id = @contestId and m.state <> 'cleared'
          and m.version = (select max(x.version) from marks x where x.contest_id = m.contest_id and x.entry_id = m.entry_id
            and x.form_key = m.form_key and x.aspect_key = m.aspect_key and x.seat = m.seat)
        group by m.entry_id, m.form_key, m.seat
        """;

    private const string ListSubmitted = """
        select s.entry_id as EntryId, s.form_key as FormKey, s.seat as Seat
        from mark_sheets s
        where s.contest_id = @contestId and s.state = 'submitted'
          and s.version = (select max(x.version) from mark_sheets x
            where x.contest_id = s.contest_id and x.entry_id = s.entry_id and x.form_key = s.form_key and x.seat = s.seat)
        """;

    public static async Task<Result<PanelProgress>> ReadAsync(DbSession session, SchemeRepository schemes, Actor actor, string contestId)
    {
        var competitionId = await session.ScalarAsync<string>(FindCompetition, new { contestId });
        if (competitionId is null || !actor.MayView(competitionId) || await schemes.FindCurrentAsync(session, contestId) is not { } scheme)
        {
            return JudgingErrors.NotFound();
        }

        var judges = (await session.QueryAsync<SeatRow>(ListSeats, new { contestId })).ToDictionary(s => (s.FormKey, s.Seat));
        var closed = (await session.QueryAsync<string>(ListClosed, new { contestId })).ToHashSet();
        var marks = (await session.QueryAsync<SheetCount>(CountMarks, new { contestId })).ToDictionary(m => (m.EntryId, m.FormKey, m.Seat), m => m.Marks);
        var submitted = (await session.QueryAsync<SheetCount>(ListSubmitted, new { contestId })).Select(s => (s.EntryId, s.FormKey, s.Seat)).ToHashSet();
        var forms = scheme.Scheme.AllForms().ToList();

        PanelCell Cell(MarkingForm form, string entryId) => new(
            form.Key,
            [.. SeatsOf(form).Select(seat => new PanelSheet(
                seat, marks.GetValueOrDefault((entryId, form.Key, seat)), JudgingRules.SheetOf(form, seat).Count, submitted.Contains((entryId, form.Key, seat))))],
            marks.GetValueOrDefault((entryId, form.Key, JudgingRules.ImportedSeat)),
            JudgingRules.SheetOf(form, JudgingRules.ImportedSeat).Count);

        var rows = await session.QueryAsync<EntryRow>(ListEntries, new { contestId });
        return new PanelProgress(
            [.. forms.Select(form => new PanelForm(
                form.Key, form.Name, closed.Contains(form.Key), JudgingRules.SheetOf(form, JudgingRules.ImportedSeat).Count > 0,
                [.. SeatsOf(form).Select(seat => judges.GetValueOrDefault((form.Key, seat))?.ToSeat() ?? new PanelSeat(seat, null, null))]))],
            [.. rows.Select(row => new PanelProgressRow(
                row.Id, row.Code, EnumText.Read<EntryStatus>(row.Status), row.StatusReason, [.. forms.Select(form => Cell(form, row.Id))]))]);
    }

    /// <summary>The seats that have something to submit: a second judge has nothing on a form of measurements only.</summary>
    private static IEnumerable<int> SeatsOf(MarkingForm form) =>
        Enumerable.Range(1, form.Judges).Where(seat => JudgingRules.SheetOf(form, seat).Count > 0);

    private sealed class SeatRow
    {
        public string FormKey { get; init; } = "";
        public int Seat { get; init; }
        public string JudgeId { get; init; } = "";
        public string JudgeName { get; init; } = "";

        public PanelSeat ToSeat() => new(Seat, JudgeId, JudgeName);
    }

    private sealed class EntryRow
    {
        public string Id { get; init; } = "";
        public string Code { get; init; } = "";
        public string Status { get; init; } = "";
        public string? StatusReason { get; init; }
    }

    private sealed class SheetCount
    {
        public string EntryId { get; init; } = "";
        public string FormKey { get; init; } = "";
        public int Seat { get; init; }
        public int Marks { get; init; }
    }
}
