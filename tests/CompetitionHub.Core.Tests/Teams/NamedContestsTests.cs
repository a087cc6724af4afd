using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Teams;
using CompetitionHub.Core.Tests.Competitions;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Teams;

/// <summary>A team ranking names its contests by their slugs, which an organiser may still change.</summary>
public sealed class NamedContestsTests
{
    private static readonly TeamRanking Two = new() { Key = "two", Name = new("两项", "Two"), Contests = ["welding", "pastry"], Points = new TeamTotalPoints() };
    private static readonly TeamRanking All = new() { Key = "all", Name = new("全部", "All"), Points = new TeamTotalPoints() };

    [Theory, EachDatabase]
    public async Task Contest_Renamed_IsNamedAnewWhereItCounts(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);
        var contest = (await db.Get<ContestQueries>().FindAsync("city-games", "welding"))!.Contest;

        Assert.True((await db.Get<ContestService>().UpdateAsync(Actor.System, contest.Id, contest.Revision, contest.Details with { Slug = "arc-welding" })).Succeeded);

        var rankings = (await db.Get<TeamQueries>().ListAsync(Actor.System, "city-games")).Value.Rankings;
        Assert.Equal(["arc-welding pastry 2", " 1"], rankings.Select(stored => $"{string.Join(' ', stored.Ranking.Contests)} {stored.Revision}"));
        Assert.Equal(2, (await db.Get<TeamQueries>().GetAsync(Actor.System, "city-games", "two")).Value.Contests.Count);
        Assert.Equal(["two"], await db.Database.ReadAsync(session => session.QueryAsync<string>(
            "select subject_id from audit_entries where action = 'team_ranking_saved' and before is not null")));
        Assert.True((await new AuditVerifier(db.Database).VerifyAsync("city-games")).Value.Intact);
    }

    [Theory, EachDatabase]
    public async Task Contest_ThatCountsByName_IsNotRemoved(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);
        var queries = db.Get<ContestQueries>();
        var welding = (await queries.FindAsync("city-games", "welding"))!.Contest;
        var sewing = (await queries.FindAsync("city-games", "sewing"))!.Contest;

        var refused = (await db.Get<ContestService>().RemoveAsync(Actor.System, welding.Id)).Error;

        Assert.Equal(("Teams.ContestCounts", Two.Name), (refused.Code, Assert.Single(refused.Args)));
        // A ranking of all contests names none.
        Assert.True((await db.Get<ContestService>().RemoveAsync(Actor.System, sewing.Id)).Succeeded);
        Assert.Equal(["welding", "pastry"], (await queries.ListAsync(welding.CompetitionId)).Select(contest => contest.Slug));
    }

    private static async Task<TestDatabase> OpenAsync(DatabaseKind kind)
    {
        var db = await TestDatabase.CreateAsync(kind, s => s.AddCompetitions().AddRegistration().AddStandings().AddLive().AddAwards().AddTeams());
        var competition = (await db.Get<CompetitionService>().CreateAsync(Actor.System, Hall.Details())).Value;
        foreach (var slug in new[] { "welding", "pastry", "sewing" })
        {
            await db.Get<ContestService>().CreateAsync(Actor.System, competition.Id, Hall.Contest(slug), PresetSchemes.Plain);
        }

        foreach (var ranking in new[] { Two, All })
        {
            Assert.True((await db.Get<TeamRankingService>().SaveAsync(Actor.System, competition.Id, ranking, null, 0)).Succeeded);
        }

        return db;
    }
}
