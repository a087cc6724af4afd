using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;
using CompetitionHub.Core.Tests.Interchange;
using CompetitionHub.TestKit.Databases;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Teams;

public sealed class TeamRankingServiceTests
{
    private static readonly TeamRanking Total = new()
    {
        Key = "total",
        Name = Name("total"),
        Contests = ["welding", "pastry"],
        Points = new TeamRankPoints([new(1, 1, Points("10")), new(2, 2, Points("9"))], Score.One),
        BestPerContest = 2,
        Best = 5,
        Average = true,
        Order = TieBreakOrder.LowerFirst,
        MinimumMembers = 2,
        Minimum = Points("1.5"),
        TieBreaks = [new BetterRanksTieBreak()],
    };

    [Theory, EachDatabase]
    public async Task Save_NewAndAgain_IsStoredInOrderWithItsTrace(DatabaseKind kind)
    {
        await using var db = await ImportedAsync(kind);
        var service = db.Get<TeamRankingService>();
        var id = await IdAsync(db);
        var first = (await ListAsync(db)).Count;

        Assert.True((await service.SaveAsync(Actor.System, id, Total, null, 0)).Succeeded);
        Assert.True((await service.SaveAsync(Actor.System, id, Total with { Key = "other" }, null, 0)).Succeeded);
        Assert.True((await service.SaveAsync(Actor.System, id, Total with { Key = "renamed", Average = false }, "total", 1)).Succeeded);

        var stored = (await ListAsync(db))[first..];
        Assert.Equal([("renamed", 2L), ("other", 1L)], stored.Select(one => (one.Ranking.Key, one.Revision)));
        Assert.Equal(TeamRankingJson.Write(Total with { Key = "renamed", Average = false }), TeamRankingJson.Write(stored[0].Ranking));
        Assert.Equal("Teams.Changed", (await service.SaveAsync(Actor.System, id, Total with { Key = "renamed" }, "renamed", 1)).Error.Code);
        Assert.Equal("Teams.KeyTaken", (await service.SaveAsync(Actor.System, id, Total with { Key = "other" }, "renamed", 2)).Error.Code);
        Assert.Equal("Teams.Changed", (await service.RemoveAsync(Actor.System, id, "renamed", 1)).Error.Code);
        Assert.True((await service.RemoveAsync(Actor.System, id, "renamed", 2)).Succeeded);
        Assert.Equal(["other"], (await ListAsync(db))[first..].Select(one => one.Ranking.Key));
        Assert.True((await new AuditVerifier(db.Database).VerifyAsync("demo-games")).Value.Intact);
    }

    [Fact]
    public async Task Save_ByOthers_IsRefused()
    {
        await using var db = await ImportedAsync(DatabaseKind.Sqlite);
        var id = await IdAsync(db);
        Actor With(Role role) => new("x", "x", "x", [new(id, role)]);
        Assert.Equal("Teams.MayNotOrganise", (await db.Get<TeamRankingService>().SaveAsync(With(Role.ChiefJudge), id, Total, null, 0)).Error.Code);
        Assert.Equal("Teams.NotFound", (await db.Get<TeamRankingService>().SaveAsync(With(Role.Judge), id, Total, null, 0)).Error.Code);
        Assert.Equal("Teams.NotFound", (await db.Get<TeamQueries>().ListAsync(With(Role.Judge), "demo-games")).Error.Code);
        Assert.True((await db.Get<TeamQueries>().ListAsync(With(Role.ChiefJudge), "demo-games")).Succeeded);
    }

    public static TheoryData<string, string, string> Contradictions => new()
    {
        { "key", "key", "Teams.BadKey" },
        { "name", "name", "Teams.BadName" },
        { "contest", "contests", "Teams.ContestUnknown" },
        { "best", "best", "Teams.NotPositive" },
        { "members", "minimum_members", "Teams.MoreThanCount" },
        { "members-per-contest", "minimum_members", "Teams.MoreThanCount" },
        { "row", "points.table[0].to", "Teams.RowEmpty" },
        { "overlap", "points.table[1].from", "Teams.RowsOverlap" },
        { "award", "points.table[0].award", "Teams.AwardUnknown" },
        { "no-awards", "points.table", "Teams.NoRows" },
        { "aspect", "tie_breaks[0].key", "Teams.AspectUnknown" },
        { "scale", "points.kind", "Teams.ContestWithoutScale" },
    };

    [Theory, MemberData(nameof(Contradictions))]
    public void Check_Contradiction_NamesItsPlace(string kind, string field, string code)
    {
        var error = Assert.Single(TeamRankingRules.Check(Contradiction(kind), new Dictionary<string, MarkingScheme> { ["welding"] = Awards.Fields.Plain, ["pastry"] = Awards.Fields.Plain with { Scale = new() } }));
        Assert.Equal((field, code), (error.Field, error.Code));
    }

    [Theory, EachDatabase]
    public async Task Get_OfADemonstration_OpensIntoItsLines(DatabaseKind kind)
    {
        await using var db = await ImportedAsync(kind);
        await db.Get<TeamRankingService>().SaveAsync(Actor.System, await IdAsync(db), Total with { Average = false, Minimum = null, Order = TieBreakOrder.HigherFirst }, null, 0);

        var standings = (await db.Get<TeamQueries>().GetAsync(Actor.System, "demo-games", "total")).Value;

        Assert.Equal(["pastry", "welding"], standings.Contests.Select(contest => contest.Contest.Slug).Order());
        Assert.True(standings.Teams.Count > 3);
        Assert.All(standings.Teams, team => Assert.False(team.Name.IsEmpty));
        Assert.All(standings.Teams.Where(team => team.Place == TeamPlace.Ranked), team =>
            Assert.Equal(team.Points, team.Counted.Select(member => member.Points!.Value).Aggregate((sum, next) => sum + next)));
        Assert.Equal("Teams.NotFound", (await db.Get<TeamQueries>().GetAsync(Actor.System, "demo-games", "nothing")).Error.Code);
    }

    private static TeamRanking Contradiction(string kind) => kind switch
    {
        "key" => Total with { Key = "Not a key" },
        "name" => Total with { Name = new("", "") },
        "contest" => Total with { Contests = ["welding", "diving"] },
        "best" => Total with { Best = 0, MinimumMembers = 0 },
        "members" => Total with { Best = 1 },
        "members-per-contest" => Total with { Contests = ["welding"], MinimumMembers = 3 },
        "row" => Total with { Points = new TeamRankPoints([new(2, 1, Score.One)], Score.Zero) },
        "overlap" => Total with { Points = new TeamRankPoints([new(1, 3, Score.One), new(3, 4, Score.One)], Score.Zero) },
        "award" => Total with { Points = new TeamAwardPoints([new("gold", Score.One)], Score.Zero) },
        "no-awards" => Total with { Points = new TeamAwardPoints([], Score.Zero) },
        "aspect" => Total with { Contests = ["welding"], TieBreaks = [new AspectSumTieBreak("time", TieBreakOrder.LowerFirst)] },
        _ => Total with { Points = new TeamScalePoints() },
    };

    private static async Task<TestDatabase> ImportedAsync(DatabaseKind kind)
    {
        var db = await InterchangeDatabase.CreateAsync(kind);
        using var folder = new FolderCopy();
        Assert.True((await db.Get<ImportService>().ImportAsync(Actor.System, folder.Path)).Succeeded);
        return db;
    }

    private static async Task<string> IdAsync(TestDatabase db) =>
        (await db.Database.ReadAsync(session => session.ScalarAsync<string>("select id from competitions where slug = 'demo-games'")))!;

    private static async Task<List<StoredTeamRanking>> ListAsync(TestDatabase db) =>
        [.. (await db.Get<TeamQueries>().ListAsync(Actor.System, "demo-games")).Value.Rankings];
}
