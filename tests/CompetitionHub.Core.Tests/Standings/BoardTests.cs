using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Tests.Judging;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>What the public and the staff see of a board while marks come in.</summary>
public class BoardTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory, EachDatabase]
    public async Task Mark_Submitted_RanksTheEntryAndLeavesTheOthersUnmarked(DatabaseKind kind)
    {
        await using var hall = await OpenAsync(kind);
        await SheetAsync(hall, 1, "8");
        var board = (await hall.Data.Get<StandingsQueries>().FindPublicBoardAsync("games", "welding"))!;
        Assert.Equal(["K02", "K01", "K03"], board.Lines.Select(row => row.Line.Code));
        Assert.Equal([BoardPlace.Ranked, BoardPlace.NotYetMarked, BoardPlace.NotYetMarked], board.Lines.Select(row => row.Place));
        Assert.Equal([1, null, null], board.Lines.Select(row => row.Rank));
        Assert.Null(board.Lines[1].Line.Total);
        Assert.Equal((4, 18), (board.Marked, board.Expected));
        Assert.Equal(hall.Data.Time.GetUtcNow(), board.LastMarkAt);
    }

    [Theory, EachDatabase]
    public async Task Commit_TellsTheFeed_ARefusedCommandDoesNot(DatabaseKind kind)
    {
        await using var hall = await OpenAsync(kind);
        var feed = hall.Data.Get<LiveFeed>();
        var known = feed.Version(hall.Hall.ContestId);
        await hall.RefusedAsync(JudgingErrors.SheetNotSubmitted(), hall.Li, hall.Reopen(basedOn: 0));
        Assert.Equal(known, feed.Version(hall.Hall.ContestId));
        await SheetAsync(hall, 0, "8");
        Assert.Equal(await hall.Hall.ScalarAsync<long>("select revision from boards"), feed.Revision(hall.Hall.ContestId));
    }

    [Theory, EachDatabase]
    public async Task Freeze_MarksComeIn_ThePublicRowsStandStill(DatabaseKind kind)
    {
        await using var hall = await OpenAsync(kind);
        var boards = hall.Data.Get<BoardService>();
        await SheetAsync(hall, 0, "5");
        hall.Data.Time.Advance(TimeSpan.FromMinutes(1));
        var frozen = await PublicRowsAsync(hall);
        Assert.True((await boards.FreezeAsync(hall.Hall.Chief, hall.Hall.ContestId)).Succeeded);
        hall.Data.Time.Advance(TimeSpan.FromMinutes(1));

        await SheetAsync(hall, 1, "9.5");
        await hall.SavedAsync(hall.Li, hall.Mark("M1", "3", basedOn: 1) with { Reason = "misread" });
        await hall.SavedAsync(hall.Hall.Chief, hall.Status(EntryStatus.Active, EntryStatus.Absent, "no show", entry: 2));
        Assert.Equal(frozen, await PublicRowsAsync(hall));

        // Not by throwing the rows away and making them anew, either.
        Assert.True((await boards.RebuildAsync(hall.Hall.Chief, hall.Hall.ContestId)).Succeeded);
        Assert.Equal(frozen, await PublicRowsAsync(hall));

        var staff = (await hall.Data.Get<StandingsQueries>().GetStaffBoardAsync(hall.Hall.Viewer, "games", "welding")).Value;
        Assert.Equal("K02", staff.Lines[0].Line.Code);
        Assert.Equal(EntryStatus.Absent, staff.Lines[^1].Line.Status);

        Assert.True((await boards.UnfreezeAsync(hall.Hall.Chief, hall.Hall.ContestId)).Succeeded);
        var open = (await hall.Data.Get<StandingsQueries>().FindPublicBoardAsync("games", "welding"))!;
        Assert.Equal(staff.Lines.Select(row => (row.Line.Code, row.Rank, row.Line.Total)), open.Lines.Select(row => (row.Line.Code, row.Rank, row.Line.Total)));
    }

    [Theory, EachDatabase]
    public async Task Unfreeze_Undone_ShowsWhatWasShown(DatabaseKind kind)
    {
        await using var hall = await OpenAsync(kind);
        var boards = hall.Data.Get<BoardService>();
        await SheetAsync(hall, 0, "5");
        hall.Data.Time.Advance(TimeSpan.FromMinutes(1));
        var shown = await PublicRowsAsync(hall);
        var frozenAt = (await boards.FreezeAsync(hall.Hall.Organiser, hall.Hall.ContestId)).Value.FrozenAt;
        hall.Data.Time.Advance(TimeSpan.FromMinutes(1));
        await SheetAsync(hall, 1, "9.5");
        await boards.UnfreezeAsync(hall.Hall.Organiser, hall.Hall.ContestId);
        Assert.NotEqual(shown, await PublicRowsAsync(hall));
        Assert.True((await boards.FreezeAsync(hall.Hall.Organiser, hall.Hall.ContestId, frozenAt)).Succeeded);
        Assert.Equal(shown, await PublicRowsAsync(hall));
        Assert.Equal(StandingsErrors.AlreadyFrozen(), (await boards.FreezeAsync(hall.Hall.Organiser, hall.Hall.ContestId)).Error);
    }

    [Theory, EachDatabase]
    public async Task Visibility_DecidesWhatIsWritten_AlsoWhileFrozen(DatabaseKind kind)
    {
        await using var hall = await OpenAsync(kind);
        var boards = hall.Data.Get<BoardService>();
        await SheetAsync(hall, 0, "5");
        Assert.Contains("张三", await PublicRowsAsync(hall), StringComparison.Ordinal);
        await boards.FreezeAsync(hall.Hall.Chief, hall.Hall.ContestId);
        hall.Data.Time.Advance(TimeSpan.FromMinutes(1));
        await SheetAsync(hall, 1, "9.5");

        await boards.SetVisibilityAsync(hall.Hall.Organiser, hall.Hall.ContestId, BoardVisibility.Masked);
        var masked = await PublicRowsAsync(hall);
        Assert.Contains("张*", masked, StringComparison.Ordinal);
        Assert.Contains("Z* S*", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("Zhang", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("9.5", masked, StringComparison.Ordinal);

        await boards.SetVisibilityAsync(hall.Hall.Organiser, hall.Hall.ContestId, BoardVisibility.Codes);
        var codes = await PublicRowsAsync(hall);
        Assert.Contains("K01", codes, StringComparison.Ordinal);
        Assert.DoesNotContain("张", codes, StringComparison.Ordinal);
        Assert.DoesNotContain("Z*", codes, StringComparison.Ordinal);

        await boards.SetVisibilityAsync(hall.Hall.Organiser, hall.Hall.ContestId, BoardVisibility.Hidden);
        Assert.Equal("", await PublicRowsAsync(hall));
        Assert.Null(await hall.Data.Get<StandingsQueries>().FindPublicEntryAsync("games", "welding", "K01"));

        // Hidden while frozen forgets nothing: what was public at the freeze comes back.
        await boards.SetVisibilityAsync(hall.Hall.Organiser, hall.Hall.ContestId, BoardVisibility.Full);
        var open = (await hall.Data.Get<StandingsQueries>().FindPublicBoardAsync("games", "welding"))!;
        Assert.Equal(["K01"], open.Lines.Where(row => row.Rank is not null).Select(row => row.Line.Code));
    }

    [Theory, EachDatabase]
    public async Task Hidden_MarksComeIn_ThePublicDoesNotLearnWhen(DatabaseKind kind)
    {
        await using var hall = await OpenAsync(kind);
        var (boards, standings) = (hall.Data.Get<BoardService>(), hall.Data.Get<StandingsQueries>());
        await SheetAsync(hall, 0, "5");
        Assert.NotNull((await standings.FindPublicCompetitionAsync("games"))!.LastMarkAt);
        await boards.SetVisibilityAsync(hall.Hall.Organiser, hall.Hall.ContestId, BoardVisibility.Hidden);
        await SheetAsync(hall, 1, "9.5");
        Assert.Null((await standings.FindPublicBoardAsync("games", "welding"))!.LastMarkAt);
        Assert.Null((await standings.FindPublicCompetitionAsync("games"))!.LastMarkAt);
        await boards.SetVisibilityAsync(hall.Hall.Organiser, hall.Hall.ContestId, BoardVisibility.Codes);
        Assert.NotNull((await standings.FindPublicBoardAsync("games", "welding"))!.LastMarkAt);
    }

    [Theory, EachDatabase]
    public async Task Rename_WhileFrozenAndMasked_ReachesThePublicWithoutPoints(DatabaseKind kind)
    {
        await using var hall = await OpenAsync(kind);
        await SheetAsync(hall, 0, "5");
        await hall.Data.Get<BoardService>().FreezeAsync(hall.Hall.Chief, hall.Hall.ContestId);
        hall.Data.Time.Advance(TimeSpan.FromMinutes(1));
        await SheetAsync(hall, 1, "9.5");
        await hall.Data.Database.InTransactionAsync(async session =>
        {
            await session.ExecuteAsync("update entries set name_zh = '李四' where code = 'K02'");
            hall.Data.Get<StandingsProjector>().EntryChanged(session, hall.Hall.ContestId, hall.Hall.Entries[1].Id);
            return Result.Success();
        });
        var open = (await hall.Data.Get<StandingsQueries>().FindPublicBoardAsync("games", "welding"))!;
        var row = open.Lines.Single(line => line.Line.Code == "K02");
        Assert.Equal(("李四", null), (row.Line.Name.Zh, row.Line.Total));
    }

    [Theory, EachDatabase]
    public async Task Rebuild_AfterAnyHistory_ChangesNothing(DatabaseKind kind)
    {
        await using var hall = await OpenAsync(kind);
        var boards = hall.Data.Get<BoardService>();
        await SheetAsync(hall, 0, "5");
        await SheetAsync(hall, 1, "7.5");
        await hall.SavedAsync(hall.Wang, hall.Mark("A1", "8", seat: 2), hall.Submit(seat: 2));
        await hall.SavedAsync(hall.Hall.Chief, hall.Status(EntryStatus.Active, EntryStatus.Withdrawn, "ill", entry: 2));
        await hall.SavedAsync(hall.Li, hall.Reopen(entry: 1));
        await hall.SavedAsync(hall.Li, hall.Mark("A1", "6", entry: 1, basedOn: 1));
        var incremental = await AllRowsAsync(hall);
        Assert.True((await boards.RebuildAsync(hall.Hall.Organiser, hall.Hall.ContestId)).Succeeded);
        Assert.Equal(incremental, await AllRowsAsync(hall));
        Assert.Equal(6, incremental.Count);
    }

    [Theory, EachDatabase]
    public async Task Change_ByWhoMayNot_IsRefusedAndChangesNothing(DatabaseKind kind)
    {
        await using var hall = await OpenAsync(kind);
        var boards = hall.Data.Get<BoardService>();
        var id = hall.Hall.ContestId;
        var before = await hall.Hall.ScalarAsync<long>("select revision from boards");
        Assert.Equal(StandingsErrors.MayNotFreeze(), (await boards.FreezeAsync(hall.Hall.Viewer, id)).Error);
        Assert.Equal(StandingsErrors.MayNotPublish(), (await boards.SetVisibilityAsync(hall.Hall.Chief, id, BoardVisibility.Codes)).Error);
        Assert.Equal(StandingsErrors.BoardNotFound(), (await boards.FreezeAsync(hall.Li, id)).Error);
        Assert.Equal(StandingsErrors.BoardNotFound(), (await boards.RebuildAsync(hall.Hall.Stranger, id)).Error);
        Assert.Equal(StandingsErrors.BoardNotFound(), (await boards.FreezeAsync(hall.Hall.Chief, "no-such-board")).Error);
        Assert.Equal(StandingsErrors.NotFrozen(), (await boards.UnfreezeAsync(hall.Hall.Chief, id)).Error);
        Assert.Equal(StandingsErrors.FreezeInFuture(), (await boards.FreezeAsync(hall.Hall.Chief, id, hall.Data.Time.GetUtcNow().AddHours(1))).Error);
        Assert.Equal(StandingsErrors.VisibilityAlready(), (await boards.SetVisibilityAsync(hall.Hall.Organiser, id, BoardVisibility.Full)).Error);
        Assert.Equal(StandingsErrors.BoardNotFound(), (await hall.Data.Get<StandingsQueries>().GetStaffBoardAsync(hall.Li, "games", "welding")).Error);
        Assert.Equal(before, await hall.Hall.ScalarAsync<long>("select revision from boards"));
        Assert.Equal(0, await hall.CountAsync("audit_entries"));
        await boards.FreezeAsync(hall.Hall.Chief, id);
        Assert.Equal(1, await hall.Hall.ScalarAsync<long>("select count(*) from audit_entries where action = 'board_frozen'"));
    }

    [Theory, EachDatabase]
    public async Task Draft_IsNobodysBoard_AndTheDigestNamesTheLeader(DatabaseKind kind)
    {
        await using var hall = await OpenAsync(kind);
        var standings = hall.Data.Get<StandingsQueries>();
        await SheetAsync(hall, 1, "9.5");
        var digest = Assert.Single((await standings.FindPublicCompetitionAsync("games"))!.Contests);
        Assert.Equal(("K02", 3, 4, 18, 22), (Assert.Single(digest.Leaders).Code, digest.Entries, digest.Marked, digest.Expected, digest.Percent));
        await hall.Hall.RunAsync("update competitions set state = 'draft'");
        Assert.Null(await standings.FindPublicBoardAsync("games", "welding"));
        Assert.Null(await standings.FindPublicCompetitionAsync("games"));
        Assert.Empty(await standings.ListPublicAsync());
    }

    private static async Task<JudgingHall> OpenAsync(DatabaseKind kind)
    {
        var hall = await JudgingHall.OpenAsync(kind);
        await hall.Data.Get<BoardService>().RebuildAsync(Actor.System, hall.Hall.ContestId);
        await hall.Hall.RunAsync("delete from audit_entries");
        return hall;
    }

    // Judge 1 marks and submits everything of an entry.
    private static Task SheetAsync(JudgingHall hall, int entry, string panelScore) => hall.SavedAsync(
        hall.Li,
        [hall.Mark("A1", panelScore, entry), hall.Mark("M1", "17.25", entry), hall.Mark("D1", "1", entry), hall.Mark("B1", "1", entry), hall.Submit(entry)]);

    // Everything the public may read of the board: its rows and, entry by entry, the arithmetic.
    private static async Task<string> PublicRowsAsync(JudgingHall hall)
    {
        var standings = hall.Data.Get<StandingsQueries>();
        var board = (await standings.FindPublicBoardAsync("games", "welding"))!;
        var shown = new StringBuilder();
        foreach (var row in board.Lines.OrderBy(row => row.Line.Code))
        {
            var entry = (await standings.FindPublicEntryAsync("games", "welding", row.Line.Code))!;
            shown.Append(JsonSerializer.Serialize(row.Line, Readable)).Append(JsonSerializer.Serialize(entry.Worked, Readable));
            shown.Append(entry.Reasons?.Above?.Row.Line.Total).Append(entry.Reasons?.Above?.Compared[^1].Other).Append(entry.Reasons?.Below?.Row.Line.Code);
        }
        return shown.ToString();
    }

    private static Task<IReadOnlyList<string>> AllRowsAsync(JudgingHall hall) => hall.Data.Database.ReadAsync(session =>
        session.QueryAsync<string>("select audience || entry_id || summary from standing_rows order by audience, entry_id"));
}
