using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Tests.Judging;
using CompetitionHub.TestKit.Databases;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>Boards whose rows depend on each other: on the field, and on what was decided between equals.</summary>
public sealed class FieldStandingsTests
{
    private static readonly MarkingScheme Corrected = Scheme(Module("m", Form("f", 1, Aspect("A1", new DirectPoints(), "100")))
        with { Normalise = new(NormalisationMethod.FactorAllEntries, new(3)) }) with { Rounding = new() { Module = new(2), Total = new(2) } };

    private static readonly MarkingScheme Decided = OneForm(1, Aspect("A1", new DirectPoints(), "100"))
        with { Ranks = RankStyle.Unique, TieBreaks = [new CommitteeTieBreak { Order = TieBreakOrder.LowerFirst }, new LotTieBreak(null)] };

    [Theory, EachDatabase]
    public async Task Mark_WhereTheFieldCounts_MovesTheOthersToo(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind, Corrected);
        await hall.Hall.RunAsync("update entries set panel = 'B' where code = 'K02'");
        await MarkAsync(hall, 0, "60");
        Assert.Equal("60.00", await TotalAsync(hall, "K01"));
        // Means 60 and 80, all 70: factors 1.167 and 0.875.
        await MarkAsync(hall, 1, "80");
        Assert.Equal(("70.02", "70.00"), (await TotalAsync(hall, "K01"), await TotalAsync(hall, "K02")));

        // Who is out is no part of the field.
        await hall.SavedAsync(hall.Hall.Chief, hall.Status(EntryStatus.Active, EntryStatus.Withdrawn, "ill", entry: 1));
        Assert.Equal("60.00", await TotalAsync(hall, "K01"));
        var entry = (await hall.Data.Get<StandingsQueries>().GetStaffEntryAsync(hall.Hall.Organiser, "games", "welding", "K01")).Value;
        Assert.Equal("60", entry.Worked.Points);
    }

    [Theory, EachDatabase]
    public async Task OpponentWithdraws_TheOtherOneHasWon_WhateverTheBoutWas(DatabaseKind kind)
    {
        var bout = OneForm(1, Aspect("pair", new DirectPoints(), null) with { Role = AspectRole.Info }, Aspect("A1", new PairWin("pair", TieBreakOrder.HigherFirst), null));
        await using var hall = await JudgingHall.OpenAsync(kind, bout);
        foreach (var (entry, points) in new[] { (0, "60"), (1, "80") })
        {
            await hall.SavedAsync(hall.Li, hall.Mark("pair", "1", entry));
            await hall.SavedAsync(hall.Li, hall.Mark("A1", points, entry));
            await hall.SavedAsync(hall.Li, hall.Submit(entry, 1, 0, "pair", "A1"));
        }

        Assert.Equal(("0", "1"), (await TotalAsync(hall, "K01"), await TotalAsync(hall, "K02")));
        await hall.SavedAsync(hall.Hall.Chief, hall.Status(EntryStatus.Active, EntryStatus.Disqualified, "forbidden tool", entry: 1));
        Assert.Equal("1", await TotalAsync(hall, "K01"));
        await hall.SavedAsync(hall.Hall.Chief, hall.Status(EntryStatus.Disqualified, EntryStatus.Active, "the appeal was upheld", entry: 1));
        Assert.Equal(("0", "1"), (await TotalAsync(hall, "K01"), await TotalAsync(hall, "K02")));
    }

    [Theory, EachDatabase]
    public async Task Decision_OfACommittee_PartsEquals_OnRecordAndNotBehindAFreeze(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind, Decided);
        await MarkAsync(hall, 0, "60");
        await MarkAsync(hall, 1, "60");
        Assert.Equal("K01=1? K02=1?", await RanksAsync(hall));
        hall.Data.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await hall.Data.Get<BoardService>().FreezeAsync(hall.Hall.Organiser, hall.Hall.ContestId)).Succeeded);
        hall.Data.Time.Advance(TimeSpan.FromMinutes(1));

        var decisions = hall.Data.Get<RankDecisionService>();
        Assert.True((await decisions.DecideAsync(hall.Hall.Chief, hall.Hall.ContestId, ["K02", "K01"], "cleaner seam")).Succeeded);
        Assert.Equal("K02=1 K01=2", await RanksAsync(hall));
        var seen = (await hall.Data.Get<StandingsQueries>().FindPublicBoardAsync("games", "welding"))!;
        Assert.Equal([1, 1], seen.Lines.Where(row => row.Rank is not null).Select(row => row.Rank!.Value));
        Assert.Equal(1, await hall.Hall.ScalarAsync<long>("select count(*) from audit_entries where action = 'tie_decided' and reason = 'cleaner seam'"));
        Assert.Single(await decisions.ListAsync(hall.Hall.Viewer, hall.Hall.ContestId));
    }

    [Theory, EachDatabase]
    public async Task Decision_RefusedOnes_ChangeNothing(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind, Decided);
        var decisions = hall.Data.Get<RankDecisionService>();
        var contest = hall.Hall.ContestId;
        Assert.Equal("Standings.MayNotDecide", (await decisions.DecideAsync(hall.Hall.Viewer, contest, ["K01", "K02"], "x")).Error.Code);
        Assert.Equal("Standings.BoardNotFound", (await decisions.DecideAsync(hall.Hall.Stranger, contest, ["K01", "K02"], "x")).Error.Code);
        Assert.Equal("Standings.ReasonMissing", (await decisions.DecideAsync(hall.Hall.Chief, contest, ["K01", "K02"], " ")).Error.Code);
        Assert.Equal("Standings.NothingToDecide", (await decisions.DecideAsync(hall.Hall.Chief, contest, ["K01", "K01"], "x")).Error.Code);
        Assert.Equal("Standings.EntryUnknown", (await decisions.DecideAsync(hall.Hall.Chief, contest, ["K01", "K99"], "x")).Error.Code);
        Assert.Equal("Standings.SeedMissing", (await decisions.DrawLotAsync(hall.Hall.Chief, contest, "", "x")).Error.Code);
        Assert.Equal(0, await hall.Hall.ScalarAsync<long>("select count(*) from rank_decisions"));

        await using var plain = await JudgingHall.OpenAsync(kind);
        Assert.Equal("Standings.NoSuchComparator", (await plain.Data.Get<RankDecisionService>().DrawLotAsync(plain.Hall.Chief, plain.Hall.ContestId, "s", "x")).Error.Code);
    }

    [Theory, EachDatabase]
    public async Task Lot_WithASeed_PartsWhatTheCommitteeLeft(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind, Decided);
        await MarkAsync(hall, 0, "60");
        await MarkAsync(hall, 1, "60");
        Assert.True((await hall.Data.Get<RankDecisionService>().DrawLotAsync(hall.Hall.Organiser, hall.Hall.ContestId, "08 11 17 22 26 33 05", "lottery of 2026-11-21")).Succeeded);
        Assert.DoesNotContain('?', await RanksAsync(hall));
    }

    private static async Task MarkAsync(JudgingHall hall, int entry, string points)
    {
        await hall.SavedAsync(hall.Li, hall.Mark("A1", points, entry));
        await hall.SavedAsync(hall.Li, hall.Submit(entry, 1, 0, "A1"));
    }

    private static async Task<BoardView> StaffAsync(JudgingHall hall) =>
        (await hall.Data.Get<StandingsQueries>().GetStaffBoardAsync(hall.Hall.Organiser, "games", "welding")).Value;

    private static async Task<string?> TotalAsync(JudgingHall hall, string code) => (await StaffAsync(hall)).Lines.Single(row => row.Line.Code == code).Line.Total;

    private static async Task<string> RanksAsync(JudgingHall hall) => string.Join(
        ' ', (await StaffAsync(hall)).Lines.Where(row => row.Rank is not null).Select(row => $"{row.Line.Code}={row.Rank}{(row.IsUnresolved ? "?" : "")}"));
}
