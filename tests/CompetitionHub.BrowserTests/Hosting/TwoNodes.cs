using CompetitionHub.BrowserTests.Judging;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.TestKit;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.BrowserTests.Hosting;

/// <summary>Two processes on one PostgreSQL database with a running competition; whoever comes through the <see cref="Door"/> meets the first until told otherwise.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> opened = [];

    private TwoNodes(TestDatabase data) => Data = data;

    public TestDatabase Data { get; }
    public MarkingHall Hall { get; private set; } = null!;
    public AppProcess First { get; private set; } = null!;
    public AppProcess Second { get; private set; } = null!;
    public Balancer Door { get; private set; } = null!;

    public static async Task<TwoNodes> StartAsync(MarkingScheme scheme, int entries)
    {
        Needs.Postgres();
        var nodes = new TwoNodes(await TestDatabase.CreateAsync(DatabaseKind.Postgres));
        try
        {
            nodes.Hall = await PadHall.FillAsync(nodes.Data.Database, entries, scheme);
            // At the same time, as after a power cut: the first key ring is made here too.
            var both = await Task.WhenAll(AppProcess.StartAsync(null, Setting(nodes)), AppProcess.StartAsync(null, Setting(nodes)));
            (nodes.First, nodes.Second) = (nodes.Keep(both[0]), nodes.Keep(both[1]));
            nodes.Door = nodes.Keep(new Balancer(nodes.First.Address));
            return nodes;
        }
        catch
        {
            await nodes.DisposeAsync();
            throw;
        }
    }

    /// <summary>The first dies by kill -9; who comes through the door meets nobody until <see cref="TakeOver"/>.</summary>
    public Task KillFirstAsync() => First.KillAsync();

    /// <summary>The door leads to the second from now on.</summary>
    public void TakeOver() => Door.SendTo(Second.Address);

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(opened))
        {
            await one.DisposeAsync();
        }

        await Data.DisposeAsync();
    }

    private static string Setting(TwoNodes nodes) => $"--Hub:Postgres={nodes.Data.Options.Postgres}";

    private T Keep<T>(T one) where T : IAsyncDisposable
    {
        opened.Add(one);
        return one;
    }
}
