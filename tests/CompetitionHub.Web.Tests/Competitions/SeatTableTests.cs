using Bunit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using CompetitionHub.Web.Features.Competitions.Seats;
using CompetitionHub.Web.Tests.Components;

namespace CompetitionHub.Web.Tests.Competitions;

public sealed class SeatTableTests : ComponentTest
{
    private static readonly RosterJudge Li = new() { AccountId = "li", UserName = "li", DisplayName = "李" };
    private static readonly RosterJudge Wang = new() { AccountId = "wang", UserName = "wang", DisplayName = "王" };
    private static readonly RosterJudge Gone = new() { AccountId = "gone", UserName = "gone", DisplayName = "—", IsDisabled = true };
    private readonly List<(SeatRow Seat, string? AccountId)> changes = [];

    public SeatTableTests() => Services.AddTexts();

    [Fact]
    public void Seat_WithoutAJudge_SaysSo()
    {
        var table = Open(Li, null);
        Assert.Single(table.FindAll("td.free .badge.warn"));
        Assert.Equal(2, table.FindAll("select").Count);
    }

    [Fact]
    public void Judge_WhoSitsOnTheFormAlready_CannotBeChosenTwice()
    {
        var second = Open(Li, null).FindAll("select")[1];
        Assert.True(second.QuerySelector("option[value=li]")!.HasAttribute("disabled"));
        Assert.False(second.QuerySelector("option[value=wang]")!.HasAttribute("disabled"));
    }

    [Fact]
    public void Choice_IsToldWithItsSeat_AndNoneAsNull()
    {
        var table = Open(Li, null);
        table.FindAll("select")[1].Change("wang");
        table.FindAll("select")[0].Change("");
        Assert.Equal([(2, "wang"), (1, null)], changes.Select(c => (c.Seat.Seat, c.AccountId)));
    }

    [Fact]
    public void Judge_WhoIsNoneAnyMore_IsShownWhereTheySitOnly()
    {
        var selects = Open(Gone, null).FindAll("select");
        Assert.NotNull(selects[0].QuerySelector("option[value=gone]"));
        Assert.Null(selects[1].QuerySelector("option[value=gone]"));
    }

    [Fact]
    public void Reader_WithoutTheRight_GetsNoLists()
    {
        var table = Open(Li, Wang, mayChange: false);
        Assert.Empty(table.FindAll("select"));
        Assert.Contains("王", table.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<SeatTable> Open(RosterJudge? first, RosterJudge? second, bool mayChange = true)
    {
        var form = MarkingHall.UsualScheme().AllForms().First();
        return Render<SeatTable>(table => table
            .Add(t => t.Plan, new SeatPlan([form], [new(form.Key, 1, first), new(form.Key, 2, second)], [Li, Wang]))
            .Add(t => t.MayChange, mayChange)
            .Add(t => t.Changed, changes.Add));
    }
}
