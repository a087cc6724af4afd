using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Audit;

public sealed class AuditLogTests
{
    private const string Star = AuditLog.Installation;
    private static readonly Error Refusal = new(ErrorKind.Closed, "Test.Closed");

    [Theory, EachDatabase]
    public async Task Append_SeveralInSeveralTransactions_IsOneIntactChain(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        for (var i = 0; i < 5; i++)
        {
            await AppendAsync(db, Star, 3);
        }

        var verified = (await db.Get<AuditVerifier>().VerifyAsync(Star)).Value;

        Assert.True(verified.Intact);
        Assert.Equal(15, verified.Entries);
        Assert.Equal(64, verified.Head.Length);
    }

    [Theory, EachDatabase]
    public async Task Append_RefusedTransaction_LeavesNothing(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await AppendAsync(db, Star, 1);
        await db.Database.InTransactionAsync(async session =>
        {
            await db.Audit.AppendAsync(session, Actor.System, Star, AuditAction.AccountCreated, "account", "x");
            return Refusal;
        });

        var verified = (await db.Get<AuditVerifier>().VerifyAsync(Star)).Value;

        Assert.Equal((true, 1), (verified.Intact, verified.Entries));
    }

    [Theory, EachDatabase]
    public async Task Append_FromManyWritersAtOnce_LosesAndDoublesNothing(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => AppendAsync(db, Star, 2))));

        var verified = (await db.Get<AuditVerifier>().VerifyAsync(Star)).Value;
        Assert.Equal((true, 80), (verified.Intact, verified.Entries));
    }

    [Theory]
    [EachDatabase("update audit_entries set after = '{}' where seq = 3", 3, AuditDamage.Changed)]
    [EachDatabase("update audit_entries set at = at + 1 where seq = 3", 3, AuditDamage.Changed)]
    [EachDatabase("update audit_entries set reason = '' where seq = 3", 3, AuditDamage.Changed)]
    [EachDatabase("update audit_entries set actor_name = 'syste', action = 'maccount_created' where seq = 3", 3, AuditDamage.Changed)]
    [EachDatabase("delete from audit_entries where seq = 3", 3, AuditDamage.Missing)]
    [EachDatabase("delete from audit_entries where seq = 1", 1, AuditDamage.Missing)]
    [EachDatabase("delete from audit_entries where seq = 5", 5, AuditDamage.Missing)]
    [EachDatabase("delete from audit_entries", 1, AuditDamage.Missing)]
    [EachDatabase("update audit_heads set hash = 'other'", 5, AuditDamage.HeadDiffers)]
    public async Task Verify_AfterTampering_NamesTheFirstBrokenLink(DatabaseKind kind, string tampering, long expected, AuditDamage damage)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await AppendAsync(db, Star, 5);
        await db.Database.InTransactionAsync(async session =>
        {
            await session.ExecuteAsync(tampering);
            return Result.Success();
        });

        var verified = (await db.Get<AuditVerifier>().VerifyAsync(Star)).Value;

        Assert.Equal((expected, damage), (verified.BrokenAt, verified.Damage));
    }

    [Theory, EachDatabase]
    public async Task Append_PersonalData_StoresOnlyADigestThatDiffersPerCompetition(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await AppendAsync(db, Star, 2, "张伟");
        await AppendAsync(db, "other", 1, "张伟");

        var here = await ListAsync(db, Star);
        var there = await ListAsync(db, "other");

        Assert.Equal(here[0].After, here[1].After);
        Assert.NotEqual(here[0].After, there[0].After);
        Assert.Matches("^\\{\"name\":\"digest:[0-9a-f]{32}\",\"n\":1\\}$", here[0].After);
    }

    [Theory, EachDatabase]
    public async Task List_FilteredAndPaged_ShowsNewestFirst(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await AppendAsync(db, Star, 3);
        db.Time.Advance(TimeSpan.FromMinutes(1));
        var later = db.Time.GetUtcNow();
        await AppendAsync(db, Star, 2, action: AuditAction.MarkEntered);

        var queries = db.Get<AuditQueries>();
        var all = (await queries.ListAsync(Actor.System, new(Star), 2, 2)).Value;
        var marks = (await queries.ListAsync(Actor.System, new(Star) { Action = AuditAction.MarkEntered }, 1)).Value;
        var recent = (await queries.ListAsync(Actor.System, new(Star) { From = later.ToUnixTimeMilliseconds(), ActorName = "system" }, 1)).Value;
        var earlier = (await queries.ListAsync(Actor.System, new(Star) { Until = later.ToUnixTimeMilliseconds(), SubjectType = "account" }, 1)).Value;

        Assert.Equal(5, all.Total);
        Assert.Equal([3, 2], all.Items.Select(r => r.Seq));
        Assert.Equal([5, 4], marks.Items.Select(r => r.Seq));
        Assert.Equal(2, recent.Total);
        Assert.Equal(later, recent.Items[0].At);
        Assert.Equal(3, earlier.Total);
    }

    [Fact]
    public async Task List_ByAStranger_IsForbidden()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var judge = new Actor("j", "j", "j", [new("c", Role.Judge)]);

        Assert.Equal(ErrorKind.Forbidden, (await db.Get<AuditQueries>().ListAsync(judge, new("c"), 1)).Error.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await db.Get<AuditQueries>().ListAsync(judge, new(Star), 1)).Error.Kind);
    }

    [Fact]
    public async Task Verify_UnknownSlug_IsNotFound()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        Assert.Equal(ErrorKind.NotFound, (await db.Get<AuditVerifier>().VerifyAsync("nowhere")).Error.Kind);
    }

    private static Task<Result> AppendAsync(
        TestDatabase db, string competitionId, int count, string? name = null, AuditAction action = AuditAction.AccountCreated) =>
        db.Database.InTransactionAsync(async session =>
        {
            for (var i = 0; i < count; i++)
            {
                await db.Audit.AppendAsync(session, Actor.System, competitionId, action, "account", "x", null, new { name = Personal.Of(name), n = 1 });
            }

            return Result.Success();
        });

    private static async Task<IReadOnlyList<AuditRow>> ListAsync(TestDatabase db, string competitionId) =>
        (await db.Get<AuditQueries>().ListAsync(Actor.System, new(competitionId), 1)).Value.Items;
}
