using Bunit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Features.Competitions;
using CompetitionHub.Web.Features.Competitions.Parts;
using CompetitionHub.Web.Features.Competitions.SchemeEditing;
using CompetitionHub.Web.Hosting;
using CompetitionHub.Web.Tests.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Web.Tests.Competitions;

public sealed class StepPanelTests : ComponentTest
{
    private static readonly Contest Welding = new(
        "c1", "k", new("welding", new("焊工", "Welding"), "", new("职工组", "Workers"), ContestFormat.Individual, CountingRule.Submitted), 1, 1);

    public StepPanelTests()
    {
        Services.AddTexts();
        Services.AddErrorSentences();
        Services.AddCompetitionPages();
    }

    [Fact]
    public void Blocked_NamesEveryBlockerWithTheWayThere()
    {
        var panel = Open(CompetitionState.Published, new(Welding, 1, false, 2, 0, 3, 1, 0, 0, false), out _);

        Assert.True(panel.Find(".actions button").HasAttribute("disabled"));
        Assert.Equal(3, panel.FindAll(".blockers li").Count);
        Assert.Equal(
            ["/manage/games/contests/welding", "/manage/games/contests/welding/judges", "/manage/games/entries?contest=welding"],
            panel.FindAll(".blockers a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Ready_OneClickTakesTheStep_AndAnotherTheStepBack()
    {
        var panel = Open(CompetitionState.Published, new(Welding, 1, false, 0, 5, 3, 3, 15, 0, false), out var steps);

        panel.Find(".actions button").Click();
        panel.Find(".back button").Click();

        Assert.Equal([LifeCycleStep.Start, LifeCycleStep.Unpublish], steps);
    }

    [Fact]
    public void Closing_WithSheetsMissing_SaysTheNumbersAndIsNoPrimaryAction()
    {
        var panel = Open(CompetitionState.Running, new(Welding, 1, true, 0, 5, 3, 3, 15, 11, true), out _);

        Assert.Contains("4", panel.Find(".blockers li").TextContent, StringComparison.Ordinal);
        Assert.Contains("15", panel.Find(".blockers li").TextContent, StringComparison.Ordinal);
        Assert.False(panel.Find(".actions button").ClassList.Contains("primary"));
        Assert.Equal("评分进行中", panel.Find("h2").TextContent);
    }

    [Fact]
    public void Closing_WithEverySheetIn_IsTheNextStep()
    {
        var panel = Open(CompetitionState.Running, new(Welding, 1, true, 0, 5, 3, 3, 15, 15, true), out _);

        Assert.Equal("下一步：结束评分", panel.Find("h2").TextContent);
        Assert.True(panel.Find(".actions button").ClassList.Contains("primary"));
    }

    [Fact]
    public void SchemePreview_SchemeThatContradictsItself_StaysAlive()
    {
        var scheme = PresetSchemes.TrimmedPanel;
        var preview = Render<SchemePreview>(p => p.Add(c => c.Scheme, scheme).Add(c => c.Usable, true));
        Assert.NotEmpty(preview.FindAll(".result"));

        preview.Render(p => p.Add(c => c.Scheme, scheme).Add(c => c.Usable, false));
        Assert.Empty(preview.FindAll(".result"));
        Assert.NotEmpty(preview.FindAll(".note"));
    }

    [Fact]
    public void SchemePreview_TypedMark_ChangesTheTotal()
    {
        var preview = Render<SchemePreview>(p => p.Add(c => c.Scheme, PresetSchemes.Plain).Add(c => c.Usable, true));

        preview.Find("input").Change("12.5");
        Assert.Equal("12.50", preview.Find(".result strong").TextContent);
        preview.Find("input").Change("101");
        Assert.Equal("true", preview.Find("input").GetAttribute("aria-invalid"));
        Assert.Equal("未评分", preview.Find(".result strong").TextContent);
    }

    private IRenderedComponent<StepPanel> Open(CompetitionState state, ContestProgress progress, out List<LifeCycleStep> steps)
    {
        var details = new CompetitionDetails(
            "games", new("运动会", "Games"), CompetitionLevel.City, CompetitionClass.None, new("", ""), new("", ""), new(2026, 5, 1), new(2026, 5, 1), "Asia/Shanghai");
        var competition = new Competition("k", details, state, 1, DateTimeOffset.UnixEpoch);
        var overview = new CompetitionOverview(
            competition, [progress], 0, LifeCycle.Next(state) is { } next ? LifeCycle.Check(next, [progress]) : null,
            LifeCycle.Back(state) is { } back ? LifeCycle.Check(back, [progress]) : null);
        var taken = steps = [];
        return Render<StepPanel>(p => p.Add(c => c.Overview, overview).Add(c => c.OnStep, EventCallback.Factory.Create<LifeCycleStep>(this, taken.Add)));
    }
}
