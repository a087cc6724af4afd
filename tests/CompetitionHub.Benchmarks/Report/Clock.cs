using System.Diagnostics;

namespace CompetitionHub.Benchmarks.Report;

/// <summary>Milliseconds of what is done.</summary>
internal static class Clock
{
    /// <summary>The median of some rounds after one that is not counted.</summary>
    public static double Median(int rounds, Action action)
    {
        action();
        return Stats.Median([.. Enumerable.Range(0, rounds).Select(_ => Time(action))]);
    }

    public static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public static async Task<double> TimeAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
