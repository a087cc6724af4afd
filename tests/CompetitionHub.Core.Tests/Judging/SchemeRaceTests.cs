using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Judging;

/// <summary>An organiser saves the scheme in the moment in which the first mark is stored.</summary>
public sealed class SchemeRaceTests
{
    private const string Freeze = "update schemes set frozen_at = 1 where contest_id = @contestId and version = 1";

    [Theory, EachDatabase]
    public async Task SaveAsync_WhileTheFirstMarkIsStored_WaitsAndIsRefused(DatabaseKind kind)
    {
        await using var hall = await JudgingHall.OpenAsync(kind);
        var contestId = hall.Hall.ContestId;
        Task<Result<int>>? saving = null;
        // What a mark does: the board's lock first, the freeze later in the same transaction.
        await hall.Data.Database.InTransactionAsync(async session =>
        {
            await BoardRepository.BumpAsync(session, contestId);
            saving ??= Task.Run(() => hall.Data.Get<SchemeService>().SaveAsync(hall.Hall.Organiser, contestId, 1, hall.Hall.Scheme));
            // Long enough for a save that does not wait for the lock to read the scheme as it still is.
            await Task.WhenAny(saving, Task.Delay(TimeSpan.FromSeconds(1)));
            await session.ExecuteAsync(Freeze, new { contestId });
            return Result.Success();
        });
        Assert.Equal(CompetitionsErrors.SchemeFrozen(), (await saving!).Error);
        Assert.Equal(1, await hall.Hall.ScalarAsync<long>("select max(version) from schemes"));
    }
}
