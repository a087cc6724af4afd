using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CompetitionHub.TestKit.Databases;

/// <summary>
/// A migrated database of its own for one test, with the services registered on it; gone when disposed.
/// <code>await using var db = await TestDatabase.CreateAsync(kind, services => services.AddJudging());</code>
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private readonly string folder;
    private readonly Action<IServiceCollection>? configure;
    private ServiceProvider services;

    private TestDatabase(DataOptions options, string folder, Action<IServiceCollection>? configure)
    {
        Options = options;
        this.folder = folder;
        this.configure = configure;
        services = Build();
    }

    public DatabaseKind Kind => Options.Kind;

    public DataOptions Options { get; }

    /// <summary>Scratch folder of this test: the SQLite file, the key ring, backups.</summary>
    public string Folder => folder;

    public FakeTime Time { get; } = new();

    public IServiceProvider Services => services;

    public Database Database => services.GetRequiredService<Database>();

    public AuditLog Audit => services.GetRequiredService<AuditLog>();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public static async Task<TestDatabase> CreateAsync(
        DatabaseKind kind, Action<IServiceCollection>? configure = null, Func<DataOptions, DataOptions>? options = null)
    {
        var folder = Directory.CreateTempSubdirectory("hubtest-").FullName;
        var settings = new DataOptions
        {
            SqliteFile = Path.Combine(folder, "hub.sqlite"),
            KeyFolder = Path.Combine(folder, "keys"),
            BackupFolder = Path.Combine(folder, "backups"),
            Postgres = kind == DatabaseKind.Postgres ? await PostgresServer.CreateMigratedAsync() : null,
        };
        if (kind == DatabaseKind.Sqlite)
        {
            File.Copy(await SqliteTemplate.Value, settings.SqliteFile);
        }

        var created = new TestDatabase(options?.Invoke(settings) ?? settings, folder, configure);
        await created.Database.OpenAsync(DatabaseAccess.ReadWrite);
        return created;
    }

    /// <summary>A new PostgreSQL database without any table, not opened; made with the given options of <c>create database</c>.</summary>
    public static async Task<TestDatabase> CreateEmptyPostgresAsync(string creation = PostgresServer.Utf8)
    {
        var folder = Directory.CreateTempSubdirectory("hubtest-").FullName;
        return new TestDatabase(new() { Postgres = await PostgresServer.CreateEmptyAsync(creation), BackupFolder = folder }, folder, null);
    }

    /// <summary>Closes everything and opens the same data with new services, as after a restart.</summary>
    public async Task ReopenAsync()
    {
        await services.DisposeAsync();
        services = Build();
        await Database.OpenAsync(DatabaseAccess.ReadWrite);
    }

    /// <summary>Disposes the services only: the data stays for whoever opens it next.</summary>
    public ValueTask CloseAsync() => services.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (Options.Postgres is { } connection)
        {
            await PostgresServer.DropDatabaseAsync(connection);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A database that is not opened yet.</summary>
    public static Database Bare(DataOptions options, TimeProvider time) => Database.Create(options, time, NullLoggerFactory.Instance);

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hubtest-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "template.sqlite");
        await using var database = Bare(new() { SqliteFile = file }, TimeProvider.System);
        await database.OpenAsync(DatabaseAccess.Migrate);
        return file;
    }

    private ServiceProvider Build()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        collection.AddLogging();
        collection.AddData(Options);
        collection.AddAudit();
        configure?.Invoke(collection);
        return collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
