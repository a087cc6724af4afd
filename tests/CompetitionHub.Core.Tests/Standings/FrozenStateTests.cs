using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Tests.Judging;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>Who is on a frozen board and as what: as when it froze, by whatever way the rows were made.</summary>
public class FrozenStateTests
{
    [Theory, EachDatabase]
    public async Task State_ChangedWhileFrozen_StaysUnseenUntilUnfrozen(DatabaseKind kind)
    {
        await using var hall = await FrozenAsync(kind);
        await hall.SavedAsync(hall.Hall.Chief, hall.Status(EntryStatus.Withdrawn, EntryStatus.Disqualified, "cheated", entry: 1));
        await hall.SavedAsync(hall.Hall.Chief, hall.Status(EntryStatus.Active, EntryStatus.Absent, "no show", entry: 2));
        await ShowsAsync(hall, EntryStatus.Active, EntryStatus.Withdrawn, EntryStatus.Active);

        await Boards(hall).RebuildAsync(hall.Hall.Organiser, hall.Hall.ContestId);
        await ShowsAsync(hall, EntryStatus.Active, EntryStatus.Withdrawn, EntryStatus.Active);

        await Boards(hall).UnfreezeAsync(hall.Hall.Organiser, hall.Hall.ContestId);
        await ShowsAsync(hall, EntryStatus.Active, EntryStatus.Disqualified, EntryStatus.Absent);
    }

    [Theory, EachDatabase]
    public async Task State_ChangedWhileFrozenAndHidden_StaysUnseenWhenShownAgain(DatabaseKind kind)
    {
        await using var hall = await FrozenAsync(kind);
        await Boards(hall).SetVisibilityAsync(hall.Hall.Organiser, hall.Hall.ContestId, BoardVisibility.Hidden);
        await hall.SavedAsync(hall.Hall.Chief, hall.Status(EntryStatus.Active, EntryStatus.Absent, "no show", entry: 2));
        await ShowsAsync(hall);
        await Boards(hall).SetVisibilityAsync(hall.Hall.Organiser, hall.Hall.ContestId, BoardVisibility.Codes);
        await ShowsAsync(hall, EntryStatus.Active, EntryStatus.Withdrawn, EntryStatus.Active);
    }

    [Theory, EachDatabase]
    public async Task Unfreeze_Undone_ShowsTheStatesOfTheFreeze(DatabaseKind kind)
    {
        await using var hall = await FrozenAsync(kind);
        var frozenAt = hall.Data.Time.GetUtcNow().AddMinutes(-1);
        await hall.SavedAsync(hall.Hall.Chief, hall.Status(EntryStatus.Active, EntryStatus.Absent, "no show", entry: 2));
        await Boards(hall).UnfreezeAsync(hall.Hall.Organiser, hall.Hall.ContestId);
        await ShowsAsync(hall, EntryStatus.Active, EntryStatus.Withdrawn, EntryStatus.Absent);
        await Boards(hall).FreezeAsync(hall.Hall.Organiser, hall.Hall.ContestId, frozenAt);
        await ShowsAsync(hall, EntryStatus.Active, EntryStatus.Withdrawn, EntryStatus.Active);
    }

    [Theory, EachDatabase]
    public async Task Entry_AddedWhileFrozen_AppearsWithTheUnfreeze(DatabaseKind kind)
    {
        await using var hall = await FrozenAsync(kind);
        var added = (await hall.Data.Get<EntryService>().AddAsync(
            hall.Hall.Organiser, hall.Hall.CompetitionId, new(hall.Hall.ContestId, null, "Z9", new("新来", "New"), []))).Value;
        Assert.Equal("Z9", added.Code);
        Assert.Equal(4, (await hall.Data.Get<StandingsQueries>().GetStaffBoardAsync(hall.Hall.Organiser, "games", "welding")).Value.Lines.Count);
        await ShowsAsync(hall, EntryStatus.Active, EntryStatus.Withdrawn, EntryStatus.Active);
        Assert.Null(await hall.Data.Get<StandingsQueries>().FindPublicEntryAsync("games", "welding", "Z9"));

        await Boards(hall).RebuildAsync(hall.Hall.Organiser, hall.Hall.ContestId);
        await ShowsAsync(hall, EntryStatus.Active, EntryStatus.Withdrawn, EntryStatus.Active);

        await Boards(hall).UnfreezeAsync(hall.Hall.Organiser, hall.Hall.ContestId);
        await ShowsAsync(hall, EntryStatus.Active, EntryStatus.Withdrawn, EntryStatus.Active, EntryStatus.Active);
    }

    [Theory, EachDatabase]
    public async Task Entry_MovedInWhileFrozen_AppearsWithTheUnfreeze(DatabaseKind kind)
    {
        await using var hall = await FrozenAsync(kind);
        var other = (await hall.Data.Get<ContestService>().CreateAsync(
            hall.Hall.Organiser, hall.Hall.CompetitionId, Competitions.Hall.Contest("pastry"), PresetSchemes.Plain)).Value;
        var entries = hall.Data.Get<EntryService>();
        var added = (await entries.AddAsync(hall.Hall.Organiser, hall.Hall.CompetitionId, new(other.Id, null, "Z9", new("别处", "Elsewhere"), []))).Value;
        // It was there before the freeze, only elsewhere.
        await hall.Hall.RunAsync("update entries set created_at = 0 where id = @Id", new { added.Id });
        var moved = (await entries.UpdateAsync(hall.Hall.Organiser, added, new(hall.Hall.ContestId, null, "Z9", added.Name, []))).Value;
        Assert.Equal(4, (await hall.Data.Get<StandingsQueries>().GetStaffBoardAsync(hall.Hall.Organiser, "games", "welding")).Value.Lines.Count);
        await ShowsAsync(hall, EntryStatus.Active, EntryStatus.Withdrawn, EntryStatus.Active);
        Assert.Null(await hall.Data.Get<StandingsQueries>().FindPublicEntryAsync("games", "welding", "Z9"));

        // Another name is no other contest, and taking a removal back keeps what was known.
        await entries.UpdateAsync(hall.Hall.Organiser, moved, new(hall.Hall.ContestId, null, "Z9", new("别名", "Other"), []));
        var removed = (await entries.RemoveAsync(hall.Hall.Organiser, hall.Hall.CompetitionId, [added.Id])).Value;
        Assert.True((await entries.RestoreAsync(hall.Hall.Organiser, hall.Hall.CompetitionId, removed)).Succeeded);
        await Boards(hall).RebuildAsync(hall.Hall.Organiser, hall.Hall.ContestId);
        await ShowsAsync(hall, EntryStatus.Active, EntryStatus.Withdrawn, EntryStatus.Active);

        await Boards(hall).UnfreezeAsync(hall.Hall.Organiser, hall.Hall.ContestId);
        await ShowsAsync(hall, EntryStatus.Active, EntryStatus.Withdrawn, EntryStatus.Active, EntryStatus.Active);
    }

    [Theory, EachDatabase]
    public async Task Entry_RemovedAndBroughtBackWhileFrozen_KeepsItsHistory(DatabaseKind kind)
    {
        await using var hall = await FrozenAsync(kind);
        var entries = hall.Data.Get<EntryService>();
        await hall.SavedAsync(hall.Hall.Chief, hall.Status(EntryStatus.Withdrawn, EntryStatus.Disqualified, "cheated", entry: 1));
        var removed = (await entries.RemoveAsync(hall.Hall.Organiser, hall.Hall.CompetitionId, [hall.Hall.Entries[1].Id])).Value;
        await ShowsAsync(hall, EntryStatus.Active, EntryStatus.Active);
        Assert.True((await entries.RestoreAsync(hall.Hall.Organiser, hall.Hall.CompetitionId, removed)).Succeeded);
        await ShowsAsync(hall, EntryStatus.Active, EntryStatus.Withdrawn, EntryStatus.Active);
    }

    [Theory, EachDatabase]
    public async Task Arithmetic_WhileFrozen_IsThatOfTheFreeze(DatabaseKind kind)
    {
        await using var hall = await FrozenAsync(kind);
        await hall.SavedAsync(hall.Li, hall.FullSheet());
        await hall.SavedAsync(hall.Li, hall.Submit());
        var standings = hall.Data.Get<StandingsQueries>();
        var code = hall.Hall.Entries[0].Code;
        var open = (await standings.FindPublicEntryAsync("games", "welding", code))!;
        var staff = (await standings.GetStaffEntryAsync(hall.Hall.Organiser, "games", "welding", code)).Value;
        Assert.Equal((0, 4), (Given(open.Worked), Given(staff.Worked)));
        Assert.Equal((null, staff.Row.Line.Total), (open.Row.Line.Total, staff.Worked.Points));
    }

    [Theory, EachDatabase]
    public async Task Confirmed_SheetsAreHandedIn_TheBoardTellsNoTime(DatabaseKind kind)
    {
        await using var hall = await FrozenAsync(kind);
        await Boards(hall).UnfreezeAsync(hall.Hall.Organiser, hall.Hall.ContestId);
        await hall.Hall.RunAsync("update contests set counting = 'confirmed'");
        await hall.SavedAsync(hall.Li, hall.FullSheet());
        await hall.SavedAsync(hall.Li, hall.Submit());
        Assert.Null((await hall.Data.Get<StandingsQueries>().FindPublicBoardAsync("games", "welding"))!.LastMarkAt);
    }

    // Three entries, the second withdrawn; frozen a minute ago.
    private static async Task<JudgingHall> FrozenAsync(DatabaseKind kind)
    {
        var hall = await JudgingHall.OpenAsync(kind);
        await hall.SavedAsync(hall.Hall.Chief, hall.Status(EntryStatus.Active, EntryStatus.Withdrawn, "ill", entry: 1));
        hall.Data.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await Boards(hall).FreezeAsync(hall.Hall.Organiser, hall.Hall.ContestId)).Succeeded);
        hall.Data.Time.Advance(TimeSpan.FromMinutes(1));
        return hall;
    }

    private static BoardService Boards(JudgingHall hall) => hall.Data.Get<BoardService>();

    private static async Task ShowsAsync(JudgingHall hall, params EntryStatus[] states)
    {
        var board = (await hall.Data.Get<StandingsQueries>().FindPublicBoardAsync("games", "welding"))!;
        Assert.Equal(states, board.Lines.OrderBy(row => row.Line.Code, StringComparer.Ordinal).Select(row => row.Line.Status));
    }

    private static int Given(WorkedNode node) => node.Marks.Count(mark => mark.State == "value") + node.Parts.Sum(Given);
}
