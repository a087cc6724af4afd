using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>Means and spreads of the points that the panels of a contest gave in one module. domain.md §6-2, §6-3.</summary>
internal sealed class PanelFacts
{
    private readonly Dictionary<string, List<Fraction>> panels = new(StringComparer.Ordinal);

    public PanelFacts(IEnumerable<(string Panel, Fraction? Points)> points)
    {
        foreach (var (panel, value) in points)
        {
            if (value is not { } number)
                continue;
            if (!panels.TryGetValue(panel, out var list))
                panels.Add(panel, list = []);
            list.Add(number);
        }
    }

    /// <summary>What a panel's points are multiplied by; null where a mean is zero or nothing is there.</summary>
    public Fraction? Factor(string panel, Normalisation rule)
    {
        if (!panels.TryGetValue(panel, out var own) || Mean(own, rule) is not { Sign: not 0 } mean)
            return null;
        var whole = rule.Method == NormalisationMethod.FactorAllEntries
            ? Mean([.. panels.Values.SelectMany(points => points)], rule)
            : Mean([.. panels.Values.Select(points => Mean(points, rule))], rule);
        return rule.Rounding.Apply(whole / mean);
    }

    /// <summary>The z or t value of points in their panel, rounded from the true value; null where the panel has none.</summary>
    public Fraction? Standard(string panel, Fraction points, Normalisation rule)
    {
        if (!panels.TryGetValue(panel, out var own))
            return null;
        var (centre, scale) = rule.Method == NormalisationMethod.T ? (Fraction.Of(50), Fraction.Of(10)) : (Fraction.Zero, Fraction.One);
        return StandardScore.Round(points, own, rule.Deviation, centre, scale, rule.Rounding);
    }

    private static Fraction Mean(List<Fraction> points, Normalisation rule)
    {
        var sum = Fraction.Zero;
        foreach (var value in points)
            sum += value;
        var mean = sum / Fraction.Of(points.Count);
        return rule.MeanRounding?.Apply(mean) ?? mean;
    }
}
