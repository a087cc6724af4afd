using CompetitionHub.Core.Accounts;

namespace CompetitionHub.Core.Tests.Accounts;

public sealed class AccountRulesTests
{
    [Theory]
    [InlineData("li", true)]
    [InlineData("李娜", true)]
    [InlineData("li.na-01_x@hub", true)]
    [InlineData(" li ", true)]
    [InlineData("l", false)]
    [InlineData("li na", false)]
    [InlineData("li\tna", false)]
    [InlineData("<script>", false)]
    [InlineData("li/na", false)]
    public void CheckUserName_TakesWhatCanBeTypedFromASlip(string name, bool good) => Assert.Equal(good, AccountRules.CheckUserName(name) is null);

    [Theory]
    [InlineData("short", "Accounts.PasswordTooShort")]
    [InlineData("密码密码密码", "Accounts.PasswordTooShort")]
    [InlineData("aaaaaaaaaaaa", "Accounts.PasswordTooSimple")]
    [InlineData("LI.NA-ZHANG", "Accounts.PasswordTooSimple")]
    [InlineData("一句自己容易记住的话", null)]
    [InlineData("correct horse", null)]
    public void CheckPassword_JudgesByLength(string password, string? code) => Assert.Equal(code, AccountRules.CheckPassword(password, "li.na-zhang")?.Code);

    [Fact]
    public void CheckPassword_OfAMegabyte_IsRefusedBeforeItIsHashed() =>
        Assert.Equal("Accounts.PasswordTooLong", AccountRules.CheckPassword(new string('x', 1_000_000), "li")?.Code);

    [Theory]
    [InlineData("李娜", true)]
    [InlineData("=HYPERLINK(\"x\")", true)]
    [InlineData("", false)]
    [InlineData("   ", false)]
    [InlineData("a\nb", false)]
    public void CheckDisplayName_TakesWhatCanBeStoredAndPrinted(string name, bool good) => Assert.Equal(good, AccountRules.CheckDisplayName(name) is null);

    [Fact]
    public void Check_OfHalfASurrogatePair_IsRefusedAndDoesNotThrow()
    {
        var half = new string('\ud800', 3);
        Assert.NotNull(AccountRules.CheckDisplayName(half));
        Assert.NotNull(AccountRules.CheckUserName(half));
    }

    [Fact]
    public void OneTimePasswords_PassTheRules_AndHaveNoLookAlikes()
    {
        var passwords = Enumerable.Range(0, 200).Select(_ => OneTimePasswords.New()).ToList();
        Assert.Equal(200, passwords.Distinct().Count());
        Assert.All(passwords, p => Assert.Null(AccountRules.CheckPassword(p, "li")));
        Assert.All(passwords, p => Assert.True(p.All(c => "abcdefghjkmnpqrstuvwxyz23456789-".Contains(c, StringComparison.Ordinal)), p));
    }
}
