using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Competitions;

public sealed class JudgeSeatServiceTests
{
    [Theory, EachDatabase]
    public async Task AssignAsync_JudgesOfTheCompetitionOnly(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync(scheme: PresetSchemes.TrimmedPanel);
        var judge = await hall.AddAccountAsync("judge1");
        var stranger = await hall.AddAccountAsync("stranger", role: null);
        var disabled = await hall.AddAccountAsync("gone", disabled: true);

        Assert.True((await hall.Seats.AssignAsync(hall.Organiser, contest.Id, "A1", 2, judge)).Succeeded);
        Assert.Equal("Competitions.AlreadySeated", (await hall.Seats.AssignAsync(hall.Organiser, contest.Id, "A1", 3, judge)).Error.Code);
        Assert.Equal("Competitions.NotAJudge", (await hall.Seats.AssignAsync(hall.Organiser, contest.Id, "A1", 3, stranger)).Error.Code);
        Assert.Equal("Competitions.NotAJudge", (await hall.Seats.AssignAsync(hall.Organiser, contest.Id, "A1", 3, disabled)).Error.Code);
        Assert.Equal("Competitions.SeatUnknown", (await hall.Seats.AssignAsync(hall.Organiser, contest.Id, "A1", 6, judge)).Error.Code);
        Assert.Equal("Competitions.SeatUnknown", (await hall.Seats.AssignAsync(hall.Organiser, contest.Id, "Z", 1, judge)).Error.Code);

        var plan = await hall.Db.Get<JudgeSeatQueries>().FindPlanAsync(contest.Id);
        Assert.Equal(4, plan!.Free);
        Assert.Equal("judge1", plan.Seats.Single(s => s.Seat == 2).Judge!.UserName);
        Assert.Equal(2, plan.Judges.Count);
    }

    [Theory, EachDatabase]
    public async Task CopyToAllFormsAsync_FillsFreeSeatsOnly(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync(scheme: PresetSchemes.TheoryAndPractice);
        var judge = await hall.AddAccountAsync("judge1");
        await hall.Seats.AssignAsync(hall.Organiser, contest.Id, "B1", 1, judge);
        await hall.Seats.AssignAsync(hall.Organiser, contest.Id, "B1", 2, await hall.AddAccountAsync("judge2"));

        Assert.Equal(1, (await hall.Seats.CopyToAllFormsAsync(hall.Organiser, contest.Id, "B1")).Value);
        Assert.Equal(0, (await hall.Seats.CopyToAllFormsAsync(hall.Organiser, contest.Id, "B1")).Value);

        var plan = await hall.Db.Get<JudgeSeatQueries>().FindPlanAsync(contest.Id);
        Assert.Equal(judge, plan!.Seats.Single(s => s.FormKey == "B2").Judge!.AccountId);
    }

    [Theory, EachDatabase]
    public async Task ClearAsync_SeatWithMarks_StaysOnRecord(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        await hall.Seats.AssignAsync(hall.Organiser, contest.Id, "A1", 1, await hall.AddAccountAsync("judge1"));
        await hall.AddMarkAsync(await hall.AddEntryAsync(contest));

        Assert.Equal("Competitions.SeatHasMarks", (await hall.Seats.ClearAsync(hall.Organiser, contest.Id, "A1", 1)).Error.Code);
        Assert.True((await hall.Seats.AssignAsync(hall.Organiser, contest.Id, "A1", 1, await hall.AddAccountAsync("judge2"))).Succeeded);
    }

    [Theory, EachDatabase]
    public async Task SaveScheme_SmallerPanel_FreesTheSeatsThatAreGone(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync(scheme: PresetSchemes.TrimmedPanel);
        await hall.Seats.AssignAsync(hall.Organiser, contest.Id, "A1", 1, await hall.AddAccountAsync("judge1"));
        await hall.Seats.AssignAsync(hall.Organiser, contest.Id, "A1", 5, await hall.AddAccountAsync("judge5"));

        await hall.Schemes.SaveAsync(hall.Organiser, contest.Id, 1, PresetSchemes.Plain);

        Assert.Equal(1, await hall.CountAsync("select count(*) from judge_seats"));
        Assert.Equal(1, await hall.CountAsync("select count(*) from audit_entries where action = 'seat_cleared'"));
    }
}
