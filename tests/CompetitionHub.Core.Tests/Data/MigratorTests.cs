using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit;
using CompetitionHub.TestKit.Databases;
using Microsoft.Extensions.Logging.Abstractions;

namespace CompetitionHub.Core.Tests.Data;

public sealed class MigratorTests
{
    private static readonly Migration One = new(1, "one", "create table a (id text)");
    private static readonly Migration Two = new(2, "two", "create table b (id text)");

    [Fact]
    public void Pending_NothingApplied_IsEverythingInOrder() =>
        Assert.Equal([One, Two], Migrator.Pending([One, Two], []));

    [Fact]
    public void Pending_OneApplied_IsTheRest() =>
        Assert.Equal([Two], Migrator.Pending([One, Two], [Applied(One)]));

    [Fact]
    public void Pending_LineEndsDiffer_IsTheSameScript() =>
        Assert.Empty(Migrator.Pending([One with { Sql = "a\nb" }], [Applied(One with { Sql = "a\r\nb" })]));

    [Fact]
    public void Pending_ScriptEditedAfterwards_Throws() =>
        Assert.Contains("another text", Assert.Throws<DatabaseStateException>(
            () => Migrator.Pending([new(1, "one", "create table c (id text)")], [Applied(One)])).Message);

    [Fact]
    public void Pending_DatabaseIsNewer_Throws() =>
        Assert.Contains("newer release", Assert.Throws<DatabaseStateException>(() => Migrator.Pending([One], [Applied(One), Applied(Two)])).Message);

    [Fact]
    public void Pending_OneMissingInBetween_Throws() =>
        Assert.Throws<DatabaseStateException>(() => Migrator.Pending([One, Two], [Applied(Two)]));

    [Theory, EachDatabase]
    public async Task Open_ScriptEditedAfterwards_IsRefused(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await RunAsync(db, "update schema_migrations set checksum = 'other' where version = 1");
        await db.CloseAsync();
        await using var again = TestDatabase.Bare(db.Options, TimeProvider.System);

        await Assert.ThrowsAsync<DatabaseStateException>(() => again.OpenAsync(DatabaseAccess.ReadWrite));
    }

    [Theory, EachDatabase]
    public async Task SelfTest_HealthyAndThenNot_SaysWhich(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        Assert.All(await db.Get<DatabaseSelfTest>().RunAsync(), c => Assert.True(c.Healthy, c.Name + ": " + c.Detail));

        await RunAsync(db, "update schema_migrations set checksum = 'other' where version = 1");

        var checks = await db.Get<DatabaseSelfTest>().RunAsync();
        Assert.Equal(["migrations"], checks.Where(c => !c.Healthy).Select(c => c.Name));
    }

    [Fact]
    public async Task MigrateSqlite_OlderDatabase_IsBackedUpFirst()
    {
        await using var db = await OlderAsync();
        using var connection = SqliteConnections.OpenWriter(db.Options.SqliteFile);

        await Newer(db, "create table later (id text)").MigrateSqliteAsync(connection, default);

        connection.Run("insert into later values ('x')");
        var backup = Assert.Single(Directory.EnumerateFiles(db.Options.BackupPath, "before-migration-*.zip"));
        Assert.DoesNotContain("later", (await new Backup(db.Options, TimeProvider.System).VerifyAsync(backup)).Tables.Keys);
    }

    [Fact]
    public async Task MigrateSqlite_ScriptFailsHalfWay_LeavesTheDatabaseAsItWas()
    {
        await using var db = await OlderAsync();
        using (var connection = SqliteConnections.OpenWriter(db.Options.SqliteFile))
        {
            await Assert.ThrowsAnyAsync<Exception>(() =>
                Newer(db, "create table later (id text); insert into nowhere values (1)").MigrateSqliteAsync(connection, default));
        }

        await db.ReopenAsync();

        Assert.Equal(0, await db.Database.ReadAsync(s => s.ScalarAsync<long>("select count(*) from sqlite_master where name = 'later'")));
    }

    [Fact]
    public async Task Open_UnmigratedPostgres_NeedsTheVerb()
    {
        Needs.Postgres();
        await using var empty = await TestDatabase.CreateEmptyPostgresAsync();
        await using var server = TestDatabase.Bare(empty.Options, TimeProvider.System);
        var thrown = await Assert.ThrowsAsync<DatabaseStateException>(() => server.OpenAsync(DatabaseAccess.ReadWrite));
        Assert.Contains("`migrate`", thrown.Message);

        await using (var verb = TestDatabase.Bare(empty.Options, TimeProvider.System))
        {
            await verb.OpenAsync(DatabaseAccess.Migrate);
        }

        await using var next = TestDatabase.Bare(empty.Options, TimeProvider.System);
        await next.OpenAsync(DatabaseAccess.ReadWrite);
        Assert.Equal(0, await next.ReadAsync(s => s.ScalarAsync<long>("select count(*) from marks")));
    }

    [Fact]
    public async Task Open_PostgresWithAnotherEncoding_IsRefusedAndSaysHowToMakeOne()
    {
        Needs.Postgres();
        await using var latin = await TestDatabase.CreateEmptyPostgresAsync("encoding 'LATIN1' locale 'C'");
        await using var server = TestDatabase.Bare(latin.Options, TimeProvider.System);

        var thrown = await Assert.ThrowsAsync<DatabaseStateException>(() => server.OpenAsync(DatabaseAccess.Migrate));

        Assert.Contains("LATIN1", thrown.Message);
        Assert.Contains("create database", thrown.Message);
    }

    private static async Task<TestDatabase> OlderAsync()
    {
        var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await db.CloseAsync();
        return db;
    }

    private static Migrator Newer(TestDatabase db, string sql)
    {
        var scripts = Migration.For(DatabaseKind.Sqlite);
        return new Migrator(db.Options, db.Time, NullLogger.Instance) { Scripts = [.. scripts, new(scripts.Count + 1, "later", sql)] };
    }

    private static AppliedMigration Applied(Migration migration) =>
        new() { Version = migration.Version, Name = migration.Name, Checksum = migration.Checksum };

    private static Task<Result> RunAsync(TestDatabase db, string sql) => db.Database.InTransactionAsync(async session =>
    {
        await session.ExecuteAsync(sql);
        return Result.Success();
    });
}
