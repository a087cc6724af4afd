using System.Collections.Concurrent;
using System.Diagnostics;
using CompetitionHub.Core.Shared;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace CompetitionHub.Core.Data;

/// <summary>
/// The only thread that writes a SQLite file. Transactions that arrive together share one commit (one fsync); each runs in
/// its own savepoint, so a refusal or an exception undoes only itself. When the batch as a whole fails, its operations
/// are run again one by one.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private readonly CachingConnection connection;
    private readonly BlockingCollection<SqliteOperation> queue;
    private readonly int mostInBatch;
    private readonly TimeSpan longestBatch;
    private readonly ILogger logger;
    private readonly Action<Exception> stopProcess;
    private readonly Thread thread;

    public SqliteWriter(CachingConnection connection, DataOptions options, ILogger logger, Action<Exception> stopProcess)
    {
        this.connection = connection;
        this.logger = logger;
        this.stopProcess = stopProcess;
        mostInBatch = options.WriterBatch;
        longestBatch = options.WriterBatchTime;
        queue = new(options.WriterQueue);
        thread = new Thread(RunQueue) { Name = "SQLite writer", IsBackground = true };
        thread.Start();
    }

    public bool IsWriterThread => Environment.CurrentManagedThreadId == thread.ManagedThreadId;

    public Task<TResult> RunAsync<TResult>(Func<DbSession, Task<TResult>> work, CancellationToken cancellationToken)
        where TResult : Result
    {
        if (IsWriterThread)
        {
            throw new InvalidOperationException("A transaction cannot be opened inside another one.");
        }

        var operation = new SqliteOperation<TResult>(work, cancellationToken);
        return queue.TryAdd(operation)
            ? operation.Task
            : throw new DatabaseBusyException($"{queue.BoundedCapacity} transactions are waiting already.");
    }

    /// <summary>Finishes what waits, then closes the connection (which checkpoints the log).</summary>
    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        queue.Dispose();
        connection.Dispose();
    }

    private void RunQueue()
    {
        var logged = false;
        while (true)
        {
            if (queue.TryTake(out var first, logged ? Quiet : Timeout.InfiniteTimeSpan))
            {
                RunBatch(first);
                logged = true;
            }
            else if (queue.IsCompleted)
            {
                return;
            }
            else
            {
                // While nobody waits: under load the log is taken over only when it has grown large.
                logged = false;
                Checkpoint();
            }
        }
    }

    private void RunBatch(SqliteOperation first)
    {
        var batch = new List<SqliteOperation>();
        if (!TryBatch(first, batch, mostInBatch))
        {
            foreach (var operation in batch)
            {
                TryBatch(operation, [], 1);
            }
        }
    }

    private void Checkpoint()
    {
        try
        {
            connection.Run("pragma wal_checkpoint(passive)");
        }
        catch (Exception e)
        {
            // Nothing is lost: the log holds it, and the next commit or checkpoint says what is wrong.
            logger.LogError(e, "The write-ahead log could not be taken over into the database.");
        }
    }

    /// <summary>True when the batch is over and everybody has been told; false when it was rolled back and must be run one by one.</summary>
    private bool TryBatch(SqliteOperation first, List<SqliteOperation> batch, int most)
    {
        var hooks = new CommitHooks();
        try
        {
            connection.Run("begin immediate");
            var started = Stopwatch.GetTimestamp();
            var changed = false;
            var next = first;
            do
            {
                batch.Add(next);
                changed |= RunInSavepoint(next, hooks);
            }
            while (batch.Count < most && Stopwatch.GetElapsedTime(started) < longestBatch && queue.TryTake(out next!));

            if (changed)
            {
                var session = new DbSession(DatabaseKind.Sqlite, connection, null, hooks, CancellationToken.None);
                hooks.RunBeforeAsync(session).GetAwaiter().GetResult();
                session.End();
            }

            connection.Run("commit");
        }
        catch (Exception e)
        {
            if (batch.Count == 0)
            {
                batch.Add(first);
            }

            RollBack();
            if (DatabaseErrors.IsFatal(e))
            {
                logger.LogCritical(e, "The database cannot be written any more; the process stops so that nothing is acknowledged that is not stored.");
                stopProcess(e);
            }
            else if (most > 1 && batch.Count > 1)
            {
                logger.LogWarning(e, "A batch of {Count} transactions failed as a whole; they are run one by one.", batch.Count);
                return false;
            }

            foreach (var operation in batch)
            {
                operation.Fail(e);
                operation.Complete();
            }

            return true;
        }

        hooks.RunAfter(e => logger.LogError(e, "An action after the commit failed."));
        foreach (var operation in batch)
        {
            operation.Complete();
        }

        return true;
    }

    private bool RunInSavepoint(SqliteOperation operation, CommitHooks hooks)
    {
        connection.Run("savepoint operation");
        var own = new CommitHooks();
        var session = new DbSession(DatabaseKind.Sqlite, connection, null, own, CancellationToken.None);
        var succeeded = operation.Run(session);
        session.End();
        if (!succeeded)
        {
            // Some errors (disk full) end the whole transaction: then this throws and the batch is run one by one.
            connection.Run("rollback to operation");
        }

        connection.Run("release operation");
        if (succeeded)
        {
            hooks.Merge(own);
        }

        return succeeded;
    }

    private void RollBack()
    {
        try
        {
            if (raw.sqlite3_get_autocommit(connection.Inner.Handle) == 0)
            {
                connection.Run("rollback");
            }
        }
        catch (Exception e)
        {
            logger.LogError(e, "A failed batch could not be rolled back.");
            stopProcess(e);
        }
    }
}
