using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Competitions.Presets;

public sealed class SchemePresetServiceTests
{
    private static readonly SchemePreset Welding = new()
    {
        Key = "",
        Name = new(" 焊工 ", "Welding 2026"),
        Description = new("本市做法", "As in our city"),
        Scheme = PresetSchemes.TheoryAndPractice,
        TeamRanking = TeamRankingPresets.All[0],
    };

    [Theory, EachDatabase]
    public async Task Add_Own_IsStoredUnderAFreeKeyAndListedFirst(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var presets = hall.Db.Get<SchemePresetService>();

        var first = (await presets.AddAsync(hall.Organiser, Welding)).Value;
        var second = (await presets.AddAsync(hall.Organiser, Welding)).Value;

        Assert.Equal(["welding-2026", "welding-2026-2"], new[] { first.Key, second.Key });
        var listed = await presets.ListAsync(hall.Organiser);
        Assert.Equal([first.Key, second.Key], listed.TakeWhile(one => one.Own is not null).Select(one => one.Preset.Key));
        Assert.Equal(SchemePresets.All.Count, listed.Count - 2);
        var found = (await presets.FindAsync(hall.Organiser, first.Key))!;
        Assert.Equal(SchemePresetJson.Write(Welding with { Key = "welding-2026", Name = new("焊工", "Welding 2026") }), SchemePresetJson.Write(found.Preset));
        Assert.Equal((1L, hall.Organiser.AccountId), (found.Own!.Revision, found.Own.MadeBy));
        Assert.True((await new AuditVerifier(hall.Db.Database).VerifyAsync("*")).Value.Intact);
    }

    [Theory, EachDatabase]
    public async Task Add_LargerThanWhatIsRead_IsRefused_AndTheListStaysReadable(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var presets = hall.Db.Get<SchemePresetService>();
        // The editor knows no limit for the length of a name; a file is larger when it is written with line breaks.
        var large = Welding with { Scheme = Welding.Scheme with { Note = new(new('长', SchemePresetJson.MaximumBytes / 3), "") } };

        Assert.Equal("Competitions.PresetFileTooLarge", (await presets.AddAsync(hall.Organiser, large)).Error.Code);

        Assert.DoesNotContain(await presets.ListAsync(hall.Organiser), one => one.Own is not null);
    }

    [Theory, EachDatabase]
    public async Task Rename_ToMoreThanWhatIsRead_IsRefused(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var presets = hall.Db.Get<SchemePresetService>();
        var room = SchemePresetJson.MaximumBytes - SchemePresetJson.Write(Welding).Length - 200;
        var key = (await presets.AddAsync(hall.Organiser, Welding with { Scheme = Welding.Scheme with { Note = new("", new('x', room)) } })).Value.Key;

        var renamed = await presets.RenameAsync(hall.Organiser, key, 1, Welding.Name, new(new('长', PresetRules.LongestDescription), ""));

        Assert.Equal("Competitions.PresetFileTooLarge", renamed.Error.Code);
        Assert.NotNull(await presets.FindAsync(hall.Organiser, key));
    }

    [Theory, EachDatabase]
    public async Task Rename_ByTheMaker_KeepsTheKey_AndAStaleOneIsRefused(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var presets = hall.Db.Get<SchemePresetService>();
        var key = (await presets.AddAsync(hall.Organiser, Welding)).Value.Key;

        Assert.True((await presets.RenameAsync(hall.Organiser, key, 1, new("钳工", ""), new("", ""))).Succeeded);

        var found = (await presets.FindAsync(hall.Organiser, key))!;
        Assert.Equal((new LocalText("钳工", ""), 2L), (found.Preset.Name, found.Own!.Revision));
        Assert.Equal("Competitions.PresetChanged", (await presets.RenameAsync(hall.Organiser, key, 1, new("x", ""), new("", ""))).Error.Code);
        Assert.Equal("Competitions.PresetBadName", (await presets.RenameAsync(hall.Organiser, key, 2, new(" ", ""), new("", ""))).Error.Code);
    }

    [Theory, EachDatabase]
    public async Task Remove_AndRestore_TakesItAwayAndBringsItBack(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var presets = hall.Db.Get<SchemePresetService>();
        var key = (await presets.AddAsync(hall.Organiser, Welding)).Value.Key;

        Assert.Null(await presets.FindRemovedAsync(hall.Organiser, key));
        Assert.True((await presets.RemoveAsync(hall.Organiser, key, 1)).Succeeded);
        Assert.Null(await presets.FindAsync(hall.Organiser, key));
        Assert.NotNull(await presets.FindRemovedAsync(hall.Organiser, key));
        // Its key is not given away: it may come back.
        Assert.Equal("welding-2026-2", (await presets.AddAsync(hall.Organiser, Welding)).Value.Key);
        Assert.Equal("Competitions.PresetNotFound", (await presets.RemoveAsync(hall.Organiser, key, 2)).Error.Code);
        Assert.True((await presets.RestoreAsync(hall.Organiser, key)).Succeeded);
        Assert.NotNull(await presets.FindAsync(hall.Organiser, key));
        Assert.Equal("Competitions.PresetNotFound", (await presets.RestoreAsync(hall.Organiser, key)).Error.Code);
    }

    [Theory, EachDatabase]
    public async Task Others_SeeAndCopy_ButOnlyTheMakerAndAdministratorsChange(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var presets = hall.Db.Get<SchemePresetService>();
        var key = (await presets.AddAsync(hall.Organiser, Welding)).Value.Key;
        var other = new Actor("other", "other", "Wang", [new("elsewhere", Role.Organiser)]);

        Assert.NotNull(await presets.FindAsync(other, key));
        Assert.Equal(new LocalText("焊工（副本）", "Welding 2026 (copy)"), (await presets.CopyAsync(other, key)).Value.Name);
        Assert.Equal("Competitions.PresetNotYours", (await presets.RemoveAsync(other, key, 1)).Error.Code);
        Assert.Equal("Competitions.PresetNotYours", (await presets.RenameAsync(other, key, 1, new("x", ""), new("", ""))).Error.Code);
        Assert.Equal("Competitions.PresetNotYours", (await presets.RemoveAsync(Actor.System, "plain", 1)).Error.Code);
        Assert.True((await presets.RemoveAsync(Actor.System, key, 1)).Succeeded);
        Assert.Equal("Competitions.PresetNotYours", (await presets.RestoreAsync(other, key)).Error.Code);
    }

    [Theory, EachDatabase]
    public async Task WhoOrganisesNothing_SeesNone(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var presets = hall.Db.Get<SchemePresetService>();
        foreach (var actor in new[] { hall.Stranger, new Actor("judge", "judge", "J", [new(hall.Competition.Id, Role.ChiefJudge)]) })
        {
            Assert.Empty(await presets.ListAsync(actor));
            Assert.Null(await presets.FindAsync(actor, "plain"));
            Assert.Equal("Competitions.PresetNotFound", (await presets.CopyAsync(actor, "plain")).Error.Code);
            Assert.Equal("Competitions.PresetNotFound", (await presets.AddAsync(actor, Welding)).Error.Code);
            Assert.Equal("Competitions.PresetNotFound", (await presets.RemoveAsync(actor, "plain", 1)).Error.Code);
        }
    }

    [Fact]
    public async Task Add_SchemeThatContradictsItself_IsRefused()
    {
        await using var hall = await Hall.OpenAsync(DatabaseKind.Sqlite);
        var broken = Welding with { Scheme = Welding.Scheme with { FullMark = new(-1) } };

        Assert.Equal("scheme.full_mark", (await hall.Db.Get<SchemePresetService>().AddAsync(hall.Organiser, broken)).Errors[0].Field);
    }

    [Theory, EachDatabase]
    public async Task Contest_BegunWithATeamRanking_AddsItOnce(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var preset = SchemePresets.Find("worldskills")!;

        foreach (var slug in new[] { "welding", "pastry" })
            Assert.True((await hall.Contests.CreateAsync(hall.Organiser, hall.Competition.Id, Hall.Contest(slug), preset.Scheme, preset.TeamRanking)).Succeeded);

        Assert.Equal(1, await hall.CountAsync("select count(*) from team_rankings where key = @key", new { key = preset.TeamRanking!.Key }));
    }

    [Theory, EachDatabase]
    public async Task Contest_WithATeamRankingThatDoesNotFit_IsNotMade(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        // Medal points look for awards that a plain scheme does not give.
        var refused = await hall.Contests.CreateAsync(
            hall.Organiser, hall.Competition.Id, Hall.Contest(), PresetSchemes.Plain, SchemePresets.Find("worldskills")!.TeamRanking);

        Assert.Equal("Teams.AwardUnknown", refused.Error.Code);
        Assert.Equal(0, await hall.CountAsync("select count(*) from contests"));
    }
}
