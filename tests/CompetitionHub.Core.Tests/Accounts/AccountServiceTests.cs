using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core.Tests.Accounts;

public sealed class AccountServiceTests
{
    private static readonly NewPerson Person = new("Li.Na", "李娜", "zh");

    [Theory, EachDatabase]
    public async Task CreateFirst_OnAnEmptyInstallation_MakesOneAdministrator_AndThenNoMore(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);
        var service = db.Get<AccountService>();
        var first = await service.CreateFirstAsync(Person, "a long password");
        Assert.True(first.Succeeded);
        var second = await service.CreateFirstAsync(new("other", "别人", "zh"), "a long password");
        Assert.Equal("Accounts.SetupClosed", second.Error.Code);
        var stored = await db.Get<AccountStore>().FindByNormalizedNameAsync("LI.NA");
        var session = await db.Get<ActorLoader>().FindAsync(first.Value.Id, stored!.SecurityStamp);
        Assert.True(session!.Actor.IsAdministrator);
        Assert.False(session.MustChangePassword);
    }

    [Theory, EachDatabase]
    public async Task Create_WithANameInAnotherWriting_IsRefused(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);
        var service = db.Get<AccountService>();
        Assert.True((await service.CreateAsync(Actor.System, Person, null)).Succeeded);
        // Full-width letters, other case.
        var again = await service.CreateAsync(Actor.System, Person with { UserName = "ｌｉ．ＮＡ" }, null);
        Assert.Equal("Accounts.UserNameTaken", again.Error.Code);
        Assert.Equal(ErrorKind.Conflict, again.Error.Kind);
    }

    [Theory, EachDatabase]
    public async Task ResetPassword_EndsTheSession_AndUnlocks(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);
        var service = db.Get<AccountService>();
        var store = db.Get<AccountStore>();
        var slip = (await service.CreateAsync(Actor.System, Person, null)).Value;
        var before = (await store.FindAsync(slip.AccountId))!;
        Assert.NotNull(await db.Get<ActorLoader>().FindAsync(before.Id, before.SecurityStamp));
        await store.CountFailureAsync(before.Id);
        await store.LockAsync(before.Id, db.Time.GetUtcNow().AddMinutes(10));

        var fresh = (await service.ResetPasswordAsync(Actor.System, slip.AccountId)).Value;

        var after = (await store.FindAsync(slip.AccountId))!;
        Assert.Null(await db.Get<ActorLoader>().FindAsync(before.Id, before.SecurityStamp));
        Assert.NotEqual(slip.Password, fresh.Password);
        Assert.Equal(new PlainHashing().Hash(fresh.Password), after.PasswordHash);
        Assert.Equal((0, null, true), (after.FailedCount, after.LockedUntil, after.MustChangePassword));
    }

    [Theory, EachDatabase]
    public async Task CountFailure_SideBySide_CountsEachOne(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);
        var slip = (await db.Get<AccountService>().CreateAsync(Actor.System, Person, null)).Value;
        var counts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => db.Get<AccountStore>().CountFailureAsync(slip.AccountId)));
        Assert.Equal(Enumerable.Range(1, 20), counts.Order());
    }

    [Theory, EachDatabase]
    public async Task Rehash_AfterAReset_DoesNotBringTheOldPasswordBack(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);
        var store = db.Get<AccountStore>();
        var slip = (await db.Get<AccountService>().CreateAsync(Actor.System, Person, null)).Value;
        var readBefore = (await store.FindAsync(slip.AccountId))!;
        var fresh = (await db.Get<AccountService>().ResetPasswordAsync(Actor.System, slip.AccountId)).Value;
        await store.RehashAsync(readBefore);
        Assert.Equal(new PlainHashing().Hash(fresh.Password), (await store.FindAsync(slip.AccountId))!.PasswordHash);
    }

    [Theory, EachDatabase]
    public async Task Disable_TheLastAdministrator_IsRefused(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);
        var service = db.Get<AccountService>();
        var first = (await service.CreateFirstAsync(Person, "a long password")).Value;
        Assert.Equal("Accounts.LastAdministrator", (await service.DisableAsync(Actor.System, first.Id)).Error.Code);
        var admin = new RoleGrant(RoleGrant.Everywhere, Role.Administrator);
        await service.CreateAsync(Actor.System, new("second", "第二", "zh"), admin);
        Assert.True((await service.DisableAsync(Actor.System, first.Id)).Succeeded);
        var stamp = (await db.Get<AccountStore>().FindAsync(first.Id))!.SecurityStamp;
        Assert.Null(await db.Get<ActorLoader>().FindAsync(first.Id, stamp));
    }

    [Theory, EachDatabase]
    public async Task Organiser_ManagesOnlyPeopleWhoseEveryRoleIsTheirs(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);
        var hall = await MarkingHall.OpenAsync(() => db.Database, db.Time);
        var service = db.Get<AccountService>();
        Assert.True((await service.ResetPasswordAsync(hall.Organiser, hall.Judges[0].AccountId)).Succeeded);
        Assert.Equal("Accounts.NotAllowed", (await service.ResetPasswordAsync(hall.Chief, hall.Judges[0].AccountId)).Error.Code);

        // Whoever has a role elsewhere, or none at all, is not theirs to take over.
        await db.Get<GrantService>().GrantAsync(Actor.System, hall.Judges[0].AccountId, new RoleGrant("another-competition", Role.Judge));
        Assert.Equal("Accounts.NotAllowed", (await service.ResetPasswordAsync(hall.Organiser, hall.Judges[0].AccountId)).Error.Code);
        Assert.Equal("Accounts.NotAllowed", (await service.ResetPasswordAsync(hall.Organiser, hall.Stranger.AccountId)).Error.Code);
        var admin = new RoleGrant(RoleGrant.Everywhere, Role.Administrator);
        Assert.Equal("Accounts.GrantNotAllowed", (await db.Get<GrantService>().GrantAsync(hall.Organiser, hall.Organiser.AccountId, admin)).Error.Code);
    }

    [Theory, EachDatabase]
    public async Task Revoke_OfAJudgeWithSeats_IsRefused_OfAViewerCountsAtOnce(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);
        var hall = await MarkingHall.OpenAsync(() => db.Database, db.Time);
        var grants = db.Get<GrantService>();
        var seated = await grants.RevokeAsync(hall.Organiser, hall.Judges[0].AccountId, new(hall.CompetitionId, Role.Judge));
        Assert.Equal("Accounts.StillSeated", seated.Error.Code);
        var actors = db.Get<ActorLoader>();
        Assert.True((await actors.FindAsync(hall.Viewer.AccountId, "stamp"))!.Actor.MayView(hall.CompetitionId));
        Assert.True((await grants.RevokeAsync(hall.Organiser, hall.Viewer.AccountId, new(hall.CompetitionId, Role.Viewer))).Succeeded);
        Assert.False((await actors.FindAsync(hall.Viewer.AccountId, "stamp"))!.Actor.MayView(hall.CompetitionId));
    }

    [Theory, EachDatabase]
    public async Task Changes_Each_LeaveATraceWithoutTheName(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);
        var service = db.Get<AccountService>();
        var slip = (await service.CreateAsync(Actor.System, Person, null)).Value;
        await service.ResetPasswordAsync(Actor.System, slip.AccountId);
        await service.UnlockAsync(Actor.System, slip.AccountId);
        var log = (await db.Get<AuditQueries>().ListAsync(Actor.System, new AuditFilter(AuditLog.Installation), 1)).Value;
        Assert.Equal([AuditAction.AccountUnlocked, AuditAction.PasswordReset, AuditAction.AccountCreated], log.Items.Select(r => r.Action!.Value));
        Assert.All(log.Items, row => Assert.False($"{row.Before}{row.After}".Contains("李娜", StringComparison.Ordinal)));
        Assert.Contains("Li.Na", log.Items[^1].After, StringComparison.Ordinal);
    }

    private static Task<TestDatabase> OpenAsync(DatabaseKind kind) =>
        TestDatabase.CreateAsync(kind, services => services.AddAccounts().AddSingleton<IPasswordHashing, PlainHashing>());
}
