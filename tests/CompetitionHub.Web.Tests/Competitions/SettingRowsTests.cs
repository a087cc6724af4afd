using AngleSharp.Dom;
using Bunit;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Features.Competitions;
using CompetitionHub.Web.Features.Competitions.SchemeEditing;
using CompetitionHub.Web.Tests.Components;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Tests.Competitions;

public sealed class SettingRowsTests : ComponentTest
{
    private static readonly Setting Awards = AwardSettings.Sections.Single(section => section.Name == "awards");

    private static readonly ShareQuota TenPercent = new(Score.Points(10), Score.Points(100), ShareRounding.Ceiling);

    public SettingRowsTests() => Services.AddCompetitionPages();

    [Fact]
    public void NamedCards_Fold_AndSayTheirRule()
    {
        var rows = Open(TenPercent);

        Assert.Equal("一等奖 按比例 10 %", Said(rows.Find("details summary")));
        Assert.False(rows.Find("details").HasAttribute("open"));

        rows.Find("details summary").Click();

        Assert.True(rows.Find("details").HasAttribute("open"));
    }

    [Theory, InlineData(1, 12, "一等奖 按比例 1 / 12"), InlineData(15, 100, "一等奖 按比例 15 %")]
    public void NamedCards_SayTheShare(int part, int whole, string said) =>
        Assert.Equal(said, Said(Open(new ShareQuota(Score.Points(part), Score.Points(whole), ShareRounding.Floor)).Find("details summary")));

    [Fact]
    public void NamedCards_SayTheNumber() => Assert.Equal("一等奖 固定名额 3 名", Said(Open(new NumberQuota(3)).Find("details summary")));

    [Fact]
    public void Buttons_SayWhatTheyAdd()
    {
        var rows = Open(TenPercent);

        Assert.Equal("+ 添加奖项", Said(rows.Find(".rows > .card > .fields > .rows > button")));
        Assert.Equal("+ 添加奖项组", Said(rows.FindAll("button")[^1]));
    }

    [Fact]
    public void NamedCard_WithAProblem_StandsOpen()
    {
        var rows = Open(TenPercent with { Part = Score.Points(120) });

        Assert.True(rows.Find("details").HasAttribute("open"));
        Assert.NotEmpty(rows.FindAll("details .field-error"));
    }

    [Fact]
    public void ProblemOfAChosenRule_StandsBesideTheChoice()
    {
        var rows = Open(new MedalQuota());

        var choice = rows.Find("details select[aria-invalid=true]");

        Assert.Equal("名额", choice.GetAttribute("aria-label"));
        Assert.Equal("field-error", choice.NextElementSibling!.ClassName);
        Assert.Contains("须排在本组最前", choice.NextElementSibling.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void NamedCard_ThatIsMended_StaysOpen()
    {
        var rows = Open(TenPercent with { Part = Score.Points(120) });

        rows.Find("[id='s-awards[0].awards[0].quota.part']").Change("12");
        rows.Render();

        Assert.Empty(rows.FindAll("details .field-error"));
        Assert.True(rows.Find("details").HasAttribute("open"));
    }

    [Fact]
    public void AddedCard_StandsOpen()
    {
        var rows = Open(TenPercent);

        rows.Find(".rows > .card > .fields > .rows > button").Click();

        Assert.Equal([false, true], rows.FindAll("details").Select(card => card.HasAttribute("open")));
    }

    private static string Said(IElement element) => string.Join(' ', element.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<SettingRows> Open(Quota quota)
    {
        var first = new Award { Key = "first", Name = new("一等奖", "First prize"), Quota = quota };
        var prizes = new AwardGroup { Key = "prizes", Name = new("奖项", "Prizes"), Awards = [first] };
        var desk = new SchemeDesk(Schemes.OneForm(1, Schemes.Panel("a")) with { Awards = [prizes] });
        var scope = new SchemeScope(desk, EventCallback.Factory.Create(this, desk.Typed), EventCallback.Factory.Create<Action>(this, change => change()));
        return Render<SettingRows>(parameters => parameters
            .AddCascadingValue(scope).Add(p => p.Setting, Awards).Add(p => p.Value, desk.Draft.Root).Add(p => p.Path, "awards").Add(p => p.Owner, "Scheme"));
    }
}
