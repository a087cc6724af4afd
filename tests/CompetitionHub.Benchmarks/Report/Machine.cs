using System.Globalization;
using System.Runtime.InteropServices;

namespace CompetitionHub.Benchmarks.Report;

/// <summary>What the figures were measured on, without anything that names the machine.</summary>
internal static class Machine
{
    /// <summary>The beginning of the results: when, where, how to read them.</summary>
    public static string Head() => $"""
        # Benchmark results

        {DateTime.UtcNow:yyyy-MM-dd}, {Describe()}. Load average of the machine when the last part ended: {LoadAverage()} (one minute).
        Made by `bash tests/CompetitionHub.Benchmarks/run.sh`; every figure stands beside its limit from the same run, medians of several rounds.
        A ratio is measured ÷ limit (for times: limit ÷ measured); 1 is the limit itself.


        """;

    private static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Describe()
    {
        var system = Field("/etc/os-release", "PRETTY_NAME")?.Trim('"') ?? RuntimeInformation.OSDescription;
        var memory = Field("/proc/meminfo", "MemTotal")?.Replace("kB", "", StringComparison.Ordinal).Trim();
        var gigabytes = memory is null ? 0 : Math.Round(long.Parse(memory, CultureInfo.InvariantCulture) / 1024d / 1024d);
        return string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, {gigabytes} GB, {system}, .NET {Environment.Version}; server, limit and load generator share the cores");
    }

    private static string? Field(string file, string name) =>
        !File.Exists(file) ? null : File.ReadLines(file)
            .Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .Select(line => line[(name.Length + 1)..].Trim())
            .FirstOrDefault();
}
