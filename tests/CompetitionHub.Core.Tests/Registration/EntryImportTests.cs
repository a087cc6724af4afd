using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Tests.Competitions;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Registration;

public sealed class EntryImportTests
{
    [Theory, EachDatabase]
    public async Task ApplyAsync_CleanFile_AddsEntriesAndDelegations_AndUndoTakesBoth(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        await hall.AddContestAsync();
        await hall.AddContestAsync("relay", format: ContestFormat.Team, zh: "接力");
        var file = await ImportFiles.FileAsync(
            "赛项,代表队,姓名或队名,英文名,队员,参赛编号\n焊工（职工组）,市第一建筑集团,张三,Zhang San,,\n焊工,市第一建筑集团,李四,,,w-07\nrelay,SECOND,先锋队,,王五、赵六；孙七,\n");

        var preview = (await hall.Imports.PreviewAsync(hall.Organiser, hall.Competition.Id, file)).Value;
        Assert.True(preview.IsClean);
        Assert.Equal(["01", "SECOND"], preview.NewDelegations.Select(d => d.Code));
        Assert.Equal(0, await hall.CountAsync("select count(*) from entries"));

        var import = (await hall.Imports.ApplyAsync(hall.Organiser, hall.Competition.Id, file)).Value;
        var rows = await hall.Db.Get<EntryQueries>().ListAsync(hall.Competition.Id, new());
        Assert.Equal(3, rows.Count);
        Assert.Equal(["王五", "赵六", "孙七"], rows.Single(r => r.Entry.Name.Zh == "先锋队").Entry.Members);
        Assert.Equal("W-07", rows.Single(r => r.Entry.Name.Zh == "李四").Entry.Code);
        Assert.Equal("市第一建筑集团", rows.Single(r => r.Entry.Name.Zh == "张三").Delegation!.Name.Zh);

        Assert.Equal(3, (await hall.Imports.UndoAsync(hall.Organiser, hall.Competition.Id, import.Id)).Value);
        Assert.Equal(0, await hall.CountAsync("select count(*) from entries"));
        Assert.Equal(0, await hall.CountAsync("select count(*) from delegations"));
        Assert.Equal("Registration.ImportUndone", (await hall.Imports.UndoAsync(hall.Organiser, hall.Competition.Id, import.Id)).Error.Code);
        Assert.NotNull(Assert.Single(await hall.Imports.ListAsync(hall.Competition.Id)).UndoneAt);
        Assert.Equal(3, await hall.CountAsync("select count(*) from audit_entries where action = 'entry_created' and subject_type = 'entry'"));
        Assert.Equal(3, await hall.CountAsync("select count(*) from audit_entries where action = 'entry_removed' and subject_type = 'entry'"));
        Assert.Equal(0, await hall.CountAsync("select count(*) from audit_entries where coalesce(before, '') || coalesce(after, '') like '%张三%'"));
    }

    [Theory, EachDatabase]
    public async Task ApplyAsync_OneBadRow_ImportsNothing(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        await hall.AddContestAsync();
        var file = await ImportFiles.FileAsync("Name,Code\n张三,A1\n李四,A1\n");

        var refused = await hall.Imports.ApplyAsync(hall.Organiser, hall.Competition.Id, file);

        Assert.Equal("Registration.ImportHasErrors", refused.Error.Code);
        Assert.Equal(0, await hall.CountAsync("select count(*) from entries"));
        Assert.Equal(0, await hall.CountAsync("select count(*) from entry_imports"));
    }

    [Theory, EachDatabase]
    public async Task UndoAsync_WithMarks_IsRefusedWithTheNumber(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        await hall.AddContestAsync();
        var import = (await hall.Imports.ApplyAsync(hall.Organiser, hall.Competition.Id, await ImportFiles.FileAsync("Name,Delegation\n张三,A队\n李四,A队"))).Value;
        await hall.AddMarkAsync((await hall.Db.Get<EntryQueries>().ListAsync(hall.Competition.Id, new()))[0].Entry);

        var refused = await hall.Imports.UndoAsync(hall.Organiser, hall.Competition.Id, import.Id);

        Assert.Equal("Registration.ImportHasMarks", refused.Error.Code);
        Assert.Equal(1, refused.Error.Args[0]);
        Assert.Equal(2, await hall.CountAsync("select count(*) from entries"));
    }

    [Theory, EachDatabase]
    public async Task ApplyAsync_TwentyThousandRows_Works(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        await hall.AddContestAsync();
        var file = await ImportFiles.FileAsync(
            "Name,Delegation\n" + string.Concat(Enumerable.Range(0, ImportFileReader.MaximumRows).Select(i => $"选手{i},单位{i % 66}\n")));

        Assert.Equal(ImportFileReader.MaximumRows, (await hall.Imports.ApplyAsync(hall.Organiser, hall.Competition.Id, file)).Value.Entries);

        var page = await hall.Db.Get<EntryQueries>().ListPageAsync(hall.Competition.Id, new() { Search = "选手19999" }, 0, 50);
        Assert.Equal(1, page.Total);
        Assert.Equal(66, await hall.CountAsync("select count(*) from delegations"));
    }

    [Theory]
    [InlineData("Name,Code\n张三,A1\n李四,a1", 3, ImportColumn.Code, "RowCodeTwice")]
    [InlineData("Name\n张三\n张三", 3, ImportColumn.Name, "RowTwice")]
    [InlineData("Name\n老王", 2, ImportColumn.Name, "RowEntered")]
    [InlineData("Name,Code\n张三,OLD1", 2, ImportColumn.Code, "CodeTaken")]
    [InlineData("Name,Code\n张三,-7-", 2, ImportColumn.Code, "CodeInvalid")]
    [InlineData("Name,Contest\n张三,钳工", 2, ImportColumn.Contest, "RowContestUnknown")]
    [InlineData("Name,Members\n张三,李四", 2, ImportColumn.Members, "MembersNotAllowed")]
    [InlineData("Name,English name\n,", 0, ImportColumn.Name, "")]
    [InlineData("Name,Code\n,A1", 2, ImportColumn.Name, "NameMissing")]
    [InlineData("Name\n=1+1", 2, ImportColumn.Name, "LooksLikeFormula")]
    [InlineData("Name\n<script>alert(1)</script>", 2, ImportColumn.Name, "NameNotPlain")]
    [InlineData("Name,Delegation\n张三,<b>x</b>", 2, ImportColumn.Delegation, "NameNotPlain")]
    [InlineData("Name\nab\u202Ecd", 2, ImportColumn.Name, "NameNotPlain")]
    public async Task Preview_BadRow_NamesRowColumnAndReason(string text, int row, ImportColumn column, string code)
    {
        await using var hall = await Hall.OpenAsync(DatabaseKind.Sqlite);
        var contest = await hall.AddContestAsync();
        await hall.AddEntryAsync(contest, "老王", "OLD1");
        var file = await ImportFiles.ReadAsync(text);
        if (row == 0)
        {
            Assert.Equal("Registration.FileEmpty", file.Error.Code);
            return;
        }

        var preview = (await hall.Imports.PreviewAsync(hall.Organiser, hall.Competition.Id, file.Value)).Value;

        var problem = Assert.Single(preview.Problems);
        Assert.Equal((row, column, "Registration." + code), (problem.Row, problem.Column, problem.Error.Code));
    }

    [Fact]
    public async Task Preview_TwoOfOneNameWithCodes_AreTwoPeople()
    {
        await using var hall = await Hall.OpenAsync(DatabaseKind.Sqlite);
        await hall.AddContestAsync();

        var preview = await hall.Imports.PreviewAsync(hall.Organiser, hall.Competition.Id, await ImportFiles.FileAsync("Name,Code\n王伟,A1\n王伟,A2"));

        Assert.True(preview.Value.IsClean);
    }

    [Theory]
    [InlineData("焊工 · 职工组")]
    [InlineData("焊工·职工组")]
    [InlineData("焊工 • 职工组")]
    [InlineData("焊工（职工组）")]
    [InlineData("焊工(职工组)")]
    [InlineData("焊工职工组")]
    [InlineData("welding")]
    public async Task Preview_ContestAsPeopleWriteIt_IsFound(string written)
    {
        await using var hall = await Hall.OpenAsync(DatabaseKind.Sqlite);
        await hall.AddContestAsync();
        await hall.Contests.CreateAsync(
            hall.Organiser, hall.Competition.Id, Hall.Contest("welding-students") with { Name = new("焊工", "Welder"), Group = new("学生组", "Students") },
            PresetSchemes.Plain);

        var preview = (await hall.Imports.PreviewAsync(hall.Organiser, hall.Competition.Id, await ImportFiles.FileAsync("Name,Contest\n张三," + written))).Value;

        Assert.Empty(preview.Problems);
        Assert.Equal("welding", Assert.Single(preview.Entries).Contest.Slug);
    }

    [Fact]
    public async Task Preview_ContestUnknown_SaysWhatMayBeWritten()
    {
        await using var hall = await Hall.OpenAsync(DatabaseKind.Sqlite);
        await hall.AddContestAsync();

        var preview = (await hall.Imports.PreviewAsync(hall.Organiser, hall.Competition.Id, await ImportFiles.FileAsync("Name,Contest\n张三,钳工"))).Value;

        Assert.Equal("焊工（职工组）", ((LocalText)Assert.Single(preview.Problems).Error.Args[1]).Zh);
    }

    [Theory, EachDatabase]
    public async Task List_ByAnAdministratorWithoutARoleHere_NamesThem(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        await hall.AddContestAsync();
        var admin = new Actor(await hall.AddAccountAsync("赵管理", role: null), "admin", "赵管理", [new(RoleGrant.Everywhere, Role.Administrator)]);
        await hall.Imports.ApplyAsync(admin, hall.Competition.Id, await ImportFiles.FileAsync("Name\n张三"));

        Assert.Equal("赵管理", Assert.Single(await hall.Imports.ListAsync(hall.Competition.Id)).ImportedByName);
    }

    [Fact]
    public async Task Preview_ContestsOfOneNameInTwoGroups_AskForTheGroup()
    {
        await using var hall = await Hall.OpenAsync(DatabaseKind.Sqlite);
        await hall.AddContestAsync();
        await hall.Contests.CreateAsync(
            hall.Organiser, hall.Competition.Id, Hall.Contest("welding-students") with { Name = new("焊工", "Welding"), Group = new("学生组", "Students") },
            PresetSchemes.Plain);

        var preview = (await hall.Imports.PreviewAsync(
            hall.Organiser, hall.Competition.Id, await ImportFiles.FileAsync("Name,Contest\n张三,焊工\n李四,焊工 (学生组)\n王五,"))).Value;

        Assert.Equal(["Registration.RowContestAmbiguous", "Registration.RowContestMissing"], preview.Problems.Select(p => p.Error.Code));
        Assert.Equal("welding-students", Assert.Single(preview.Entries).Contest.Slug);
    }

    [Fact]
    public async Task Export_ThenImport_IsReadable()
    {
        await using var hall = await Hall.OpenAsync(DatabaseKind.Sqlite);
        var contest = await hall.AddContestAsync();
        await hall.AddEntryAsync(contest, "张三", "A1");
        var rows = await hall.Db.Get<EntryQueries>().ListAsync(hall.Competition.Id, new());

        var file = (await ImportFiles.ReadAsync(EntryTable.WriteCsv(rows, "zh"))).Value;

        Assert.Equal("张三", Assert.Single(file.Rows)[ImportColumn.Name]);
        Assert.Equal("焊工（职工组）", file.Rows[0][ImportColumn.Contest]);
        var template = await ImportFiles.ReadAsync(EntryTable.WriteTemplate([contest], [], "en"), "t.xlsx");
        Assert.Equal("Registration.FileEmpty", template.Error.Code);
    }
}
