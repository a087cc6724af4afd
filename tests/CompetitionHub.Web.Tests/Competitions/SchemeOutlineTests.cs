using Bunit;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Features.Awards;
using CompetitionHub.Web.Features.Competitions;
using CompetitionHub.Web.Features.Competitions.SchemeEditing;
using CompetitionHub.Web.Tests.Components;

namespace CompetitionHub.Web.Tests.Competitions;

public sealed class SchemeOutlineTests : ComponentTest
{
    public SchemeOutlineTests()
    {
        Services.AddCompetitionPages();
        Services.AddAwardPages();
    }

    [Fact]
    public void Outline_OfAPreset_SaysPartsRulesTiesAndAwards()
    {
        var text = Open(PresetSchemes.Of("national")).Markup;

        Assert.All(
            ["模块C", "按命中计分", "每处得 2", "每处误报扣 2", "评价分（0–3 级）", "允许的最大差 1", "不并列", "模块 C → 模块 A → 模块 B → 模块 D → 裁委会裁定", "优胜奖"],
            said => Assert.Contains(said, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Outline_OfWeightedParts_SaysWeightsAndTotal()
    {
        var outline = Open(PresetSchemes.TheoryAndPractice);

        Assert.Equal(2, outline.FindAll("tr.module td:nth-child(2)").Count(cell => cell.TextContent.Contains("权重 0.", StringComparison.Ordinal)));
        Assert.Equal("100", outline.Find("tr.total td.number").TextContent);
    }

    [Fact]
    public void Outline_OfEveryRule_IsDrawn() => Assert.All(
        Enumerable.Range(1, 60),
        seed => Assert.NotEmpty(Open(RandomContest.Of(seed).Scheme).FindAll("tr.aspect")));

    [Fact]
    public void Outline_OfAnEmptyScheme_IsDrawn() => Assert.Equal("0", Open(new MarkingScheme()).Find("tr.total td.number").TextContent);

    [Fact]
    public void Outline_ChangedParts_AreMarked()
    {
        var outline = Render<SchemeOutline>(p => p
            .Add(c => c.Scheme, PresetSchemes.Plain)
            .Add(c => c.Changed, new HashSet<string> { "stages[0].modules[0].forms[0].aspects[0]" }));

        Assert.Contains("A1-1", Assert.Single(outline.FindAll("tr.changed")).TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<SchemeOutline> Open(MarkingScheme scheme) => Render<SchemeOutline>(p => p.Add(c => c.Scheme, scheme));
}
