using System.Data;
using System.Security.Cryptography;
using CompetitionHub.Core.Shared;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CompetitionHub.Core.Data;

/// <summary>PostgreSQL: one data source per process, READ COMMITTED transactions that are run again after a deadlock or serialisation failure.</summary>
internal sealed class PostgresDatabase : Database
{
    private const int MostAttempts = 6;

    // Several queries of one read see the same moment and write nothing, as on SQLite.
    private const string ReadOnly = "set transaction read only";

    private readonly NpgsqlDataSource source;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private bool opened;
    private bool writable;

    public PostgresDatabase(DataOptions options, TimeProvider time, ILogger logger) : base(options)
    {
        this.time = time;
        this.logger = logger;
        source = NpgsqlDataSource.Create(ConnectionText(options));
    }

    public override DatabaseKind Kind => DatabaseKind.Postgres;

    public override async Task OpenAsync(DatabaseAccess access, CancellationToken cancellationToken = default)
    {
        if (opened)
        {
            throw new InvalidOperationException("The database is open already.");
        }

        try
        {
            await PostgresChecks.EnsureUsableAsync(source, cancellationToken);
            if (access == DatabaseAccess.Migrate)
            {
                await new Migrator(Options, time, logger).MigratePostgresAsync(source, cancellationToken);
            }

            opened = true;
            await Migrator.EnsureCurrentAsync(this, cancellationToken);
        }
        catch (Exception e) when (DatabaseErrors.AtOpening(e, Options) is { } problem)
        {
            throw problem;
        }

        writable = access != DatabaseAccess.ReadOnly;
    }

    public override async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> read, CancellationToken cancellationToken = default)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(ReadOnly, transaction: transaction, cancellationToken: cancellationToken));
        var session = new DbSession(Kind, connection, transaction, null, cancellationToken);
        try
        {
            return await read(session);
        }
        finally
        {
            session.End();
        }
    }

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    private protected override async Task<TResult> TransactAsync<TResult>(Func<DbSession, Task<TResult>> work, CancellationToken cancellationToken)
    {
        if (!writable)
        {
            throw new InvalidOperationException("The database is not open for writing.");
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(work, cancellationToken);
            }
            catch (Exception e) when (attempt < MostAttempts && DatabaseErrors.IsWorthRetrying(e))
            {
                logger.LogDebug(e, "Attempt {Attempt} of a transaction met another one; it is run again.", attempt);
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, 10 << attempt)), cancellationToken);
            }
        }
    }

    private async Task<TResult> AttemptAsync<TResult>(Func<DbSession, Task<TResult>> work, CancellationToken cancellationToken)
        where TResult : Result
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var hooks = new CommitHooks();
        var session = new DbSession(Kind, connection, transaction, hooks, cancellationToken);
        try
        {
            var result = await work(session);
            if (!result.Succeeded)
            {
                await transaction.RollbackAsync(CancellationToken.None);
                return result;
            }

            await hooks.RunBeforeAsync(session);
            // Not cancellable: the caller would not know what was stored.
            await transaction.CommitAsync(CancellationToken.None);
            hooks.RunAfter(e => logger.LogError(e, "An action after the commit failed."));
            return result;
        }
        finally
        {
            session.End();
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        if (!opened)
        {
            throw new InvalidOperationException("The database is not open.");
        }

        try
        {
            return await source.OpenConnectionAsync(cancellationToken);
        }
        catch (NpgsqlException e) when (e.InnerException is TimeoutException)
        {
            throw new DatabaseBusyException("No connection to PostgreSQL became free in time.", e);
        }
    }

    internal static string ConnectionText(DataOptions options) => new NpgsqlConnectionStringBuilder(Given(options))
    {
        ApplicationName = "CompetitionHub",
        Multiplexing = false,
        MaxAutoPrepare = 200,
        AutoPrepareMinUsages = 2,
        IncludeErrorDetail = false,
    }.ConnectionString;

    private static string? Given(DataOptions options)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(options.Postgres).ConnectionString;
        }
        catch (ArgumentException e)
        {
            throw new DatabaseStateException($"Hub:Postgres is not a connection string: {e.Message} Expected: Host=…;Database=…;Username=…;Password=…", e);
        }
    }
}
