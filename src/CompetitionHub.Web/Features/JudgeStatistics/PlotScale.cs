using System.Globalization;

namespace CompetitionHub.Web.Features.JudgeStatistics;

/// <summary>
/// Where a value stands on a plot 1,000 units wide that is stretched to whatever width there is, with round numbers at equal distances.
/// </summary>
public sealed class PlotScale
{
    public const int Width = 1000;
    private const int MostSteps = 5;
    private const int MostStepsAside = 3;

    private PlotScale(double first, double step, int steps)
    {
        First = first;
        Step = step;
        Steps = steps;
    }

    public double First { get; }

    public double Step { get; }

    public int Steps { get; }

    public double Last => First + (Steps * Step);

    /// <summary>The numbers at the axis.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(0, Steps + 1).Select(i => First + (i * Step));

    /// <summary>A scale from one value to another; equal ones get room on both sides.</summary>
    public static PlotScale Over(double least, double most) => Over(least, most, MostSteps);

    /// <summary>A scale with zero in the middle.</summary>
    public static PlotScale Around(double furthest)
    {
        var half = Over(0, Math.Max(furthest, 1e-6), MostStepsAside);
        return new(-half.Steps * half.Step, half.Step, 2 * half.Steps);
    }

    /// <summary>The place of a value, for an attribute of SVG.</summary>
    public string At(double value) => Text(Width * (value - First) / (Step * Steps));

    /// <summary>The distance between two values.</summary>
    public string Between(double one, double other) => Text(Math.Abs(one - other) * Width / (Step * Steps));

    private static PlotScale Over(double least, double most, int mostSteps)
    {
        if (most - least < 1e-9)
        {
            (least, most) = (least - 1, most + 1);
        }

        var rough = (most - least) / mostSteps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        // A hair inwards, so that a value on a round number needs no further step.
        var first = Math.Floor((least / step) + 1e-9);
        var last = Math.Ceiling((most / step) - 1e-9);
        return new(first * step, step, (int)Math.Max(1, last - first));
    }

    private static string Text(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);
}
