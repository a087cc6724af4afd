using CompetitionHub.Core.Competitions;

namespace CompetitionHub.Core.Tests.Competitions;

public sealed class SlugsTests
{
    [Theory]
    [InlineData("第三届技能运动会", "Third City Skills Games", "third-city-skills-games")]
    [InlineData("焊工", "Café & Bar — Élite!", "cafe-bar-elite")]
    [InlineData("焊工", "", "contest-1")]
    [InlineData("2026 CNC 数控", "", "2026-cnc")]
    [InlineData("焊工", "new", "new-2")]
    [InlineData("焊工", "taken", "taken-2")]
    public void Suggest_Names_GivesAUsableSlug(string zh, string en, string expected)
    {
        var slug = Slugs.Suggest(new(zh, en), "contest-1", ["taken"]);

        Assert.Equal(expected, slug);
        Assert.True(Slugs.IsWellFormed(slug));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("Ab")]
    [InlineData("new")]
    [InlineData("焊工")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData(null)]
    public void IsWellFormed_AnythingElse_IsRefused(string? slug) => Assert.False(Slugs.IsWellFormed(slug));
}
