using System.Diagnostics;
using System.Globalization;

namespace CompetitionHub.Mutation;

/// <summary>A test as it was measured without a mutation; the time is the processor's, so that a busy machine changes nothing.</summary>
internal sealed record MeasuredTest(int Number, string Name, TimeSpan Time, string Error, IReadOnlySet<int> Reached);

/// <summary>A <see cref="Host"/> in a process of its own, started again when a mutation broke it.</summary>
internal sealed class HostProcess(string folder, string datasets, int? mutant = null) : IDisposable
{
    private const int MostMutants = 2000;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private Process? process;
    private Task<string?>? hearing;
    private int asked;

    /// <summary>The test that was run last.</summary>
    public int? LastTest { get; private set; }

    public async Task<List<MeasuredTest>> MeasureAsync(int mutations)
    {
        var file = Path.Combine(folder, "measured.tsv");
        await StartAsync();
        process!.StandardInput.WriteLine($"measure {mutations} {file}");
        while (await HearAsync(TimeSpan.FromHours(1)) is not "measured")
        {
            if (process.HasExited)
                throw new InvalidOperationException("The tests end the process even without a mutation.");
        }
        return [.. File.ReadLines(file).Select(line => line.Split('\t')).Select(cells => new MeasuredTest(
            int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], TimeSpan.FromMilliseconds(double.Parse(cells[2], CultureInfo.InvariantCulture)), cells[3],
            cells[4].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToHashSet()))];
    }

    /// <summary>Runs the tests one after the other under a mutation until one fails.</summary>
    public async Task<Fate> JudgeAsync(int id, IReadOnlyList<MeasuredTest> tests)
    {
        if (tests.Count == 0)
            return Fate.NotReached;
        if (process is null || process.HasExited || asked++ % MostMutants == MostMutants - 1)
            await StartAsync();
        if (process!.HasExited)
            return Fate.Killed;
        LastTest = null;
        var limits = tests.ToDictionary(test => test.Number, test => Spare + (5 * test.Time));
        process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id} {string.Join(' ', limits.Select(limit => $"{limit.Key}:{limit.Value.TotalMilliseconds:0}"))}"));
        for (var limit = Spare; ;)
        {
            switch (await HearAsync(limit))
            {
                case "killed":
                    return Fate.Killed;
                case "timed out":
                    return Fate.TimedOut;
                case "survived":
                    return Fate.Survived;
                case { } line when line.StartsWith("at ", StringComparison.Ordinal):
                    LastTest = int.Parse(line[3..], CultureInfo.InvariantCulture);
                    // The process itself stops most tests that take too long.
                    limit = Spare + limits[LastTest.Value];
                    break;
                case null when process.HasExited:
                    return Fate.Killed;
                case null:
                    Stop();
                    return Fate.TimedOut;
            }
        }
    }

    public void Dispose() => Stop();

    private async Task StartAsync()
    {
        Stop();
        var start = new ProcessStartInfo("dotnet",
            ["exec", "--depsfile", "CompetitionHub.Core.Tests.deps.json", "--runtimeconfig", "CompetitionHub.Core.Tests.runtimeconfig.json", "Mutation.dll", "host"])
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        start.Environment["COMPETITIONHUB_DATASETS"] = datasets;
        start.Environment["MUTANT"] = mutant?.ToString(CultureInfo.InvariantCulture);
        // A mutation may build without end: better a failed test than a machine without memory.
        start.Environment["DOTNET_GCHeapHardLimit"] = "60000000";
        process = Process.Start(start)!;
        // A mutation in what is made once may already end here: then the process is gone, and the mutation noticed.
        while (await HearAsync(TimeSpan.FromMinutes(3)) is not (null or "ready")) { }
    }

    // The next answer; null when there is none within so much time of the processor (or much more by the clock), or none any more.
    private async Task<string?> HearAsync(TimeSpan limit)
    {
        var (used, clock) = (Used(), Stopwatch.StartNew());
        while (true)
        {
            hearing ??= process!.StandardOutput.ReadLineAsync();
            if (!hearing.IsCompleted && await Task.WhenAny(hearing, Task.Delay(Look)) != hearing)
            {
                if (Used() - used > limit || clock.Elapsed > Patience + (20 * limit))
                    return null;
                continue;
            }
            var line = await hearing;
            hearing = null;
            if (line is null)
            {
                await process!.WaitForExitAsync();
                return null;
            }
            if (line.StartsWith(Host.Mark, StringComparison.Ordinal))
                return line[Host.Mark.Length..];
        }
    }

    private TimeSpan Used()
    {
        process!.Refresh();
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            // It has ended: the next line says so.
            return default;
        }
    }

    private void Stop()
    {
        if (process is { HasExited: false })
            process.Kill(entireProcessTree: true);
        process?.Dispose();
        (process, hearing) = (null, null);
    }
}
