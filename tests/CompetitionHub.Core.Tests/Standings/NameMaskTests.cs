using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Tests.Standings;

public class NameMaskTests
{
    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("张小明", "张*明")]
    [InlineData("欧阳锋", "欧阳*")]
    [InlineData("欧阳小明", "欧阳*明")]
    [InlineData("欧阳", "欧*")]
    [InlineData("张王小明", "张**明")]
    [InlineData("阿里木·买买提", "阿**")]
    [InlineData("李", "*")]
    [InlineData("", "")]
    [InlineData("Zhang Xiaoming", "Z* X*")]
    [InlineData("Jean-Luc Picard", "J* L* P*")]
    [InlineData("𠮷田明", "𠮷*明")]
    [InlineData("张三、李四", "张*、李*")]
    [InlineData("  张三 ", "张*")]
    public void Mask_Person_KeepsTheSurnameOnly(string name, string expected) => Assert.Equal(expected, NameMask.Mask(name));

    [Fact]
    public void Mask_Team_MasksItsMembersInItsName()
    {
        var masked = NameMask.Mask(new LocalText("机修一队（张小明、李四）", "Team One"), ["李四", "张小明"]);
        Assert.Equal(new LocalText("机修一队（张*明、李*）", "Team One"), masked);
    }

    [Fact]
    public void Mask_PairNamedAfterItsMembers_IsMaskedInTheOtherLanguageToo()
    {
        Assert.Equal(new LocalText("张*/李*", "Z* S*/L* S*"), NameMask.Mask(new LocalText("张三/李四", "Zhang San / Li Si"), ["张三", "李四"]));
        Assert.Equal(new LocalText("张*、李*", "Z* S*、L* S*"), NameMask.Mask(new LocalText("张三、李四", "Zhang San、Li Si"), ["Zhang San", "Li Si"]));
    }
}
