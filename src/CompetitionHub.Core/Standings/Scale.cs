using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Standings;

/// <summary>
/// Scale points of a field. Robust: centre + spread · (x − median) ÷ (1.4826 · MAD); classic: centre + spread · (x − mean) ÷ standard deviation; rounded half up,
/// then kept within the ends of the scale; the centre where everybody is equal. Exact: rational, or rounded from the true root. domain.md §5.3.
/// </summary>
public sealed class Scale
{
    // What makes the median absolute deviation of a normal distribution its standard deviation.
    private static readonly Fraction NormalFactor = Fraction.Of(14_826, 10_000);

    private readonly ScaleRule rule;
    private readonly StandardScore? standard;
    private readonly Fraction spread;
    private readonly Fraction median;
    private readonly Fraction unit;

    /// <summary>Reads the field: the totals of all ranked entries. <paramref name="lowerIsBetter"/> turns the scale round.</summary>
    public Scale(ScaleRule rule, bool lowerIsBetter, IEnumerable<Fraction> totals)
    {
        this.rule = rule;
        Fraction[] field = [.. totals];
        spread = lowerIsBetter ? -rule.Spread.ToFraction() : rule.Spread.ToFraction();
        if (field.Length == 0)
            return;
        if (rule.Method == ScaleMethod.Classic)
        {
            standard = new StandardScore(field, rule.Deviation);
            return;
        }

        median = Median(field);
        unit = NormalFactor * Median([.. field.Select(total => total < median ? median - total : total - median)]);
    }

    /// <summary>The scale points of a total.</summary>
    public Fraction Of(Fraction total)
    {
        var points = rule.Method switch
        {
            ScaleMethod.Robust => Rounding.Apply(unit.Sign == 0 ? Centre : Centre + (spread * (total - median) / unit)),
            ScaleMethod.Classic => standard?.Round(total, Centre, spread, Rounding) ?? Rounding.Apply(Centre),
        };
        var (least, most) = (rule.Minimum.ToFraction(), rule.Maximum.ToFraction());
        return points < least ? least : points > most ? most : points;
    }

    private Fraction Centre => rule.Centre.ToFraction();

    private RoundingRule Rounding => new(rule.Decimals);

    /// <summary>The middle value; of an even number the mean of the two in the middle.</summary>
    private static Fraction Median(Fraction[] values)
    {
        Fraction[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / Fraction.Of(2);
    }
}
