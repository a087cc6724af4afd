using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Judging;

public class SheetTests
{
    [Theory, EachDatabase]
    public async Task FirstMark_FreezesTheScheme(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        await hall.SavedAsync(hall.Li, hall.FullSheet());
        Assert.Equal(1, await hall.Hall.ScalarAsync<long>("select count(*) from schemes where frozen_at is not null"));
        Assert.Equal(1, await hall.Hall.ScalarAsync<long>("select count(*) from audit_entries where action = 'scheme_frozen'"));
    }

    [Theory, EachDatabase]
    public async Task Submit_WithMissingMarks_NamesThem(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        await hall.SavedAsync(hall.Li, hall.Mark("A1", "8"), hall.Mark("M1", "20"), hall.Mark("M1", null, basedOn: 1, state: MarkState.Cleared));
        var answer = await hall.DoAsync(hall.Li, hall.Submit());
        Assert.Equal(JudgingErrors.MarksMissing(3, "M1, D1, B1"), answer.Error);
        await hall.RefusedAsync(JudgingErrors.NothingToSubmit(), hall.Hall.Chief, hall.Submit(seat: 0));
    }

    [Theory, EachDatabase]
    public async Task Submit_OfAnythingElseThanWhatWasSeen_IsAConflict(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        await hall.SavedAsync(hall.Li, hall.FullSheet());
        await hall.SavedAsync(hall.Li, hall.Mark("A1", "3", basedOn: 1) with { Device = "device-2" });
        await hall.RefusedAsync(JudgingErrors.ChangedMeanwhile(), hall.Li, hall.Submit());
        await hall.SavedAsync(hall.Li, hall.Submit() with { Seen = new Dictionary<string, int> { ["A1"] = 2, ["M1"] = 1, ["D1"] = 1, ["B1"] = 1 } });
    }

    [Theory, EachDatabase]
    public async Task Submit_MovesTheBoard_AndReopenTakesItBack(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        await hall.SavedAsync(hall.Li, hall.FullSheet());
        Assert.Equal(0, await hall.CountAsync("standing_rows"));
        var submit = hall.Submit();
        await hall.SavedAsync(hall.Li, submit);
        Assert.Contains("17.25", await CountedAsync(hall));

        await hall.RefusedAsync(JudgingErrors.SheetSubmitted(), hall.Li, hall.Mark("M1", "10", basedOn: 1));
        await hall.SavedAsync(hall.Li, hall.Mark("M1", "10", basedOn: 1) with { Reason = "misread the gauge" });
        await hall.RefusedAsync(JudgingErrors.SheetSubmitted(), hall.Li, hall.Mark("M1", null, basedOn: 2, state: MarkState.Cleared) with { Reason = "no" });
        await hall.RefusedAsync(JudgingErrors.ChangedMeanwhile(), hall.Li, hall.Submit());
        await hall.SavedAsync(hall.Li, hall.Reopen());
        await hall.RefusedAsync(JudgingErrors.SheetNotSubmitted(), hall.Li, hall.Reopen(basedOn: 2));
        Assert.All(await CountedAsync(hall), Assert.Null);
        // The first submit arrives once more, late: it was answered, and changes nothing.
        var late = await hall.DoAsync(hall.Li, submit);
        Assert.Equal((CommandOutcome.Saved, 1), (late.Outcome, late.Stored!.Version));
        Assert.Equal(2, await hall.CountAsync("mark_sheets"));
        Assert.True((await hall.Data.Get<AuditVerifier>().VerifyAsync("games")).Value.Intact);
    }

    [Theory, EachDatabase]
    public async Task MyForms_CountWhatIsDoneAndNameWhatIsNext(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        await hall.SavedAsync(hall.Li, [.. hall.FullSheet(), hall.Submit(), hall.Status(EntryStatus.Active, EntryStatus.Absent, entry: 2)]);
        var form = Assert.Single(await hall.Queries.ListMyFormsAsync(hall.Li));
        Assert.Equal(("f", 1, 2, 1, 1), (form.FormKey, form.Seat, form.Entries, form.Submitted, form.ToDo));
        Assert.Equal(["K02"], form.Next);
        Assert.Equal(2, Assert.Single(await hall.Queries.ListMyFormsAsync(hall.Wang)).ToDo);
        Assert.Empty(await hall.Queries.ListMyFormsAsync(hall.Hall.Stranger));
        Assert.Empty(await hall.Queries.ListMyFormsAsync(hall.Li with { Grants = [] }));
    }

    [Theory, EachDatabase]
    public async Task MyFormsAndPad_NameTheGroup_SoThatContestsOfOneTradeAreToldApart(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        await hall.Hall.RunAsync("update contests set group_zh = '学生组', group_en = ''");

        var pad = await hall.Queries.FindPadAsync(hall.Li, hall.Hall.CompetitionSlug, hall.Hall.ContestSlug, "f", null);

        Assert.Equal(new LocalText("焊工 · 学生组", "Welding · 学生组"), Assert.Single(await hall.Queries.ListMyFormsAsync(hall.Li)).ContestTitle);
        Assert.Equal(new LocalText("焊工 · 学生组", "Welding · 学生组"), pad.Value.ContestTitle);
    }

    [Theory, EachDatabase]
    public async Task Pad_ShowsTheOwnSheetOnly(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        await hall.SavedAsync(hall.Li, hall.FullSheet());
        await hall.SavedAsync(hall.Wang, hall.Mark("A1", "2", seat: 2));
        var own = (await hall.Queries.FindPadAsync(hall.Wang, "games", "welding", "f", null)).Value;
        Assert.Equal((2, false, "A1"), (own.Seat, own.ForJudge, Assert.Single(own.Aspects).Key));
        Assert.Equal(["K01", "K02", "K03"], own.Entries.Select(e => e.Code));
        Assert.Equal("2", Assert.Single(own.Entries[0].Marks).Value.ToString());

        Assert.Equal("Judging.NotYourSheet", (await hall.Queries.FindPadAsync(hall.Wang, "games", "welding", "f", 1)).Error.Code);
        Assert.Equal("Judging.NotFound", (await hall.Queries.FindPadAsync(hall.Hall.Stranger, "games", "welding", "f", null)).Error.Code);
        Assert.Equal("Judging.NotFound", (await hall.Queries.FindPadAsync(hall.Hall.Chief, "games", "welding", "f", null)).Error.Code);
        var other = (await hall.Queries.FindPadAsync(hall.Hall.Chief, "games", "welding", "f", 1)).Value;
        Assert.Equal((true, hall.Li.DisplayName, 4), (other.ForJudge, other.JudgeName, other.Entries[0].Marks.Count));
        var theory = (await hall.Queries.FindPadAsync(hall.Hall.Chief, "games", "welding", "theory", 0)).Value;
        Assert.Equal((false, "T1"), (theory.ForJudge, Assert.Single(theory.Aspects).Key));
    }

    [Theory, EachDatabase]
    public async Task Progress_IsAGridOfEntriesAndForms(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        await hall.SavedAsync(hall.Li, [.. hall.FullSheet(), hall.Submit(), hall.Mark("A1", "5", entry: 1)]);
        await hall.SavedAsync(hall.Wang, hall.Mark("A1", "2", seat: 2), hall.Submit(seat: 2));
        var progress = (await hall.Queries.FindProgressAsync(hall.Hall.Viewer, hall.Hall.ContestId)).Value;
        Assert.Equal(["f", "theory"], progress.Forms.Select(f => f.Key));
        Assert.Equal([PanelCellState.Done, PanelCellState.Empty], progress.Rows[0].Cells.Select(c => c.State));
        Assert.Equal([new PanelSheet(1, 1, 4, false), new PanelSheet(2, 0, 1, false)], progress.Rows[1].Cells[0].Seats);
        Assert.Equal(4, progress.SheetsMissing);
        Assert.Equal("Judging.NotFound", (await hall.Queries.FindProgressAsync(hall.Li, hall.Hall.ContestId)).Error.Code);
    }

    // The values on the first entry's board line, aspect by aspect; null where nothing counts.
    private static async Task<IReadOnlyList<string?>> CountedAsync(JudgingHall hall)
    {
        var entry = (await hall.Data.Get<StandingsQueries>().GetStaffEntryAsync(hall.Hall.Viewer, "games", "welding", hall.Hall.Entries[0].Code)).Value;
        return [.. Marks(entry.Worked).Select(mark => mark.Value)];

        static IEnumerable<WorkedMark> Marks(WorkedNode node) => node.Parts.SelectMany(Marks).Concat(node.Marks);
    }
}
