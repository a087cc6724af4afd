using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Teams;

namespace CompetitionHub.Core.Tests.Competitions.Presets;

/// <summary>The presets that come with the program.</summary>
public sealed class SchemePresetsTests
{
    public static TheoryData<string> Keys => [.. SchemePresets.All.Select(preset => preset.Key)];

    [Theory, MemberData(nameof(Keys))]
    public void File_Scheme_HasNoProblemAtAll(string key) =>
        Assert.Empty(SchemeRules.Check(SchemePresets.Find(key)!.Scheme).Select(problem => $"{problem.Path}: {problem.Error}"));

    [Theory, MemberData(nameof(Keys))]
    public void File_Words_AreThereInBothLanguages(string key)
    {
        var preset = SchemePresets.Find(key)!;
        var names = new[] { preset.Name, preset.Description }
            .Concat(preset.Scheme.Stages.Select(stage => stage.Name))
            .Concat(preset.Scheme.AllModules().Select(module => module.Name))
            .Concat(preset.Scheme.AllForms().Select(form => form.Name))
            .Concat(preset.Scheme.AllAspects().Select(aspect => aspect.Name))
            .Concat(preset.Scheme.Awards.SelectMany(group => group.Awards.Select(award => award.Name).Prepend(group.Name)));

        Assert.All(names, name => Assert.True(name.Zh.Length > 0 && name.En.Length > 0, name.ToString()));
        Assert.StartsWith("domain.md §", preset.Source, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Keys))]
    public void File_WrittenAndRead_IsTheSame(string key)
    {
        var written = SchemePresetJson.Write(SchemePresets.Find(key)!);

        var read = SchemePresetJson.Read(written);

        Assert.True(read.Succeeded);
        Assert.Equal(written, SchemePresetJson.Write(read.Value));
    }

    [Fact]
    public void Files_EachThatIsEmbedded_IsOffered()
    {
        var embedded = typeof(SchemePresets).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("scheme-presets/", StringComparison.Ordinal));

        Assert.Equal(embedded.Order(), SchemePresets.All.Select(preset => $"scheme-presets/{preset.Key}.json").Order());
    }

    // domain.md §8.1 asks for these by name.
    [Theory]
    [InlineData("国赛模式")]
    [InlineData("30% + 实操 70%")]
    [InlineData("工会团体积分（威海）")]
    [InlineData("WorldSkills")]
    [InlineData("安康杯")]
    [InlineData("知识竞赛")]
    public void Names_OfTheDomain_AreOffered(string name) =>
        Assert.Contains(SchemePresets.All, preset => preset.Name.Zh.Contains(name, StringComparison.Ordinal));

    [Theory]
    [InlineData("union-team-points", "rank-points")]
    [InlineData("worldskills", "medal-points")]
    public void TeamRanking_OfAPreset_IsTheOneThatTeamsOffer(string key, string ranking) =>
        Assert.Equal(
            TeamRankingJson.Write(TeamRankingPresets.All.Single(one => one.Key == ranking)), TeamRankingJson.Write(SchemePresets.Find(key)!.TeamRanking!));
}
