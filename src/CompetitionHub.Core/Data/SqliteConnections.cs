using Microsoft.Data.Sqlite;

namespace CompetitionHub.Core.Data;

/// <summary>Opens SQLite connections with the settings this project relies on.</summary>
internal static class SqliteConnections
{
    private const string Memory = ":memory:";

    private const string Writing =
        """
        pragma busy_timeout = 30000;
        pragma journal_mode = wal;
        pragma synchronous = full;
        pragma wal_autocheckpoint = 4000;
        pragma journal_size_limit = 67108864;
        pragma mmap_size = 0;
        pragma cache_size = -65536;
        pragma temp_store = memory;
        """;

    // A reader never checkpoints: only the writer's thread may wait for the disk.
    private const string Reading =
        """
        pragma busy_timeout = 30000;
        pragma query_only = on;
        pragma wal_autocheckpoint = 0;
        pragma mmap_size = 0;
        pragma cache_size = -16384;
        pragma temp_store = memory;
        """;

    static SqliteConnections() => SQLitePCL.Batteries_V2.Init();

    public static CachingConnection OpenWriter(string file)
    {
        if (file != Memory && !File.Exists(file))
        {
            File.Create(file).Dispose();
            KeepPrivate(file);
        }

        return Open(file, SqliteOpenMode.ReadWriteCreate, Writing);
    }

    public static CachingConnection OpenReader(string file) => Open(file, SqliteOpenMode.ReadOnly, Reading);

    /// <summary>Only the owner may read it: it holds password hashes. SQLite gives the log the same permissions.</summary>
    public static void KeepPrivate(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static CachingConnection Open(string file, SqliteOpenMode mode, string settings)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Cache = SqliteCacheMode.Private,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = 30,
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = settings;
            command.ExecuteNonQuery();
            return new CachingConnection(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
