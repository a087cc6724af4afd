using System.Data;
using System.Diagnostics;
using Dapper;
using Npgsql;

namespace CompetitionHub.Core.Data;

/// <summary>A PostgreSQL database as it goes into an archive, and back, by PostgreSQL's own programs.</summary>
internal sealed class PostgresDump(DataOptions options)
{
    public const string FileName = "database.pgdump";

    private const string ExportSnapshot = "select pg_export_snapshot()";
    private const string LastMigration = "select name from schema_migrations order by version desc limit 1";
    private const string Tables = "select tablename from pg_tables where schemaname = 'public' order by tablename";
    private const string Others = "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    private const string DropAll = "drop schema public cascade";
    private const string StartEmpty = "create schema public";

    private readonly NpgsqlConnectionStringBuilder connectionText = new(options.Postgres) { Pooling = false, ApplicationName = "CompetitionHub backup" };

    /// <summary>Dumps one snapshot and counts the rows in the same one.</summary>
    public async Task<(string LastMigration, IReadOnlyDictionary<string, long> Tables)> WriteAsync(string target, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionText.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var snapshot = await connection.ExecuteScalarAsync<string>(ExportSnapshot, transaction: transaction);
        var counts = await CountAsync(connection, transaction);
        var migration = await connection.ExecuteScalarAsync<string>(LastMigration, transaction: transaction) ?? "";
        await RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={target}"], null, cancellationToken);
        return (migration, counts);
    }

    /// <summary>Reads the whole dump back and counts the rows it holds.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CheckAsync(string dump, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, long>();
        string? table = null;
        await RunAsync("pg_restore", ["--file=-", dump], line =>
        {
            if (table is not null)
            {
                if (line == @"\.")
                {
                    table = null;
                }
                else
                {
                    counts[table]++;
                }
            }
            else if (line.StartsWith("COPY public.", StringComparison.Ordinal))
            {
                table = line["COPY public.".Length..line.IndexOf(' ', "COPY public.".Length)];
                counts[table] = 0;
            }
        }, cancellationToken);
        return counts;
    }

    /// <summary>Puts the dump in the place of everything in the database, in one transaction.</summary>
    public async Task RestoreAsync(string dump, CancellationToken cancellationToken)
    {
        var script = dump + ".sql";
        await RunAsync("pg_restore", ["--no-owner", "--no-privileges", $"--file={script}", dump], null, cancellationToken);
        await RunAsync("psql", ["-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-c", DropAll, "-c", StartEmpty, "-f", script], null, cancellationToken);
        File.Delete(script);
    }

    public async Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionText.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return await CountAsync(connection, null);
    }

    public async Task EnsureNobodyElseAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionText.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        if (await connection.ExecuteScalarAsync<long>(Others) is > 0 and var others)
        {
            throw new DatabaseInUseException($"{others} other connection(s) use the database. Stop the servers first, then try again.");
        }
    }

    private static async Task<IReadOnlyDictionary<string, long>> CountAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction)
    {
        var counts = new Dictionary<string, long>();
        foreach (var table in await connection.QueryAsync<string>(Tables, transaction: transaction))
        {
            counts[table] = await connection.ExecuteScalarAsync<long>(TableCount.Of(table), transaction: transaction);
        }

        return counts;
    }

    private async Task RunAsync(string program, IEnumerable<string> arguments, Action<string>? line, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(options.PostgresTools is { Length: > 0 } folder ? Path.Combine(folder, program) : program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Not on the command line, where every user of the machine could read the password.
        start.Environment["PGHOST"] = connectionText.Host;
        start.Environment["PGPORT"] = connectionText.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = connectionText.Username;
        start.Environment["PGDATABASE"] = connectionText.Database;
        start.Environment["PGCLIENTENCODING"] = "UTF8";
        if (connectionText.Password is { } password)
        {
            start.Environment["PGPASSWORD"] = password;
        }

        using var process = Start(start, program);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } text)
        {
            line?.Invoke(text);
        }

        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new DatabaseStateException($"{program} failed: {(await errors).Trim()}");
        }
    }

    private static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new DatabaseStateException($"{program} was not found. Install PostgreSQL's client programs, or name their folder in the settings.", e);
        }
    }
}
