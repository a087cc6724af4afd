using Dapper;

namespace CompetitionHub.Core.Data;

/// <summary>A SQLite file as it goes into an archive, and back.</summary>
internal static class SqliteDump
{
    public const string FileName = "database.sqlite";

    // The file is open for reading only all the same; this setting would also forbid writing the copy.
    private const string AllowCopy = "pragma query_only = off";

    // A consistent copy from one read transaction: works beside the running writer and leaves it alone.
    private const string Copy = "vacuum into @target";
    private const string Integrity = "pragma integrity_check";
    private const string ForeignKeys = "pragma foreign_key_check";
    private const string LastMigration = "select name from schema_migrations order by version desc limit 1";
    private const string Tables = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name";

    public static void Write(string database, string target)
    {
        using var connection = SqliteConnections.OpenReader(database);
        connection.Run(AllowCopy);
        connection.Execute(Copy, new { target });
    }

    /// <summary>Reads the whole copy: structure, foreign keys, rows per table.</summary>
    public static (string LastMigration, IReadOnlyDictionary<string, long> Tables) Check(string file)
    {
        using var connection = SqliteConnections.OpenReader(file);
        var verdict = connection.ExecuteScalar<string>(Integrity);
        if (verdict != "ok")
        {
            throw new DatabaseStateException($"The copy of the database is damaged: {verdict}");
        }

        if (connection.Query(ForeignKeys).Any())
        {
            throw new DatabaseStateException("The copy of the database has rows that point nowhere.");
        }

        var counts = connection.Query<string>(Tables).ToDictionary(t => t, t => connection.ExecuteScalar<long>(TableCount.Of(t)));
        return (connection.ExecuteScalar<string>(LastMigration) ?? "", counts);
    }
}

/// <summary>The one SQL text that cannot be a constant: a table's name is no parameter. Names come from the database's own catalogue.</summary>
internal static class TableCount
{
    public static string Of(string table) => "select count(*) from \"" + table.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
