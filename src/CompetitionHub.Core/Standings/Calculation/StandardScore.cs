using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>centre + scale · (x − mean) ÷ standard deviation, rounded from the true value although the root is irrational.</summary>
internal static class StandardScore
{
    /// <summary>The rounded value; the centre where all values are equal.</summary>
    public static Fraction Round(Fraction x, IReadOnlyList<Fraction> all, Deviation deviation, Fraction centre, Fraction scale, RoundingRule rounding)
    {
        var mean = Fraction.Zero;
        foreach (var value in all)
            mean += value;
        mean /= Fraction.Of(all.Count);
        var squares = Fraction.Zero;
        foreach (var value in all)
            squares += (value - mean) * (value - mean);
        var divisor = deviation == Deviation.Sample ? all.Count - 1 : all.Count;
        if (squares.Sign == 0 || divisor == 0)
            return rounding.Apply(centre);

        // scale · d ÷ √v = ± √(scale² · d² ÷ v)
        var distance = scale * (x - mean);
        return Roots.RoundSum(centre, distance.Sign, distance * distance * Fraction.Of(divisor) / squares, rounding.Decimals, rounding.Mode);
    }
}
