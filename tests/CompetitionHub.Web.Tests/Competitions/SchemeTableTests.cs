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

    // A number missing in the smallest field is said once, under its row, where there is room for it.
    [Fact]
    public void WhatIsWrong_IsSaidOnce_UnderTheRow()
    {
        var table = Open(PresetSchemes.Plain);

        table.Find("[id$='aspects[0].maximum']").Change("ten");

        Assert.NotNull(table.Find("tr.aspect [id$='.maximum'][aria-invalid=true]"));
        Assert.Contains("ten", Assert.Single(table.FindAll(".field-error")).TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(table.FindAll("tr.aspect + tr.problems .field-error"));
    }

    [Fact]
    public void RowThatIsMended_StaysOpen()
    {
        var table = Open(PresetSchemes.Plain, out var desk);
        desk.Draft.Aspects.Single()["factor"] = "x";
        desk.Typed();
        table.Render();

        table.Find("tr.folded [id$='.factor']").Change("2");

        Assert.Empty(table.FindAll("tr.folded .field-error"));
        Assert.NotEmpty(table.FindAll("tr.folded"));
    }

    public static TheoryData<string> Rules => [.. AspectRuleSettings.Family.Rules.Select(rule => rule.Word)];

    [Theory, MemberData(nameof(Rules))]
    public void Rule_ChosenAnew_ContradictsNothing_ButAsksWhatItReads(string word)
    {
        var table = Open(PresetSchemes.TrimmedPanel, out var desk);

        table.Find("tr.aspect td.kind select").Change(word);

        string[] asked = word == "pair_win" ? ["Competitions.SchemeAspectNotChosen"] : [];
        Assert.Equal(asked, desk.Problems.Where(p => p.Severity == SchemeSeverity.Refused).Select(p => p.Error.Code));
    }

    private static IElement More(IRenderedComponent<SchemeTable> table) => table.Find("tr.aspect .row-actions button");

    // As the page does it: the table is drawn anew only when something was typed.
    private IRenderedComponent<SchemeTable> Open(MarkingScheme scheme, bool locked = false) => Open(scheme, out _, locked);

    private IRenderedComponent<SchemeTable> Open(MarkingScheme scheme, out SchemeDesk desk, bool locked = false)
    {
        var made = desk = new(scheme);
        IRenderedComponent<SchemeTable>? table = null;
        var scope = new SchemeScope(
            made,
            EventCallback.Factory.Create(this, () => { made.Typed(); table!.Render(); }),
            EventCallback.Factory.Create<Action>(this, change => { change(); table!.Render(); })) { Locked = locked };
        return table = Render<SchemeTable>(parameters => parameters.AddCascadingValue(scope));
    }
}
