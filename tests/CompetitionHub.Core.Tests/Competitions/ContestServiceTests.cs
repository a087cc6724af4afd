using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Competitions;

public sealed class ContestServiceTests
{
    [Theory, EachDatabase]
    public async Task CreateAsync_NewContest_HasSchemeAndHiddenBoard(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);

        var contest = await hall.AddContestAsync(scheme: PresetSchemes.TheoryAndPractice);

        var found = await hall.Db.Get<ContestQueries>().FindAsync("city-games", "welding");
        Assert.Equal(contest, found!.Contest);
        var scheme = await hall.Schemes.FindCurrentAsync(contest.Id);
        Assert.Equal(1, scheme!.Version);
        Assert.False(scheme.IsFrozen);
        Assert.Equal(SchemeJson.Write(PresetSchemes.TheoryAndPractice), SchemeJson.Write(scheme.Scheme));
        Assert.Equal(1, await hall.CountAsync("select count(*) from boards where id = @id and visibility = 'hidden'", new { id = contest.Id }));
    }

    [Theory, EachDatabase]
    public async Task CreateAsync_SlugTakenInTheCompetition_IsRefused(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        await hall.AddContestAsync();

        var second = await hall.Contests.CreateAsync(hall.Organiser, hall.Competition.Id, Hall.Contest(), PresetSchemes.Plain);

        Assert.Equal("Competitions.SlugTaken", second.Error.Code);
    }

    [Theory, EachDatabase]
    public async Task UpdateAsync_StaleOrAnnouncedSlug_IsRefused(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        var changed = (await hall.Contests.UpdateAsync(hall.Organiser, contest.Id, contest.Revision, Hall.Contest() with { Trade = "x" })).Value;

        Assert.Equal("Competitions.Changed", (await hall.Contests.UpdateAsync(hall.Organiser, contest.Id, contest.Revision, Hall.Contest())).Error.Code);
        await hall.Competitions.StepAsync(hall.Organiser, hall.Competition.Id, 1, LifeCycleStep.Publish);
        Assert.Equal(
            "Competitions.SlugAnnounced",
            (await hall.Contests.UpdateAsync(hall.Organiser, contest.Id, changed.Revision, Hall.Contest("brazing"))).Error.Code);
    }

    [Theory, EachDatabase]
    public async Task UpdateAsync_CountingBehindAFrozenBoard_IsRefused(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        var confirmed = contest.Details with { Counting = CountingRule.Confirmed };
        await hall.RunAsync("update boards set frozen_at = 1 where id = @id", new { id = contest.Id });

        var frozen = await hall.Contests.UpdateAsync(hall.Organiser, contest.Id, contest.Revision, confirmed);
        await hall.RunAsync("update boards set frozen_at = null where id = @id", new { id = contest.Id });
        var open = await hall.Contests.UpdateAsync(hall.Organiser, contest.Id, contest.Revision, confirmed);

        Assert.Equal("Competitions.CountingFrozen", frozen.Error.Code);
        Assert.Equal(CountingRule.Confirmed, open.Value.Details.Counting);
    }

    [Theory, EachDatabase]
    public async Task StepAsync_AnyStep_TakesTheLockOfEveryBoard(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        const string revision = "select revision from boards where id = @id";
        var before = await hall.CountAsync(revision, new { id = contest.Id });

        Assert.True((await hall.Competitions.StepAsync(hall.Organiser, hall.Competition.Id, 1, LifeCycleStep.Publish)).Succeeded);

        Assert.Equal(before + 1, await hall.CountAsync(revision, new { id = contest.Id }));
    }

    [Theory, EachDatabase]
    public async Task ReorderAsync_PartOfTheIds_PutsThemFirst(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        await hall.AddContestAsync("aa");
        await hall.AddContestAsync("bb");
        var last = await hall.AddContestAsync("cc");

        Assert.True((await hall.Contests.ReorderAsync(hall.Organiser, hall.Competition.Id, [last.Id])).Succeeded);

        Assert.Equal(["cc", "aa", "bb"], (await hall.Db.Get<ContestQueries>().ListAsync(hall.Competition.Id)).Select(c => c.Slug));
    }

    [Theory, EachDatabase]
    public async Task RemoveAsync_WithEntriesOrMarks_IsRefused(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        var entry = await hall.AddEntryAsync(contest);

        Assert.Equal("Competitions.ContestHasEntries", (await hall.Contests.RemoveAsync(hall.Organiser, contest.Id)).Error.Code);
        await hall.AddMarkAsync(entry);
        Assert.Equal("Competitions.ContestHasMarks", (await hall.Contests.RemoveAsync(hall.Organiser, contest.Id)).Error.Code);
    }

    [Theory, EachDatabase]
    public async Task SaveScheme_TwoEditors_SecondMeetsAConflict(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();

        var first = await hall.Schemes.SaveAsync(hall.Organiser, contest.Id, 1, PresetSchemes.TrimmedPanel);
        var second = await hall.Schemes.SaveAsync(hall.Organiser, contest.Id, 1, PresetSchemes.MeasurementList);

        Assert.Equal(2, first.Value);
        Assert.Equal("Competitions.SchemeChanged", second.Error.Code);
        Assert.Equal(5, SchemeState.CountSeats((await hall.Schemes.FindCurrentAsync(contest.Id))!.Scheme));
    }

    [Theory, EachDatabase]
    public async Task SaveScheme_AfterTheFirstMark_IsClosed(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        await hall.Db.Database.InTransactionAsync(async session =>
        {
            Assert.True(await hall.Db.Get<SchemeRepository>().FreezeAsync(session, contest.Id, 1, hall.Db.Time.GetUtcNow()));
            Assert.False(await hall.Db.Get<SchemeRepository>().FreezeAsync(session, contest.Id, 1, hall.Db.Time.GetUtcNow()));
            return Result.Success();
        });

        var refused = await hall.Schemes.SaveAsync(hall.Organiser, contest.Id, 1, PresetSchemes.TrimmedPanel);

        Assert.Equal(ErrorKind.Closed, refused.Error.Kind);
        Assert.True((await hall.Schemes.FindCurrentAsync(contest.Id))!.IsFrozen);
    }

    [Theory, EachDatabase]
    public async Task SaveScheme_WhileTheFirstMarkComesIn_NeverReplacesTheVersionThatWasMarked(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        for (var run = 0; run < 15; run++)
        {
            var contest = await hall.AddContestAsync($"c-{run}");
            var frozen = 0;
            var marking = Task.Run(() => hall.Db.Database.InTransactionAsync(async session =>
            {
                await BoardRepository.BumpAsync(session, contest.Id);
                var current = await hall.Db.Get<SchemeRepository>().GetCurrentAsync(session, contest.Id);
                await hall.Db.Get<SchemeRepository>().FreezeAsync(session, contest.Id, current.Version, hall.Db.Time.GetUtcNow());
                frozen = current.Version;
                return Result.Success();
            }));
            var saving = Task.Run(() => hall.Schemes.SaveAsync(hall.Organiser, contest.Id, 1, PresetSchemes.TrimmedPanel));
            await Task.WhenAll(marking, saving);

            var after = (await hall.Schemes.FindCurrentAsync(contest.Id))!;
            Assert.True(after.IsFrozen);
            Assert.Equal(frozen, after.Version);
            Assert.Equal(frozen == 2, (await saving).Succeeded);
        }
    }

    [Theory, EachDatabase]
    public async Task SaveScheme_Unfinished_IsADraftButNeverWhileRunning(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        var tooMuch = PresetSchemes.Plain with { FullMark = Score.Points(90) };

        Assert.Equal(2, (await hall.Schemes.SaveAsync(hall.Organiser, contest.Id, 1, tooMuch)).Value);
        Assert.Equal(1, (await hall.Db.Get<CompetitionQueries>().OverviewAsync(hall.Competition.Id))!.Contests[0].SchemeProblems);
        await hall.Schemes.SaveAsync(hall.Organiser, contest.Id, 2, PresetSchemes.Plain);
        await hall.AddEntryAsync(contest);
        await hall.Seats.AssignAsync(hall.Organiser, contest.Id, "A1", 1, await hall.AddAccountAsync("judge1"));
        await hall.Competitions.StepAsync(hall.Organiser, hall.Competition.Id, 1, LifeCycleStep.Publish);
        Assert.True((await hall.Competitions.StepAsync(hall.Organiser, hall.Competition.Id, 2, LifeCycleStep.Start)).Succeeded);

        Assert.Equal("Competitions.SchemeMustBeReady", (await hall.Schemes.SaveAsync(hall.Organiser, contest.Id, 3, tooMuch)).Error.Code);
    }

    [Theory, EachDatabase]
    public async Task SaveScheme_Contradiction_IsRefusedWithItsReason(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();

        var refused = await hall.Schemes.SaveAsync(
            hall.Organiser, contest.Id, 1, PresetSchemes.Plain with { TieBreaks = [new ModuleTieBreak("nowhere")] });

        Assert.Equal("Competitions.SchemeTieBreakUnknown", refused.Error.Code);
    }
}
