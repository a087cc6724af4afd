using System.Security.Cryptography;
using System.Text.Json;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Tests.Interchange;
using CompetitionHub.Core.Tests.Judging;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Audit;

/// <summary>A mark that somebody changes behind the program's back is found, however it came in.</summary>
public sealed class MarkRecordsTests
{
    private const string OneMark = "(select min(command_id) from marks where contest_id = (select id from contests where slug = 'welding'))";
    private const string OneSheet = "(select min(command_id) from mark_sheets where contest_id = (select id from contests where slug = 'welding'))";

    [Theory]
    [EachDatabase("update marks set value = coalesce(value, 0) + 1, state = 'value' where command_id = " + OneMark)]
    [EachDatabase("update marks set judge_id = 'another' where command_id = " + OneMark)]
    [EachDatabase("update marks set entered_at = entered_at - 1 where command_id = " + OneMark)]
    [EachDatabase("delete from marks where command_id = " + OneMark)]
    [EachDatabase("update mark_sheets set state = 'reopened' where command_id = " + OneSheet)]
    public async Task Verify_ImportedMarkChanged_NamesTheImportOfItsContest(DatabaseKind kind, string tampering)
    {
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        using var folder = new FolderCopy();
        await db.Get<ImportService>().ImportAsync(Actor.System, folder.Path);
        var verifier = new AuditVerifier(db.Database);
        Assert.True((await verifier.VerifyAsync("demo-games")).Value.Intact);
        var import = await db.Database.ReadAsync(session => session.ScalarAsync<long>(
            "select a.seq from audit_entries a join contests c on c.id = a.subject_id where a.action = 'marks_imported' and c.slug = 'welding'"));

        await RunAsync(db.Database, tampering);

        var verified = (await verifier.VerifyAsync("demo-games")).Value;
        Assert.Equal((import, AuditDamage.MarksDiffer), (verified.BrokenAt, verified.Damage));
    }

    [Theory]
    [EachDatabase("update marks set value = 9000000 where aspect_key = 'A1'", 2, AuditDamage.MarksDiffer)]
    [EachDatabase("update marks set entered_by = judge_id, judge_id = 'another' where aspect_key = 'D1'", 4, AuditDamage.MarksDiffer)]
    [EachDatabase("delete from marks where aspect_key = 'B1'", 5, AuditDamage.MarksDiffer)]
    [EachDatabase("update mark_sheets set state = 'reopened'", 6, AuditDamage.MarksDiffer)]
    [EachDatabase("insert into mark_sheets select contest_id, entry_id, form_key, 2, version, state, 'x', judge_id, entered_by, device, reason, entered_at from mark_sheets", 6, AuditDamage.MarksUntraced)]
    public async Task Verify_EnteredMarkChanged_NamesItsEntry(DatabaseKind kind, string tampering, long expected, AuditDamage damage)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        await hall.SavedAsync(hall.Li, [.. hall.FullSheet(), hall.Submit()]);
        var verifier = hall.Data.Get<AuditVerifier>();
        Assert.True((await verifier.VerifyAsync("games")).Value is { Intact: true, Entries: 6 });

        await hall.Hall.RunAsync(tampering);

        var verified = (await verifier.VerifyAsync("games")).Value;
        Assert.Equal((expected, damage), (verified.BrokenAt, verified.Damage));
    }

    [Fact]
    public async Task Import_TracesEveryFileOfTheFolder()
    {
        await using var db = await InterchangeDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var folder = new FolderCopy();
        await db.Get<ImportService>().ImportAsync(Actor.System, folder.Path);

        var after = await db.Database.ReadAsync(session => session.ScalarAsync<string>("select after from audit_entries where action = 'competition_imported'"));
        var traced = JsonDocument.Parse(after!).RootElement;
        var files = traced.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString()!);

        Assert.Equal(
            Directory.EnumerateFiles(folder.Path, "*.*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Path, file)).Order(StringComparer.Ordinal),
            files.Keys.Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(Sha256(File.ReadAllBytes(Path.Combine(folder.Path, file.Key))), file.Value));
        // What `sha256sum` over the files in the order of their names gives, through `sha256sum` again.
        var list = string.Concat(files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value}  {file.Key}\n"));
        Assert.Equal(Sha256(System.Text.Encoding.UTF8.GetBytes(list)), traced.GetProperty("folder").GetString());
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static Task RunAsync(Database database, string sql) => database.InTransactionAsync(async session =>
    {
        await session.ExecuteAsync(sql);
        return Result.Success();
    });
}
