using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Competitions;

public sealed class SchemeRepositoryTests
{
    [Theory, EachDatabase]
    public async Task FindCurrent_AfterAVersionThatWasRolledBack_IsTheOneThatWasStored(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var contest = await hall.AddContestAsync();
        var schemes = hall.Db.Get<SchemeRepository>();

        // As a save whose commit fails after the boards were computed by the new version.
        await hall.Db.Database.InTransactionAsync(async session =>
        {
            await schemes.InsertAsync(session, contest.Id, 2, PresetSchemes.TheoryAndPractice, hall.Db.Time.GetUtcNow(), "organiser");
            Assert.Equal(2, (await schemes.GetCurrentAsync(session, contest.Id)).Version);
            return Result.Failure([CompetitionsErrors.SchemeChanged()]);
        });
        hall.Db.Time.Advance(TimeSpan.FromSeconds(1));
        var other = PresetSchemes.Plain with { FullMark = null };
        Assert.Equal(2, (await hall.Schemes.SaveAsync(hall.Organiser, contest.Id, 1, other)).Value);

        var current = (await hall.Schemes.FindCurrentAsync(contest.Id))!;
        Assert.Equal((2, (Score?)null), (current.Version, current.Scheme.FullMark));
        Assert.Equal(PresetSchemes.Plain.AllAspects().Count(), current.Scheme.AllAspects().Count());
    }
}
