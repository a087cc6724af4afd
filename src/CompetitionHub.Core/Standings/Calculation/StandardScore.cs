using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>centre + scale · (x − mean) ÷ standard deviation, rounded from the true value although the root is irrational. The values are read once.</summary>
internal sealed class StandardScore
{
    private readonly Fraction mean;
    private readonly Fraction squares;
    private readonly Fraction divisor;

    /// <summary>Reads all values, at least one.</summary>
    public StandardScore(IReadOnlyCollection<Fraction> all, Deviation deviation)
    {
        var (count, sum, sumOfSquares) = (Fraction.Of(all.Count), Fraction.Zero, Fraction.Zero);
        foreach (var value in all)
        {
            sum += value;
            sumOfSquares += value * value;
        }

        // Exact, so that the sum of squared distances may be had from the sum of squares.
        mean = sum / count;
        squares = sumOfSquares - (sum * mean);
        divisor = deviation == Deviation.Sample ? count - Fraction.One : count;
    }

    /// <summary>The rounded value of <paramref name="x"/>; the centre where all values are equal.</summary>
    public Fraction Round(Fraction x, Fraction centre, Fraction scale, RoundingRule rounding)
    {
        if (squares.Sign == 0)
            return rounding.Apply(centre);

        // scale · d ÷ √v = ± √(scale² · d² ÷ v)
        var distance = scale * (x - mean);
        return Roots.RoundSum(centre, distance.Sign, distance * distance * divisor / squares, rounding.Decimals, rounding.Mode);
    }
}
