using Bunit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Features.Competitions;
using CompetitionHub.Web.Features.Competitions.SchemeEditing;
using CompetitionHub.Web.Tests.Components;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Tests.Competitions;

public sealed class SchemeChangePartTests : ComponentTest
{
    public SchemeChangePartTests() => Services.AddCompetitionPages();

    [Fact]
    public void Accept_WithLosses_NeedsReasonAndConfirmation()
    {
        var mark = new UnusableMark("K01", "A1", "A1-1", 2, MarkState.Value, Score.Points(95), MarkErrors.OutOfRange(Score.Zero, Score.Points(90)));
        var (part, accepted) = Open(Change(3, 1) with { Unusable = [mark] });

        Assert.Contains("95", part.Find("details li").TextContent, StringComparison.Ordinal);
        Assert.Equal(["3 → 1", "80 → 90"], part.FindAll("tbody td").Take(2).Select(cell => cell.TextContent));
        Assert.Equal("+10", part.FindAll("tbody td")[2].TextContent);
        part.Find("textarea").Input("裁委会决定");
        Assert.True(part.Find(".actions .primary").HasAttribute("disabled"));
        part.Find("input[type=checkbox]").Change(true);
        part.Find(".actions .primary").Click();

        Assert.Equal(["裁委会决定"], accepted);
    }

    [Fact]
    public void Accept_WithoutLosses_NeedsTheReasonOnly()
    {
        var (part, accepted) = Open(Change(1, 1));

        Assert.Empty(part.FindAll("input[type=checkbox]"));
        Assert.True(part.Find(".actions .primary").HasAttribute("disabled"));
        part.Find("textarea").Input("x");
        part.Find(".actions .primary").Click();

        Assert.Equal(["x"], accepted);
    }

    // It stands far below the button that asked for it.
    [Fact]
    public void Change_TriedJustNow_IsBroughtBeforeTheEyes()
    {
        Open(Change(1, 1));

        JSInterop.VerifyFocusAsyncInvoke();
    }

    private static SchemeChange Change(int before, int after) => new()
    {
        Entries = [new(Line(before, "80"), Line(after, "90"), Fraction.Of(10))],
        Unusable = [],
        Reread = [],
        Sheets = [],
        Seats = [],
    };

    private static PlacedLine Line(int rank, string total) => new(new() { Code = "K01", Total = total }, BoardPlace.Ranked, rank, false, null);

    private (IRenderedComponent<SchemeChangePart> Part, List<string> Accepted) Open(SchemeChange change)
    {
        var accepted = new List<string>();
        var part = Render<SchemeChangePart>(p => p
            .Add(c => c.Change, change)
            .Add(c => c.InForce, PresetSchemes.Plain)
            .Add(c => c.OnAccept, EventCallback.Factory.Create<string>(this, accepted.Add)));
        return (part, accepted);
    }
}
