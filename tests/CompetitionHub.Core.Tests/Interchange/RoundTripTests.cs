using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Interchange;

public sealed class RoundTripTests
{
    [Theory, EachDatabase]
    public async Task Export_OfAnImportedFolder_IsTheFolderByteByByte(DatabaseKind kind)
    {
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        using var folder = new FolderCopy();
        var target = Path.Combine(db.Folder, "out", "demo-games");

        var imported = await db.Get<ImportService>().ImportAsync(Actor.System, folder.Path);
        var exported = await db.Get<ExportService>().ExportAsync(Actor.System, "demo-games", target);

        Assert.True(imported.Succeeded, string.Join("\n", imported.Problems.Select(p => $"{p.Place}: {p.Error}")));
        Assert.Equal((6, 10, 18, 18, 70, 556), (imported.Report!.Contests, imported.Report.Delegations, imported.Report.Judges, imported.Report.NewAccounts, imported.Report.Entries, imported.Report.Marks));
        Assert.True(exported.Succeeded, exported.Succeeded ? "" : exported.Error.ToString());
        AssertSameFiles(target);
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(target)!));
    }

    [Theory, EachDatabase]
    public async Task Export_DecisionsAndPanels_ComeBackAsTheyWere(DatabaseKind kind)
    {
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        using var folder = new FolderCopy();
        const string decisions = """[{ "kind": "committee", "entries": ["69CTR", "44DPN"], "reason": "cleaner work" }, { "kind": "lot", "seed": "08 11 17", "reason": "drawn on stage" }]""";
        folder.Replace("competition.json", "\"closed_forms\"", $"\"decisions\": {decisions}, \"closed_forms\"");
        var first = File.ReadAllLines(folder.At("contests/pastry/entries.csv"))[1];
        folder.SetLine("contests/pastry/entries.csv", 2, first + "二号考场");
        var target = Path.Combine(db.Folder, "out");

        var imported = await db.Get<ImportService>().ImportAsync(Actor.System, folder.Path);
        Assert.True(imported.Succeeded, string.Join("\n", imported.Problems.Select(p => $"{p.Place}: {p.Error}")));
        Assert.True((await db.Get<ExportService>().ExportAsync(Actor.System, "demo-games", target)).Succeeded);

        using var written = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(target, "competition.json")));
        using var given = System.Text.Json.JsonDocument.Parse(decisions);
        Assert.True(System.Text.Json.JsonElement.DeepEquals(given.RootElement, written.RootElement.GetProperty("contests")[0].GetProperty("decisions")));
        Assert.Equal(first + "二号考场", File.ReadAllLines(Path.Combine(target, "contests", "pastry", "entries.csv"))[1]);
    }

    [Theory, EachDatabase]
    public async Task Import_ThatSucceeded_LeavesAnIntactAuditAndDisabledAccounts(DatabaseKind kind)
    {
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        using var folder = new FolderCopy();

        var imported = await db.Get<ImportService>().ImportAsync(Actor.System, folder.Path);

        var verifier = new AuditVerifier(db.Database);
        Assert.True((await verifier.VerifyAsync("demo-games")).Value.Intact);
        Assert.True((await verifier.VerifyAsync(AuditLog.Installation)).Value is { Intact: true, Entries: 18 });
        Assert.Equal(0, await db.Database.ReadAsync(s => s.ScalarAsync<long>("select count(*) from accounts where disabled_at is null or password_hash is not null")));
        Assert.Equal(18, await db.Database.ReadAsync(s => s.ScalarAsync<long>("select count(*) from role_grants where scope = @CompetitionId", imported.Report)));
    }

    [Theory, EachDatabase]
    public async Task Import_SecondTime_IsRefusedAndChangesNothing(DatabaseKind kind)
    {
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        using var folder = new FolderCopy();
        await db.Get<ImportService>().ImportAsync(Actor.System, folder.Path);

        var second = await db.Get<ImportService>().ImportAsync(Actor.System, folder.Path);

        var problem = Assert.Single(second.Problems);
        Assert.Equal(("competition.json competition.slug", "Interchange.AlreadyHere"), (problem.Place, problem.Error.Code));
        Assert.Equal(556, await db.Database.ReadAsync(s => s.ScalarAsync<long>("select count(*) from marks")));
    }

    [Theory, EachDatabase]
    public async Task Import_WithUserNameOfThisInstallation_LinksThatAccount(DatabaseKind kind)
    {
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        using var first = new FolderCopy();
        using var other = new FolderCopy();
        other.Replace("competition.json", "\"slug\": \"demo-games\"", "\"slug\": \"other-games\"");
        other.Replace("judges.csv", "fanmeilan", "FanMeiLan");
        await db.Get<ImportService>().ImportAsync(Actor.System, first.Path);

        var imported = await db.Get<ImportService>().ImportAsync(Actor.System, other.Path);

        Assert.Equal(0, imported.Report?.NewAccounts);
        Assert.Equal(18, await db.Database.ReadAsync(s => s.ScalarAsync<long>("select count(*) from accounts")));
    }

    [Theory, EachDatabase]
    public async Task Export_AfterCorrections_WritesWhatIsInForce(DatabaseKind kind)
    {
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        using var folder = new FolderCopy();
        await db.Get<ImportService>().ImportAsync(Actor.System, folder.Path);
        var target = Path.Combine(db.Folder, "out");
        await db.Database.InTransactionAsync(async session =>
        {
            const string again = """
                insert into marks (contest_id, entry_id, form_key, aspect_key, seat, version, state, value, scheme_version, command_id, judge_id, entered_by, device, entered_at)
                select m.contest_id, m.entry_id, m.form_key, m.aspect_key, m.seat, 2, case when m.seat = 2 then 'cleared' else 'value' end, case when m.seat = 2 then null else 1500000 end,
                  1, m.command_id || '-2', m.judge_id, m.entered_by, 'test', m.entered_at
                from marks m join contests c on c.id = m.contest_id
                where c.slug = 'pastry' and m.form_key = 'A1' and m.aspect_key = 'A1.1'
                """;
            await session.ExecuteAsync(again);
            return Result.Success();
        });

        await db.Get<ExportService>().ExportAsync(Actor.System, "demo-games", target);

        var rows = await File.ReadAllLinesAsync(Path.Combine(target, "contests/pastry/marks.csv"));
        var marks = rows.Where(row => row.Contains(",A1,A1.1,", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, row => Assert.EndsWith(",value,1.5", row, StringComparison.Ordinal));
        Assert.DoesNotContain(marks, row => row.Contains(",A1.1,2,", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains(",A1.2,2,", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Import_FrozenBoard_ShowsThePublicNoMark(DatabaseKind kind)
    {
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        using var folder = new FolderCopy();
        folder.Replace("competition.json", "\"frozen\": false", "\"frozen\": true");

        await db.Get<ImportService>().ImportAsync(Actor.System, folder.Path);

        const string shown = """
            select r.summary from standing_rows r join contests c on c.id = r.board_id where c.slug = 'welding' and r.audience = @audience
            """;
        var publicly = await db.Database.ReadAsync(s => s.QueryAsync<string>(shown, new { audience = "public" }));
        var staff = await db.Database.ReadAsync(s => s.QueryAsync<string>(shown, new { audience = "staff" }));
        Assert.Equal((14, 14), (staff.Count, publicly.Count));
        Assert.Contains(publicly, row => row.Contains("\"status\":\"Absent\"", StringComparison.Ordinal));
        Assert.Contains(staff, row => row.Contains("\"total\"", StringComparison.Ordinal));
        Assert.All(publicly, row => Assert.DoesNotContain("\"total\"", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_IntoFolderWithSomethingInIt_IsRefused()
    {
        await using var db = await InterchangeDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var folder = new FolderCopy();
        await db.Get<ImportService>().ImportAsync(Actor.System, folder.Path);

        var exported = await db.Get<ExportService>().ExportAsync(Actor.System, "demo-games", folder.Path);

        Assert.Equal("Interchange.FolderNotEmpty", exported.Error.Code);
        AssertSameFiles(folder.Path);
    }

    [Fact]
    public async Task ImportAndExport_ByAnybodyElse_AreRefused()
    {
        await using var db = await InterchangeDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var folder = new FolderCopy();
        var imported = await db.Get<ImportService>().ImportAsync(Actor.System, folder.Path);
        var viewer = new Actor("v", "v", "v", [new(imported.Report!.CompetitionId, Role.Viewer)]);
        var target = Path.Combine(db.Folder, "out");

        Assert.Equal("Interchange.MayNot", Assert.Single((await db.Get<ImportService>().ImportAsync(viewer, folder.Path)).Problems).Error.Code);
        Assert.Equal("Interchange.MayNot", (await db.Get<ExportService>().ExportAsync(viewer, "demo-games", target)).Error.Code);
        Assert.Equal(ErrorKind.NotFound, (await db.Get<ExportService>().ExportAsync(Actor.Anonymous, "demo-games", target)).Error.Kind);
        Assert.Equal(ErrorKind.NotFound, (await db.Get<StandingsExport>().ReadAsync(Actor.Anonymous, "demo-games", "pastry")).Error.Kind);
        Assert.False(Directory.Exists(target));
    }

    private static void AssertSameFiles(string folder)
    {
        Assert.Equal(FolderCopy.ListOriginal(), FolderCopy.List(folder));
        foreach (var file in FolderCopy.ListOriginal())
        {
            Assert.Equal(System.Text.Encoding.UTF8.GetString(FolderCopy.ReadOriginal(file)), File.ReadAllText(Path.Combine(folder, file)));
            Assert.Equal(FolderCopy.ReadOriginal(file), File.ReadAllBytes(Path.Combine(folder, file)));
        }
    }
}
