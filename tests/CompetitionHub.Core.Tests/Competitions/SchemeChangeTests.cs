using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Tests.Judging;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Competitions;

/// <summary>Rules that change after marking began: a dry run over the stored marks, then a new version with a reason.</summary>
public sealed class SchemeChangeTests
{
    [Theory, EachDatabase]
    public async Task Try_OtherRules_SaysWhoMovesByHowMuch_AndWritesNothing(DatabaseKind kind)
    {
        await using var hall = await MarkedAsync(kind);
        var before = await hall.FingerprintAsync();

        // A fault costs 4 points instead of 2: K01 (one fault) loses 2 points, K02 (three) all 4 that it had left, and its first rank.
        var change = (await TryAsync(hall, With("D1", aspect => aspect with { Rule = new DeductionPerFault(Score.Points(4)) }))).Value;

        Assert.Equal(["K01", "K02", "K03"], change.Entries.Select(e => e.After.Line.Code));
        var (first, second) = (change.Entries[0], change.Entries[1]);
        Assert.Equal((2, 1), (first.Before.Rank, first.After.Rank));
        Assert.Equal(("35.5", "33.5"), (first.Before.Line.Total, first.After.Line.Total));
        Assert.Equal(Fraction.Of(-2), first.Difference);
        Assert.Equal((1, 2), (second.Before.Rank, second.After.Rank));
        Assert.Equal(Fraction.Of(-4), second.Difference);
        Assert.Equal(["K01", "K02"], change.Moved.Select(e => e.After.Line.Code));
        Assert.False(change.Loses);
        Assert.Equal(before, await hall.FingerprintAsync());
        Assert.Equal(1, await hall.CountAsync("schemes"));
    }

    [Theory, EachDatabase]
    public async Task Accept_WithReason_IsANewFrozenVersion_BoardsFollowAndMarksStay(DatabaseKind kind)
    {
        await using var hall = await MarkedAsync(kind);
        var scheme = With("D1", aspect => aspect with { Rule = new DeductionPerFault(Score.Points(4)) });
        var change = (await TryAsync(hall, scheme)).Value;
        var marks = await hall.CountAsync("marks");
        var firstMark = hall.Data.Time.GetUtcNow();
        hall.Data.Time.Advance(TimeSpan.FromMinutes(5));

        var accepted = await AcceptAsync(hall, scheme, change.Losses);

        Assert.Equal(2, accepted.Value);
        var current = (await hall.Data.Get<SchemeService>().FindCurrentAsync(hall.Hall.ContestId))!;
        Assert.Equal((2, true), (current.Version, current.IsFrozen));
        Assert.Equal((firstMark, firstMark.AddMinutes(5)), (current.FrozenAt, current.ChangedAt));
        var board = (await hall.Data.Get<StandingsQueries>().FindPublicBoardAsync("games", "welding"))!;
        Assert.Equal(change.Entries.Select(e => (e.After.Line.Code, e.After.Rank, e.After.Line.Total)), board.Lines.Select(l => (l.Line.Code, l.Rank, l.Line.Total)));
        Assert.Equal(marks, await hall.CountAsync("marks"));
        Assert.Equal("jury decision 7", await hall.Hall.ScalarAsync<string>("select reason from audit_entries where action = 'scheme_changed' and after like '%\"parts\":[\"aspect/D1\"]%'"));

        // A pad that was opened before is told to load again; then it marks by the new version.
        await hall.RefusedAsync(JudgingErrors.SchemeChanged(), hall.Li, hall.Mark("A1", "9", entry: 2));
        await hall.SavedAsync(hall.Li, hall.Mark("A1", "9", entry: 2) with { SchemeVersion = 2 });
    }

    [Theory, EachDatabase]
    public async Task Accept_WhatWouldBeLost_MustBeConfirmedAsItIsThen(DatabaseKind kind)
    {
        await using var hall = await MarkedAsync(kind);
        var scheme = With("A1", aspect => aspect with { Maximum = Score.Points(8) }) with { FullMark = Score.Points(98) };
        var change = (await TryAsync(hall, scheme)).Value;
        var lost = Assert.Single(change.Unusable);
        Assert.Equal(("K01", "f", "A1", 1, "Competitions.MarkOutOfRange"), (lost.Entry, lost.Form, lost.Aspect, lost.Seat, lost.Reason.Code));
        Assert.Equal(("K01", "A1"), (Assert.Single(change.Sheets).Entry, Assert.Single(change.Sheets[0].Missing)));

        Assert.Equal(CompetitionsErrors.LossesNotConfirmed(), (await AcceptAsync(hall, scheme, "")).Error);
        await hall.SavedAsync(hall.Li, hall.Mark("A1", "9.5", entry: 2));
        Assert.Equal(CompetitionsErrors.LossesNotConfirmed(), (await AcceptAsync(hall, scheme, change.Losses)).Error);
        Assert.Equal(1, await hall.CountAsync("schemes"));

        change = (await TryAsync(hall, scheme)).Value;
        Assert.Equal(["K01", "K03"], change.Unusable.Select(mark => mark.Entry));
        Assert.True((await AcceptAsync(hall, scheme, change.Losses)).Succeeded);
        // Left out, not zero and not 9.5 of 8: the staff see that a mark is unusable.
        var line = (await hall.Data.Get<StandingsQueries>().GetStaffBoardAsync(hall.Hall.Viewer, "games", "welding")).Value.Lines.Single(l => l.Line.Code == "K01").Line;
        Assert.Equal(("26", 1, 3), (line.Total, line.Unusable, line.Marked));
    }

    [Theory, EachDatabase]
    public async Task Accept_SmallerPanelAndNewAspect_FreesSeatsAndNamesSheets(DatabaseKind kind)
    {
        await using var hall = await MarkedAsync(kind);
        var added = Schemes.Aspect("N1", new DirectPoints(), "5");
        var scheme = With("f", form => form with { Judges = 1, Aspects = [.. form.Aspects, added] }) with { FullMark = Score.Points(105) };

        var change = (await TryAsync(hall, scheme)).Value;

        Assert.Equal(("f", 2), (Assert.Single(change.Seats).FormKey, change.Seats[0].Seat));
        Assert.Equal([("K01", 1, "N1"), ("K02", 1, "N1"), ("K02", 2, "")], change.Sheets.Select(s => (s.Entry, s.Seat, string.Join(' ', s.Missing))));
        Assert.Equal("Competitions.MarkSeatGone", Assert.Single(change.Unusable).Reason.Code);
        Assert.True((await AcceptAsync(hall, scheme, change.Losses)).Succeeded);
        Assert.Equal(1, await hall.Hall.ScalarAsync<long>("select count(*) from judge_seats where form_key = 'f'"));
    }

    [Theory, EachDatabase]
    public async Task Try_MarkOfAnotherUnit_NamesTheAspect(DatabaseKind kind)
    {
        await using var hall = await MarkedAsync(kind);
        var scheme = With("M1", aspect => aspect with { Rule = new DeductionPerFault(Score.Points(1)) });

        var change = (await TryAsync(hall, scheme)).Value;

        // 18 points of K01 become 18 faults; 19.5 of K02 are no number of faults at all.
        var reread = Assert.Single(change.Reread);
        Assert.Equal(("M1", "points", "deduction_per_fault", 1), (reread.Aspect, reread.RuleBefore, reread.RuleAfter, reread.Marks));
        Assert.Equal(("K02", "M1"), (Assert.Single(change.Unusable).Entry, change.Unusable[0].Aspect));
    }

    [Theory, EachDatabase]
    public async Task Change_Refused_LeavesEverythingAsItIs(DatabaseKind kind)
    {
        await using var hall = await MarkedAsync(kind);
        var service = hall.Data.Get<SchemeChangeService>();
        var id = hall.Hall.ContestId;
        var other = With("D1", aspect => aspect with { Rule = new DeductionPerFault(Score.Points(4)) });
        var moved = hall.Hall.Scheme with
        {
            Stages = [hall.Hall.Scheme.Stages[0] with { Modules = [.. hall.Hall.Scheme.AllModules().Select(m => m with { Forms = [m.Forms[0] with { Aspects = [.. m.Forms[0].Aspects.Skip(1)] }, m.Forms[1] with { Judges = 2, Aspects = [.. m.Forms[1].Aspects, m.Forms[0].Aspects[0]] }] })] }],
        };
        var losses = (await TryAsync(hall, other)).Value.Losses;
        var before = await hall.FingerprintAsync();

        Assert.Equal(CompetitionsErrors.SchemeSame(), (await TryAsync(hall, hall.Hall.Scheme)).Error);
        Assert.Equal(CompetitionsErrors.MarkedAspectMoved("A1", "f", "theory"), (await TryAsync(hall, moved)).Error);
        Assert.Equal(CompetitionsErrors.SchemeChanged(), (await service.TryAsync(hall.Hall.Organiser, id, 7, other)).Error);
        Assert.Equal("Competitions.SchemeMustBeReady", (await TryAsync(hall, other with { FullMark = Score.Points(90) })).Error.Code);
        Assert.Equal(CompetitionsErrors.MayNotOrganise(), (await service.TryAsync(hall.Hall.Chief, id, 1, other)).Error);
        Assert.Equal(CompetitionsErrors.CompetitionNotFound(), (await service.AcceptAsync(hall.Hall.Stranger, id, 1, other, "because", losses)).Error);
        Assert.Equal(CompetitionsErrors.ContestNotFound(), (await service.TryAsync(hall.Hall.Organiser, "none", 1, other)).Error);
        Assert.Equal("Competitions.ChangeReasonMissing", (await service.AcceptAsync(hall.Hall.Organiser, id, 1, other, "  ", losses)).Error.Code);
        Assert.Equal(before, await hall.FingerprintAsync());

        await hall.Data.Get<BoardService>().FreezeAsync(hall.Hall.Chief, id);
        Assert.Equal(CompetitionsErrors.SchemeBoardFrozen(), (await AcceptAsync(hall, other, losses)).Error);
        await hall.Hall.RunAsync("update schemes set frozen_at = null");
        await hall.Data.Get<BoardService>().UnfreezeAsync(hall.Hall.Chief, id);
        Assert.Equal(CompetitionsErrors.SchemeNotFrozen(), (await TryAsync(hall, other)).Error);
        Assert.Equal(1, await hall.CountAsync("schemes"));
    }

    // K01: 9.5 + 18 + 8 (one fault) + 0 = 35.5; K02 leads with 8 by two judges + 19.5 + 4 (three faults) + 5 = 36.5.
    private static async Task<JudgingHall> MarkedAsync(DatabaseKind kind)
    {
        var hall = await JudgingHall.OpenAsync(kind, Scheme);
        await hall.SavedAsync(hall.Li,
        [
            hall.Mark("A1", "9.5"), hall.Mark("M1", "18"), hall.Mark("D1", "1"), hall.Mark("B1", "0"), hall.Submit(),
            hall.Mark("A1", "8", 1), hall.Mark("M1", "19.5", 1), hall.Mark("D1", "3", 1), hall.Mark("B1", "1", 1), hall.Submit(1),
        ]);
        await hall.SavedAsync(hall.Wang, [hall.Mark("A1", "8", 1, seat: 2), hall.Submit(1, seat: 2)]);
        return hall;
    }

    // Only the shape of the usual scheme matters; 45 + 55 points.
    private static MarkingScheme Scheme => MarkingHall.UsualScheme();

    private static MarkingScheme With(string aspect, Func<Aspect, Aspect> change) =>
        With("f", form => form with { Aspects = [.. form.Aspects.Select(a => a.Key == aspect ? change(a) : a)] });

    private static MarkingScheme With(string form, Func<MarkingForm, MarkingForm> change) => Scheme with
    {
        Stages = [.. Scheme.Stages.Select(s => s with { Modules = [.. s.Modules.Select(m => m with { Forms = [.. m.Forms.Select(f => f.Key == form ? change(f) : f)] })] })],
    };

    private static Task<Result<SchemeChange>> TryAsync(JudgingHall hall, MarkingScheme scheme) =>
        hall.Data.Get<SchemeChangeService>().TryAsync(hall.Hall.Organiser, hall.Hall.ContestId, 1, scheme);

    private static Task<Result<int>> AcceptAsync(JudgingHall hall, MarkingScheme scheme, string losses) =>
        hall.Data.Get<SchemeChangeService>().AcceptAsync(hall.Hall.Organiser, hall.Hall.ContestId, 1, scheme, " jury decision 7 ", losses);
}
