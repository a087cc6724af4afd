using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CompetitionHub.Core.Data;

/// <summary>Brings a database to the version of this program: forward only, each script in its own transaction, checksums compared.</summary>
internal sealed class Migrator(DataOptions options, TimeProvider time, ILogger logger)
{
    // Any number, as long as it is always the same one.
    private const long PostgresMigrationLock = 20_260_001;

    private const string CreateTable =
        """
        create table if not exists schema_migrations (
          version integer not null primary key,
          name text not null,
          checksum text not null,
          applied_at bigint not null
        )
        """;

    private const string ListApplied = "select version, name, checksum from schema_migrations order by version";

    private const string Record =
        """
        insert into schema_migrations (version, name, checksum, applied_at)
        values (@Version, @Name, @Checksum, @appliedAt)
        """;

    private const string SqliteHasTable = "select count(*) from sqlite_master where type = 'table' and name = 'schema_migrations'";
    private const string PostgresHasTable = "select count(*) from pg_tables where schemaname = current_schema() and tablename = 'schema_migrations'";
    private const string PostgresLock = "select pg_advisory_xact_lock(@key)";

    /// <summary>The scripts of this program; tests add one.</summary>
    public IReadOnlyList<Migration> Scripts { get; init; } = Migration.For(options.Kind);

    /// <summary>Throws unless exactly this program's migrations have been applied.</summary>
    public static async Task EnsureCurrentAsync(Database database, CancellationToken cancellationToken)
    {
        if (await CountPendingAsync(database, cancellationToken) is > 0 and var pending)
        {
            throw new DatabaseStateException($"{pending} migration(s) have not been applied to this database. Run the verb `migrate` first.");
        }
    }

    /// <summary>Number of migrations still to apply; throws when the database was migrated by another program text.</summary>
    public static Task<int> CountPendingAsync(Database database, CancellationToken cancellationToken) =>
        database.ReadAsync(async session =>
        {
            var sqlite = session.Kind == DatabaseKind.Sqlite;
            var applied = await session.ScalarAsync<long>(sqlite ? SqliteHasTable : PostgresHasTable) == 0
                ? []
                : await session.QueryAsync<AppliedMigration>(ListApplied);
            return Pending(Migration.For(session.Kind), applied).Count;
        }, cancellationToken);

    /// <summary>The scripts to run, in order. Throws on a gap, an edited script, or a database newer than the program.</summary>
    public static IReadOnlyList<Migration> Pending(IReadOnlyList<Migration> known, IReadOnlyList<AppliedMigration> applied)
    {
        foreach (var done in applied)
        {
            var script = known.SingleOrDefault(m => m.Version == done.Version)
                ?? throw new DatabaseStateException($"The database has migration {done.Version:0000}_{done.Name}, which this program does not know: it was used by a newer release. Start that one.");
            if (script.Checksum != done.Checksum)
            {
                throw new DatabaseStateException($"Migration {done.Version:0000}_{done.Name} was applied with another text than this program holds. Restore the backup made before it, or start the release that wrote it.");
            }
        }

        var last = applied.Count == 0 ? 0 : applied.Max(m => m.Version);
        return last == applied.Count
            ? known.Where(m => m.Version > last).ToList()
            : throw new DatabaseStateException($"The database has migration {last:0000} but not all before it.");
    }

    /// <summary>Migrates through the writer's own connection, after a backup when there is something to lose.</summary>
    public async Task MigrateSqliteAsync(CachingConnection connection, CancellationToken cancellationToken)
    {
        var applied = connection.ExecuteScalar<long>(SqliteHasTable) == 0
            ? []
            : connection.Query<AppliedMigration>(ListApplied).AsList();
        var pending = Pending(Scripts, applied);
        if (pending.Count == 0)
        {
            return;
        }

        await BackUpAsync(applied, pending, cancellationToken);

        connection.Run(CreateTable);
        foreach (var migration in pending)
        {
            connection.Run("begin immediate");
            try
            {
                connection.Inner.Execute(migration.Sql);
                connection.Execute(Record, Parameters(migration));
                connection.Run("commit");
            }
            catch
            {
                connection.Run("rollback");
                throw;
            }

            logger.LogInformation("Migrated to {Version:0000}_{Name}", migration.Version, migration.Name);
        }
    }

    /// <summary>Migrates PostgreSQL; a second process waits and then finds nothing to do.</summary>
    public async Task MigratePostgresAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(PostgresLock, new { key = PostgresMigrationLock }, transaction);
        await connection.ExecuteAsync(CreateTable, transaction: transaction);
        var applied = (await connection.QueryAsync<AppliedMigration>(ListApplied, transaction: transaction)).AsList();
        var pending = Pending(Scripts, applied);
        if (pending.Count == 0)
        {
            return;
        }

        await BackUpAsync(applied, pending, cancellationToken);
        foreach (var migration in pending)
        {
            await RunScriptAsync(connection, migration.Sql, cancellationToken);
            await connection.ExecuteAsync(Record, Parameters(migration), transaction);
            logger.LogInformation("Migrated to {Version:0000}_{Name}", migration.Version, migration.Name);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task BackUpAsync(List<AppliedMigration> applied, IReadOnlyList<Migration> pending, CancellationToken cancellationToken)
    {
        if (applied.Count > 0)
        {
            var file = await new Backup(options, time).CreateAutomaticAsync($"before-migration-{pending[0].Version:0000}", cancellationToken);
            logger.LogInformation("Backup before migrating: {File}", file);
        }
    }

    private static async Task RunScriptAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private object Parameters(Migration migration) =>
        new { migration.Version, migration.Name, migration.Checksum, appliedAt = time.GetUtcNow().ToUnixTimeMilliseconds() };
}

/// <summary>A row of <c>schema_migrations</c>.</summary>
internal sealed class AppliedMigration
{
    public int Version { get; init; }
    public string Name { get; init; } = "";
    public string Checksum { get; init; } = "";
}
