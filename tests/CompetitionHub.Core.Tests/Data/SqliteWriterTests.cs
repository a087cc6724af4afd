using System.Collections.Concurrent;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Data;

/// <summary>Group commit: what shares a commit, and what one operation can do to the others (nothing).</summary>
public sealed class SqliteWriterTests
{
    private const string Insert = "insert into commands (id, account_id, answer, answered_at) values (@id, 'a', '', 0)";
    private const string Ids = "select id from commands order by id";
    private static readonly Error Refusal = new(ErrorKind.Closed, "Test.Closed");

    [Fact]
    public async Task Batch_TransactionsThatWaited_ShareOneCommitAndOneHookRun()
    {
        await using var db = await CreateAsync();
        var runs = new ConcurrentQueue<string>();
        var committed = 0;

        var results = await WhileTheWriterIsHeldAsync(db, () => Enumerable.Range(0, 20).Select(i => db.Database.InTransactionAsync(async session =>
        {
            await session.ExecuteAsync(Insert, new { id = $"{i:00}" });
            session.BeforeCommit("board", i, (_, items) =>
            {
                runs.Enqueue(string.Join(",", items));
                return Task.CompletedTask;
            });
            session.AfterCommit(() => committed++);
            return i % 4 == 3 ? Refusal : Result.Success();
        })));

        Assert.Equal(15, results.Count(r => r.Succeeded));
        Assert.Equal(["0,1,2,4,5,6,8,9,10,12,13,14,16,17,18"], runs);
        Assert.Equal(15, committed);
        Assert.Equal(15, (await IdsAsync(db)).Count);
    }

    [Fact]
    public async Task Batch_OneOperationThrows_HarmsNoOther()
    {
        await using var db = await CreateAsync();

        var tasks = await OutcomesAsync(db, () => Enumerable.Range(0, 10).Select(i => db.Database.InTransactionAsync(async session =>
        {
            await session.ExecuteAsync(Insert, new { id = $"{i:00}" });
            return i == 5 ? throw new FormatException() : Result.Success();
        })));

        Assert.Equal([5], tasks.Index().Where(t => t.Item.IsFaulted).Select(t => t.Index));
        Assert.Equal(9, (await IdsAsync(db)).Count);
        Assert.DoesNotContain("05", await IdsAsync(db));
    }

    [Fact]
    public async Task Batch_BreaksOneKeyTwice_FailsOnlyTheSecond()
    {
        await using var db = await CreateAsync();

        var tasks = await OutcomesAsync(db, () => ((string[])["a", "b", "a", "c"]).Select(id => AddAsync(db, id)));

        Assert.Equal([2], tasks.Index().Where(t => t.Item.IsFaulted).Select(t => t.Index));
        Assert.IsType<UniqueViolationException>(tasks[2].Exception!.InnerException);
        Assert.Equal(["a", "b", "c"], await IdsAsync(db));
    }

    [Fact]
    public async Task Batch_HookPoisonedByOneOperation_IsRunOneByOneAndFailsOnlyThat()
    {
        await using var db = await CreateAsync();

        var tasks = await OutcomesAsync(db, () => Enumerable.Range(0, 5).Select(i => db.Database.InTransactionAsync(async session =>
        {
            await session.ExecuteAsync(Insert, new { id = $"{i}" });
            session.BeforeCommit("board", i, (_, items) => items.Contains(3) ? throw new FormatException() : Task.CompletedTask);
            return Result.Success();
        })));

        Assert.Equal([3], tasks.Index().Where(t => t.Item.IsFaulted).Select(t => t.Index));
        Assert.Equal(["0", "1", "2", "4"], await IdsAsync(db));
    }

    [Fact]
    public async Task Batch_OneOperationEndsTheTransaction_TheOthersAreRunAgain()
    {
        await using var db = await CreateAsync();

        // "or rollback" does what a full disk does: the database ends the transaction itself, savepoints and all.
        var tasks = await OutcomesAsync(db, () => Enumerable.Range(0, 5).Select(i => db.Database.InTransactionAsync(async session =>
        {
            await session.ExecuteAsync(Insert, new { id = $"{i}" });
            if (i == 2)
            {
                await session.ExecuteAsync("insert or rollback into commands (id, account_id, answer, answered_at) values ('2', 'a', '', 0)");
            }

            return Result.Success();
        })));

        Assert.Equal([2], tasks.Index().Where(t => t.Item.IsFaulted).Select(t => t.Index));
        Assert.Equal(["0", "1", "3", "4"], await IdsAsync(db));
    }

    [Fact]
    public async Task Enqueue_QueueFull_ThrowsBusyAndTheRestGoesOn()
    {
        await using var db = await CreateAsync(queue: 5);
        var busy = 0;

        var results = await WhileTheWriterIsHeldAsync(db, () =>
        {
            var accepted = Enumerable.Range(0, 5).Select(i => AddAsync(db, $"{i}")).ToList();
            for (var i = 5; i < 9; i++)
            {
                Assert.Throws<DatabaseBusyException>(() => { _ = AddAsync(db, $"{i}"); });
                busy++;
            }

            return accepted;
        });

        Assert.Equal(4, busy);
        Assert.All(results, r => Assert.True(r.Succeeded));
        Assert.Equal(5, (await IdsAsync(db)).Count);
    }

    [Fact]
    public async Task Enqueue_CancelledWhileWaiting_NeverRuns()
    {
        await using var db = await CreateAsync();
        using var cancel = new CancellationTokenSource();

        var tasks = await OutcomesAsync(db, () =>
        {
            var task = db.Database.InTransactionAsync(async session =>
            {
                await session.ExecuteAsync(Insert, new { id = "x" });
                return Result.Success();
            }, cancel.Token);
            cancel.Cancel();
            return [task];
        });

        Assert.True(tasks[0].IsCanceled);
        Assert.Empty(await IdsAsync(db));
    }

    [Fact]
    public async Task Transaction_OpenedInsideAnother_IsAnErrorInsteadOfADeadlock()
    {
        await using var db = await CreateAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Database.InTransactionAsync(_ => AddAsync(db, "x")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Database.InTransactionAsync(async _ =>
        {
            await IdsAsync(db);
            return Result.Success();
        }));
    }

    [Fact]
    public async Task Open_ByASecondProcess_IsRefusedWithASentence()
    {
        await using var db = await CreateAsync();
        await using var second = TestDatabase.Bare(db.Options, TimeProvider.System);

        var thrown = await Assert.ThrowsAsync<DatabaseInUseException>(() => second.OpenAsync(DatabaseAccess.ReadWrite));

        Assert.Contains("Stop the server first", thrown.Message);
    }

    [Fact]
    public async Task Open_ReadOnlyBesideAServer_ReadsAndCannotWrite()
    {
        await using var db = await CreateAsync();
        await AddAsync(db, "x");
        await using var second = TestDatabase.Bare(db.Options, TimeProvider.System);
        await second.OpenAsync(DatabaseAccess.ReadOnly);

        Assert.Equal(["x"], await second.ReadAsync(s => s.QueryAsync<string>(Ids)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => second.InTransactionAsync(_ => Task.FromResult(Result.Success())));
    }

    [Fact]
    public async Task Open_NewFile_IsForItsOwnerOnly()
    {
        var folder = Directory.CreateTempSubdirectory("hubtest-").FullName;
        var file = Path.Combine(folder, "new.sqlite");
        await using (var database = TestDatabase.Bare(new() { SqliteFile = file }, TimeProvider.System))
        {
            await database.OpenAsync(DatabaseAccess.ReadWrite);
            foreach (var path in (string[])[file, file + "-wal"])
            {
                Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Close_WithTransactionsWaiting_FinishesThem()
    {
        await using var db = await CreateAsync();
        var tasks = Enumerable.Range(0, 50).Select(i => AddAsync(db, $"{i:00}")).ToList();

        await db.ReopenAsync();

        Assert.All(await Task.WhenAll(tasks), r => Assert.True(r.Succeeded));
        Assert.Equal(50, (await IdsAsync(db)).Count);
    }

    private static Task<TestDatabase> CreateAsync(int queue = 1000) => TestDatabase.CreateAsync(
        DatabaseKind.Sqlite, options: o => o with { WriterQueue = queue, WriterBatchTime = TimeSpan.FromMinutes(1) });

    private static async Task<Result[]> WhileTheWriterIsHeldAsync(TestDatabase db, Func<IEnumerable<Task<Result>>> start)
    {
        var tasks = await StartWhileHeldAsync(db, start);
        return await Task.WhenAll(tasks);
    }

    private static async Task<Task<Result>[]> OutcomesAsync(TestDatabase db, Func<IEnumerable<Task<Result>>> start)
    {
        var tasks = await StartWhileHeldAsync(db, start);
        await Task.WhenAll(tasks.Select(t => t.ContinueWith(_ => { }, TaskScheduler.Default)));
        return tasks;
    }

    /// <summary>Starts transactions while one holds the writer, so that all of them share its batch.</summary>
    private static async Task<Task<Result>[]> StartWhileHeldAsync(TestDatabase db, Func<IEnumerable<Task<Result>>> start)
    {
        using var begun = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var holder = db.Database.InTransactionAsync(_ =>
        {
            begun.Set();
            release.Wait(TimeSpan.FromSeconds(30));
            return Task.FromResult(Result.Success());
        });
        begun.Wait(TimeSpan.FromSeconds(30));
        Task<Result>[] tasks = [.. start()];
        release.Set();
        await holder;
        return tasks;
    }

    private static Task<Result> AddAsync(TestDatabase db, string id) => db.Database.InTransactionAsync(async session =>
    {
        await session.ExecuteAsync(Insert, new { id });
        return Result.Success();
    });

    private static Task<IReadOnlyList<string>> IdsAsync(TestDatabase db) => db.Database.ReadAsync(s => s.QueryAsync<string>(Ids));
}
