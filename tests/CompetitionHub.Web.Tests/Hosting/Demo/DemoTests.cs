using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.TestKit.Databases;
using CompetitionHub.Web.Hosting;
using CompetitionHub.Web.Hosting.Demo;
using CompetitionHub.Web.Hosting.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CompetitionHub.Web.Tests.Hosting.Demo;

public sealed class DemoTests
{
    [Fact]
    public async Task Prepare_Twice_GivesOneSignInPerRoleWithPasswordsOfItsOwn()
    {
        await using var first = await CreateAsync();
        await using var second = await CreateAsync();

        var signIns = await PrepareAsync(first);
        var others = await PrepareAsync(second);

        Assert.Equal([Role.Administrator, Role.Organiser, Role.ChiefJudge, Role.Judge, Role.Viewer], signIns.Select(s => s.Role));
        Assert.Equal(10, signIns.Concat(others).Select(s => s.Password).Distinct().Count());
        var accounts = (await first.Get<AccountQueries>().ListAsync(Actor.System, new())).Value;
        Assert.Equal(signIns.Select(s => s.UserName).Order(StringComparer.Ordinal), accounts.Where(a => !a.Account.IsDisabled && !a.Account.MustChangePassword).Select(a => a.Account.UserName).Order(StringComparer.Ordinal));
        foreach (var signIn in signIns)
        {
            var row = accounts.Single(a => a.Account.UserName == signIn.UserName);
            Assert.False(row.Account.MustChangePassword);
            Assert.Contains(row.Grants, g => g.Role == signIn.Role);
            var stored = await first.Get<AccountStore>().FindAsync(row.Account.Id, CancellationToken.None);
            Assert.True(first.Get<IPasswordHashing>().Verify(stored!.PasswordHash!, signIn.Password));
        }
    }

    [Fact]
    public async Task Prepare_Games_AreOnToday()
    {
        await using var db = await CreateAsync();
        await PrepareAsync(db);

        var games = await db.Get<CompetitionQueries>().FindAsync(DemoGames.Slug);

        // 1 May 08:00 UTC is 16:00 in Shanghai.
        Assert.Equal((new DateOnly(2026, 4, 30), new DateOnly(2026, 5, 3)), (games!.Details.StartsOn, games.Details.EndsOn));
        Assert.True(games.TakesMarks);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task LiveMarking_ToItsEnd_LeavesOnlyTheVisitorsSheets(int faults)
    {
        await using var db = await CreateAsync();
        await PrepareAsync(db);
        using var live = new LiveMarking(
            db.Get<AccountQueries>(), db.Get<CompetitionQueries>(), db.Get<JudgingQueries>(), db.Get<JudgingService>(), new Impatience(faults), NullLogger<LiveMarking>.Instance);

        await live.StartAsync(CancellationToken.None);
        await live.ExecuteTask!;

        var games = await db.Get<CompetitionQueries>().FindAsync(DemoGames.Slug);
        foreach (var contest in await db.Get<ContestQueries>().ListAsync(games!.Id))
        {
            var progress = (await db.Get<JudgingQueries>().FindProgressAsync(Actor.System, contest.Id)).Value;
            var open = progress.Rows.Where(r => r.Status == EntryStatus.Active).SelectMany(r => r.Cells.SelectMany(c => c.Seats.Where(s => !s.Submitted).Select(s => (c.FormKey, s.Seat)))).Distinct();
            Assert.Equal(contest.Slug == "pastry" ? [("A1", 1), ("B1", 1)] : [], open.Order());
        }
        Assert.True((await db.Get<AuditVerifier>().VerifyAsync(DemoGames.Slug)).Value.Intact);
    }

    [Fact]
    public void Scratch_AfterTheEnd_IsGone()
    {
        string folder;
        using (var scratch = new DemoScratch())
        {
            var start = scratch.Apply(StartArguments.Parse(["--demo", "--live", "--Hub:Data=/srv/real", "--Hub:Postgres=Host=real"]));
            Assert.True(start is { Demo: true, Live: true });
            // The last one counts: a demonstration never opens the data of the installation.
            folder = start.Configuration.Last(a => a.StartsWith("--Hub:Data=", StringComparison.Ordinal))["--Hub:Data=".Length..];
            Assert.Equal("--Hub:Postgres=", start.Configuration.Last(a => a.StartsWith("--Hub:Postgres", StringComparison.Ordinal)));
            Assert.True(Directory.Exists(folder));
        }
        Assert.False(Directory.Exists(folder));
    }

    private static Task<TestDatabase> CreateAsync() => TestDatabase.CreateAsync(DatabaseKind.Sqlite, services =>
    {
        services.AddAccounts().AddCompetitions().AddRegistration().AddStandings().AddLive().AddJudging().AddInterchange();
        services.AddSingleton<IPasswordHashing>(new PasswordHashing(new PasswordHasher<StoredAccount>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }))));
        services.AddSingleton<AuditVerifier>();
        services.AddSingleton<DemoGames>();
        services.AddSingleton<DemoPeople>();
    });

    private static async Task<IReadOnlyList<DemoSignIn>> PrepareAsync(TestDatabase db)
    {
        var games = await db.Get<DemoGames>().ImportAsync(CancellationToken.None);
        return await db.Get<DemoPeople>().PrepareAsync(games.Id, CancellationToken.None);
    }

    /// <summary>A clock whose delays are over at once.</summary>
    // Nobody waits, and the first waits fail.
    private sealed class Impatience(int faults) : TimeProvider
    {
        private int left = faults;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            left-- > 0 && dueTime < TimeSpan.FromSeconds(2) ? throw new InvalidOperationException("A fault on purpose.") : base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
