using System.Globalization;

namespace CompetitionHub.Benchmarks.Servers;

/// <summary>The published application as a process on scratch data.</summary>
internal sealed class HubProcess : IDisposable
{
    private readonly ChildProcess process;

    private HubProcess(ChildProcess process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");

    public static async Task<HubProcess> StartAsync(string dataFolder)
    {
        var folder = Environment.GetEnvironmentVariable("COMPETITIONHUB_APP")
            ?? throw new InvalidOperationException("COMPETITIONHUB_APP names no folder with the published application; run.sh publishes it.");
        var port = ChildProcess.FreePort();
        var process = ChildProcess.Start(Path.Combine(folder, "CompetitionHub.Web"),
            [$"--Hub:Data={dataFolder}", string.Create(CultureInfo.InvariantCulture, $"--Hub:Port={port}")]);
        try
        {
            await process.WaitForPortAsync(port);
            return new(process, port);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    public long ResidentBytes() => process.ResidentBytes();

    public void Dispose() => process.Dispose();
}
