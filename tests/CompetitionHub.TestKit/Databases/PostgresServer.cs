using Dapper;
using Npgsql;

namespace CompetitionHub.TestKit.Databases;

/// <summary>The PostgreSQL server that tests/run.sh starts; databases on it are made from a migrated template and dropped again.</summary>
internal static class PostgresServer
{
    public const string Variable = "COMPETITIONHUB_TEST_POSTGRES";
    public const string Missing = "No PostgreSQL server: tests/run.sh starts one, or give a connection string in " + Variable + ".";

    public const string Utf8 = "encoding 'UTF8' locale 'C.UTF-8'";

    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static int made;

    public static bool IsGiven => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Variable));

    private static string Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
        ? text
        : throw new InvalidOperationException(Missing);

    /// <summary>Connection string of a new copy of the migrated template.</summary>
    public static async Task<string> CreateMigratedAsync() => await CreateAsync($"template {await Template.Value}");

    /// <summary>Connection string of a new database without any table.</summary>
    public static Task<string> CreateEmptyAsync(string creation = Utf8) => CreateAsync(creation + " template template0");

    public static async Task DropDatabaseAsync(string connection) =>
        await RunAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(connection).Database} with (force)");

    private static async Task<string> CreateAsync(string how)
    {
        var name = $"hubtest_{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        await RunAsync($"create database {name} {how}");
        return On(name);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var connection = await CreateEmptyAsync();
        await using (var database = TestDatabase.Bare(new() { Postgres = connection }, TimeProvider.System))
        {
            await database.OpenAsync(Core.Data.DatabaseAccess.Migrate);
        }

        var name = new NpgsqlConnectionStringBuilder(connection).Database!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Run($"drop database if exists {name} with (force)");
        return name;
    }

    // A pool would hold the template open, and a template in use cannot be copied.
    private static string On(string? database) => new NpgsqlConnectionStringBuilder(Server)
    {
        Database = database ?? new NpgsqlConnectionStringBuilder(Server).Database ?? "postgres",
        MaxPoolSize = 20,
        Pooling = database is not null,
    }.ConnectionString;

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(On(null));
        await connection.ExecuteAsync(sql);
    }

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(On(null));
        connection.Execute(sql);
    }
}
