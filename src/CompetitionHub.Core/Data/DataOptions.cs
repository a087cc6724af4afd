namespace CompetitionHub.Core.Data;

/// <summary>Where the data of an installation lives: a SQLite file, or a PostgreSQL connection when that is given.</summary>
public sealed record DataOptions
{
    /// <summary>Path of the SQLite file; used when <see cref="Postgres"/> is empty.</summary>
    public string SqliteFile { get; init; } = Path.Combine("data", "competitionhub.sqlite");

    /// <summary>Npgsql connection string; null or empty means SQLite.</summary>
    public string? Postgres { get; init; }

    /// <summary>Folder of the Data Protection key ring beside SQLite (PostgreSQL keeps the keys in a table); null: <c>keys</c> beside the file.</summary>
    public string? KeyFolder { get; init; }

    /// <summary>Folder for automatic backups; null: <c>backups</c> beside the SQLite file.</summary>
    public string? BackupFolder { get; init; }

    /// <summary>How many transactions may wait for the SQLite writer before <see cref="DatabaseBusyException"/>.</summary>
    public int WriterQueue { get; init; } = 4096;

    /// <summary>The most transactions that share one commit on SQLite.</summary>
    public int WriterBatch { get; init; } = 256;

    /// <summary>How long the SQLite writer goes on taking transactions into a batch before it commits.</summary>
    public TimeSpan WriterBatchTime { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Folder with PostgreSQL's client programs (pg_dump, psql, pg_restore); null: found on the path.</summary>
    public string? PostgresTools { get; init; }

    /// <summary>Which database these options mean.</summary>
    public DatabaseKind Kind => string.IsNullOrWhiteSpace(Postgres) ? DatabaseKind.Sqlite : DatabaseKind.Postgres;

    /// <summary>The key ring's folder, defaults applied.</summary>
    public string KeyRingPath => KeyFolder ?? Path.Combine(DataFolder, "keys");

    /// <summary>The folder of automatic backups, defaults applied.</summary>
    public string BackupPath => BackupFolder ?? Path.Combine(DataFolder, "backups");

    private string DataFolder => Path.GetDirectoryName(Path.GetFullPath(SqliteFile))!;
}
