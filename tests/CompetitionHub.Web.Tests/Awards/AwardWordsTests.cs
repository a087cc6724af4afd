using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Teams;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Features.Awards;
using CompetitionHub.Web.Features.Teams;
using CompetitionHub.Web.Hosting;
using CompetitionHub.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Tests.Awards;

/// <summary>Every rule and every thing that can decide has words in both languages; keys that are put together are not seen by the test of texts.</summary>
public sealed class AwardWordsTests
{
    public static TheoryData<string> AwardKeys =>
    [
        .. AwardNotes.All.Select(code => "Note." + code),
        .. new[] { "number", "share", "field_size", "everyone", "cut_off", "medal" }.Select(word => "Quota." + word),
        .. Core.Competitions.Scheme.AwardWords.Bases.Keys.Select(word => "Base." + word),
        .. Core.Competitions.Scheme.AwardWords.Roundings.Keys.Select(word => "Round." + word),
        .. Core.Competitions.Scheme.AwardWords.Ties.Keys.Select(word => "Ties." + word),
        .. new[] { "stage", "module", "form", "aspect" }.Select(word => "Part." + word),
        .. TieBreakWords.All.Except(["module", "form", "stage", "aspect"]).Select(word => "By." + word),
        .. EnumText.All<AdvancementState>().Select(word => "State." + word),
        .. EnumText.All<AdvancementReason>().Select(word => "Reason." + word),
        .. EnumText.All<AdvancementOutlook>().Select(word => "Outlook." + word),
    ];

    public static TheoryData<string> TeamKeys =>
    [
        .. TeamPointsWords.All.SelectMany(word => new[] { "Kind." + word, $"Kind.{word}.Hint" }),
        .. TeamTieBreakWords.All.Except([AspectSumTieBreak.RuleWord]).Select(word => "By." + word),
        .. EnumText.All<TeamPlace>().Select(word => "Place." + word),
        .. EnumText.All<TeamMemberUse>().Select(word => "Use." + word),
    ];

    [Theory, MemberData(nameof(AwardKeys))]
    public void AwardWords_Each_IsThere(string key) => Assert.False(Texts<AwardsText>()[key].ResourceNotFound);

    [Theory, MemberData(nameof(TeamKeys))]
    public void TeamWords_Each_IsThere(string key) => Assert.False(Texts<TeamsText>()[key].ResourceNotFound);

    [Fact]
    public void Quotas_All_AreKnownHere() => Assert.Equal(AwardKeys.Select(row => row.Data).Where(key => key.StartsWith("Quota.", StringComparison.Ordinal)).Order(), QuotaWords.All.Select(word => "Quota." + word).Order());

    [Fact]
    public void Rules_AreSaidAsPeopleSayThem()
    {
        var words = new Features.Awards.AwardWords(Texts<AwardsText>());
        var scheme = Schemes.OneForm(1, Schemes.Aspect("a", new DirectPoints())) with { TieBreaks = [new ModuleTieBreak("m"), new LotTieBreak(null)] };
        var group = new AwardGroup { Key = "g", Name = new("", "g"), Awards = [] };
        Award Of(Quota quota, bool fromTop = false) => new() { Key = "x", Name = new("", "x"), Quota = quota, FromTop = fromTop };

        Assert.Equal("10 % of entries that took part, rounded down", words.Say(Of(new ShareQuota(Score.Points(10), Score.Points(100), ShareRounding.Floor)), group));
        Assert.Equal("1 in 12 of entries that took part, rounded up, counted from the top", words.Say(Of(new ShareQuota(Score.One, Score.Points(12), ShareRounding.Ceiling), fromTop: true), group));
        Assert.Equal("by the number of entries that took part: up to 9: 1, 11–30: 2, from 31: 3", words.Say(Of(new FieldSizeQuota([new(null, 9, 1), new(11, 30, 2), new(31, null, 3)])), group));
        Assert.Equal(
            "total ≥ 60, module “m” 30–40, among the first 5",
            words.Say([new TotalCondition(new(Score.Points(60), null)), new PartCondition(SchemeLevel.Module, "m", new(Score.Points(30), Score.Points(40))), new RankCondition(5)], scheme));
        Assert.Equal(["points", "module “m”", "the lot", "the stage reached"], new[] { 0, 1, 2, CompiledScheme.ReachedStage }.Select(owner => words.DecidedBy(owner, scheme)));
    }

    private static IStringLocalizer<T> Texts<T>()
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");
        return new ServiceCollection().AddLogging().AddTexts().BuildServiceProvider().GetRequiredService<IStringLocalizer<T>>();
    }
}
