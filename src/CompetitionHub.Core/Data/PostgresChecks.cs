using Dapper;
using Npgsql;

namespace CompetitionHub.Core.Data;

/// <summary>What a PostgreSQL database must be before this program touches it.</summary>
internal static class PostgresChecks
{
    private const string Settings =
        """
        select pg_encoding_to_char(encoding) as Encoding, datcollate as Collation
        from pg_database
        where datname = current_database()
        """;

    /// <summary>Throws unless the database is UTF-8 with the C collation: text order must be the same everywhere and equal SQLite's.</summary>
    public static async Task EnsureUsableAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var found = await connection.QuerySingleAsync<Row>(new CommandDefinition(Settings, cancellationToken: cancellationToken));
        if (found.Encoding != "UTF8" || !(found.Collation is "C" or "POSIX" || found.Collation.StartsWith("C.", StringComparison.Ordinal)))
        {
            throw new DatabaseStateException(
                $"The PostgreSQL database has encoding {found.Encoding} and collation {found.Collation}; it must be UTF8 and C. " +
                "Create it with: create database competitionhub encoding 'UTF8' locale 'C.UTF-8' template template0");
        }
    }

    private sealed class Row
    {
        public string Encoding { get; init; } = "";
        public string Collation { get; init; } = "";
    }
}
