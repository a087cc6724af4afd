using AngleSharp.Dom;
using Bunit;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Features.Competitions;
using CompetitionHub.Web.Features.Competitions.SchemeEditing;
using CompetitionHub.Web.Tests.Components;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Tests.Competitions;

public sealed class SchemeTableTests : ComponentTest
{
    public SchemeTableTests() => Services.AddCompetitionPages();

    [Theory, InlineData(false), InlineData(true)]
    public void More_OpensTheRareSettingsOfARow_AndClosesThem(bool locked)
    {
        var table = Open(PresetSchemes.Plain, locked);
        Assert.Empty(table.FindAll("tr.folded"));

        More(table).Click();

        Assert.NotEmpty(table.FindAll("tr.aspect + tr.folded [id$='.factor']"));
        Assert.Equal("true", More(table).GetAttribute("aria-expanded"));

        More(table).Click();

        Assert.Empty(table.FindAll("tr.folded"));
        Assert.Equal("false", More(table).GetAttribute("aria-expanded"));
    }

    private static IElement More(IRenderedComponent<SchemeTable> table) => table.Find("tr.aspect .row-actions button");

    // As the page does it: the table is drawn anew only when something was typed.
    private IRenderedComponent<SchemeTable> Open(MarkingScheme scheme, bool locked = false)
    {
        var desk = new SchemeDesk(scheme);
        IRenderedComponent<SchemeTable>? table = null;
        var scope = new SchemeScope(
            desk,
            EventCallback.Factory.Create(this, () => { desk.Typed(); table!.Render(); }),
            EventCallback.Factory.Create<Action>(this, change => { change(); table!.Render(); })) { Locked = locked };
        return table = Render<SchemeTable>(parameters => parameters.AddCascadingValue(scope));
    }
}
