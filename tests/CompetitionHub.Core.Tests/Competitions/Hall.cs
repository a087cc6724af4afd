using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Competitions;

/// <summary>A database with one draft competition, its organiser, and shortcuts to the services under test.</summary>
internal sealed class Hall : IAsyncDisposable
{
    private Hall(TestDatabase db) => Db = db;

    public TestDatabase Db { get; }

    public Actor Organiser { get; private set; } = Actor.Anonymous;

    public Actor Stranger { get; } = new("nobody", "nobody", "Nobody", []);

    public Competition Competition { get; private set; } = null!;

    public CompetitionService Competitions => Db.Get<CompetitionService>();

    public ContestService Contests => Db.Get<ContestService>();

    public SchemeService Schemes => Db.Get<SchemeService>();

    public JudgeSeatService Seats => Db.Get<JudgeSeatService>();

    public EntryService Entries => Db.Get<EntryService>();

    public EntryImportService Imports => Db.Get<EntryImportService>();

    public static CompetitionDetails Details(string slug = "city-games") => new(
        slug, new("第三届市职工技能运动会", "Third City Skills Games"), CompetitionLevel.City, CompetitionClass.Two, new("市总工会", "City Federation"),
        new("会展中心", "Expo Centre"), new(2026, 5, 1), new(2026, 5, 3), "Asia/Shanghai");

    public static ContestDetails Contest(string slug = "welding", ContestFormat format = ContestFormat.Individual, string zh = "焊工") =>
        new(slug, new(zh, "Welding " + slug), "6-18-02-04", new("职工组", "Workers"), format, CountingRule.Submitted);

    public static async Task<Hall> OpenAsync(DatabaseKind kind)
    {
        var hall = new Hall(await TestDatabase.CreateAsync(kind, s => s.AddCompetitions().AddRegistration().AddStandings().AddLive()));
        hall.Competition = (await hall.Competitions.CreateAsync(Actor.System, Details())).Value;
        hall.Organiser = new("organiser", "organiser", "Li", [new(hall.Competition.Id, Role.Organiser)]);
        return hall;
    }

    public async Task<Contest> AddContestAsync(
        string slug = "welding", MarkingScheme? scheme = null, ContestFormat format = ContestFormat.Individual, string zh = "焊工") =>
        (await Contests.CreateAsync(Organiser, Competition.Id, Contest(slug, format, zh), scheme ?? PresetSchemes.Plain)).Value;

    public async Task<Entry> AddEntryAsync(Contest contest, string name = "张三", string? code = null) =>
        (await Entries.AddAsync(Organiser, Competition.Id, new(contest.Id, null, code, new(name, ""), []))).Value;

    public async Task<string> AddAccountAsync(string name, string? role = "judge", bool disabled = false)
    {
        var id = Ids.New(Db.Time);
        await Db.Database.InTransactionAsync(async session =>
        {
            await session.ExecuteAsync(
                """
                insert into accounts (id, user_name, normalized_name, display_name, security_stamp, disabled_at, created_at)
                values (@id, @name, @normalized, @name, 's', @disabledAt, 0)
                """, new { id, name, normalized = name.ToUpperInvariant(), disabledAt = disabled ? 1L : (long?)null });
            if (role is not null)
            {
                await session.ExecuteAsync(
                    "insert into role_grants (account_id, scope, role, granted_at) values (@id, @scope, @role, 0)",
                    new { id, scope = Competition.Id, role });
            }
            return Result.Success();
        });
        return id;
    }

    public Task AddMarkAsync(Entry entry, string formKey = "A1", int seat = 1) => Db.Database.InTransactionAsync(async session =>
    {
        await session.ExecuteAsync(
            """
            insert into marks (contest_id, entry_id, form_key, aspect_key, seat, version, state, value, scheme_version, command_id, judge_id, entered_by, device, entered_at)
            values (@contestId, @entryId, @formKey, 'A1-1', @seat, 1, 'value', 80000000, 1, @commandId, 'j', 'j', 'd', 0)
            """, new { contestId = entry.ContestId, entryId = entry.Id, formKey, seat, commandId = Ids.New(Db.Time) });
        return Result.Success();
    });

    public async Task<Competition> ReloadAsync() => Competition = (await Db.Get<CompetitionQueries>().FindByIdAsync(Competition.Id))!;

    public async Task RunAsync(string sql, object args) => await Db.Database.InTransactionAsync(async session =>
    {
        await session.ExecuteAsync(sql, args);
        return Result.Success();
    });

    public Task<long> CountAsync(string sql, object? args = null) => Db.Database.ReadAsync(session => session.ScalarAsync<long>(sql, args));

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
