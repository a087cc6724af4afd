using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.JudgeStatistics;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.JudgeStatistics;

public sealed class JudgeStatisticsQueriesTests
{
    private static readonly MarkingScheme TwoForms = Schemes.Scheme(
        Schemes.Module("m", Schemes.Form("f", 2, Schemes.Panel("a"), Schemes.Panel("b")), Schemes.Form("g", 3, Schemes.Panel("c"))));

    [Theory, EachDatabase]
    public async Task GetAsync_MarksOfJudges_AreThoseInForce(DatabaseKind kind)
    {
        await using var data = await OpenAsync(kind);
        var hall = await MarkingHall.OpenAsync(() => data.Database, data.Time, TwoForms, entries: 3);
        await MarkAsync(data, hall, "c", 0, 1, "8");
        await MarkAsync(data, hall, "c", 0, 2, "7");
        await MarkAsync(data, hall, "c", 0, 2, "7.5", version: 1);
        await MarkAsync(data, hall, "c", 1, 1, "6");
        await MarkAsync(data, hall, "c", 1, 2, null, state: MarkState.JudgeAbsent, actor: hall.Chief);
        await MarkAsync(data, hall, "c", 2, 1, "9");
        await MarkAsync(data, hall, "c", 2, 1, null, version: 1, state: MarkState.Cleared);

        var view = await GetAsync(data, hall.Chief, "g", null);

        Assert.Equal(["K01", "K02"], view.Panel.Entries.Select(entry => entry.Code));
        Assert.Equal([("名li", 1), ("名wang", 2)], view.Panel.Judges.Select(judge => (judge.Judge.Name!, judge.Judge.Seat)));
        Assert.Equal([8.0, 7.5], view.Panel.Matrix.Entry(0));
        Assert.Equal([6.0, null], view.Panel.Matrix.Entry(1));
        Assert.Equal(2, view.Limit);
        Assert.Null(view.Empty);
    }

    [Theory, EachDatabase]
    public async Task GetAsync_ReplacedJudge_HasFiguresOfTheirOwn(DatabaseKind kind)
    {
        await using var data = await OpenAsync(kind);
        var hall = await MarkingHall.OpenAsync(() => data.Database, data.Time, TwoForms, entries: 2);
        await MarkAsync(data, hall, "c", 0, 3, "8");
        await hall.RunAsync("update judge_seats set account_id = @AccountId where form_key = 'g' and seat = 3", new { hall.Chief.AccountId });
        await MarkAsync(data, hall, "c", 1, 3, "6", actor: hall.Chief);

        var judges = (await GetAsync(data, hall.Organiser, "g", "c")).Panel.Judges;

        Assert.Equal(["名chief", "名zhao"], judges.Select(judge => judge.Judge.Name).Order(StringComparer.Ordinal));
        Assert.All(judges, judge => Assert.Equal(1, judge.Marks));
    }

    [Theory, EachDatabase]
    public async Task GetAsync_MarksOfSomebodyWhoIsNoJudgeHere_GoByTheSeat(DatabaseKind kind)
    {
        await using var data = await OpenAsync(kind);
        var hall = await MarkingHall.OpenAsync(() => data.Database, data.Time, TwoForms, entries: 1);
        await MarkAsync(data, hall, "c", 0, 1, "8");
        await MarkAsync(data, hall, "c", 0, 2, "6");
        await hall.RunAsync("update marks set judge_id = 'system'");

        var view = await GetAsync(data, Actor.System, "g", null);

        Assert.Equal([(null, 1), (null, 2)], view.Panel.Judges.Select(judge => (judge.Judge.Name, judge.Judge.Seat)));
        Assert.Equal([8.0, 6.0], view.Panel.Matrix.Entry(0));
    }

    [Theory, EachDatabase]
    public async Task GetAsync_OwnDelegation_ComesFromTheJudgesPage(DatabaseKind kind)
    {
        await using var data = await OpenAsync(kind);
        var hall = await MarkingHall.OpenAsync(() => data.Database, data.Time, TwoForms, entries: 2);
        var north = (await data.Get<DelegationService>().AddAsync(hall.Organiser, hall.CompetitionId, new("NORTH", new("北", "")))).Value;
        await hall.RunAsync("update entries set delegation_id = @Id where code = 'K01'", new { north.Id });
        Assert.True((await data.Get<JudgeDelegationService>().SetAsync(hall.Organiser, hall.CompetitionId, hall.Judges[0].AccountId, north.Id)).Succeeded);
        await MarkAsync(data, hall, "c", 0, 1, "9");
        await MarkAsync(data, hall, "c", 0, 2, "7");
        await MarkAsync(data, hall, "c", 1, 1, "6");
        await MarkAsync(data, hall, "c", 1, 2, "7");

        var judges = (await GetAsync(data, hall.Chief, "g", null)).Panel.Judges;

        Matrices.Is(3, judges[0].Own.Excess);
        Matrices.CannotBeSaid(CannotSay.DelegationUnknown, judges[1].Own.Excess);
    }

    [Theory, EachDatabase]
    public async Task GetAsync_NothingOrNotEnough_SaysWhich(DatabaseKind kind)
    {
        await using var data = await OpenAsync(kind);
        var hall = await MarkingHall.OpenAsync(() => data.Database, data.Time, TwoForms, entries: 1);

        Assert.Equal(CannotSay.NoMarks, (await GetAsync(data, hall.Chief, null, null)).Empty);
        await MarkAsync(data, hall, "a", 0, 1, "9");
        await MarkAsync(data, hall, "c", 0, 3, "9");
        var view = await GetAsync(data, hall.Chief, null, null);

        Assert.Equal(CannotSay.NoTotals, view.Empty);
        Assert.Equal([("f", 1), ("g", 1)], view.Children.Select(child => (child.Part.FormKey!, child.Agreement.Entries)));
    }

    [Theory, EachDatabase]
    public async Task GetAsync_WhoMayNot_IsRefused(DatabaseKind kind)
    {
        await using var data = await OpenAsync(kind);
        var hall = await MarkingHall.OpenAsync(() => data.Database, data.Time, TwoForms, entries: 1);

        Assert.Equal("JudgeStatistics.MayNotRead", await RefusalAsync(data, hall.Viewer, "games", "welding", null));
        Assert.Equal("JudgeStatistics.NotFound", await RefusalAsync(data, hall.Judges[0], "games", "welding", null));
        Assert.Equal("JudgeStatistics.NotFound", await RefusalAsync(data, hall.Stranger, "games", "welding", null));
        Assert.Equal("JudgeStatistics.NotFound", await RefusalAsync(data, hall.Chief, "elsewhere", "welding", null));
        Assert.Equal("JudgeStatistics.NotFound", await RefusalAsync(data, hall.Chief, "games", "nothing", null));
        Assert.Equal("JudgeStatistics.NotFound", await RefusalAsync(data, hall.Chief, "games", "welding", "nothing"));
    }

    private static Task<TestDatabase> OpenAsync(DatabaseKind kind) => TestDatabase.CreateAsync(
        kind, services => services.AddCompetitions().AddRegistration().AddLive().AddStandings().AddJudging().AddJudgeStatistics());

    private static async Task<JudgeStatisticsView> GetAsync(TestDatabase data, Actor actor, string? form, string? aspect) =>
        (await data.Get<JudgeStatisticsQueries>().GetAsync(actor, "games", "welding", form, aspect, null)).Value;

    private static async Task<string> RefusalAsync(TestDatabase data, Actor actor, string competition, string contest, string? form) =>
        (await data.Get<JudgeStatisticsQueries>().GetAsync(actor, competition, contest, form, null, null)).Error.Code;

    private static async Task MarkAsync(
        TestDatabase data, MarkingHall hall, string aspect, int entry, int seat, string? value, int version = 0, MarkState state = MarkState.Value, Actor? actor = null)
    {
        var answer = await data.Get<JudgingService>().HandleAsync(actor ?? hall.Judges[seat - 1], new EnterMark
        {
            Id = Ids.New(data.Time),
            ContestId = hall.ContestId,
            EntryId = hall.Entries[entry].Id,
            EntryCode = hall.Entries[entry].Code,
            FormKey = hall.Scheme.AllForms().First(form => form.Aspects.Any(a => a.Key == aspect)).Key,
            AspectKey = aspect,
            Seat = seat,
            State = state,
            Value = value is null ? null : Schemes.Points(value),
            BasedOn = version,
            SchemeVersion = 1,
            Device = "device-1",
            Reason = actor is null ? null : "裁判设备故障",
        });
        Assert.Null(answer.Error);
    }
}
