using CompetitionHub.Core.Data;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Tests.Competitions;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Registration;

public sealed class EntryServiceTests
{
    [Theory, EachDatabase]
    public async Task AddAsync_WithoutCode_DrawsOneThatTellsNothing(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();

        var codes = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            codes.Add((await hall.AddEntryAsync(contest, "选手" + i)).Code);
        }

        Assert.Equal(20, codes.Distinct().Count());
        Assert.All(codes, c => Assert.All(c, letter => Assert.Contains(letter, EntryCodes.Alphabet)));
        Assert.NotEqual(codes.Order(StringComparer.Ordinal), codes);
        Assert.Equal(20, await hall.CountAsync("select count(*) from standing_rows where audience = 'staff'"));
    }

    [Theory, EachDatabase]
    public async Task AddAsync_Refused_NamesTheField(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        await hall.AddEntryAsync(contest, "老王", "OLD1");

        Assert.Equal("Code", (await AddAsync(hall, contest.Id, "张三", "old1")).Error.Field);
        Assert.Equal("Registration.NameMissing", (await AddAsync(hall, contest.Id, " ")).Error.Code);
        Assert.Equal("Registration.ContestUnknown", (await AddAsync(hall, "nowhere", "张三")).Error.Code);
        Assert.Equal(ErrorKind.NotFound, (await hall.Entries.AddAsync(hall.Stranger, hall.Competition.Id, new(contest.Id, null, null, new("x", ""), []))).Error.Kind);
        Assert.Equal(1, await hall.CountAsync("select count(*) from entries"));
    }

    [Theory, EachDatabase]
    public async Task UpdateAsync_SomebodyElseWasFirst_IsAConflict(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        var entry = await hall.AddEntryAsync(contest);
        var first = await hall.Entries.UpdateAsync(hall.Organiser, entry, Details(entry) with { Name = new("张三丰", "") });

        var second = await hall.Entries.UpdateAsync(hall.Organiser, entry, Details(entry) with { Name = new("张小三", "") });

        Assert.True(first.Succeeded);
        Assert.Equal("Registration.Changed", second.Error.Code);
        Assert.Equal("张三丰", (await hall.Db.Get<EntryQueries>().FindAsync(entry.Id))!.Name.Zh);
        Assert.DoesNotContain("张三丰", await hall.Db.Database.ReadAsync(async s =>
            string.Concat(await s.QueryAsync<string>("select coalesce(before, '') || coalesce(after, '') from audit_entries where subject_type = 'entry'"))));
        Assert.Equal(2, await hall.CountAsync("select count(*) from audit_entries where subject_type = 'entry'"));
    }

    [Theory, EachDatabase]
    public async Task UpdateAsync_ToAnotherContest_OnlyWithoutMarks(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        var other = await hall.AddContestAsync("milling", zh: "铣工");
        var entry = await hall.AddEntryAsync(contest);

        var moved = (await hall.Entries.UpdateAsync(hall.Organiser, entry, Details(entry) with { ContestId = other.Id })).Value;
        Assert.Equal(1, await hall.CountAsync("select count(*) from standing_rows where board_id = @id and audience = 'staff'", new { id = other.Id }));
        Assert.Equal(0, await hall.CountAsync("select count(*) from standing_rows where board_id = @id", new { id = contest.Id }));
        await hall.AddMarkAsync(moved);
        Assert.Equal("Registration.EntryHasMarks", (await hall.Entries.UpdateAsync(hall.Organiser, moved, Details(moved) with { ContestId = contest.Id })).Error.Code);
    }

    [Theory, EachDatabase]
    public async Task RemoveAsync_ThenRestore_BringsTheSameEntriesBack(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        var (one, two) = (await hall.AddEntryAsync(contest, "张三"), await hall.AddEntryAsync(contest, "李四"));

        var removed = (await hall.Entries.RemoveAsync(hall.Organiser, hall.Competition.Id, [one.Id, two.Id])).Value;
        Assert.Equal(0, await hall.CountAsync("select count(*) from entries"));
        Assert.True((await hall.Entries.RestoreAsync(hall.Organiser, hall.Competition.Id, removed)).Succeeded);

        Assert.Equal(one.Code, (await hall.Db.Get<EntryQueries>().FindAsync(one.Id))!.Code);
        Assert.Equal("Registration.Changed", (await hall.Entries.RestoreAsync(hall.Organiser, hall.Competition.Id, removed)).Error.Code);
    }

    [Theory, EachDatabase]
    public async Task RemoveAsync_OneOfThemMarked_RemovesNone(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        var (one, two) = (await hall.AddEntryAsync(contest, "张三"), await hall.AddEntryAsync(contest, "李四"));
        await hall.AddMarkAsync(two);

        var refused = await hall.Entries.RemoveAsync(hall.Organiser, hall.Competition.Id, [one.Id, two.Id]);

        Assert.Equal(RegistrationErrors.EntriesHaveMarks([two.Code]), refused.Error);
        await hall.AddMarkAsync(one);
        refused = await hall.Entries.RemoveAsync(hall.Organiser, hall.Competition.Id, [one.Id, two.Id]);
        Assert.Equal([2, $"{one.Code}, {two.Code}"], refused.Error.Args);
        Assert.Equal(2, await hall.CountAsync("select count(*) from entries"));
    }

    [Theory, EachDatabase]
    public async Task Delegations_AddChangeRemove_GuardedByCodeAndEntries(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var service = hall.Db.Get<DelegationService>();
        var contest = await hall.AddContestAsync();
        var unit = (await service.AddAsync(hall.Organiser, hall.Competition.Id, new("d１", new("市一建", "")))).Value;

        Assert.Equal("D1", unit.Code);
        Assert.Equal("Registration.DelegationCodeTaken", (await service.AddAsync(hall.Organiser, hall.Competition.Id, new("D1", new("x", "")))).Error.Code);
        var changed = (await service.UpdateAsync(hall.Organiser, unit, new("D1", new("市第一建筑集团", "")))).Value;
        Assert.Equal("Registration.Changed", (await service.UpdateAsync(hall.Organiser, unit, new("D2", new("y", "")))).Error.Code);
        await hall.Entries.AddAsync(hall.Organiser, hall.Competition.Id, new(contest.Id, unit.Id, null, new("张三", ""), []));
        Assert.Equal("Registration.DelegationHasEntries", (await service.RemoveAsync(hall.Organiser, changed)).Error.Code);
        Assert.Equal(1, Assert.Single(await hall.Db.Get<DelegationQueries>().ListAsync(hall.Competition.Id)).Entries);
    }

    [Theory, EachDatabase]
    public async Task ListAsync_FilterAndSort_WorkAlikeOnBoth(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        foreach (var name in new[] { "张三", "安娜", "李四", "王五" })
        {
            await hall.AddEntryAsync(contest, name);
        }

        var queries = hall.Db.Get<EntryQueries>();
        var byName = await queries.ListAsync(hall.Competition.Id, new() { Sort = EntrySort.Name });
        var reversed = await queries.ListAsync(hall.Competition.Id, new() { Sort = EntrySort.Name, Descending = true });
        var found = await queries.ListAsync(hall.Competition.Id, new() { Search = " 李 ", Status = EntryStatus.Active, ContestId = contest.Id });

        Assert.Equal(["安娜", "李四", "王五", "张三"], byName.Select(r => r.Entry.Name.Zh));
        Assert.Equal(["张三", "王五", "李四", "安娜"], reversed.Select(r => r.Entry.Name.Zh));
        Assert.Equal("李四", Assert.Single(found).Entry.Name.Zh);
        Assert.Empty(await queries.ListAsync(hall.Competition.Id, new() { Status = EntryStatus.Absent }));
    }

    private static EntryDetails Details(Entry entry) => new(entry.ContestId, entry.DelegationId, entry.Code, entry.Name, entry.Members);

    private static Task<Result<Entry>> AddAsync(Hall hall, string contestId, string name, string? code = null) =>
        hall.Entries.AddAsync(hall.Organiser, hall.Competition.Id, new(contestId, null, code, new(name, ""), []));
}
