using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Tests.Interchange;
using CompetitionHub.Core.Verification;
using CompetitionHub.TestKit;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Verification;

/// <summary>Import, export, second calculation, comparison: on the demo and on rows that somebody tampered with. Real competitions: see OfficialRun.</summary>
public sealed class ResultsVerifierTests
{
    private const string ChangeRows = "update standing_rows set summary = replace(summary, @from, @to) where entry_id = (select id from entries where code = @code)";

    [Theory, EachDatabase]
    public async Task Verify_ContestsOverEveryRule_Agree(DatabaseKind kind)
    {
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        var folder = Path.Combine(db.Folder, "random");
        RandomFolder.Write("random", Enumerable.Range(100_001, 150), folder);

        var outcome = await db.Get<ImportService>().ImportAsync(Actor.System, folder);
        Assert.True(outcome.Succeeded, string.Join("\n", outcome.Problems.Select(problem => $"{problem.Place}: {problem.Error}")));
        var check = (await db.Get<ResultsVerifier>().VerifyAsync(Actor.System, outcome.Report!.CompetitionId)).Value;

        Assert.Empty(check.Contests.SelectMany(contest => contest.Differences.Select(difference => (contest.Slug, difference))));
        Assert.Equal(150, check.Contests.Count);
    }

    [Theory, EachDatabase]
    public async Task Verify_TheDemo_Agrees(DatabaseKind kind)
    {
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        var competition = await ImportDemoAsync(db);

        var check = (await db.Get<ResultsVerifier>().VerifyAsync(Actor.System, competition)).Value;

        Assert.Empty(check.Contests.SelectMany(contest => contest.Differences));
        Assert.Equal("demo-games", check.CompetitionSlug);
        Assert.True(check.Agrees && check.Contests.Sum(contest => contest.Entries) > 50);
    }

    [Theory, EachDatabase]
    public async Task Verify_RowsThatWereChanged_AreNamed(DatabaseKind kind)
    {
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        var competition = await ImportDemoAsync(db);
        var rows = (await db.Get<StandingsExport>().ReadAsync(Actor.System, "demo-games", "welding")).Value;
        var leader = rows.Lines[0].Line;

        await ChangeAsync(db, leader.Code, "\"noResult\":false", "\"noResult\":true");
        var check = (await db.Get<ResultsVerifier>().VerifyAsync(Actor.System, competition)).Value;

        Assert.False(check.Agrees);
        var differences = check.Contests.Single(contest => contest.Slug == "welding").Differences;
        Assert.Contains(differences, difference => difference is { Source: EngineWord.Stored, Place: DifferencePlace.Total, Engine: "NoResult" } && difference.Entry == leader.Code);
        // Everybody behind has moved up in the rows; the engine itself still agrees.
        Assert.Contains(differences, difference => difference is { Place: DifferencePlace.Rank, Engine: "1", Second: "2" });
        Assert.All(differences, difference => Assert.Equal(EngineWord.Stored, difference.Source));
    }

    [Theory, EachDatabase]
    public async Task Verify_ModuleThatWasChanged_IsNamed(DatabaseKind kind)
    {
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        var competition = await ImportDemoAsync(db);
        var line = (await db.Get<StandingsExport>().ReadAsync(Actor.System, "demo-games", "welding")).Value.Lines[0].Line;

        await ChangeAsync(db, line.Code, $"\"modules\":[\"{line.Modules[0]}\"", "\"modules\":[\"1.5\"");
        var check = (await db.Get<ResultsVerifier>().VerifyAsync(Actor.System, competition)).Value;

        var difference = check.Contests.SelectMany(contest => contest.Differences).First(difference => difference.Entry == line.Code);
        Assert.Equal((EngineWord.Stored, DifferencePlace.Module, "1.5"), (difference.Source, difference.Place, difference.Engine));
    }

    [Fact]
    public async Task Verify_OneContest_LeavesTheOthersAlone()
    {
        await using var db = await InterchangeDatabase.CreateAsync(DatabaseKind.Sqlite);
        var competition = await ImportDemoAsync(db);
        var contest = await db.Database.ReadAsync(session => session.ScalarAsync<string>("select id from contests where slug = 'welding'", new { }));

        var one = (await db.Get<ResultsVerifier>().VerifyAsync(Actor.System, competition, contest)).Value;
        var none = await db.Get<ResultsVerifier>().VerifyAsync(Actor.System, competition, "another");

        Assert.Equal(["welding"], one.Contests.Select(checkedContest => checkedContest.Slug));
        Assert.Equal("Competitions.ContestNotFound", none.Error.Code);
    }

    private static async Task<string> ImportDemoAsync(TestDatabase db)
    {
        var outcome = await db.Get<ImportService>().ImportAsync(Actor.System, Path.Combine(Needs.Repository(), "db", "demo"));
        return outcome.Report!.CompetitionId;
    }

    private static Task ChangeAsync(TestDatabase db, string code, string from, string to) => db.Database.InTransactionAsync(async session =>
    {
        Assert.NotEqual(0, await session.ExecuteAsync(ChangeRows, new { code, from, to }));
        return Result.Success();
    });
}
