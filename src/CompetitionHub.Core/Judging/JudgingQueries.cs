using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Judging;

/// <summary>What judges and those who direct them see: my forms, the mark pad, the panel's progress.</summary>
public sealed class JudgingQueries
{
    private readonly Database database;
    private readonly SchemeRepository schemes;

    internal JudgingQueries(Database database, SchemeRepository schemes)
    {
        this.database = database;
        this.schemes = schemes;
    }

    private const string ListSeats = """
        select k.id as CompetitionId, k.slug as CompetitionSlug, k.name_zh as CompetitionZh, k.name_en as CompetitionEn, k.state as Phase,
          c.id as ContestId, c.slug as ContestSlug, c.name_zh as ContestZh, c.name_en as ContestEn, c.group_zh as GroupZh, c.group_en as GroupEn,
          j.form_key as FormKey, j.seat as Seat, f.form_key as ClosedForm,
          (select count(*) from entries e where e.contest_id = c.id and e.status = 'active') as Entries,
          (select count(*) from entries e where e.contest_id = c.id and e.status = 'active'
            and (select s.state from mark_sheets s
              where s.contest_id = c.id and s.entry_id = e.id and s.form_key = j.form_key and s.seat = j.seat
              order by s.version desc limit 1) = 'submitted') as Submitted
        from judge_seats j
        join contests c on c.id = j.contest_id
        join competitions k on k.id = c.competition_id
        left join closed_forms f on f.contest_id = j.contest_id and f.form_key = j.form_key
        where j.account_id = @accountId and k.state in ('published', 'running')
        order by case k.state when 'running' then 0 else 1 end, k.starts_on, k.slug, c.position, c.slug, j.form_key
        """;

    private const string ListNext = """
        select e.code
        from entries e
        where e.contest_id = @contestId and e.status = 'active'
          and coalesce((select s.state from mark_sheets s
            where s.contest_id = e.contest_id and s.entry_id = e.id and s.form_key = @formKey and s.seat = @seat
            order by s.version desc limit 1), '') <> 'submitted'
        order by e.code
        limit @limit
        """;

    /// <summary>The forms a judge sits on in published and running competitions, those in marking first; up to <paramref name="next"/> open codes each.</summary>
    public Task<IReadOnlyList<MyForm>> ListMyFormsAsync(Actor actor, int next = 8, CancellationToken cancellationToken = default) =>
        database.ReadAsync(async session =>
        {
            var forms = new List<MyForm>();
            foreach (var row in await session.QueryAsync<SeatRow>(ListSeats, new { accountId = actor.AccountId }))
            {
                var scheme = JudgingAccess.SitsAsJudge(actor, row.CompetitionId) ? await schemes.FindCurrentAsync(session, row.ContestId) : null;
                // A second judge has nothing to hand in on a form of measurements only.
                if (scheme?.Scheme.FindForm(row.FormKey) is { } form && JudgingRules.SheetOf(form, row.Seat).Count > 0)
                {
                    var open = row.Entries == row.Submitted ? [] : await session.QueryAsync<string>(
                        ListNext, new { contestId = row.ContestId, formKey = row.FormKey, seat = row.Seat, limit = next });
                    forms.Add(row.ToForm(form, open));
                }
            }

            return (IReadOnlyList<MyForm>)forms;
        }, cancellationToken);

    /// <summary>The pad of one seat: the actor's own, or <paramref name="seat"/> for those who direct the marking.</summary>
    public Task<Result<PadState>> FindPadAsync(
        Actor actor, string competitionSlug, string contestSlug, string formKey, int? seat, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => PadReading.ReadAsync(session, schemes, actor, competitionSlug, contestSlug, formKey, seat), cancellationToken);

    /// <summary>Entries × forms of a contest, for those who may see staff pages.</summary>
    public Task<Result<PanelProgress>> FindProgressAsync(Actor actor, string contestId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => PanelReading.ReadAsync(session, schemes, actor, contestId), cancellationToken);

    private sealed class SeatRow
    {
        public string CompetitionId { get; init; } = "";
        public string CompetitionSlug { get; init; } = "";
        public string CompetitionZh { get; init; } = "";
        public string CompetitionEn { get; init; } = "";
        public string Phase { get; init; } = "";
        public string ContestId { get; init; } = "";
        public string ContestSlug { get; init; } = "";
        public string ContestZh { get; init; } = "";
        public string ContestEn { get; init; } = "";
        public string GroupZh { get; init; } = "";
        public string GroupEn { get; init; } = "";
        public string FormKey { get; init; } = "";
        public int Seat { get; init; }
        public string? ClosedForm { get; init; }
        public int Entries { get; init; }
        public int Submitted { get; init; }

        private LocalText Title => new LocalText(ContestZh, ContestEn).Beside(new(GroupZh, GroupEn));

        public MyForm ToForm(MarkingForm form, IReadOnlyList<string> next) => new(
            CompetitionSlug, new LocalText(CompetitionZh, CompetitionEn), EnumText.Read<CompetitionState>(Phase),
            ContestSlug, Title, FormKey, form.Name, Seat, Entries, Submitted, ClosedForm is not null, next);
    }
}
