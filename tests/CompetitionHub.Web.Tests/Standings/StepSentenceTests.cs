using System.Globalization;
using System.Resources;
using CompetitionHub.Core.Standings;
using CompetitionHub.Web.Features.Standings;

namespace CompetitionHub.Web.Tests.Standings;

/// <summary>Every step of the worked arithmetic can be read in both languages.</summary>
public sealed class StepSentenceTests
{
    public static TheoryData<string> Languages => ["en", "zh-CN"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sentence_EveryStepAndUse_IsThere(string language)
    {
        var texts = new ResourceManager(typeof(StandingsText).FullName!, typeof(StandingsText).Assembly);
        var keys = StepCodes.All.Select(code => $"Step.{code}").Concat(Enum.GetNames<MarkUse>().Select(use => $"Use.{use}"));
        Assert.All(keys, key => Assert.False(string.IsNullOrWhiteSpace(texts.GetString(key, CultureInfo.GetCultureInfo(language))), key));
    }
}
