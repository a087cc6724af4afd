using System.Globalization;
using CompetitionHub.Core;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Standings;
using CompetitionHub.TestKit.Builders;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CompetitionHub.BrowserTests.Judging;

/// <summary>
/// The server dies by kill -9 at random moments while five judges mark, and comes back each time. COMPETITIONHUB_KILLS says how often
/// (5 in an ordinary run), COMPETITIONHUB_KILL_SEED gives another sequence.
/// </summary>
public sealed class KilledServerTests(ITestOutputHelper output)
{
    private const int Judges = 5;
    private const int Aspects = 6;

    [Fact]
    public async Task ServerKilledAtRandomMoments_KeepsEveryAcknowledgedMarkOnce()
    {
        var (kills, seed) = (Setting("COMPETITIONHUB_KILLS", 5), Setting("COMPETITIONHUB_KILL_SEED", 20260001));
        await using var hall = await PadHall.OpenAsync(entries: 12, scheme: Scheme());
        var judges = Enumerable.Range(1, Judges).Select(seat => new StubbornJudge(hall.Hall, hall.App.Address, seat, seed + seat)).ToList();
        await Task.WhenAll(judges.Select(judge => judge.SignInAsync()));

        using var stop = new CancellationTokenSource();
        var marking = Task.WhenAll(judges.Select(judge => Task.Run(() => judge.MarkAsync(stop.Token))));
        var killed = 0;
        var random = new Random(seed);
        for (; killed < kills && !marking.IsCompleted; killed++)
        {
            await Task.Delay(random.Next(20, 800));
            await hall.App.KillAsync();
            await hall.App.StartAsync();
        }

        await Task.Delay(500);
        await stop.CancelAsync();
        await marking;
        await hall.App.KillAsync();

        var saved = judges.SelectMany(judge => judge.Saved).ToList();
        using var stored = Open(hall);
        var (lost, doubled) = Acknowledged.Compare(saved, stored);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"seed {seed}: {killed} kills, {saved.Count(a => a.Kind == "mark")} marks and {saved.Count(a => a.Kind != "mark")} sheet commands acknowledged, {judges.Sum(j => j.Resent)} requests sent again, {lost} lost, {doubled} doubled"));
        Assert.Equal((kills, 0, 0), (killed, lost, doubled));
        Assert.True(saved.Count > kills * Judges, "The judges hardly got to mark.");
        await VerifyAsync(hall, saved.Count);
        judges.ForEach(judge => judge.Dispose());
    }

    private static MarkingScheme Scheme() => Schemes.Scheme(Schemes.Module("m", Schemes.Form("f", Judges,
        [.. Enumerable.Range(1, Aspects).Select(n => Schemes.Aspect(string.Create(CultureInfo.InvariantCulture, $"A{n}"), new PanelScore(new PanelMean()), "10", step: "0.5"))])));

    /// <summary>The chain is whole with an entry for each command, and throwing the standings away and making them anew changes nothing.</summary>
    private static async Task VerifyAsync(PadHall hall, int commands)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddLogging();
        services.AddCore(new DataOptions { SqliteFile = Path.Combine(hall.App.Folder, "competitionhub.sqlite") });
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Database>().OpenAsync(DatabaseAccess.ReadWrite);

        var chain = (await provider.GetRequiredService<AuditVerifier>().VerifyAsync(hall.Hall.CompetitionSlug)).Value;
        Assert.True(chain.Intact);
        using var connection = Open(hall);
        Assert.Equal(commands, connection.ExecuteScalar<int>("select count(*) from audit_entries where subject_type in ('mark', 'sheet')"));

        var kept = Rows(connection);
        Assert.Equal(2 * hall.Hall.Entries.Count, kept.Count);
        Assert.True((await provider.GetRequiredService<BoardService>().RebuildAsync(hall.Hall.Organiser, hall.Hall.ContestId)).Succeeded);
        Assert.Equal(kept, Rows(connection));
    }

    private static List<(string, string, string)> Rows(SqliteConnection connection) =>
        connection.Query<(string, string, string)>("select audience, entry_id, summary from standing_rows order by audience, entry_id").AsList();

    private static SqliteConnection Open(PadHall hall)
    {
        // Read and write: the killed server's log has to be replayed.
        var connection = new SqliteConnection($"Data Source={Path.Combine(hall.App.Folder, "competitionhub.sqlite")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static int Setting(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
