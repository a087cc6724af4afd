using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CompetitionHub.Benchmarks.Scratch;

/// <summary>A data folder with a made-up running competition, written straight into a migrated SQLite file; gone when disposed.</summary>
internal sealed class ScratchHub : IDisposable
{
    private ScratchHub(string folder) => Folder = folder;

    public string Folder { get; }

    public string File => Path.Combine(Folder, "competitionhub.sqlite");

    public string CompetitionId { get; private set; } = "";

    public IReadOnlyList<ScratchContest> Contests { get; private set; } = [];

    public static async Task<ScratchHub> CreateAsync(ScratchPlan plan)
    {
        var hub = new ScratchHub(Directory.CreateTempSubdirectory("hubbench-").FullName);
        await using (var database = Database.Create(new DataOptions { SqliteFile = hub.File }, TimeProvider.System, NullLoggerFactory.Instance))
        {
            await database.OpenAsync(DatabaseAccess.Migrate);
        }

        using var writer = new ScratchWriter(hub.File);
        hub.CompetitionId = writer.CompetitionId;
        hub.Contests = [.. Enumerable.Range(1, plan.Contests).Select(number => writer.AddContest(plan, number))];
        writer.Commit();
        return hub;
    }

    /// <summary>Makes the boards' rows from the marks, as the program would have done while they came in.</summary>
    public async Task<ScratchHub> WithBoardsAsync()
    {
        await using var services = await OpenAsync();
        foreach (var contest in Contests)
        {
            await services.GetRequiredService<Database>().InTransactionAsync(session =>
            {
                services.GetRequiredService<StandingsProjector>().ContestChanged(session, contest.Id);
                return Task.FromResult(Result.Success());
            });
        }

        return this;
    }

    /// <summary>The services of boards on this data, in this process.</summary>
    public async Task<ServiceProvider> OpenAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddLogging();
        services.AddData(new DataOptions { SqliteFile = File }).AddAudit().AddCompetitions().AddStandings().AddLive();
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Database>().OpenAsync(DatabaseAccess.ReadWrite);
        return provider;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
