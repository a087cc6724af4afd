using System.Text.Json;
using System.Text.Json.Nodes;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;
using CompetitionHub.Core.Tests.Awards;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Teams;

/// <summary>The document of a team ranking says everything, nothing else is taken, and rules that contradict themselves are refused at their place.</summary>
public sealed class TeamRankingDocumentTests
{
    private static readonly MarkingScheme Scheme = OneForm(1, Aspect("time", new DirectPoints())) with
    {
        Awards = [Fields.Group(TieRule.Include, Fields.Award("gold", new NumberQuota(1)), Fields.Award("silver", new NumberQuota(1)))],
        Scale = new(),
    };

    private static readonly Dictionary<string, MarkingScheme> Contests = new() { ["one"] = Scheme, ["two"] = Scheme with { Scale = null, Awards = [] } };

    private static readonly TeamRanking Full = new()
    {
        Key = "teams", Name = Name("teams"), Contests = ["one"], Points = new TeamRankPoints([new(1, 1, Points("10")), new(2, 4, Points("2.5"))], Points("1")),
        BestPerContest = 3, Best = 4, Average = true, Order = TieBreakOrder.LowerFirst, MinimumMembers = 2, Minimum = Points("1.5"),
        TieBreaks = [new BetterRanksTieBreak(), new AspectSumTieBreak("time", TieBreakOrder.LowerFirst), new AspectSumTieBreak("time", TieBreakOrder.HigherFirst)],
    };

    private static readonly TeamRanking[] All =
    [
        Full, Full with { Points = new TeamAwardPoints([new("gold", Points("4")), new("silver", Points("3"))], Points("0.5")) }, Full with { Points = new TeamScalePoints() },
        new() { Key = "teams", Name = Name("teams"), Points = new TeamTotalPoints() },
    ];

    [Fact]
    public void Document_OfEveryRule_ComesBackAndIsAccepted()
    {
        Assert.Equal(TeamPointsWords.All.Order(), All.Select(ranking => ranking.Points.Word).Order());
        foreach (var ranking in All)
        {
            var document = TeamRankingJson.Write(ranking);
            var read = TeamRankingJson.Read(document);
            Assert.Equal(document, TeamRankingJson.Write(read));
            Assert.Equal((ranking.Points.Word, ranking.Order, ranking.Best, ranking.TieBreaks.Count), (read.Points.Word, read.Order, read.Best, read.TieBreaks.Count));
            Assert.Empty(TeamRankingRules.Check(read, Contests));
        }
    }

    [Fact]
    public void Document_WithSomethingElse_IsRefusedWhereverItStands()
    {
        foreach (var ranking in All)
        {
            foreach (var path in Objects(JsonNode.Parse(TeamRankingJson.Write(ranking))!))
            {
                var root = JsonNode.Parse(TeamRankingJson.Write(ranking))!;
                Find(root, path)["surprise"] = 1;
                Assert.Equal([(path.Length == 0 ? "" : path + ".") + "surprise"], Errors(root).Select(error => error.Field));
            }
        }
    }

    [Theory] // the document of a rule, and where it is wrong; nothing where it is right
    [InlineData("""{ "kind": "rank_points", "table": [{ "from": 1, "to": 100000, "points": 1 }] }""", "")]
    [InlineData("""{ "kind": "rank_points", "table": [{ "from": 0, "to": 1, "points": 1 }] }""", "points.table[0].from")]
    [InlineData("""{ "kind": "rank_points", "table": [{ "from": 1, "to": 0, "points": 1 }] }""", "points.table[0].to")]
    [InlineData("""{ "kind": "rank_points", "table": [{ "from": 1, "to": 100001, "points": 1 }] }""", "points.table[0].to")]
    [InlineData("""{ "kind": "rank_points", "rest": 1 }""", "points.table")]
    [InlineData("""{ "kind": "award_points", "table": [{ "award": "gold" }] }""", "points.table[0].points")]
    [InlineData("""{ "kind": "medals" }""", "points.kind")]
    public void Document_OfPoints_IsReadStrictly(string points, string wrong)
    {
        var root = JsonNode.Parse(TeamRankingJson.Write(All[3]))!;
        root["points"] = JsonNode.Parse(points);
        Assert.Equal(wrong, string.Join(' ', Errors(root).Select(error => error.Field)));
    }

    [Fact]
    public void Document_ThatLeavesThingsOut_MeansTheUsual()
    {
        var root = JsonNode.Parse("""{ "key": "k", "name": {}, "points": { "kind": "rank_points", "table": [] }, "tie_breaks": [{ "by": "aspect", "key": "time" }] }""")!;
        var read = TeamRankingJson.Read(root.ToJsonString());
        Assert.Equal((1, null, null, false, TieBreakOrder.HigherFirst), (read.MinimumMembers, read.Best, read.BestPerContest, read.Average, read.Order));
        Assert.Equal(Score.Zero, ((TeamRankPoints)read.Points).Rest);
        Assert.Equal(new AspectSumTieBreak("time", TieBreakOrder.HigherFirst), read.TieBreaks[0]);
        root["points"] = JsonNode.Parse("""{ "kind": "award_points", "table": [] }""");
        Assert.Equal(Score.Zero, ((TeamAwardPoints)TeamRankingJson.Read(root.ToJsonString()).Points).None);
    }

    public static TheoryData<string, string> Contradictions => new()
    {
        { "overlap", "points.table[1].from Teams.RowsOverlap" },
        { "overlap-before", "points.table[1].from Teams.RowsOverlap" },
        { "neighbours", "" },
        { "empty-row", "points.table[0].to Teams.RowEmpty" },
        { "one-rank", "" },
        { "no-awards", "points.table Teams.NoRows" },
        { "unknown-award", "points.table[0].award Teams.AwardUnknown" },
        { "award-twice", "points.table[1].award Teams.RowsOverlap" },
        { "no-scale", "points.kind Teams.ContestWithoutScale" },
        { "unknown-aspect", "tie_breaks[0].key Teams.AspectUnknown" },
        { "best-0", "best Teams.NotPositive minimum_members Teams.MoreThanCount" },
        { "per-contest-0", "best_per_contest Teams.NotPositive" },
        { "members-equal", "" },
        { "unknown-contest", "contests Teams.ContestUnknown" },
    };

    [Theory, MemberData(nameof(Contradictions))]
    public void Check_Contradiction_IsRefusedAtItsPlace(string kind, string problems)
    {
        var plain = All[3];
        var ranking = kind switch
        {
            "overlap" => plain with { Points = Rows((1, 3), (3, 5)) },
            "overlap-before" => plain with { Points = Rows((3, 5), (1, 3)) },
            "neighbours" => plain with { Points = Rows((1, 3), (4, 5), (6, 6)) },
            "empty-row" => plain with { Points = Rows((2, 1)) },
            "one-rank" => plain with { Points = Rows((1, 1)) },
            "no-awards" => plain with { Points = new TeamAwardPoints([], Score.Zero) },
            "unknown-award" => plain with { Points = new TeamAwardPoints([new("bronze", Score.One)], Score.Zero) },
            "award-twice" => plain with { Points = new TeamAwardPoints([new("gold", Score.One), new("gold", Score.One)], Score.Zero) },
            "no-scale" => plain with { Points = new TeamScalePoints() },
            "unknown-aspect" => plain with { Contests = ["one"], TieBreaks = [new AspectSumTieBreak("speed", TieBreakOrder.LowerFirst)] },
            "best-0" => plain with { Best = 0 },
            "per-contest-0" => plain with { BestPerContest = 0 },
            "members-equal" => plain with { Best = 2, MinimumMembers = 2 },
            _ => plain with { Contests = ["three"] },
        };
        Assert.Equal(problems, string.Join(' ', TeamRankingRules.Check(ranking, Contests).Select(error => $"{error.Field} {error.Code}")));
    }

    private static TeamRankPoints Rows(params (int From, int To)[] rows) => new([.. rows.Select(row => new TeamRankPointsRow(row.From, row.To, Score.One))], Score.Zero);

    private static IReadOnlyList<Error> Errors(JsonNode root)
    {
        using var json = JsonDocument.Parse(root.ToJsonString());
        var read = TeamRankingJson.Read(json.RootElement, "");
        return read.Succeeded ? [] : read.Errors;
    }

    // Names are texts in two languages, which have rules of their own.
    private static IEnumerable<string> Objects(JsonNode node) => node switch
    {
        JsonObject json => json.Where(property => property.Key != "name" && property.Value is not null).SelectMany(property => Objects(property.Value!)).Prepend(node.GetPath().TrimStart('$').TrimStart('.')),
        JsonArray array => array.SelectMany(item => Objects(item!)),
        _ => [],
    };

    private static JsonObject Find(JsonNode root, string path)
    {
        var node = root;
        foreach (var name in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
            node = name.EndsWith(']') ? node[int.Parse(name[..^1], System.Globalization.CultureInfo.InvariantCulture)]! : node[name]!;
        return node.AsObject();
    }
}
