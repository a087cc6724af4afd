using CompetitionHub.Core.Standings;

namespace CompetitionHub.Web.Features.Standings;

/// <summary>How many decimals each column of points shows: as many as its longest number, so that points stand under each other.</summary>
public sealed class ColumnDecimals : IEquatable<ColumnDecimals>
{
    private readonly int total;
    private readonly int[] modules;

    private ColumnDecimals(int total, int[] modules)
    {
        this.total = total;
        this.modules = modules;
    }

    public static ColumnDecimals Of(BoardView view) => new(
        view.Lines.Select(row => DecimalsOf(row.Line.Total)).DefaultIfEmpty().Max(),
        [.. Enumerable.Range(0, view.Modules.Count).Select(i => view.Lines.Select(row => DecimalsOf(row.Line.Modules.ElementAtOrDefault(i))).DefaultIfEmpty().Max())]);

    public string? Total(string? points) => Pad(points, total);

    public string? Module(string? points, int place) => Pad(points, modules[place]);

    public bool Equals(ColumnDecimals? other) => other is not null && total == other.total && modules.AsSpan().SequenceEqual(other.modules);

    public override bool Equals(object? obj) => Equals(obj as ColumnDecimals);

    public override int GetHashCode() => HashCode.Combine(total, modules.Length);

    // Printed by ScoreText: digits after one point, and an ellipsis behind a number that goes on for ever.
    private static int DecimalsOf(string? points) =>
        points is null || points.EndsWith('…') || points.IndexOf('.', StringComparison.Ordinal) is var point && point < 0 ? 0 : points.Length - point - 1;

    private static string? Pad(string? points, int decimals)
    {
        if (points is null || points.EndsWith('…') || decimals == 0)
        {
            return points;
        }

        var missing = decimals - DecimalsOf(points);
        return (points.Contains('.', StringComparison.Ordinal) ? points : points + ".") + new string('0', missing);
    }
}
