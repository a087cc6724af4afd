using System.Globalization;
using Bunit;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Verification;
using CompetitionHub.Web.Features.Verification;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Web.Tests.Verification;

public sealed class SecondCheckTests : BunitContext
{
    private static readonly ResultDifference[] Differences =
    [
        new(EngineWord.Stored, "W01", DifferencePlace.Module, "A", "12.5", "12.4"),
        new(EngineWord.Stored, "W02", DifferencePlace.Comparator, "-1", "1", null),
        new(EngineWord.Recalculated, "W02", DifferencePlace.State, "", "NoResult", "Ranked"),
    ];

    private Result<ResultsCheck> answer = Check([]);

    public SecondCheckTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Services.AddTexts();
        Services.AddErrorSentences();
        Services.AddSingleton<DifferenceWords>();
    }

    [Fact]
    public void Check_OfAgreement_SaysHowManyAgree()
    {
        var part = Open();

        Assert.Empty(part.FindAll("table"));
        Assert.Contains("both calculations agree on all 12 entries", part.Find(".note.good").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfDifferences_ListsThemInWords()
    {
        answer = Check(Differences);

        var part = Open();

        Assert.Contains("2 of 12 entries differ", part.Find(".note.bad").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["W01|stored board|module A|12.5|12.4", "W02|stored board|Stage reached|1|nothing", "W02|calculated anew|state|no valid result|ranked"],
            part.FindAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))));
    }

    [Fact]
    public void Check_OfManyDifferences_SaysHowManyAreLeftOut()
    {
        answer = Check([.. Enumerable.Range(1, 107).Select(i => Differences[0] with { Entry = $"W{i}" })]);

        var part = Open();

        Assert.Equal(100, part.FindAll("tbody tr").Count);
        Assert.Contains(part.FindAll(".hint"), hint => hint.TextContent == "and 7 more");
    }

    [Fact]
    public void Check_Refused_SaysWhy()
    {
        answer = VerificationErrors.MayNot();

        Assert.Contains("Only organisers and chief judges", Open().Find(".note.bad").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<SecondCheck> Open()
    {
        var part = Render<SecondCheck>(check => check.Add(c => c.Check, () => Task.FromResult(answer)));
        part.Find("button").Click();
        part.WaitForState(() => part.FindAll(".note").Count > 0);
        return part;
    }

    private static ResultsCheck Check(ResultDifference[] differences) => new("games", [new("welding", new("焊接", "Welding"), 12, differences)]);
}
