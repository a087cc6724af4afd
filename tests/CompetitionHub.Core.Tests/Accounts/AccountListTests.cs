using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core.Tests.Accounts;

public sealed class AccountListTests
{
    private static readonly HashSet<string> NoNames = [];

    [Theory]
    [InlineData("姓名\t登录名\n李娜\tlina\n王芳\t")]
    [InlineData("name,sign-in\r\n李娜,lina\r\n王芳\r\n")]
    [InlineData("\uFEFF姓名；登录名\n李娜；lina\n\n王芳")]
    [InlineData("李娜，lina\n王芳")]
    public void Read_AsPeoplePasteIt_FindsTheSamePeople(string text)
    {
        var rows = AccountList.Read(text, "j", "zh", NoNames).Value;
        Assert.Equal([("李娜", "lina"), ("王芳", "j0001")], rows.Select(r => (r.Person.DisplayName, r.Person.UserName)));
        Assert.All(rows, r => Assert.Empty(r.Errors));
    }

    [Fact]
    public void Read_MadeUpNames_AvoidThoseInUse()
    {
        var rows = AccountList.Read("甲\n乙\tj0002\n丙", "j", "zh", new HashSet<string> { "J0001" }).Value;
        Assert.Equal(["j0003", "j0002", "j0004"], rows.Select(r => r.Person.UserName));
    }

    [Fact]
    public void Read_WrongRows_SaysWhatIsWrongWithEach()
    {
        var rows = AccountList.Read("甲\tone\n乙\tONE\n丙\ttwo words\n\tthree\n丁\ttaken", "j", "zh", new HashSet<string> { "TAKEN" }).Value;
        Assert.Equal(
            ["", "Accounts.TwiceInList", "Accounts.BadUserName", "Accounts.BadDisplayName", "Accounts.UserNameTaken"],
            rows.Select(r => r.Errors.FirstOrDefault()?.Code ?? ""));
    }

    [Fact]
    public void Read_NamesakesAndLongNames_AreToBeLookedAtButMayBeMeant()
    {
        var rows = AccountList.Read($"张伟\n李四\n张伟\n{new string('长', AccountList.LongName + 1)}\n{new string('短', AccountList.LongName)}", "j", "zh", NoNames).Value;
        Assert.All(rows, row => Assert.Empty(row.Errors));
        Assert.Equal(
            ["Accounts.SameName 3", "", "Accounts.SameName 1", "Accounts.LongName 40", ""],
            rows.Select(row => string.Join(' ', row.Warnings.Select(warning => $"{warning.Code} {warning.Args[^1]}"))));
    }

    [Theory]
    [InlineData("", "Accounts.ListEmpty")]
    [InlineData("姓名\t登录名\n", "Accounts.ListEmpty")]
    public void Read_NothingUsable_IsRefused(string text, string code) => Assert.Equal(code, AccountList.Read(text, "j", "zh", NoNames).Error.Code);

    [Fact]
    public void Read_TooMany_IsRefused() =>
        Assert.Equal("Accounts.ListTooLong", AccountList.Read(string.Join('\n', Enumerable.Range(0, AccountList.Maximum + 1)), "j", "zh", NoNames).Error.Code);

    [Theory, EachDatabase]
    public async Task Create_804Judges_GivesEachOneASlipThatOpens(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind, services => services.AddAccounts().AddSingleton<IPasswordHashing, PlainHashing>());
        var grant = new RoleGrant("games", Role.Judge);
        var lists = db.Get<AccountListService>();
        var rows = (await lists.PreviewAsync(Actor.System, grant, string.Join('\n', Enumerable.Range(1, 804).Select(n => $"裁判{n}")), "j", "zh")).Value;
        var slips = (await lists.CreateAsync(Actor.System, grant, rows)).Value;
        Assert.Equal(804, slips.Select(s => s.Password).Distinct().Count());
        var staff = (await db.Get<AccountQueries>().ListStaffAsync(Actor.System, "games")).Value;
        Assert.Equal(804, staff.Count);
        var last = (await db.Get<AccountStore>().FindByNormalizedNameAsync("J0804"))!;
        Assert.Equal(new PlainHashing().Hash(slips[^1].Password), last.PasswordHash);
        Assert.True(last.MustChangePassword);
    }

    [Theory, EachDatabase]
    public async Task Create_WhenANameWasTakenMeanwhile_MakesNobody(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind, services => services.AddAccounts().AddSingleton<IPasswordHashing, PlainHashing>());
        var lists = db.Get<AccountListService>();
        var rows = (await lists.PreviewAsync(Actor.System, null, "甲\tone\n乙\ttwo", "j", "zh")).Value;
        await db.Get<AccountService>().CreateAsync(Actor.System, new("TWO", "别人", "zh"), null);
        var result = await lists.CreateAsync(Actor.System, null, rows);
        Assert.Equal("Accounts.UserNameTaken", result.Error.Code);
        Assert.Null(await db.Get<AccountStore>().FindByNormalizedNameAsync("ONE"));
    }
}
