using System.IO.Compression;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Data;

public sealed class BackupTests
{
    private const string Insert = "insert into commands (id, account_id, answer, answered_at) values (@id, 'a', '', 0)";
    private const string Count = "select count(*) from commands";

    [Theory, EachDatabase]
    public async Task Restore_AfterMoreWasWritten_GivesBackTheMomentOfTheBackupAndKeepsTheRest(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var archive = Path.Combine(db.Folder, "one.zip");
        await AddAsync(db, "first 张伟\tline\nbreak");
        WriteKey(db, "key-1.xml", "<key/>");

        // The database is open and being written: a backup works beside a running server.
        var manifest = await db.Get<Backup>().CreateAsync(archive);
        await AddAsync(db, "second");
        WriteKey(db, "key-2.xml", "<key/>");
        await db.CloseAsync();
        var report = await new Backup(db.Options, db.Time).RestoreAsync(archive);
        await db.ReopenAsync();

        Assert.Equal(1, manifest.Tables["commands"]);
        Assert.Equal(1, await CountAsync(db));
        Assert.NotNull(report.MovedTo);
        if (kind == DatabaseKind.Sqlite)
        {
            Assert.Equal(["key-1.xml"], Directory.EnumerateFiles(db.Options.KeyRingPath).Select(Path.GetFileName));
            Assert.True(File.Exists(Path.Combine(report.MovedTo, "hub.sqlite")));
            Assert.True(File.Exists(Path.Combine(report.MovedTo, "keys", "key-2.xml")));
        }
        else
        {
            Assert.Equal(2, (await db.Get<Backup>().VerifyAsync(report.MovedTo)).Tables["commands"]);
        }

        // Once more, so that a restored database can itself be backed up.
        await db.Get<Backup>().CreateAsync(Path.Combine(db.Folder, "two.zip"));
    }

    [Theory, EachDatabase]
    public async Task Restore_WhileSomebodyHoldsTheData_IsRefusedAndChangesNothing(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var archive = Path.Combine(db.Folder, "one.zip");
        await db.Get<Backup>().CreateAsync(archive);
        await AddAsync(db, "second");

        await Assert.ThrowsAsync<DatabaseInUseException>(() => db.Get<Backup>().RestoreAsync(archive));

        Assert.Equal(1, await CountAsync(db));
    }

    [Fact]
    public async Task Restore_BrokenOff_KeepsTheServerFromStartingEmpty_AndIsFinishedByAnother()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var archive = Path.Combine(db.Folder, "one.zip");
        await AddAsync(db, "first");
        WriteKey(db, "key-1.xml", "<key/>");
        await db.Get<Backup>().CreateAsync(archive);
        await AddAsync(db, "second");
        await db.CloseAsync();
        // A folder cannot be moved into itself: the restore ends when the old database is out of its place and no other in it.
        await Assert.ThrowsAsync<IOException>(() => new Backup(db.Options with { KeyFolder = db.Folder }, db.Time).RestoreAsync(archive));

        var refused = await Assert.ThrowsAsync<DatabaseStateException>(db.ReopenAsync);
        Assert.Contains("restore", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DatabaseStateException>(() => new Backup(db.Options, db.Time).CreateAsync(Path.Combine(db.Folder, "two.zip")));

        db.Time.Advance(TimeSpan.FromMinutes(1));
        var report = await new Backup(db.Options, db.Time).RestoreAsync(archive);
        await db.ReopenAsync();

        Assert.Equal(1, await CountAsync(db));
        Assert.Equal(["key-1.xml"], Directory.EnumerateFiles(db.Options.KeyRingPath).Select(Path.GetFileName));
        // What was there at first, not what the broken restore left.
        await using var before = TestDatabase.Bare(db.Options with { SqliteFile = Path.Combine(report.MovedTo!, "hub.sqlite") }, db.Time);
        await before.OpenAsync(DatabaseAccess.ReadOnly);
        Assert.Equal(2, await before.ReadAsync(session => session.ScalarAsync<long>(Count)));
    }

    [Theory, EachDatabase]
    public async Task Verify_OneByteChanged_NamesTheDamage(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var archive = Path.Combine(db.Folder, "one.zip");
        await db.Get<Backup>().CreateAsync(archive);
        var dump = kind == DatabaseKind.Sqlite ? "database.sqlite" : "database.pgdump";
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Update))
        {
            using var entry = zip.GetEntry(dump)!.Open();
            entry.Seek(-1, SeekOrigin.End);
            var last = entry.ReadByte();
            entry.Seek(-1, SeekOrigin.End);
            entry.WriteByte((byte)(last ^ 1));
        }

        var thrown = await Assert.ThrowsAsync<DatabaseStateException>(() => db.Get<Backup>().VerifyAsync(archive));

        Assert.Contains(dump, thrown.Message);
    }

    [Theory]
    [InlineData("not a zip at all")]
    [InlineData("")]
    public async Task Restore_SomethingElse_IsRefused(string content)
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var archive = Path.Combine(db.Folder, "strange.zip");
        await File.WriteAllTextAsync(archive, content);
        await db.CloseAsync();

        await Assert.ThrowsAsync<DatabaseStateException>(() => new Backup(db.Options, db.Time).RestoreAsync(archive));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"format\":1}")]
    [InlineData("{\"format\":1,\"database\":\"sqlite\",\"tables\":{},\"files\":null}")]
    [InlineData("{\"format\":1,\"database\":\"sqlite\",\"tables\":{},\"files\":[null]}")]
    [InlineData("{\"format\":1,\"database\":\"sqlite\",\"tables\":{},\"files\":[{\"name\":null}]}")]
    [InlineData("{\"format\":1,\"database\":\"sqlite\",\"tables\":{},\"files\":[]}")]
    public async Task Restore_ManifestTamperedWith_IsRefusedWithASentence(string manifest)
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var archive = Path.Combine(db.Folder, "one.zip");
        await db.Get<Backup>().CreateAsync(archive);
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Update))
        {
            zip.GetEntry("manifest.json")!.Delete();
            using var text = new StreamWriter(zip.CreateEntry("manifest.json").Open());
            await text.WriteAsync(manifest);
        }
        await db.CloseAsync();

        await Assert.ThrowsAsync<DatabaseStateException>(() => new Backup(db.Options, db.Time).RestoreAsync(archive));

        await db.ReopenAsync();
        Assert.Equal(0, await CountAsync(db));
    }

    [Fact]
    public async Task Restore_WithoutADatabaseInside_IsRefusedWithASentence()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var archive = Path.Combine(db.Folder, "one.zip");
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
        {
            using var text = new StreamWriter(zip.CreateEntry("manifest.json").Open());
            await text.WriteAsync("{\"format\":1,\"database\":\"sqlite\",\"tables\":{},\"files\":[]}");
        }
        await db.CloseAsync();

        await Assert.ThrowsAsync<DatabaseStateException>(() => new Backup(db.Options, db.Time).RestoreAsync(archive));
    }

    [Fact]
    public async Task Create_FileExists_IsRefused()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var archive = Path.Combine(db.Folder, "one.zip");
        await db.Get<Backup>().CreateAsync(archive);

        await Assert.ThrowsAsync<DatabaseStateException>(() => db.Get<Backup>().CreateAsync(archive));
    }

    [Fact]
    public async Task Create_Archive_IsForItsOwnerOnly()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var archive = Path.Combine(db.Folder, "one.zip");
        await db.Get<Backup>().CreateAsync(archive);

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(archive) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(db.Folder), e => Path.GetFileName(e).StartsWith(".scratch", StringComparison.Ordinal));
    }

    private static void WriteKey(TestDatabase db, string name, string text)
    {
        Directory.CreateDirectory(db.Options.KeyRingPath);
        File.WriteAllText(Path.Combine(db.Options.KeyRingPath, name), text);
    }

    private static Task<Result> AddAsync(TestDatabase db, string id) => db.Database.InTransactionAsync(async session =>
    {
        await session.ExecuteAsync(Insert, new { id });
        await db.Audit.AppendAsync(session, Actor.System, AuditLog.Installation, AuditAction.AccountCreated, "account", id);
        return Result.Success();
    });

    private static Task<long> CountAsync(TestDatabase db) => db.Database.ReadAsync(s => s.ScalarAsync<long>(Count));
}
