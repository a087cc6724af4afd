using System.Globalization;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Features.Awards;
using CompetitionHub.Web.Hosting;
using CompetitionHub.Web.Tests.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Tests.Hosting;

public sealed class CountedTextsTests : ComponentTest
{
    [Theory]
    [InlineData("{0} {0:entry|entries}", 1, "{0} entry")]
    [InlineData("{0} {0:entry|entries}", 0, "{0} entries")]
    [InlineData("{0} {0:entry|entries}", 11, "{0} entries")]
    [InlineData("{0} {0:entry|entries}", "1", "{0} entry")]
    [InlineData("{0} reserve{0:|s}", 2, "{0} reserves")]
    [InlineData("{0:0.0} and {0}", 1, "{0:0.0} and {0}")]
    public void Choose_ANumber_TakesItsWord(string text, object number, string chosen) => Assert.Equal(chosen, CountedTexts.Choose(text, [number]));

    [Theory]
    [InlineData(1, "1 mark is missing: all of it may change")]
    [InlineData(2, "2 marks are missing: all of it may change")]
    public void Localizer_InEnglish_CountsAsPeopleDo(int count, string said)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.Equal(said, Services.GetRequiredService<IStringLocalizer<AwardsText>>()["State.Missing", count]);
    }

    [Fact]
    public void Sentence_OfARefusal_CountsAsPeopleDo()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var error = new Error(ErrorKind.Invalid, "Registration.ImportHasErrors", 1);
        Assert.StartsWith("1 row has errors", Services.GetRequiredService<ErrorSentences>().Say(error), StringComparison.Ordinal);
    }
}
