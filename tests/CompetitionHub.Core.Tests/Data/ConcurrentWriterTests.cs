using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Data;

/// <summary>Several writers at once. On SQLite they take turns by construction; on PostgreSQL by the rows they lock.</summary>
public sealed class ConcurrentWriterTests
{
    private const string AddAccount =
        """
        insert into accounts (id, user_name, normalized_name, display_name, security_stamp, created_at)
        values (@id, @id, @id, @id, '', 0)
        """;

    private const string Bump = "update accounts set failed_count = failed_count + 1 where id = @id";
    private const string CountMarks = "select count(*) from commands";
    private const string AddMark = "insert into commands (id, account_id, answer, answered_at) values (@id, 'a', '', 0)";
    private const string StoreSum = "update accounts set locked_until = @sum where id = @id";
    private const string Sums = "select failed_count as Bumped, locked_until as Sum from accounts where id = @id";

    [Theory, EachDatabase]
    public async Task BumpingTheParentFirst_ManyWriters_TheLastSumIsRight(DatabaseKind kind)
    {
        await using var db = await CreateAsync(kind, "board");

        // Each writer counts all marks and stores the count, as a board's recomputation does.
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => db.Database.InTransactionAsync(async session =>
        {
            await session.ExecuteAsync(Bump, new { id = "board" });
            await session.ExecuteAsync(AddMark, new { id = $"{i}" });
            var sum = await session.ScalarAsync<long>(CountMarks);
            await session.ExecuteAsync(StoreSum, new { id = "board", sum });
            return Result.Success();
        }))));

        var stored = await db.Database.ReadAsync(s => s.QuerySingleOrDefaultAsync<Stored>(Sums, new { id = "board" }));
        Assert.Equal((30, 30), (stored!.Bumped, stored.Sum));
    }

    [Fact]
    public async Task Deadlock_OnPostgres_IsRunAgainUntilBothSucceed()
    {
        Needs.Postgres();
        await using var db = await CreateAsync(DatabaseKind.Postgres, "a", "b");
        using var bothHoldOne = new Barrier(2);
        var runs = 0;

        Task<Result> LockAsync(string first, string second)
        {
            var met = false;
            return Task.Run(() => db.Database.InTransactionAsync(async session =>
            {
                Interlocked.Increment(ref runs);
                await session.ExecuteAsync(Bump, new { id = first });
                if (!met)
                {
                    met = true;
                    bothHoldOne.SignalAndWait(TimeSpan.FromSeconds(30));
                }

                await session.ExecuteAsync(Bump, new { id = second });
                return Result.Success();
            }));
        }

        var results = await Task.WhenAll(LockAsync("a", "b"), LockAsync("b", "a"));

        Assert.All(results, r => Assert.True(r.Succeeded));
        Assert.True(runs > 2, "The two did not meet.");
        foreach (var id in (string[])["a", "b"])
        {
            Assert.Equal(2, (await db.Database.ReadAsync(s => s.QuerySingleOrDefaultAsync<Stored>(Sums, new { id })))!.Bumped);
        }
    }

    [Theory, EachDatabase]
    public async Task Read_WhileOthersWrite_SeesOneMoment(DatabaseKind kind)
    {
        await using var db = await CreateAsync(kind, "board");
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await db.Database.InTransactionAsync(async session =>
                {
                    await session.ExecuteAsync(Bump, new { id = "board" });
                    await session.ExecuteAsync(AddMark, new { id = $"{i}" });
                    return Result.Success();
                });
            }
        });

        for (var i = 0; i < 30; i++)
        {
            var (bumped, marks) = await db.Database.ReadAsync(async session =>
            {
                var stored = await session.QuerySingleOrDefaultAsync<Stored>(Sums, new { id = "board" });
                await Task.Delay(1);
                return (stored!.Bumped, await session.ScalarAsync<long>(CountMarks));
            });
            Assert.Equal(bumped, marks);
        }

        await stop.CancelAsync();
        await writing;
    }

    private static async Task<TestDatabase> CreateAsync(DatabaseKind kind, params string[] accounts)
    {
        var db = await TestDatabase.CreateAsync(kind);
        await db.Database.InTransactionAsync(async session =>
        {
            foreach (var id in accounts)
            {
                await session.ExecuteAsync(AddAccount, new { id });
            }

            return Result.Success();
        });
        return db;
    }

    private sealed class Stored
    {
        public long Bumped { get; init; }
        public long? Sum { get; init; }
    }
}
