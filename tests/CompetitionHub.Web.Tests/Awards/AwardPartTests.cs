using System.Text;
using Bunit;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Features.Awards;
using CompetitionHub.Web.Features.Standings;
using CompetitionHub.Web.Tests.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Tests.Awards;

public sealed class AwardPartTests : ComponentTest
{
    private static readonly AwardGroup Group = new()
    {
        Key = "g",
        Name = new("奖项", "Prizes"),
        Awards = [new() { Key = "gold", Name = new("金牌", "Gold"), Quota = new CutOffQuota(Score.Points(50), Score.Points(100)) }],
    };

    public AwardPartTests() => Services.AddAwardPages();

    [Fact]
    public void Award_WithACutOff_ShowsWhoGetsItAndWhatPartsThem()
    {
        var (field, result) = Compute(80);
        var part = Render<AwardPart>(p => p.Add(a => a.Result, result).Add(a => a.Group, Group).Add(a => a.Field, field));

        Assert.Equal(["A", "B"], part.FindAll(".getters .code").Select(code => code.TextContent));
        Assert.Contains("达到分数线 80 者。", part.Find(".notes").TextContent, StringComparison.Ordinal);
        Assert.Contains("分界：B（80）与 C（70），以成绩区分。", part.Find(".notes").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void CutOff_OpenAward_ProposesAndTakesADecisionWithItsReason()
    {
        (string Award, Score? Score, string Reason)? recorded = null;
        var (field, result) = Compute(null);
        var part = Open(result, field, null, decided => recorded = decided);

        Assert.Equal("90 ◂", part.Find("tr.proposed td").TextContent.Trim());
        part.Find("#cut-off-score-gold").Change("八十");
        part.Find("form").Submit();
        Assert.Null(recorded);
        Assert.Single(part.FindAll("[role=alert]"));
        part.Find("#cut-off-score-gold").Change("80.5");
        part.Find("#cut-off-reason-gold").Change("裁委会");
        part.Find("form").Submit();
        Assert.Null(recorded);
        Assert.Contains("分数线为 80.5 时，将有 1 名获“金牌”", part.Find(".note.warn").TextContent, StringComparison.Ordinal);
        Assert.Contains("尚缺 4 个评分", part.Find(".note.warn").TextContent, StringComparison.Ordinal);
        part.Find("form").Submit();
        Assert.Equal(("gold", new Score(80_500_000), "裁委会"), recorded);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("100.5")]
    public void CutOff_OutsideTheMarks_IsRefusedAtTheField(string score)
    {
        (string Award, Score? Score, string Reason)? recorded = null;
        var (field, result) = Compute(null);
        var part = Open(result, field, null, decided => recorded = decided);
        part.Find("#cut-off-score-gold").Change(score);
        part.Find("form").Submit();
        part.Find("form").Submit();
        Assert.Null(recorded);
        Assert.Equal("分数线须在 0 至满分 100 之间，请改正分数。", part.Find("[role=alert]").TextContent);
        Assert.Equal("true", part.Find("#cut-off-score-gold").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void CutOff_ChangedAfterTheQuestion_IsAskedAgain()
    {
        (string Award, Score? Score, string Reason)? recorded = null;
        var (field, result) = Compute(null);
        var part = Open(result, field, null, decided => recorded = decided);
        part.Find("#cut-off-score-gold").Change("80");
        part.Find("form").Submit();
        part.Find("#cut-off-score-gold").Change("8");
        Assert.Empty(part.FindAll(".note.warn"));
        part.Find("form").Submit();
        Assert.Null(recorded);
        Assert.Contains("将有 3 名", part.Find(".note.warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void CutOff_InForce_CanBeTakenBack()
    {
        (string Award, Score? Score, string Reason)? recorded = null;
        var (field, result) = Compute(80);
        var part = Open(result, field, new(new("gold", Score.Points(80), "裁委会"), "赵", DateTimeOffset.UnixEpoch), decided => recorded = decided);

        Assert.Contains("裁委会", part.Find(".note").TextContent, StringComparison.Ordinal);
        part.Find("#cut-off-reason-gold").Change("更正");
        part.Find("button.plain").Click();
        Assert.Equal(("gold", null, "更正"), recorded);
    }

    [Fact]
    public void CutOff_ForThoseWhoOnlyRead_HasNoForm()
    {
        var (field, result) = Compute(null);
        var part = Render<CutOffPart>(p => p.Add(c => c.Result, result).Add(c => c.Scheme, field.Scheme).Add(c => c.May, false)
            .Add(c => c.Count, _ => 0).Add(c => c.Record, (_, _, _) => Task.FromResult(true)).Add(c => c.When, _ => ""));
        Assert.Empty(part.FindAll("form"));
        Assert.Single(part.FindAll("tr.proposed"));
    }

    [Fact]
    public void Award_WhereARankIsNotDecided_SaysSo()
    {
        var scheme = CompiledScheme.Compile(Schemes.OneForm(0, Schemes.Aspect("a", new Imported(), "100")) with { Ranks = RankStyle.Unique, Awards = [Group] });
        BoardLine Line(string code, int total) => new() { Code = code, Name = new("选手", ""), Total = $"{total}", Keys = [$"{total}/1"], Marked = 1, Expected = 1 };
        var field = ContestField.Of(scheme, BoardOrder.Of([Line("A", 90), Line("B", 90), Line("C", 80)], scheme));
        var result = AwardCalculator.Compute(field, new Dictionary<string, Score> { ["gold"] = Score.Points(80) })[0].Awards[0];
        var part = Render<AwardPart>(p => p.Add(a => a.Result, result).Add(a => a.Group, Group).Add(a => a.Field, field));
        Assert.Equal(["名次待定", "名次待定", ""], part.FindAll(".getters li").Select(line => line.QuerySelector(".badge")?.TextContent ?? ""));
    }

    [Fact]
    public void EntriesWithoutARank_AreToldApart_OnThePageAndInTheFile()
    {
        var scheme = CompiledScheme.Compile(Schemes.OneForm(0, Schemes.Aspect("a", new Imported(), "100")) with { Advancement = new() { Quota = new NumberQuota(1) } });
        BoardLine Line(string code, EntryStatus status = EntryStatus.Active) => new() { Code = code, Name = new("选手", ""), Status = status, Expected = 1 };
        var field = ContestField.Of(scheme, BoardOrder.Of(
        [
            Line("A") with { Total = "90", Keys = ["90/1"], Marked = 1 }, Line("B") with { NoResult = true, Keys = [null], Marked = 1 }, Line("C") with { Keys = [null] },
            Line("D", EntryStatus.Absent), Line("E", EntryStatus.Withdrawn), Line("F", EntryStatus.Disqualified),
        ], scheme));
        var result = AdvancementCalculator.Compute(field, scheme.Scheme.Advancement!);

        var part = Render<AdvancementPart>(p => p.Add(a => a.Result, result).Add(a => a.Field, field));
        Assert.Equal(["90", "无成绩", "未评分"], part.FindAll("tbody td.figures:nth-of-type(4)").Select(cell => cell.TextContent));

        var competition = new Competition(
            "x", new("games", new("赛", ""), CompetitionLevel.City, CompetitionClass.One, new("", ""), new("", ""), default, default, "Asia/Shanghai"), CompetitionState.Running, 1, default);
        var contest = new Contest("c", "x", new("c", new("项", ""), "", new("", ""), ContestFormat.Individual, CountingRule.Submitted), 1, 0);
        var file = AwardsFile.Write(
            new(competition, contest, field, result, [], new Dictionary<string, RecordedCutOff>(), []),
            Services.GetRequiredService<IStringLocalizer<AwardsText>>(), Services.GetRequiredService<IStringLocalizer<StandingsText>>());
        var rows = Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Trim().Split(',').Select(cell => cell.Trim('"')).ToArray()).ToList();
        var column = Array.IndexOf(rows[0], "状态");
        Assert.Equal(["", "无成绩", "未评分", "缺考", "退赛", "取消资格"], rows.Skip(1).Select(row => row[column]));
    }

    private IRenderedComponent<CutOffPart> Open(AwardResult result, ContestField field, RecordedCutOff? current, Action<(string, Score?, string)> record) =>
        Render<CutOffPart>(p => p.Add(c => c.Result, result).Add(c => c.Scheme, field.Scheme).Add(c => c.May, true).Add(c => c.Current, current)
            .Add(c => c.When, _ => "09:00").Add(c => c.Missing, 4).Add(c => c.Count, score => field.Ranked.Count(line => line.Points >= score.ToFraction()))
            .Add(c => c.Record, (award, score, reason) =>
            {
                record((award, score, reason));
                return Task.FromResult(true);
            }));

    private static (ContestField Field, AwardResult Result) Compute(int? cutOff)
    {
        var scheme = CompiledScheme.Compile(Schemes.OneForm(0, Schemes.Aspect("a", new Imported(), "100")) with { Awards = [Group] });
        var lines = new[] { ("A", 90), ("B", 80), ("C", 70) }.Select(entry => new BoardLine
        {
            Code = entry.Item1,
            Name = new("选手", ""),
            Total = $"{entry.Item2}",
            Keys = [$"{entry.Item2}/1"],
            Marked = 1,
            Expected = 1,
        });
        var field = ContestField.Of(scheme, BoardOrder.Of(lines, scheme));
        var cutOffs = cutOff is { } score ? new Dictionary<string, Score> { ["gold"] = Score.Points(score) } : [];
        return (field, AwardCalculator.Compute(field, cutOffs)[0].Awards[0]);
    }
}
