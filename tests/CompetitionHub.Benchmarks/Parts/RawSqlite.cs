using System.Globalization;
using CompetitionHub.Benchmarks.Report;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CompetitionHub.Benchmarks.Parts;

/// <summary>What SQLite alone can do on a copy of the same file with the same settings: prepared statements in a loop, no product around it.</summary>
internal sealed class RawSqlite : IDisposable
{
    private const string Settings =
        """
        pragma journal_mode = wal;
        pragma synchronous = full;
        pragma mmap_size = 0;
        pragma cache_size = -65536;
        pragma temp_store = memory;
        pragma foreign_keys = on;
        """;

    private readonly string file;
    private readonly SqliteConnection connection;

    public RawSqlite(string source)
    {
        file = source + "." + Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture);
        using (var from = Open(source))
        {
            from.Execute("vacuum into @file", new { file });
        }

        connection = Open(file);
        connection.Execute(Settings);
    }

    /// <summary>Median milliseconds of a durable commit that changes one small row.</summary>
    public double Commit(int commits)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "update boards set revision = revision + 1";
        return Clock.Median(commits, () => command.ExecuteNonQuery());
    }

    /// <summary>Reads all marks and writes all standing rows as they are, in one transaction.</summary>
    public void CopyStandings()
    {
        using var transaction = connection.BeginTransaction();
        const string marks = "select entry_id, form_key, aspect_key, seat, state, value, entered_at from marks order by contest_id, entry_id, form_key, aspect_key, seat, version";
        using (var reader = connection.ExecuteReader(marks, transaction: transaction))
        {
            while (reader.Read())
            {
                _ = reader.GetInt64(5);
            }
        }

        connection.Execute("create temp table kept as select * from standing_rows", transaction: transaction);
        connection.Execute("delete from standing_rows", transaction: transaction);
        connection.Execute("insert into standing_rows select * from kept", transaction: transaction);
        connection.Execute("drop table kept", transaction: transaction);
        transaction.Commit();
    }

    /// <summary>A statement with the parameters @p0, @p1, …</summary>
    public SqliteCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "@p" + i.ToString(CultureInfo.InvariantCulture) });
        }

        return command;
    }

    public static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    public void Run(string sql) => connection.Execute(sql);

    public void Dispose()
    {
        connection.Dispose();
        foreach (var left in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(left);
        }
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
