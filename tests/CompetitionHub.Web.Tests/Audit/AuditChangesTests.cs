using System.Globalization;
using System.Text.Json.Nodes;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Features.Audit;
using CompetitionHub.Web.Tests.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Tests.Audit;

/// <summary>An entry of the audit as a person reads it.</summary>
public sealed class AuditChangesTests : ComponentTest
{
    private const string Judge = "019e0000-0000-7000-8000-000000000001";
    private const string Entry = "019e0000-0000-7000-8000-000000000002";
    private const string Gone = "019e0000-0000-7000-8000-0000deadbeef";

    private static readonly Dictionary<string, string> Names = new() { [Judge] = "li.judge", [Entry] = "K07" };

    [Fact]
    public void Of_CorrectedMark_SaysPointsAndNothingForMachines()
    {
        var row = Row("mark", $"{Entry}/A/A1/2",
            """{"state":"value","value":8500000,"version":1}""",
            $$"""{"state":"value","value":9250000,"version":2,"schemeVersion":1,"judgeId":"{{Judge}}","device":"d","commandId":"c","enteredAt":1}""", "chief");
        Assert.Equal("K07 · A · A1 · 2", Changes().Subject(row));
        Assert.Equal([new("分值", "8.5", "9.25"), new("裁判", null, "li.judge")], Changes().Of(row));
        // A judge's own mark need not say whose it is.
        Assert.Equal(["分值"], Changes().Of(row with { ActorName = "li.judge" }).Select(change => change.Field));
    }

    [Fact]
    public void Of_States_AreWordsOfTheReadersLanguage()
    {
        var row = Row("entry", Entry, """{"status":"active"}""", """{"status":"disqualified","device":"d","commandId":"c"}""");
        Assert.Equal([new("参赛状态", "参赛", "取消资格")], Changes().Of(row));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.Equal([new("State", "takes part", "disqualified")], Changes().Of(row));
    }

    [Fact]
    public void Of_Freeze_IsOnTheCompetitionsClock() =>
        Assert.Equal(
            [new("封榜时间", null, "2026-05-02 00:30:00")],
            Changes().Of(Row("board", Entry, """{"visibility":"full"}""", """{"visibility":"full","frozenAt":"2026-05-01T16:30:00+00:00"}""")));

    [Fact]
    public void Of_NestedTextsListsAndDigests_AreReadable()
    {
        var row = Row("competition", Entry, null,
            $$"""{"format":1,"details":{"name":{"zh":"焊工","en":"Welding","isEmpty":false},"level":"city"},"contests":["a","b"],"members":"digest:abcdef0123","disabled":true,"delegationId":"{{Gone}}","files":{"x.csv":"00"},"unheard":"of"}""");
        Assert.Equal(
            [
                new("名称", null, "焊工 / Welding"), new("级别", null, "市级"), new("赛项", null, "a、b"), new("成员", null, "摘要 abcdef"),
                new("停用", null, "是"), new("代表队", null, "…deadbeef"), new("unheard", null, "of"),
            ], Changes().Of(row));
    }

    [Fact]
    public void Of_CutOff_NamesTheAward()
    {
        var row = Row("contest", Entry, """{"score":null}""", """{"award":{"zh":"一等奖","en":"First","isEmpty":false},"awardKey":"first","score":"80.5"}""");
        Assert.Equal([new("奖项", null, "一等奖 / First"), new("分数线", null, "80.5")], Changes().Of(row));
    }

    [Fact]
    public void Of_ChangedRules_SaysWhichParts()
    {
        var row = Row("scheme", Entry, """{"version":3}""", """{"version":4,"parts":["tie_breaks","form/f1","aspect/A1","unheard"],"moved":2,"unusable":[],"scheme":{}}""");
        Assert.Equal(
            [new("版本", "3", "4"), new("改动之处", null, "并列规则、评分表 f1、评分点 A1、unheard"), new("名次或总分有变动", null, "2")], Changes().Of(row));
        var many = string.Join(',', Enumerable.Range(1, 20).Select(i => $"\"aspect/A{i}\""));
        var said = Assert.Single(Changes().Of(Row("scheme", Entry, null, $$"""{"parts":[{{many}}]}"""))).After!;
        Assert.EndsWith("评分点 A8等共 20 处", said, StringComparison.Ordinal);
    }

    [Fact]
    public void SectionsOfAScheme_Each_HasAName()
    {
        var whole = Schemes.OneForm(1, Schemes.Aspect("a", new DirectPoints())) with
        {
            Note = new("说明", ""), Count = 2, Cap = Score.One, Floor = Score.Zero, NoResultIsZero = true, RankBy = RankBy.LastStage, RankOrder = TieBreakOrder.LowerFirst,
            Ranks = RankStyle.Unique, Rounding = new() { Total = new(2) }, Scale = new(), Advancement = new() { Quota = new NumberQuota(1) }, Awards = [new() { Key = "g", Name = new("奖", ""), Awards = [] }],
        };
        var sections = JsonNode.Parse(SchemeJson.Write(whole))!.AsObject().Select(property => property.Key).Where(name => name != "stages").ToList();
        Assert.Equal(15, sections.Count);
        var texts = Services.GetRequiredService<IStringLocalizer<AuditText>>();
        Assert.All(sections, name => Assert.False(texts["Part." + name].ResourceNotFound, name));
    }

    private AuditChanges Changes() =>
        new(Services.GetRequiredService<IStringLocalizer<AuditText>>(), Names, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private static AuditRow Row(string type, string id, string? before, string? after, string actor = "admin") =>
        new(1, DateTimeOffset.UnixEpoch, actor, AuditAction.MarkCorrected, "mark_corrected", type, id, before, after, null, "hash");
}
