using System.Globalization;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Web.Features.Competitions.SchemeEditing;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Tests.Competitions;

/// <summary>Everything the scheme editor draws from descriptions has a text in both languages.</summary>
public sealed class SettingWordsTests
{
    private readonly IStringLocalizer<SchemeText> texts =
        new ServiceCollection().AddLogging().AddTexts().BuildServiceProvider().GetRequiredService<IStringLocalizer<SchemeText>>();

    public static TheoryData<string> Languages => ["en", "zh-CN"];

    [Theory, MemberData(nameof(Languages))]
    public void Texts_OfEveryRuleAndSetting_AreThere(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var asked = new HashSet<string>();
            foreach (var family in new[] { AspectRuleSettings.Family, PanelRuleSettings.Family, TieBreakSettings.Family, AwardSettings.Quotas, AwardSettings.Conditions })
            {
                foreach (var rule in family.Rules)
                {
                    asked.Add($"{family.Name}.{rule.Word}");
                    if (family == AspectRuleSettings.Family || family == PanelRuleSettings.Family || family == TieBreakSettings.Family)
                    {
                        asked.Add($"{family.Name}.{rule.Word}.Why");
                    }
                    Ask($"{family.Name}.{rule.Word}", rule.Settings, asked);
                }
            }
            foreach (var level in new[] { SchemeLevel.Stage, SchemeLevel.Module, SchemeLevel.Form, SchemeLevel.Aspect })
            {
                Ask("Part", SchemeSettings.Of(level).Where(s => s.Name is not ("name" or "rule" or "modules" or "forms" or "aspects")), asked);
            }
            Ask("Scheme", SchemeSettings.Scheme.Where(s => s.Name is "combine" or "rank_by" or "rank_order" or "ranks"), asked);

            Ask("Scheme", AwardSettings.Sections, asked);

            Assert.True(asked.Count > 200, $"only {asked.Count} texts");
            Assert.DoesNotContain(asked, key => key.Split('/').All(k => texts[k].ResourceNotFound));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static void Ask(string owner, IEnumerable<Setting> settings, HashSet<string> asked)
    {
        foreach (var setting in settings)
        {
            asked.Add($"{owner}.{setting.Name}/Setting.{setting.Name}");
            if (setting.Kind == SettingKind.Choice)
            {
                asked.UnionWith(setting.Words.Select(word => $"{owner}.{setting.Name}.{word}/Word.{setting.Name}.{word}"));
            }
            Ask($"{owner}.{setting.Name}", setting.Settings, asked);
        }
    }
}
