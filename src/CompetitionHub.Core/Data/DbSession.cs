using System.Data.Common;
using Dapper;
using Npgsql;

namespace CompetitionHub.Core.Data;

/// <summary>
/// A snapshot or a transaction, handed to the function that works in it and dead afterwards. Its SQL is for repositories
/// and queries of this project only: portable text in a constant, parameters as <c>@name</c>, lists as <c>column in @names</c>
/// (rewritten for PostgreSQL by <see cref="Dialects"/>).
/// </summary>
public sealed class DbSession
{
    private readonly DbConnection connection;
    private readonly DbTransaction? transaction;
    private readonly CommitHooks? hooks;
    private readonly CancellationToken cancellationToken;
    private bool ended;

    internal DbSession(DatabaseKind kind, DbConnection connection, DbTransaction? transaction, CommitHooks? hooks, CancellationToken cancellationToken)
    {
        Kind = kind;
        this.connection = connection;
        this.transaction = transaction;
        this.hooks = hooks;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>Which database the session belongs to.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>
    /// Gathers items under a key and runs the function once, with all of them in order (repeats included), before the commit:
    /// once per group commit on SQLite, once per transaction on PostgreSQL. The function of the first call counts.
    /// </summary>
    public void BeforeCommit<TItem>(string key, TItem item, Func<DbSession, IReadOnlyCollection<TItem>, Task> once) =>
        Hooks().AddBefore(key, item, once, last: false);

    /// <summary>As <see cref="BeforeCommit"/>, after all of those: for what every transaction locks last (the audit head).</summary>
    internal void BeforeCommitLast<TItem>(string key, TItem item, Func<DbSession, IReadOnlyCollection<TItem>, Task> once) =>
        Hooks().AddBefore(key, item, once, last: true);

    /// <summary>Runs after the durable commit, not at all after a rollback. It must be quick and must not fail: nobody awaits it.</summary>
    public void AfterCommit(Action action) => Hooks().AddAfter(action);

    /// <summary>Runs a statement; gives the number of rows it touched.</summary>
    internal Task<int> ExecuteAsync(string sql, object? args = null)
    {
        Alive();
        try
        {
            return Kind == DatabaseKind.Sqlite
                ? Task.FromResult(connection.Execute(sql, args))
                : Translated(connection.ExecuteAsync(Command(sql, args)));
        }
        catch (Exception e) when (DatabaseErrors.Translate(e) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Runs a statement once per row (its properties are the parameters), many rows per round trip; gives the number of rows it touched.</summary>
    internal Task<int> ExecuteManyAsync<T>(string sql, IEnumerable<T> rows) where T : class
    {
        Alive();
        return connection is NpgsqlConnection postgres
            ? Translated(ManyRows.ExecuteAsync(postgres, (NpgsqlTransaction?)transaction, sql, rows, cancellationToken))
            : ExecuteAsync(sql, rows);
    }

    /// <summary>All rows of a query (or of a statement with <c>returning</c>). Row types are classes with <c>init</c> properties.</summary>
    internal async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args = null)
    {
        Alive();
        try
        {
            return Kind == DatabaseKind.Sqlite
                ? connection.Query<T>(sql, args).AsList()
                : (await connection.QueryAsync<T>(Command(sql, args))).AsList();
        }
        catch (Exception e) when (DatabaseErrors.Translate(e) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>The row of a query that gives none or one; null (or zero) when none.</summary>
    internal async Task<T?> QuerySingleOrDefaultAsync<T>(string sql, object? args = null)
    {
        Alive();
        try
        {
            return Kind == DatabaseKind.Sqlite
                ? connection.QuerySingleOrDefault<T>(sql, args)
                : await connection.QuerySingleOrDefaultAsync<T>(Command(sql, args));
        }
        catch (Exception e) when (DatabaseErrors.Translate(e) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>The first column of the first row; null (or zero) when there is none.</summary>
    internal async Task<T?> ScalarAsync<T>(string sql, object? args = null)
    {
        Alive();
        try
        {
            return Kind == DatabaseKind.Sqlite
                ? connection.ExecuteScalar<T>(sql, args)
                : await connection.ExecuteScalarAsync<T>(Command(sql, args));
        }
        catch (Exception e) when (DatabaseErrors.Translate(e) is { } translated)
        {
            throw translated;
        }
    }

    internal void End() => ended = true;

    private CommandDefinition Command(string sql, object? args) =>
        new(Dialects.ForPostgres(sql), args, transaction, cancellationToken: cancellationToken);

    private static async Task<T> Translated<T>(Task<T> task)
    {
        try
        {
            return await task;
        }
        catch (Exception e) when (DatabaseErrors.Translate(e) is { } translated)
        {
            throw translated;
        }
    }

    private CommitHooks Hooks()
    {
        Alive();
        return hooks ?? throw new InvalidOperationException("A reading session commits nothing.");
    }

    private void Alive() => ObjectDisposedException.ThrowIf(ended, this);
}
