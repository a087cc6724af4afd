using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Tests.Competitions.Scheme;

/// <summary>What the editor shows of every rule is what its document says: each setting is read, written and comes back.</summary>
public sealed class SettingsTests
{
    public static TheoryData<string> AspectWords => [.. AspectRuleWords.All];

    public static TheoryData<string> PanelWords => [.. PanelRuleWords.All];

    public static TheoryData<string> QuotaKinds => [.. QuotaWords.All];

    public static TheoryData<string> ConditionKinds => [.. AwardConditionWords.All];

    public static TheoryData<string> TieWords => [.. TieBreakWords.All];

    [Theory, MemberData(nameof(AspectWords))]
    public void AspectRule_EverySetting_ComesBack(string word)
    {
        var draft = Draft();
        draft.Aspects.First().Set("rule", Sample.Of(SchemeSettings.Rule, word));

        var back = ReadBack(draft);

        AssertSame(SchemeSettings.Rule, draft.Aspects.First().Group("rule"), back.Aspects.First().Group("rule"));
        var rule = draft.Read().Scheme.AllAspects().First().Rule;
        var group = AspectRuleSettings.Family.Find(word)!.Group;
        Assert.Equal(word, rule.Word);
        Assert.Equal(group, rule.DependsOnField ? RuleGroup.Compared : rule.Kind switch
        {
            AspectKind.PanelScore => RuleGroup.Judges,
            AspectKind.Measurement => RuleGroup.Measured,
            AspectKind.Imported => RuleGroup.Elsewhere,
        });
    }

    [Theory, MemberData(nameof(PanelWords))]
    public void PanelRule_EverySetting_ComesBack(string word)
    {
        var draft = Draft();
        var rule = DraftObject.New(SchemeSettings.Rule, "panel_score");
        rule.Set("panel", Sample.Of(PanelRuleSettings.Of("panel"), word));
        draft.Aspects.First().Set("rule", rule);

        var back = ReadBack(draft).Aspects.First().Group("rule").Group("panel");

        AssertSame(PanelRuleSettings.Of("panel"), rule.Group("panel"), back);
    }

    [Theory, MemberData(nameof(TieWords))]
    public void TieBreak_EverySetting_ComesBack(string word)
    {
        var draft = Draft();
        draft.TieBreaks.Add(Sample.Of(SchemeSettings.TieBreaks, word));

        AssertSame(SchemeSettings.TieBreaks, draft.TieBreaks[0], ReadBack(draft).TieBreaks[0]);
    }

    [Fact]
    public void Families_DescribeTheRegisteredRules()
    {
        Assert.Equal(AspectRuleWords.All.Order(), AspectRuleSettings.Family.Rules.Select(r => r.Word).Order());
        Assert.Equal(PanelRuleWords.All.Order(), PanelRuleSettings.Family.Rules.Select(r => r.Word).Order());
        Assert.Equal(TieBreakWords.All.Order(), TieBreakSettings.Family.Rules.Select(r => r.Word).Order());
        Assert.Equal(QuotaWords.All.Order(), AwardSettings.Quotas.Rules.Select(r => r.Word).Order());
        Assert.Equal(AwardConditionWords.All.Order(), AwardSettings.Conditions.Rules.Select(r => r.Word).Order());
    }

    [Theory, MemberData(nameof(QuotaKinds))]
    public void Quota_EverySetting_ComesBack(string word)
    {
        var draft = Draft();
        var advancement = AwardSettings.Sections.Single(s => s.Name == "advancement");
        draft.Root.Set("advancement", Sample.Of(advancement, ""));
        draft.Root.Group("advancement").Set("quota", Sample.Of(advancement.Settings.Single(s => s.Name == "quota"), word));

        AssertSame(advancement, draft.Root.Group("advancement"), ReadBack(draft).Root.Group("advancement"));
    }

    [Theory, MemberData(nameof(ConditionKinds))]
    public void Condition_EverySetting_ComesBack(string word)
    {
        var draft = Draft();
        var advancement = AwardSettings.Sections.Single(s => s.Name == "advancement");
        var require = advancement.Settings.Single(s => s.Name == "require");
        draft.Root.Set("advancement", DraftObject.New(advancement));
        draft.Root.Group("advancement").Rows("require").Add(Sample.Of(require, word));

        AssertSame(advancement, draft.Root.Group("advancement"), ReadBack(draft).Root.Group("advancement"));
    }

    [Fact]
    public void Parts_EverySetting_ComesBack()
    {
        var draft = Draft();
        foreach (var level in new[] { SchemeLevel.Total, SchemeLevel.Stage, SchemeLevel.Module, SchemeLevel.Form, SchemeLevel.Aspect })
        {
            var part = level == SchemeLevel.Total ? draft.Root : draft.Parts(level).First();
            foreach (var setting in SchemeSettings.Of(level).Where(s => s.Name != "rule" && (s.Kind != SettingKind.Rows || s.Name is not ("stages" or "modules" or "forms" or "aspects"))))
                Sample.Fill(part, setting);
        }

        var back = ReadBack(draft);

        AssertSame(SchemeSettings.Scheme, draft.Root, back.Root);
    }

    [Fact]
    public void Draft_WhatNobodyDescribed_StaysInTheDocument()
    {
        using var json = System.Text.Json.JsonDocument.Parse("""{"key":"A1","later":{"x":[1]}}""");

        var draft = DraftReader.Read(json.RootElement, [new Setting("key", SettingKind.Text)]).Clone();

        Assert.Equal("A1", draft.Key);
        Assert.Equal("""{"x":[1]}""", draft.Rest["later"].GetRawText());
    }

    [Fact]
    public void Read_UnreadableAndContradicting_AreProblemsAtTheirSettings()
    {
        var draft = Draft();
        var (form, aspect) = (draft.Forms.First(), draft.Aspects.First());
        form["judges"] = "2.5";
        aspect["maximum"] = "9,5";
        aspect.Set("rule", DraftObject.New(SchemeSettings.Rule, "deduction_per_fault"));
        aspect.Group("rule")["per_fault"] = "";
        draft.Root["cap"] = "-1";

        var problems = draft.Read().Problems.Where(p => p.Severity == SchemeSeverity.Refused).ToDictionary(p => p.Path, p => p.Error.Code);

        Assert.Equal("Competitions.SchemeWholeOutOfRange", problems["stages[0].modules[0].forms[0].judges"]);
        Assert.Equal("Common.ScoreComma", problems["stages[0].modules[0].forms[0].aspects[0].maximum"]);
        Assert.Equal("Common.ScoreEmpty", problems["stages[0].modules[0].forms[0].aspects[0].rule.per_fault"]);
        Assert.Equal("Competitions.SchemeNotPositive", problems["cap"]);
        Assert.Equal(4, problems.Count);
    }

    private static SchemeDraft Draft()
    {
        var draft = SchemeDraft.Of(new MarkingScheme());
        var part = draft.Root;
        foreach (var (list, level) in new[] { ("stages", SchemeLevel.Stage), ("modules", SchemeLevel.Module), ("forms", SchemeLevel.Form), ("aspects", SchemeLevel.Aspect) })
        {
            var made = new DraftObject { ["key"] = "K1" };
            made.Group("name")["zh"] = "名";
            made.Fill(SchemeSettings.Of(level));
            part.Rows(list).Add(made);
            part = made;
        }
        part["maximum"] = "10";
        return draft;
    }

    private static SchemeDraft ReadBack(SchemeDraft draft)
    {
        var (scheme, problems) = draft.Read();
        // What one pass over the document finds: unknown, missing or wrong properties. Contradictions are another matter.
        Assert.Empty(problems.Where(p => p.Error.Field is not null || p.Error.Code.StartsWith("Common.", StringComparison.Ordinal)).Select(p => p.Error.ToString()));
        return SchemeDraft.Of(scheme);
    }

    private static void AssertSame(Setting setting, DraftObject expected, DraftObject actual)
    {
        if (setting.Family is { } family)
            Assert.Equal(expected[family.WordName], actual[family.WordName]);
        AssertSame(setting.In(expected), expected, actual);
    }

    private static void AssertSame(IReadOnlyList<Setting> settings, DraftObject expected, DraftObject actual)
    {
        Assert.Empty(actual.Rest);
        foreach (var setting in settings)
        {
            switch (setting.Kind)
            {
                case SettingKind.Name:
                    Assert.Equal(expected.Group(setting.Name)["zh"], actual.Group(setting.Name)["zh"]);
                    Assert.Equal(expected.Group(setting.Name)["en"], actual.Group(setting.Name)["en"]);
                    break;
                case SettingKind.Group:
                    Assert.Equal(expected.Find(setting.Name) is null, actual.Find(setting.Name) is null);
                    if (expected.Find(setting.Name) is { } group)
                        AssertSame(setting, group, actual.Group(setting.Name));
                    break;
                case SettingKind.Rows:
                    Assert.Equal(expected.Rows(setting.Name).Count, actual.Rows(setting.Name).Count);
                    foreach (var (one, other) in expected.Rows(setting.Name).Zip(actual.Rows(setting.Name)))
                        AssertSame(setting, one, other);
                    break;
                default:
                    Assert.True(expected[setting.Name] == actual[setting.Name], $"{setting.Name}: {expected[setting.Name]} became {actual[setting.Name]}");
                    break;
            }
        }
    }
}
