using System.Globalization;
using Bunit;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Features.Standings;
using CompetitionHub.Web.Tests.Components;

namespace CompetitionHub.Web.Tests.Standings;

/// <summary>The worked arithmetic as people read it.</summary>
public sealed class WorkedStepsTests : ComponentTest
{
    [Theory]
    [InlineData("zh-CN", "无有效成绩：名one, 名two")]
    [InlineData("en", "no valid result in: one, two")]
    public void NoResult_IsSaidOnce_WithTheNamesOfTheParts(string language, string sentence)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var scheme = Schemes.Scheme(Schemes.Module("m", Schemes.Form("lift", 1,
            Schemes.Aspect("one", new DirectPoints(), null), Schemes.Aspect("two", new DirectPoints(), null)) with { Combine = Combination.Highest }));
        var worked = EntryCalculator.Explain(
            CompiledScheme.Compile(scheme), [Schemes.Mark("one", 1, MarkState.Failed), Schemes.Mark("two", 1, MarkState.Failed)]).Worked;

        var steps = Render<WorkedTotal>(p => p.Add(t => t.Scheme, scheme).Add(t => t.Worked, worked)).FindAll(".worked-steps li");

        Assert.Equal([sentence], steps.Select(step => step.TextContent.Trim()));
    }
}
