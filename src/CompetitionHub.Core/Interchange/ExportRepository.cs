using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Interchange;

/// <summary>Reads what a folder needs and no other feature lists.</summary>
internal static class ExportRepository
{
    private const string Marks = """
        select m.entry_id as EntryId, m.form_key as FormKey, m.aspect_key as AspectKey, m.seat as Seat, m.state as State, m.value as Value
        from marks m
        where m.contest_id = @contestId and m.state <> 'cleared' and not exists (
          select 1 from marks later
          where later.contest_id = m.contest_id and later.entry_id = m.entry_id and later.form_key = m.form_key
            and later.aspect_key = m.aspect_key and later.seat = m.seat and later.version > m.version)
        """;

    private const string Sheets = """
        select s.entry_id as EntryId, s.form_key as FormKey, s.seat as Seat, s.state as State
        from mark_sheets s
        where s.contest_id = @contestId and not exists (
          select 1 from mark_sheets later
          where later.contest_id = s.contest_id and later.entry_id = s.entry_id and later.form_key = s.form_key
            and later.seat = s.seat and later.version > s.version)
        """;

    private const string ClosedForms = "select form_key from closed_forms where contest_id = @contestId";

    private const string Seats = """
        select j.contest_id as ContestId, j.form_key as FormKey, j.seat as Seat, j.account_id as AccountId
        from judge_seats j
        join contests c on c.id = j.contest_id
        where c.competition_id = @competitionId
        """;

    private const string Roles = """
        select account_id as AccountId, role as Role
        from role_grants
        where scope = @competitionId and role in ('judge', 'chief_judge')
        """;

    private const string People = """
        select a.id as Id, a.user_name as UserName, a.display_name as DisplayName, d.code as Delegation
        from accounts a
        left join judge_delegations j on j.competition_id = @competitionId and j.account_id = a.id
        left join delegations d on d.id = j.delegation_id
        where a.id in (select account_id from role_grants where scope = @competitionId)
          or a.id in (select j.account_id from judge_seats j join contests c on c.id = j.contest_id where c.competition_id = @competitionId)
        """;

    public static Task<IReadOnlyList<MarkRow>> ListMarksAsync(DbSession session, string contestId) => session.QueryAsync<MarkRow>(Marks, new { contestId });

    public static Task<IReadOnlyList<SheetRow>> ListSheetsAsync(DbSession session, string contestId) => session.QueryAsync<SheetRow>(Sheets, new { contestId });

    public static Task<IReadOnlyList<string>> ListClosedFormsAsync(DbSession session, string contestId) => session.QueryAsync<string>(ClosedForms, new { contestId });

    public static Task<IReadOnlyList<SeatRow>> ListSeatsAsync(DbSession session, string competitionId) => session.QueryAsync<SeatRow>(Seats, new { competitionId });

    public static Task<IReadOnlyList<RoleRow>> ListRolesAsync(DbSession session, string competitionId) => session.QueryAsync<RoleRow>(Roles, new { competitionId });

    public static Task<IReadOnlyList<PersonRow>> ListPeopleAsync(DbSession session, string competitionId) =>
        session.QueryAsync<PersonRow>(People, new { competitionId });

    internal sealed class MarkRow
    {
        public string EntryId { get; init; } = "";
        public string FormKey { get; init; } = "";
        public string AspectKey { get; init; } = "";
        public int Seat { get; init; }
        public string State { get; init; } = "";
        public long? Value { get; init; }
    }

    internal sealed class SheetRow
    {
        public string EntryId { get; init; } = "";
        public string FormKey { get; init; } = "";
        public int Seat { get; init; }
        public string State { get; init; } = "";
    }

    internal sealed class SeatRow
    {
        public string ContestId { get; init; } = "";
        public string FormKey { get; init; } = "";
        public int Seat { get; init; }
        public string AccountId { get; init; } = "";
    }

    internal sealed class RoleRow
    {
        public string AccountId { get; init; } = "";
        public string Role { get; init; } = "";
    }

    internal sealed class PersonRow
    {
        public string Id { get; init; } = "";
        public string UserName { get; init; } = "";
        public string DisplayName { get; init; } = "";
        public string? Delegation { get; init; }
    }
}
