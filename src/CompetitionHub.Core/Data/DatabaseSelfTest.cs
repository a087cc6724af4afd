using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Data;

/// <summary>One thing that was looked at, and what was found.</summary>
public sealed record DataCheck(string Name, bool Healthy, string Detail);

/// <summary>Answers the health check: can the data be read, is it migrated, does the writer still write?</summary>
public sealed class DatabaseSelfTest(Database database)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private const string One = "select 1";

    /// <summary>Runs every check; never throws, names what is wrong.</summary>
    public async Task<IReadOnlyList<DataCheck>> RunAsync(CancellationToken cancellationToken = default) =>
    [
        await TryAsync("database", async () => $"{database.Kind} answers {await database.ReadAsync(s => s.ScalarAsync<long>(One), cancellationToken)}"),
        await TryAsync("migrations", async () =>
        {
            await Migrator.EnsureCurrentAsync(database, cancellationToken);
            return "current";
        }),
        await TryAsync("writer", async () =>
        {
            await database.InTransactionAsync(async session =>
            {
                await session.ScalarAsync<long>(One);
                return Result.Success();
            }, cancellationToken);
            return "commits";
        }),
    ];

    private static async Task<DataCheck> TryAsync(string name, Func<Task<string>> check)
    {
        try
        {
            return new DataCheck(name, true, await check().WaitAsync(Patience));
        }
        catch (Exception e)
        {
            return new DataCheck(name, false, e.Message);
        }
    }
}
