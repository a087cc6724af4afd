using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Competitions;

public sealed class JudgeDelegationServiceTests
{
    [Theory, EachDatabase]
    public async Task SetAsync_AndAgain_IsOnTheRosterAndInTheAudit(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var judge = await hall.AddAccountAsync("judge1");
        var (north, south) = (await AddAsync(hall, "NORTH"), await AddAsync(hall, "SOUTH"));

        Assert.True((await SetAsync(hall, judge, north.Id)).Succeeded);
        Assert.Equal(north.Id, await OnRosterAsync(hall));
        Assert.True((await SetAsync(hall, judge, south.Id)).Succeeded);
        Assert.True((await SetAsync(hall, judge, south.Id)).Succeeded);
        Assert.Equal(south.Id, await OnRosterAsync(hall));
        Assert.True((await SetAsync(hall, judge, null)).Succeeded);
        Assert.Null(await OnRosterAsync(hall));

        Assert.Equal(3, await hall.CountAsync("select count(*) from audit_entries where action = 'judge_delegation_changed'"));
    }

    [Theory, EachDatabase]
    public async Task SetAsync_WhatCannotBe_IsRefused(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var judge = await hall.AddAccountAsync("judge1");
        var stranger = await hall.AddAccountAsync("stranger", role: null);
        var north = await AddAsync(hall, "NORTH");
        var elsewhere = (await hall.Competitions.CreateAsync(Actor.System, Hall.Details("elsewhere"))).Value;
        var far = (await hall.Db.Get<DelegationService>().AddAsync(Actor.System, elsewhere.Id, new("FAR", new("远", "")))).Value;

        Assert.Equal("Competitions.DelegationUnknown", (await SetAsync(hall, judge, far.Id)).Error.Code);
        Assert.Equal("Competitions.NotAJudge", (await SetAsync(hall, stranger, north.Id)).Error.Code);
        Assert.Equal("Competitions.CompetitionNotFound", (await hall.Db.Get<JudgeDelegationService>().SetAsync(hall.Stranger, hall.Competition.Id, judge, north.Id)).Error.Code);
        var chief = hall.Organiser with { Grants = [new(hall.Competition.Id, Role.ChiefJudge)] };
        Assert.Equal("Competitions.MayNotOrganise", (await hall.Db.Get<JudgeDelegationService>().SetAsync(chief, hall.Competition.Id, judge, north.Id)).Error.Code);
        await hall.RunAsync("update competitions set state = 'closed' where id = @Id", new { hall.Competition.Id });
        Assert.Equal("Competitions.CompetitionClosed", (await SetAsync(hall, judge, north.Id)).Error.Code);
        Assert.Equal(0, await hall.CountAsync("select count(*) from judge_delegations"));
    }

    [Theory, EachDatabase]
    public async Task RemovingADelegation_IsRefusedWhileAJudgeComesFromIt(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var judge = await hall.AddAccountAsync("judge1");
        var north = await AddAsync(hall, "NORTH");
        await SetAsync(hall, judge, north.Id);

        Assert.Equal("Registration.DelegationHasJudges", (await hall.Db.Get<DelegationService>().RemoveAsync(hall.Organiser, north)).Error.Code);
        await hall.RunAsync("delete from role_grants where account_id = @judge", new { judge });
        Assert.True((await hall.Db.Get<DelegationService>().RemoveAsync(hall.Organiser, north)).Succeeded);
    }

    [Theory, EachDatabase]
    public async Task RemovingADraft_ForgetsWhereItsJudgesCameFrom(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        await SetAsync(hall, await hall.AddAccountAsync("judge1"), (await AddAsync(hall, "NORTH")).Id);

        Assert.True((await hall.Competitions.RemoveAsync(hall.Organiser, hall.Competition.Id, (await hall.ReloadAsync()).Revision)).Succeeded);
        Assert.Equal(0, await hall.CountAsync("select count(*) from judge_delegations"));
    }

    private static async Task<Delegation> AddAsync(Hall hall, string code) =>
        (await hall.Db.Get<DelegationService>().AddAsync(hall.Organiser, hall.Competition.Id, new(code, new("队" + code, "")))).Value;

    private static Task<Result> SetAsync(Hall hall, string judge, string? delegationId) =>
        hall.Db.Get<JudgeDelegationService>().SetAsync(hall.Organiser, hall.Competition.Id, judge, delegationId);

    private static async Task<string?> OnRosterAsync(Hall hall)
    {
        var contest = (await hall.Db.Get<ContestQueries>().ListAsync(hall.Competition.Id)).FirstOrDefault() ?? await hall.AddContestAsync();
        return Assert.Single((await hall.Db.Get<JudgeSeatQueries>().FindPlanAsync(contest.Id))!.Judges).DelegationId;
    }
}
