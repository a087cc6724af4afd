using Bunit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Registration;
using CompetitionHub.Web.Features.Competitions.Seats;
using CompetitionHub.Web.Tests.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Web.Tests.Competitions;

public sealed class JudgeOriginsTests : ComponentTest
{
    private static readonly RosterJudge Li = new() { AccountId = "li", UserName = "li", DisplayName = "李", DelegationId = "north" };
    private static readonly Delegation North = new("north", "games", new("NORTH", new("北方队", "North")), null);
    private readonly List<(RosterJudge Judge, string? DelegationId)> changes = [];

    [Fact]
    public void Choice_IsToldWithItsJudge_AndNoneAsNull()
    {
        var list = Open(mayChange: true).Find("select");
        Assert.Equal("north", list.GetAttribute("value"));
        list.Change("");
        Assert.Equal((Li, null), Assert.Single(changes));
    }

    [Fact]
    public void Reader_WithoutTheRight_SeesTheName()
    {
        var table = Open(mayChange: false);
        Assert.Empty(table.FindAll("select"));
        Assert.Contains("北方队", table.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<JudgeOrigins> Open(bool mayChange) => Render<JudgeOrigins>(table => table
        .Add(t => t.Judges, [Li])
        .Add(t => t.Delegations, [North])
        .Add(t => t.MayChange, mayChange)
        .Add(t => t.Changed, changes.Add));
}
