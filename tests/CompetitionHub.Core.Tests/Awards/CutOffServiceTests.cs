using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;
using static CompetitionHub.Core.Tests.Awards.Fields;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Awards;

public sealed class CutOffServiceTests
{
    // T1 is imported: marks count at once. The medal needs the module, the mention a full mark, and the best two advance.
    private static readonly MarkingScheme Rules = MarkingHall.UsualScheme() with
    {
        Awards =
        [
            Group(TieRule.Include, Award("medal", new CutOffQuota(Points("50"), Points("100")), new PartCondition(SchemeLevel.Form, "theory", new(Points("10"), null))),
                Award("mention", new EveryoneQuota(), new FullMarksCondition(1))),
        ],
        Advancement = new() { Quota = new NumberQuota(1), PerDelegation = 1 },
    };

    [Theory, EachDatabase]
    public async Task Record_ByTheOrganiser_IsInForceOnRecordAndInTheAudit(DatabaseKind kind)
    {
        await using var data = await OpenAsync(kind);
        var hall = await HallAsync(data);
        Assert.Equal("medal: … | mention: …", Say((await GetAsync(data, hall.Viewer)).Awards[0]));

        Assert.True((await RecordAsync(data, hall, hall.Organiser, "40", "Jury, 4 May")).Succeeded);

        var awards = await GetAsync(data, hall.Viewer);
        Assert.Equal("medal: K02 K01 | mention: K03", Say(awards.Awards[0]));
        var recorded = awards.CutOffs["medal"];
        Assert.Equal((Points("40"), "Jury, 4 May", "名organiser"), (recorded.CutOff.Score, recorded.CutOff.Reason, recorded.DecidedBy));
        Assert.Equal(1, await hall.ScalarAsync<long>("select count(*) from audit_entries where action = 'cut_off_recorded' and reason = 'Jury, 4 May' and after like '%\"award\":{\"zh\":\"名medal\"%'"));
    }

    [Theory, EachDatabase]
    public async Task Record_Again_ReplacesAndIsKept(DatabaseKind kind)
    {
        await using var data = await OpenAsync(kind);
        var hall = await HallAsync(data);
        await RecordAsync(data, hall, hall.Organiser, "40", "first");
        Assert.Equal("Awards.CutOffAlready", (await RecordAsync(data, hall, hall.Organiser, "40", "again")).Error.Code);
        await RecordAsync(data, hall, hall.Organiser, "50", "second");
        Assert.Equal("medal: K02 | mention: K03", Say((await GetAsync(data, hall.Viewer)).Awards[0]));
        await RecordAsync(data, hall, hall.Organiser, null, "taken back");

        var awards = await GetAsync(data, hall.Viewer);
        Assert.Equal("medal: … | mention: …", Say(awards.Awards[0]));
        Assert.Empty(awards.CutOffs);
        Assert.Equal(["first", "second", "taken back"], awards.History.Select(recorded => recorded.CutOff.Reason));
    }

    [Theory]
    [InlineData("chief", "medal", "why", "Awards.MayNotDecide")]
    [InlineData("viewer", "medal", "why", "Awards.MayNotDecide")]
    [InlineData("judge", "medal", "why", "Awards.ContestNotFound")]
    [InlineData("stranger", "medal", "why", "Awards.ContestNotFound")]
    [InlineData("organiser", "cup", "why", "Awards.AwardUnknown")]
    [InlineData("organiser", "medal", " ", "Awards.ReasonMissing")]
    public async Task Record_WhatMayNotBe_IsRefused(string who, string award, string reason, string code)
    {
        await using var data = await OpenAsync(DatabaseKind.Sqlite);
        var hall = await HallAsync(data);
        var actor = who switch { "chief" => hall.Chief, "viewer" => hall.Viewer, "judge" => hall.Judges[0], "organiser" => hall.Organiser, _ => hall.Stranger };
        Assert.Equal(code, (await data.Get<CutOffService>().RecordAsync(actor, hall.ContestId, award, Points("1"), reason)).Error.Code);
        Assert.Equal(0, await hall.ScalarAsync<long>("select count(*) from award_cut_offs"));
    }

    [Theory]
    [InlineData("-0.000001")]
    [InlineData("100.01")]
    public async Task Record_OutsideTheMarks_IsRefusedAtTheField(string score)
    {
        await using var data = await OpenAsync(DatabaseKind.Sqlite);
        var hall = await HallAsync(data);
        var error = (await RecordAsync(data, hall, hall.Organiser, score, "slip")).Error;
        Assert.Equal(("Awards.CutOffOutside", "Score"), (error.Code, error.Field));
        Assert.Equal(["100"], error.Args);
        Assert.Equal(0, await hall.ScalarAsync<long>("select count(*) from award_cut_offs"));
    }

    [Fact]
    public async Task CountAt_AScore_IsWhatRecordingItGives()
    {
        await using var data = await OpenAsync(DatabaseKind.Sqlite);
        var hall = await HallAsync(data);
        var awards = await GetAsync(data, hall.Viewer);
        Assert.Equal([2, 2, 1, 0], new[] { "0", "40", "50", "50.1" }.Select(score => awards.CountAt("medal", Points(score))));
    }

    [Theory, EachDatabase]
    public async Task Decision_WhereOnlyTheAwardAsks_DecidesTheCutAndLeavesTheRankShared(DatabaseKind kind)
    {
        await using var data = await OpenAsync(kind);
        var hall = await HallAsync(data, Rules with { Awards = [Group(TieRule.Comparators, Award("medal", new NumberQuota(1)))], Advancement = null }, [50, 50, 1]);
        var open = await GetAsync(data, hall.Viewer);
        Assert.Equal("medal: K01? K02?…", Say(open.Awards[0]));
        Assert.Equal(["K01", "K02"], Assert.Single(open.Tied()).Select(line => line.Code));

        Assert.True((await data.Get<RankDecisionService>().DecideAsync(hall.Chief, hall.ContestId, ["K02", "K01"], "drawn in the hall")).Succeeded);

        var decided = await GetAsync(data, hall.Viewer);
        Assert.Equal("medal: K02", Say(decided.Awards[0]));
        Assert.Empty(decided.Tied());
        Assert.Equal([1, 1, 3], decided.Field.Ranked.Select(line => line.Rank));
        Assert.Equal(1, await hall.ScalarAsync<long>("select count(*) from audit_entries where action = 'tie_decided' and reason = 'drawn in the hall'"));
    }

    [Theory, EachDatabase]
    public async Task Get_WhileMarksAreMissing_SaysWhatIsCertain(DatabaseKind kind)
    {
        await using var data = await OpenAsync(kind);
        var hall = await HallAsync(data);

        var awards = await GetAsync(data, hall.Chief);

        Assert.True(awards.IsProvisional);
        // K02 has 50 of 55; 45 points are missing of everybody: K01 (40) and K03 (1 + 45 = 46 < 50) are told apart.
        Assert.Equal(
            ["K02 Advances Possible", "K01 Qualifies Possible", "K03 Qualifies Out"],
            awards.Advancement!.Lines.Select(line => $"{line.Line.Code} {line.State} {line.Outlook}"));
        Assert.Equal("Awards.ContestNotFound", (await data.Get<AwardQueries>().GetAsync(hall.Judges[0], "games", "welding")).Error.Code);
        Assert.Equal("Awards.ContestNotFound", (await data.Get<AwardQueries>().GetAsync(hall.Organiser, "games", "nothing")).Error.Code);
    }

    private static Task<TestDatabase> OpenAsync(DatabaseKind kind) => TestDatabase.CreateAsync(
        kind, services => services.AddCompetitions().AddRegistration().AddLive().AddStandings().AddAwards());

    private static async Task<MarkingHall> HallAsync(TestDatabase data, MarkingScheme? rules = null, int[]? theory = null)
    {
        var hall = await MarkingHall.OpenAsync(() => data.Database, data.Time, rules ?? Rules);
        foreach (var ((id, _), points) in hall.Entries.Zip(theory ?? [40, 50, 1]))
        {
            await hall.RunAsync("""
                insert into marks (contest_id, entry_id, form_key, aspect_key, seat, version, state, value, scheme_version, command_id, judge_id, entered_by, device, entered_at)
                values (@ContestId, @id, 'theory', 'T1', 0, 1, 'value', @value, 1, @id, 'x', 'x', 'test', 1)
                """, new { hall.ContestId, id, value = points * Score.Unit });
        }
        // The third one has all yes-or-no points.
        await hall.RunAsync("""
            insert into marks (contest_id, entry_id, form_key, aspect_key, seat, version, state, value, scheme_version, command_id, judge_id, entered_by, device, entered_at)
            values (@ContestId, @id, 'f', 'B1', 1, 1, 'value', 1000000, 1, 'full', 'x', 'x', 'test', 1)
            """, new { hall.ContestId, id = hall.Entries[2].Id });
        await hall.RunAsync("""
            insert into mark_sheets (contest_id, entry_id, form_key, seat, version, state, command_id, judge_id, entered_by, device, entered_at)
            values (@ContestId, @id, 'f', 1, 1, 'submitted', 'sheet', 'x', 'x', 'test', 1)
            """, new { hall.ContestId, id = hall.Entries[2].Id });
        return hall;
    }

    private static async Task<ContestAwards> GetAsync(TestDatabase data, Actor actor) => (await data.Get<AwardQueries>().GetAsync(actor, "games", "welding")).Value;

    private static Task<Result> RecordAsync(TestDatabase data, MarkingHall hall, Actor actor, string? score, string reason) =>
        data.Get<CutOffService>().RecordAsync(actor, hall.ContestId, "medal", score is null ? null : Points(score), reason);
}
