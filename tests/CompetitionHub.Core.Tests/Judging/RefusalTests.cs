using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Judging;

public class RefusalTests
{
    [Theory, EachDatabase]
    public async Task EnterMark_ByNobodyOfThisPanel_IsRefused(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        var mark = hall.Mark("A1", "8");
        await hall.RefusedAsync(JudgingErrors.NotYourSheet(1), hall.Wang, mark);
        await hall.RefusedAsync(JudgingErrors.NotFound(), hall.Hall.Stranger, mark);
        await hall.RefusedAsync(JudgingErrors.NotFound(), hall.Hall.Viewer, mark);
        await hall.RefusedAsync(JudgingErrors.NotFound(), Actor.Anonymous, mark);
        Assert.Equal(0, await hall.CountAsync("commands"));
        await hall.RefusedAsync(JudgingErrors.NotFound(), hall.Li with { Grants = [] }, mark);
    }

    [Theory, EachDatabase]
    public async Task EnterMark_OfUnknownThings_IsRefused(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        var unknown = Ids.New(hall.Data.Time);
        await hall.RefusedAsync(JudgingErrors.NotFound(), hall.Li, hall.Mark("A1", "8") with { ContestId = unknown });
        await hall.RefusedAsync(JudgingErrors.NotFound(), hall.Li, hall.Mark("A1", "8") with { EntryId = unknown });
        await hall.RefusedAsync(JudgingErrors.NotYourSheet(1), hall.Li, hall.Mark("A1", "8", form: "nowhere"));
        await hall.RefusedAsync(JudgingErrors.NotYourSheet(9), hall.Li, hall.Mark("A1", "8", seat: 9));
        await hall.RefusedAsync(JudgingErrors.AspectUnknown(), hall.Li, hall.Mark("Z9", "8"));
        await hall.RefusedAsync(JudgingErrors.AspectOfAnotherSeat(1), hall.Wang, hall.Mark("M1", "8", seat: 2));
        await hall.RefusedAsync(JudgingErrors.CodeMismatch("K02"), hall.Li, hall.Mark("A1", "8") with { EntryCode = "K02" });
        await hall.RefusedAsync(JudgingErrors.SchemeChanged(), hall.Li, hall.Mark("A1", "8") with { SchemeVersion = 2 });
    }

    [Theory, EachDatabase]
    public async Task EnterMark_AgainstTheAspect_IsRefused(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        await hall.RefusedAsync(MarkErrors.OutOfRange(default, default), hall.Li, hall.Mark("A1", "10.5"));
        await hall.RefusedAsync(MarkErrors.OutOfRange(default, default), hall.Li, hall.Mark("A1", "-1"));
        await hall.RefusedAsync(MarkErrors.WrongStep(default, default), hall.Li, hall.Mark("A1", "8.3"));
        await hall.RefusedAsync(MarkErrors.NotListed("1 / 0"), hall.Li, hall.Mark("B1", "2"));
        await hall.RefusedAsync(MarkErrors.WrongStep(Score.One, Score.Zero), hall.Li, hall.Mark("D1", "1.5"));
        await hall.RefusedAsync(MarkErrors.ValueMissing(), hall.Li, hall.Mark("A1", null));
        await hall.RefusedAsync(MarkErrors.ValueNotExpected(), hall.Li, hall.Mark("A1", "1", state: MarkState.NotAttempted));
        await hall.RefusedAsync(JudgingErrors.OnlyChiefLeavesOut(), hall.Li, hall.Mark("A1", null, state: MarkState.JudgeAbsent));
        await hall.RefusedAsync(MarkErrors.NoPanel(), hall.Hall.Chief, hall.Mark("M1", null, state: MarkState.JudgeAbsent) with { Reason = "ill" });
    }

    [Theory, EachDatabase]
    public async Task EnterMark_WhenNothingMayBeMarked_IsRefused(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        foreach (var state in new[] { "draft", "published", "closed" })
        {
            await hall.Hall.RunAsync("update competitions set state = @state", new { state });
            await hall.RefusedAsync(JudgingErrors.NotRunning(), hall.Li, hall.Mark("A1", "8"));
        }

        await hall.Hall.RunAsync("update competitions set state = 'running'");
        foreach (var (state, error) in new[]
        {
            ("absent", JudgingErrors.EntryAbsent("K01")), ("withdrawn", JudgingErrors.EntryWithdrawn("K01")), ("disqualified", JudgingErrors.EntryDisqualified("K01")),
        })
        {
            await hall.Hall.RunAsync("update entries set status = @state where code = 'K01'", new { state });
            await hall.RefusedAsync(error, hall.Li, hall.Mark("A1", "8"));
            await hall.RefusedAsync(error, hall.Hall.Chief, hall.Mark("A1", "8") with { Reason = "device died" });
        }

        Assert.True((await hall.Service.CloseFormAsync(hall.Hall.Chief, hall.Hall.ContestId, "f", "done")).Succeeded);
        await hall.RefusedAsync(JudgingErrors.FormClosed(), hall.Li, hall.Mark("A1", "8", entry: 1));
        await hall.RefusedAsync(JudgingErrors.FormClosed(), hall.Hall.Chief, hall.Mark("A1", "8", entry: 1) with { Reason = "device died" });
        Assert.True((await hall.Service.OpenFormAsync(hall.Hall.Chief, hall.Hall.ContestId, "f", "one was forgotten")).Succeeded);
        await hall.SavedAsync(hall.Li, hall.Mark("A1", "8", entry: 1));
    }

    [Theory, EachDatabase]
    public async Task EnterMark_ForAJudge_NeedsAReasonAndGoesOnRecordWithBothNames(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        await hall.RefusedAsync(JudgingErrors.ReasonMissing(), hall.Hall.Chief, hall.Mark("A1", "8"));
        await hall.RefusedAsync(JudgingErrors.ReasonUnusable(0), hall.Hall.Chief, hall.Mark("A1", "8") with { Reason = "  " });
        await hall.RefusedAsync(JudgingErrors.ReasonUnusable(0), hall.Hall.Chief, hall.Mark("A1", "8") with { Reason = new string('x', 501) });
        await hall.SavedAsync(hall.Hall.Chief, hall.Mark("A1", "8") with { Reason = "the tablet died" });
        Assert.Equal(hall.Li.AccountId, await hall.Hall.ScalarAsync<string>("select judge_id from marks"));
        Assert.Equal(hall.Hall.Chief.AccountId, await hall.Hall.ScalarAsync<string>("select entered_by from marks"));
        Assert.Equal("the tablet died", await hall.Hall.ScalarAsync<string>("select reason from audit_entries where action = 'mark_entered'"));
        await hall.Hall.RunAsync("delete from judge_seats where seat = 2");
        await hall.RefusedAsync(JudgingErrors.SeatEmpty(2), hall.Hall.Chief, hall.Mark("A1", "8", seat: 2) with { Reason = "nobody sits there" });
    }

    [Theory, EachDatabase]
    public async Task EnterMark_OfImportedValues_IsForThoseWhoDirect(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        var theory = hall.Mark("T1", "50", seat: 0, form: "theory");
        await hall.RefusedAsync(JudgingErrors.NotYourSheet(0), hall.Li, theory);
        await hall.RefusedAsync(JudgingErrors.AspectOfAnotherSeat(1), hall.Hall.Chief, hall.Mark("A1", "8", seat: 0));
        await hall.SavedAsync(hall.Hall.Chief, theory);
        var board = await hall.Hall.ScalarAsync<string>("select summary from standing_rows where audience = 'public'");
        Assert.NotNull(board);
    }

    [Theory, EachDatabase]
    public async Task SetStatus_ByAJudge_IsAbsentOrPresentOnly(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        await hall.RefusedAsync(JudgingErrors.StatusNotYours(), hall.Li, hall.Status(EntryStatus.Active, EntryStatus.Disqualified, "cheated"));
        await hall.RefusedAsync(JudgingErrors.StatusAlready(), hall.Li, hall.Status(EntryStatus.Active, EntryStatus.Active));
        await hall.RefusedAsync(JudgingErrors.NotFound(), hall.Hall.Stranger, hall.Status(EntryStatus.Active, EntryStatus.Absent));
        await hall.SavedAsync(hall.Li, hall.Status(EntryStatus.Active, EntryStatus.Absent));
        await hall.SavedAsync(hall.Wang, hall.Status(EntryStatus.Absent, EntryStatus.Active));
        await hall.RefusedAsync(JudgingErrors.ReasonMissing(), hall.Hall.Chief, hall.Status(EntryStatus.Active, EntryStatus.Disqualified));
        await hall.SavedAsync(hall.Hall.Chief, hall.Status(EntryStatus.Active, EntryStatus.Disqualified, "cheated"));
        Assert.Equal("cheated", await hall.Hall.ScalarAsync<string>("select status_reason from entries where code = 'K01'"));
        await hall.RefusedAsync(JudgingErrors.StatusNotYours(), hall.Li, hall.Status(EntryStatus.Disqualified, EntryStatus.Active));
        await hall.SavedAsync(hall.Hall.Organiser, hall.Status(EntryStatus.Disqualified, EntryStatus.Active, "appeal upheld"));
    }

    [Theory, EachDatabase]
    public async Task CloseForm_ByOthersOrTwice_IsRefused(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        var contest = hall.Hall.ContestId;
        Assert.Equal(JudgingErrors.NotFound(), (await hall.Service.CloseFormAsync(hall.Li, contest, "f", "done")).Error);
        Assert.Equal(JudgingErrors.MayNotDirect(), (await hall.Service.CloseFormAsync(hall.Hall.Viewer, contest, "f", "done")).Error);
        Assert.Equal(JudgingErrors.NotFound(), (await hall.Service.CloseFormAsync(hall.Hall.Chief, contest, "nowhere", "done")).Error);
        Assert.Equal(JudgingErrors.ReasonMissing(), (await hall.Service.CloseFormAsync(hall.Hall.Chief, contest, "f", null)).Error);
        Assert.Equal(JudgingErrors.FormAlready(), (await hall.Service.OpenFormAsync(hall.Hall.Chief, contest, "f", "done")).Error);
        Assert.True((await hall.Service.CloseFormAsync(hall.Hall.Chief, contest, "f", "done")).Succeeded);
        Assert.Equal(JudgingErrors.FormAlready(), (await hall.Service.CloseFormAsync(hall.Hall.Chief, contest, "f", "done")).Error);
    }
}
