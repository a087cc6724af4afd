using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.TestKit.Builders;

/// <summary>
/// A running competition with one contest, ready to be marked: entries with codes K01, K02, …, judges li, wang, zhao on seats 1, 2, 3 of every form,
/// a chief judge, an organiser and a viewer. The database is asked for each time, so that it may be reopened. Rows are written directly: the use cases of setting up have their own tests.
/// </summary>
public sealed class MarkingHall
{
    private static readonly string[] JudgeNames = ["li", "wang", "zhao", "chen", "sun", "zhou", "wu", "zheng", "feng"];
    private readonly Func<Database> database;
    private readonly TimeProvider time;

    private MarkingHall(Func<Database> database, TimeProvider time, MarkingScheme scheme)
    {
        this.database = database;
        this.time = time;
        Scheme = scheme;
        CompetitionId = Ids.New(time);
        ContestId = Ids.New(time);
        Chief = Staff("chief", Role.ChiefJudge);
        Organiser = Staff("organiser", Role.Organiser);
        Viewer = Staff("viewer", Role.Viewer);
        Judges = [.. JudgeNames.Take(Math.Max(3, scheme.AllForms().Max(f => f.Judges))).Select(name => Staff(name, Role.Judge))];
        Stranger = new Actor(Ids.New(time), "stranger", "名stranger", []);
    }

    public string CompetitionId { get; }
    public string ContestId { get; }
    public string CompetitionSlug { get; } = "games";
    public string ContestSlug { get; } = "welding";
    public MarkingScheme Scheme { get; }
    public Actor Chief { get; }
    public Actor Organiser { get; }
    public Actor Viewer { get; }
    public IReadOnlyList<Actor> Judges { get; }

    /// <summary>A judge of some other competition.</summary>
    public Actor Stranger { get; }

    public IReadOnlyList<(string Id, string Code)> Entries { get; private set; } = [];

    /// <summary>Two judges; a panel score 0–10 in steps of 0.5 (A1), a measurement in points 0–20 (M1), faults (D1), binary (B1) and an imported theory mark (T1).</summary>
    public static MarkingScheme UsualScheme() => Schemes.Scheme(
        Schemes.Module("m",
            Schemes.Form("f", 2,
                Schemes.Aspect("A1", new PanelScore(new PanelMean()), "10", step: "0.5"),
                Schemes.Aspect("M1", new DirectPoints(), "20"),
                Schemes.Aspect("D1", new DeductionPerFault(Schemes.Points("2")), "10"),
                Schemes.Aspect("B1", new Binary(), "5")),
            Schemes.Form("theory", 0, Schemes.Aspect("T1", new Imported(), "55"))));

    public static async Task<MarkingHall> OpenAsync(Func<Database> database, TimeProvider time, MarkingScheme? scheme = null, int entries = 3)
    {
        var hall = new MarkingHall(database, time, scheme ?? UsualScheme());
        await database().InTransactionAsync(async session =>
        {
            await hall.WriteAsync(session, entries);
            return Result.Success();
        });
        return hall;
    }

    public Task RunAsync(string sql, object? args = null) => database().InTransactionAsync(async session =>
    {
        await session.ExecuteAsync(sql, args);
        return Result.Success();
    });

    public Task<T?> ScalarAsync<T>(string sql, object? args = null) => database().ReadAsync(session => session.ScalarAsync<T>(sql, args));

    private Actor Staff(string name, Role role) => new(Ids.New(time), name, "名" + name, [new RoleGrant(CompetitionId, role)]);

    private async Task WriteAsync(DbSession session, int entries)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await session.ExecuteAsync("""
            insert into competitions (id, slug, name_zh, name_en, level, class, host_zh, host_en, venue_zh, venue_en, starts_on, ends_on, time_zone, state, revision, created_at)
            values (@CompetitionId, @CompetitionSlug, '运动会', 'Games', 'city', 'one', '', '', '', '', '2026-05-01', '2026-05-03', 'Asia/Shanghai', 'running', 0, @now)
            """, new { CompetitionId, CompetitionSlug, now });
        await session.ExecuteAsync("""
            insert into contests (id, competition_id, slug, name_zh, name_en, trade, group_zh, group_en, format, counting, position, revision)
            values (@ContestId, @CompetitionId, @ContestSlug, '焊工', 'Welding', '', '', '', 'individual', 'submitted', 1, 0)
            """, new { ContestId, CompetitionId, ContestSlug });
        await session.ExecuteAsync(
            "insert into boards (id, visibility, frozen_at, revision, changed_at, public_changed_at) values (@ContestId, 'full', null, 0, null, null)", new { ContestId });
        await session.ExecuteAsync(
            "insert into schemes (contest_id, version, document, created_at, created_by, frozen_at) values (@ContestId, 1, @document, @now, 'test', null)",
            new { ContestId, document = SchemeJson.Write(Scheme), now });
        foreach (var actor in Judges.Concat([Chief, Organiser, Viewer, Stranger]))
        {
            await WriteAccountAsync(session, actor, now);
        }

        foreach (var form in Scheme.AllForms())
        {
            for (var seat = 1; seat <= form.Judges; seat++)
            {
                await session.ExecuteAsync(
                    "insert into judge_seats (contest_id, form_key, seat, account_id) values (@ContestId, @formKey, @seat, @accountId)",
                    new { ContestId, formKey = form.Key, seat, accountId = Judges[seat - 1].AccountId });
            }
        }

        Entries = [.. Enumerable.Range(1, entries).Select(n => (Ids.New(time), $"K{n:00}"))];
        foreach (var (id, code) in Entries)
        {
            await session.ExecuteAsync("""
                insert into entries (id, competition_id, contest_id, delegation_id, import_id, code, name_zh, name_en, members, status, status_reason, created_at)
                values (@id, @CompetitionId, @ContestId, null, null, @code, '张三', 'Zhang San', '[]', 'active', null, @now)
                """, new { id, CompetitionId, ContestId, code, now });
        }
    }

    private static async Task WriteAccountAsync(DbSession session, Actor actor, long now)
    {
        await session.ExecuteAsync("""
            insert into accounts (id, user_name, normalized_name, display_name, password_hash, security_stamp, must_change_password, failed_count, locked_until, disabled_at, language, created_at)
            values (@AccountId, @UserName, upper(@UserName), @DisplayName, null, 'stamp', false, 0, null, null, 'zh', @now)
            """, new { actor.AccountId, actor.UserName, actor.DisplayName, now });
        foreach (var grant in actor.Grants)
        {
            await session.ExecuteAsync(
                "insert into role_grants (account_id, scope, role, granted_at) values (@AccountId, @Scope, @role, @now)",
                new { actor.AccountId, grant.Scope, role = EnumText.Write(grant.Role), now });
        }
    }
}
