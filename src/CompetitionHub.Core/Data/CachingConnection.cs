using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace CompetitionHub.Core.Data;

/// <summary>A SQLite connection that keeps its prepared statements: preparing a text anew costs more than running it. Used by one thread at a time.</summary>
internal sealed class CachingConnection(SqliteConnection inner) : DbConnection
{
    private const int MostStatements = 512;
    private readonly Dictionary<string, SqliteStatement> kept = [];
    private long rents;

    /// <summary>For what is run once and may hold several statements: migrations and settings.</summary>
    public SqliteConnection Inner => inner;

    [AllowNull]
    public override string ConnectionString { get => "sqlite"; set => throw new NotSupportedException(); }
    public override string Database => inner.Database;
    public override string DataSource => inner.DataSource;
    public override string ServerVersion => inner.ServerVersion;
    public override ConnectionState State => inner.State;
    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();
    public override void Open() => inner.Open();
    public override void Close() => Dispose(true);

    public SqliteStatement Rent(string sql)
    {
        if (kept.TryGetValue(sql, out var statement) && !statement.IsRented)
        {
            statement.IsRented = true;
            statement.LastRent = ++rents;
            return statement;
        }

        return new SqliteStatement(inner.Handle!, sql) { IsRented = true, LastRent = ++rents };
    }

    public void Return(SqliteStatement statement)
    {
        statement.Reset();
        statement.IsRented = false;
        if (kept.TryGetValue(statement.Sql, out var same))
        {
            if (same != statement)
            {
                statement.Dispose();
            }

            return;
        }

        if (kept.Count >= MostStatements)
        {
            ForgetTheOldest();
        }

        kept.Add(statement.Sql, statement);
    }

    /// <summary>Runs a statement without parameters (begin, savepoint, commit …).</summary>
    public void Run(string sql)
    {
        var statement = Rent(sql);
        try
        {
            statement.Step();
        }
        finally
        {
            Return(statement);
        }
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

    protected override DbCommand CreateDbCommand() => new CachingCommand(this);

    // List parameters make a text per length; those in use every day must not be driven out by them.
    private void ForgetTheOldest()
    {
        if (kept.Values.Where(s => !s.IsRented).MinBy(s => s.LastRent) is { } oldest)
        {
            kept.Remove(oldest.Sql);
            oldest.Dispose();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var statement in kept.Values)
            {
                statement.Dispose();
            }

            kept.Clear();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
