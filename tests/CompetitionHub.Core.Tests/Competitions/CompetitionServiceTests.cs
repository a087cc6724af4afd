using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Competitions;

public sealed class CompetitionServiceTests
{
    [Theory, EachDatabase]
    public async Task CreateAsync_AllFields_ReadsBackTheSame(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);

        var found = await hall.Db.Get<CompetitionQueries>().FindAsync("city-games");

        Assert.Equal(hall.Competition, found);
        Assert.Equal(Hall.Details(), found!.Details);
        Assert.Equal(CompetitionState.Draft, found.State);
    }

    [Theory, EachDatabase]
    public async Task CreateAsync_ByOrganiserOfAnother_BecomesOrganiserOfTheNewOne(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var id = await hall.AddAccountAsync("chen", "organiser");
        var chen = new Actor(id, "chen", "Chen", [new(hall.Competition.Id, Role.Organiser)]);

        var created = (await hall.Competitions.CreateAsync(chen, Hall.Details("second"))).Value;

        Assert.Equal(1, await hall.CountAsync(
            "select count(*) from role_grants where scope = @id and role = 'organiser' and account_id = @account", new { id = created.Id, account = id }));
    }

    [Theory, EachDatabase]
    public async Task CreateAsync_Refused_ChangesNothing(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);

        var stranger = await hall.Competitions.CreateAsync(hall.Stranger, Hall.Details("second"));
        var taken = await hall.Competitions.CreateAsync(Actor.System, Hall.Details());
        var wrong = await hall.Competitions.CreateAsync(Actor.System, Hall.Details() with
        {
            Slug = "No spaces!",
            Name = new("", " "),
            EndsOn = new(2026, 4, 1),
            TimeZone = "Mars/Base",
            Venue = new("<script>alert(1)</script>", new string('x', 121)),
        });

        Assert.Equal("Competitions.MayNotCreate", stranger.Error.Code);
        Assert.Equal("Competitions.SlugTaken", taken.Error.Code);
        Assert.Equal("Competitions.SlugMissing", (await hall.Competitions.CreateAsync(Actor.System, Hall.Details(""))).Error.Code);
        Assert.Equal(
            ["Competitions.SlugInvalid", "Competitions.NameMissing", "Competitions.TextNotPrintable", "Competitions.TextTooLong", "Competitions.DatesReversed",
                "Competitions.TimeZoneUnknown"],
            wrong.Errors.Select(e => e.Code));
        Assert.Equal(1, await hall.CountAsync("select count(*) from competitions"));
    }

    [Theory, EachDatabase]
    public async Task UpdateAsync_StaleRevision_IsAConflict(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var stale = hall.Competition.Revision;
        var first = await hall.Competitions.UpdateAsync(hall.Organiser, hall.Competition.Id, stale, Hall.Details() with { Level = CompetitionLevel.Province });

        var second = await hall.Competitions.UpdateAsync(hall.Organiser, hall.Competition.Id, stale, Hall.Details() with { Level = CompetitionLevel.Park });

        Assert.Equal(stale + 1, first.Value.Revision);
        Assert.Equal(ErrorKind.Conflict, second.Error.Kind);
        Assert.Equal(CompetitionLevel.Province, (await hall.ReloadAsync()).Details.Level);
        Assert.Equal(first.Value.Revision, hall.Competition.Revision);
    }

    [Theory, EachDatabase]
    public async Task UpdateAsync_ByStranger_IsNotFound_AndByJudgeForbidden(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var judge = new Actor("j", "j", "J", [new(hall.Competition.Id, Role.Judge)]);

        var stranger = await hall.Competitions.UpdateAsync(hall.Stranger, hall.Competition.Id, 1, Hall.Details());
        var refused = await hall.Competitions.UpdateAsync(judge, hall.Competition.Id, 1, Hall.Details());

        Assert.Equal(ErrorKind.NotFound, stranger.Error.Kind);
        Assert.Equal(ErrorKind.Forbidden, refused.Error.Kind);
        Assert.Equal(1, (await hall.ReloadAsync()).Revision);
    }

    [Theory, EachDatabase]
    public async Task StepAsync_WholeLife_NamesBlockersAndLeavesATrace(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);

        Assert.Equal("Competitions.NoContests", (await StepAsync(hall, LifeCycleStep.Publish)).Error.Code);
        var contest = await hall.AddContestAsync();
        Assert.Equal(CompetitionState.Published, (await StepAsync(hall, LifeCycleStep.Publish)).Value.State);
        Assert.Equal(["Competitions.SeatsFree", "Competitions.NoEntries"], (await StepAsync(hall, LifeCycleStep.Start)).Errors.Select(e => e.Code));

        await hall.AddEntryAsync(contest);
        Assert.True((await hall.Seats.AssignAsync(hall.Organiser, contest.Id, "A1", 1, await hall.AddAccountAsync("judge1"))).Succeeded);
        Assert.True((await StepAsync(hall, LifeCycleStep.Start)).Value.TakesMarks);
        Assert.Equal(CompetitionState.Published, (await StepAsync(hall, LifeCycleStep.Pause)).Value.State);
        Assert.Equal("Competitions.StepNotOpen", (await StepAsync(hall, LifeCycleStep.Close)).Error.Code);
        await StepAsync(hall, LifeCycleStep.Start);

        var overview = await hall.Db.Get<CompetitionQueries>().OverviewAsync(hall.Competition.Id);
        Assert.Equal("Competitions.SheetsMissing", Assert.Single(overview!.Next!.Warnings).Code);
        Assert.Equal(CompetitionState.Closed, (await StepAsync(hall, LifeCycleStep.Close)).Value.State);
        Assert.Equal("Competitions.CompetitionClosed", (await hall.Contests.UpdateAsync(hall.Organiser, contest.Id, contest.Revision, Hall.Contest())).Error.Code);
        Assert.Equal(CompetitionState.Running, (await StepAsync(hall, LifeCycleStep.Reopen)).Value.State);

        Assert.Equal(6, await hall.CountAsync("select count(*) from audit_entries where action = 'competition_state_changed'"));
        Assert.True((await hall.Db.Get<AuditVerifier>().VerifyAsync(hall.Competition.Slug)).Succeeded);
    }

    [Theory, EachDatabase]
    public async Task StepAsync_UnpublishWithMarks_IsRefused(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        var entry = await hall.AddEntryAsync(contest);
        await StepAsync(hall, LifeCycleStep.Publish);
        await hall.AddMarkAsync(entry);

        Assert.Equal("Competitions.MarksExist", (await StepAsync(hall, LifeCycleStep.Unpublish)).Error.Code);
    }

    [Theory, EachDatabase]
    public async Task RemoveAsync_OnlyEmptyDrafts(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();

        Assert.Equal("Competitions.CompetitionHasContests", (await hall.Competitions.RemoveAsync(hall.Organiser, hall.Competition.Id, 1)).Error.Code);
        // What was decided about an empty contest does not hold it back: the audit keeps it.
        await hall.RunAsync("insert into rank_decisions (contest_id, seq, kind, entries, seed, reason, decided_by, decided_at) values (@Id, 1, 'lot', '[]', 'x', 'x', 'x', 0)", new { contest.Id });
        await hall.RunAsync("insert into award_cut_offs (contest_id, seq, award_key, score, reason, decided_by, decided_at) values (@Id, 1, 'gold', 1, 'x', 'x', 0)", new { contest.Id });
        var ranking = TeamRankingJson.Write(TeamRankingPresets.All[0]);
        await hall.RunAsync("insert into team_rankings (competition_id, key, position, document, revision) values (@Id, 'total', 1, @ranking, 1)", new { hall.Competition.Id, ranking });
        Assert.True((await hall.Contests.RemoveAsync(hall.Organiser, contest.Id)).Succeeded);
        Assert.True((await hall.Competitions.RemoveAsync(hall.Organiser, hall.Competition.Id, 1)).Succeeded);
        Assert.Equal(0, await hall.CountAsync("select count(*) from competitions"));
    }

    private static async Task<Result<Competition>> StepAsync(Hall hall, LifeCycleStep step) =>
        await hall.Competitions.StepAsync(hall.Organiser, hall.Competition.Id, (await hall.ReloadAsync()).Revision, step);
}
