namespace CompetitionHub.Core.Data;

/// <summary>The two databases the same SQL runs on.</summary>
public enum DatabaseKind
{
    /// <summary>One file beside the program; one process writes.</summary>
    Sqlite,
    /// <summary>A PostgreSQL server (UTF-8, C collation).</summary>
    Postgres,
}

/// <summary>What a process opens the database for.</summary>
public enum DatabaseAccess
{
    /// <summary>A server or a writing verb: SQLite is locked for this process and migrated after a backup; PostgreSQL must be migrated already.</summary>
    ReadWrite,
    /// <summary>A reading verb, possibly beside a running server: nothing is locked, migrated or written.</summary>
    ReadOnly,
    /// <summary>The verb <c>migrate</c>: as <see cref="ReadWrite"/>, and PostgreSQL is migrated too.</summary>
    Migrate,
}
