using CompetitionHub.Core.Data;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Registration;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Judging;

public class IdempotencyTests
{
    [Theory, EachDatabase]
    public async Task EnterMark_SentAgain_GivesTheSameAnswerOnceStored(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        var mark = hall.Mark("A1", "8.5");
        var first = await hall.DoAsync(hall.Li, mark);
        hall.Data.Time.Advance(TimeSpan.FromMinutes(5));
        await hall.SavedAsync(hall.Li, hall.Mark("A1", "9", basedOn: 1));
        Assert.Equal(first, await hall.DoAsync(hall.Li, mark));
        await hall.Data.ReopenAsync();
        Assert.Equal(first, await hall.DoAsync(hall.Li, mark));
        Assert.True((await hall.Service.CloseFormAsync(hall.Hall.Chief, hall.Hall.ContestId, "f", "done")).Succeeded);
        Assert.Equal(first, await hall.DoAsync(hall.Li, mark));
        Assert.Equal(2, await hall.CountAsync("marks"));
    }

    [Theory, EachDatabase]
    public async Task EnterMark_TwiceInOneRequest_IsStoredOnce(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        var mark = hall.Mark("A1", "8.5");
        var answers = await hall.Service.HandleAsync(hall.Li, [mark, mark, hall.Mark("A1", "9", basedOn: 1)]);
        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(2, answers[2].Stored!.Version);
        Assert.Equal(2, await hall.CountAsync("marks"));
    }

    [Theory, EachDatabase]
    public async Task EnterMark_RefusedThenAllowed_KeepsItsAnswer(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        var mark = hall.Mark("A1", "8.5");
        Assert.True((await hall.Service.CloseFormAsync(hall.Hall.Chief, hall.Hall.ContestId, "f", "done")).Succeeded);
        Assert.Equal(JudgingErrors.FormClosed(), (await hall.DoAsync(hall.Li, mark)).Error);
        Assert.True((await hall.Service.OpenFormAsync(hall.Hall.Chief, hall.Hall.ContestId, "f", "done")).Succeeded);
        Assert.Equal(JudgingErrors.FormClosed(), (await hall.DoAsync(hall.Li, mark)).Error);
        await hall.Data.ReopenAsync();
        Assert.Equal(JudgingErrors.FormClosed(), (await hall.DoAsync(hall.Li, mark)).Error);
        Assert.Equal(0, await hall.CountAsync("marks"));
        await hall.SavedAsync(hall.Li, hall.Mark("A1", "8.5"));
    }

    [Theory, EachDatabase]
    public async Task Commands_WithAnIdUsedForSomethingElse_AreRefused(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        var mark = hall.Mark("A1", "8.5");
        await hall.SavedAsync(hall.Li, mark);
        await hall.RefusedAsync(JudgingErrors.CommandIdTaken(), hall.Li, hall.Mark("A1", "9", entry: 1) with { Id = mark.Id });
        await hall.RefusedAsync(JudgingErrors.CommandIdTaken(), hall.Wang, hall.Mark("A1", "8.5", seat: 2) with { Id = mark.Id });
        var status = hall.Status(EntryStatus.Active, EntryStatus.Absent, entry: 2);
        await hall.SavedAsync(hall.Li, status);
        await hall.RefusedAsync(JudgingErrors.CommandIdTaken(), hall.Wang, status);
        await hall.RefusedAsync(JudgingErrors.CommandIdTaken(), hall.Li, hall.Mark("A1", "9", entry: 1) with { Id = status.Id });
    }

    [Theory, EachDatabase]
    public async Task EnterMark_BasedOnAnOlderVersion_ShowsWhoStoredWhatAndWhen(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        await hall.SavedAsync(hall.Hall.Chief, hall.Mark("A1", "7") with { Reason = "the tablet died" });
        var stored = hall.Data.Time.GetUtcNow();
        hall.Data.Time.Advance(TimeSpan.FromMinutes(1));
        var mine = hall.Mark("A1", "8");
        var answer = await hall.DoAsync(hall.Li, mine);
        Assert.Equal(CommandOutcome.Conflict, answer.Outcome);
        Assert.Equal(new StoredState("value", TestKit.Builders.Schemes.Points("7"), 1, stored, hall.Hall.Chief.DisplayName), answer.Stored);
        var again = await hall.DoAsync(hall.Li, mine);
        Assert.Equal((answer.Outcome, answer.Stored, answer.Error), (again.Outcome, again.Stored, again.Error));
        await hall.RefusedAsync(JudgingErrors.ChangedMeanwhile(), hall.Li, hall.Mark("A1", "8", basedOn: 5));
        await hall.SavedAsync(hall.Li, hall.Mark("A1", "8", basedOn: 1));
    }

    [Theory, EachDatabase]
    public async Task SetStatus_SentAgainAfterItWasUndone_DoesNotComeBack(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        var absent = hall.Status(EntryStatus.Active, EntryStatus.Absent);
        await hall.SavedAsync(hall.Li, absent);
        await hall.SavedAsync(hall.Li, hall.Status(EntryStatus.Absent, EntryStatus.Active));
        await hall.SavedAsync(hall.Li, absent);
        Assert.Equal("active", await hall.Hall.ScalarAsync<string>("select status from entries where code = 'K01'"));
        var late = await hall.DoAsync(hall.Wang, hall.Status(EntryStatus.Absent, EntryStatus.Active));
        Assert.Equal((CommandOutcome.Conflict, "active", hall.Li.DisplayName), (late.Outcome, late.Stored!.State, late.Stored.EnteredBy));
    }

    [Theory, EachDatabase]
    public async Task EnterMark_FromTwoDevicesAtOnce_NeverDoublesOrLoses(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind, entries: 20);
        var commands = Enumerable.Range(0, 20).SelectMany(entry => new[] { hall.Mark("A1", "8", entry), hall.Mark("A1", "9", entry) with { Device = "device-2" } }).ToList();
        var random = new Random(20261120);
        var sent = commands.Concat(commands).Concat(commands).OrderBy(_ => random.Next()).ToList();
        var answers = await Task.WhenAll(sent.Select(command => Task.Run(() => hall.DoAsync(hall.Li, command))));
        foreach (var same in answers.GroupBy(answer => answer.Id))
        {
            Assert.Single(same.Select(answer => answer.Outcome).Distinct());
        }

        Assert.Equal(20, answers.Where(answer => answer.Outcome == CommandOutcome.Saved).Select(answer => answer.Id).Distinct().Count());
        Assert.Equal(20, await hall.CountAsync("marks"));
    }
}
