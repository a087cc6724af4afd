using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CompetitionHub.Benchmarks.Load;

/// <summary>Debian's wrk: the same load for every server, at little cost of its own.</summary>
internal static partial class Wrk
{
    /// <summary>Requests per second; fails when an answer was not 2xx or a socket broke.</summary>
    public static async Task<double> RunAsync(string url, int connections, int seconds, params string[] headers)
    {
        string[] arguments =
        [
            "-t1", "-c" + connections.ToString(CultureInfo.InvariantCulture), "-d" + seconds.ToString(CultureInfo.InvariantCulture) + "s",
            .. headers.SelectMany(h => new[] { "-H", h }), url,
        ];
        using var process = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"wrk saw errors at {url}:\n{output}");
        }

        return double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
