using Microsoft.Extensions.Logging;

namespace CompetitionHub.Core.Data;

/// <summary>SQLite: one writer thread, pooled read-only readers, write-ahead log.</summary>
internal sealed class SqliteDatabase(DataOptions options, TimeProvider time, ILogger logger) : Database(options)
{
    private readonly string file = Path.GetFullPath(options.SqliteFile);
    private SqliteLock? held;
    private SqliteWriter? writer;
    private SqliteReaders? readers;

    public override DatabaseKind Kind => DatabaseKind.Sqlite;

    /// <summary>What happens when the disk fails in a commit; tests put something gentler here.</summary>
    public Action<Exception> StopProcess { get; init; } = e => Environment.FailFast("The database cannot be written.", e);

    public override async Task OpenAsync(DatabaseAccess access, CancellationToken cancellationToken = default)
    {
        if (readers is not null)
        {
            throw new InvalidOperationException("The database is open already.");
        }

        UnfinishedRestore.Refuse(file);
        try
        {
            await (access == DatabaseAccess.ReadOnly ? OpenForReadingAsync(cancellationToken) : OpenForWritingAsync(cancellationToken));
        }
        catch (Exception e) when (DatabaseErrors.AtOpening(e, Options) is { } problem)
        {
            throw problem;
        }
    }

    public override Task<T> ReadAsync<T>(Func<DbSession, Task<T>> read, CancellationToken cancellationToken = default)
    {
        if (writer is { IsWriterThread: true })
        {
            throw new InvalidOperationException("Inside a transaction, read with its session.");
        }

        return (readers ?? throw NotOpen()).ReadAsync(read, cancellationToken);
    }

    public override ValueTask DisposeAsync()
    {
        readers?.Dispose();
        writer?.Dispose();
        held?.Dispose();
        return ValueTask.CompletedTask;
    }

    private protected override Task<TResult> TransactAsync<TResult>(Func<DbSession, Task<TResult>> work, CancellationToken cancellationToken) =>
        (writer ?? throw NotOpen()).RunAsync(work, cancellationToken);

    private async Task OpenForReadingAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new DatabaseStateException($"There is no database at {file}.");
        }

        readers = new SqliteReaders(file);
        await Migrator.EnsureCurrentAsync(this, cancellationToken);
    }

    private async Task OpenForWritingAsync(CancellationToken cancellationToken)
    {
        held = SqliteLock.Take(file);
        CachingConnection? connection = null;
        try
        {
            connection = SqliteConnections.OpenWriter(file);
            await new Migrator(Options, time, logger).MigrateSqliteAsync(connection, cancellationToken);
        }
        catch
        {
            connection?.Dispose();
            held.Dispose();
            throw;
        }

        writer = new SqliteWriter(connection, Options, logger, StopProcess);
        readers = new SqliteReaders(file);
    }

    private InvalidOperationException NotOpen() => new($"{file} is not open{(readers is null ? "" : " for writing")}.");
}
