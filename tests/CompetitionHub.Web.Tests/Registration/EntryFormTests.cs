using Bunit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using Microsoft.Extensions.DependencyInjection;
using CompetitionHub.Web.Features.Registration;
using CompetitionHub.Web.Hosting;
using CompetitionHub.Web.Tests.Components;

namespace CompetitionHub.Web.Tests.Registration;

public sealed class EntryFormTests : ComponentTest
{
    private static readonly Contest Single = ContestOf("welding", ContestFormat.Individual);
    private static readonly Contest Team = ContestOf("relay", ContestFormat.Team);

    public EntryFormTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddTexts();
        Services.AddErrorSentences();
    }

    [Fact]
    public void Members_OnlyOfATeamContest_CanBeEntered()
    {
        var form = Open(_ => []);
        Assert.Empty(form.FindAll("#entry-members"));
        form.Find("#entry-contest").Change(Team.Id);
        Assert.Single(form.FindAll("#entry-members"));
    }

    [Fact]
    public void Save_OfANewEntry_EmptiesTheNameAndKeepsContestForTheNext()
    {
        EntryDetails? saved = null;
        var form = Open(details =>
        {
            saved = details;
            return [];
        });
        form.Find("#entry-contest").Change(Team.Id);
        form.Find("#entry-zh").Change("一队");
        form.Find("#entry-members").Change("甲\n乙");
        form.Find("form").Submit();

        Assert.Equal((Team.Id, "一队", "甲,乙"), (saved!.ContestId, saved.Name.Zh, string.Join(',', saved.Members)));
        Assert.Equal((Team.Id, ""), (form.Find("#entry-contest").GetAttribute("value"), form.Find("#entry-zh").GetAttribute("value")));
    }

    [Fact]
    public void Save_Refused_SaysWhyBesideTheFieldAndKeepsWhatWasTyped()
    {
        var form = Open(_ => [RegistrationErrors.CodeTaken("A1"), RegistrationErrors.CompetitionClosed()]);
        form.Find("#entry-zh").Change("张三");
        form.Find("#entry-code").Change("A1");
        form.Find("form").Submit();

        Assert.Equal("true", form.Find("#entry-code").GetAttribute("aria-invalid"));
        Assert.Contains("A1", form.Find("#entry-code-problem").TextContent, StringComparison.Ordinal);
        Assert.Single(form.FindAll("p[role=alert]"));
        Assert.Equal("张三", form.Find("#entry-zh").GetAttribute("value"));
    }

    private static Contest ContestOf(string slug, ContestFormat format) => new(
        "id-" + slug, "c", new(slug, new(slug, slug), "", new("", ""), format, CountingRule.Submitted), 1, 1);

    private IRenderedComponent<EntryForm> Open(Func<EntryDetails, IReadOnlyList<Error>> save) => Render<EntryForm>(form => form
        .Add(f => f.Contests, [Single, Team])
        .Add(f => f.Delegations, [])
        .Add(f => f.Save, details => Task.FromResult(save(details))));
}
