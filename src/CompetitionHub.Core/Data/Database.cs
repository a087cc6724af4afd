using CompetitionHub.Core.Shared;
using Microsoft.Extensions.Logging;

namespace CompetitionHub.Core.Data;

/// <summary>
/// The one way to the data, a singleton: consistent reads, and transactions that commit on success and roll back on a
/// refusal or an exception. A transaction's function may run more than once (a batch that failed, a serialisation
/// failure), so it changes nothing but the session; it awaits nothing but the session.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    // created_at fills CreatedAt without an alias per column.
    static Database() => Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;

    private protected Database(DataOptions options) => Options = options;

    /// <summary>Which database this is.</summary>
    public abstract DatabaseKind Kind { get; }

    /// <summary>Where the data lives.</summary>
    public DataOptions Options { get; }

    /// <summary>The database the options mean; <see cref="OpenAsync"/> comes before any use.</summary>
    public static Database Create(DataOptions options, TimeProvider time, ILoggerFactory loggers) =>
        options.Kind == DatabaseKind.Sqlite
            ? new SqliteDatabase(options, time, loggers.CreateLogger<Database>())
            : new PostgresDatabase(options, time, loggers.CreateLogger<Database>());

    /// <summary>Opens the database once per process; throws with a sentence for the operator when it cannot be used.</summary>
    public abstract Task OpenAsync(DatabaseAccess access, CancellationToken cancellationToken = default);

    /// <summary>Reads from one consistent snapshot. Reading inside a transaction uses the transaction's session instead.</summary>
    public abstract Task<T> ReadAsync<T>(Func<DbSession, Task<T>> read, CancellationToken cancellationToken = default);

    /// <summary>Runs a use case in one transaction; returns after the durable commit, or with the refusal after the rollback.</summary>
    public Task<Result<T>> InTransactionAsync<T>(Func<DbSession, Task<Result<T>>> work, CancellationToken cancellationToken = default) =>
        TransactAsync(work, cancellationToken);

    /// <inheritdoc cref="InTransactionAsync{T}"/>
    public Task<Result> InTransactionAsync(Func<DbSession, Task<Result>> work, CancellationToken cancellationToken = default) =>
        TransactAsync(work, cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    private protected abstract Task<TResult> TransactAsync<TResult>(Func<DbSession, Task<TResult>> work, CancellationToken cancellationToken)
        where TResult : Result;
}
