using CompetitionHub.Core.JudgeStatistics;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Builders;

namespace CompetitionHub.Core.Tests.JudgeStatistics;

/// <summary>Short ways to write a panel's marks.</summary>
internal static class Matrices
{
    /// <summary>One text per entry with the judges' marks, <c>-</c> for none: <c>"9 2 5 8"</c>.</summary>
    public static PanelMatrix Of(params string[] entries)
    {
        var rows = entries.Select(entry => entry.Split(' ').Select(mark => mark == "-" ? (double?)null : Points(mark)).ToArray()).ToList();
        return new(rows, rows.Count == 0 ? 0 : rows[0].Length);
    }

    /// <summary>A made-up panel: entries differ, judges differ, marks in half points; holes where <paramref name="gaps"/> says so.</summary>
    public static PanelMatrix Random(Random random, int entries, int judges, double gaps = 0)
    {
        var strict = Enumerable.Range(0, judges).Select(_ => random.NextDouble() - 0.5).ToArray();
        return new(
            Enumerable.Range(0, entries).Select(_ =>
            {
                var good = 4 + (5 * random.NextDouble());
                return strict.Select(bias => random.NextDouble() < gaps ? (double?)null : Math.Round((good + bias + random.NextDouble()) * 2) / 2).ToArray();
            }),
            judges);
    }

    /// <summary>Fails unless the figure is there and equal to so many decimals.</summary>
    public static void Is(double expected, Statistic found, int decimals = 9)
    {
        Assert.Null(found.Why);
        Assert.Equal(expected, found.Value!.Value, decimals);
    }

    /// <summary>Fails unless there is no figure, for this reason.</summary>
    public static void CannotBeSaid(CannotSay why, Statistic found)
    {
        Assert.Null(found.Value);
        Assert.Equal(why, found.Why);
    }

    public static double Points(string text) => Schemes.Points(text).Millionths / (double)Score.Unit;
}
