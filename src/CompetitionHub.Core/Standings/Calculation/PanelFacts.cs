using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>
/// What brings the points of a contest's panels in one module together: the factor of each panel, or its mean and deviation. Read once, because every
/// entry asks. domain.md §6-2, §6-3.
/// </summary>
internal sealed class PanelFacts
{
    private readonly Normalisation rule;
    private readonly Dictionary<string, Fraction> factors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StandardScore> standards = new(StringComparer.Ordinal);

    public PanelFacts(Normalisation rule, IEnumerable<(string Panel, Fraction? Points)> points)
    {
        this.rule = rule;
        var panels = points.Where(entry => entry.Points is not null)
            .GroupBy(entry => entry.Panel, entry => entry.Points!.Value, StringComparer.Ordinal)
            .ToDictionary(panel => panel.Key, panel => panel.ToList(), StringComparer.Ordinal);
        if (rule.IsFactor)
        {
            ReadFactors(panels);
            return;
        }

        foreach (var (panel, own) in panels)
            standards.Add(panel, new StandardScore(own, rule.Deviation));
    }

    /// <summary>What a panel's points are multiplied by; null where a mean is zero or nothing is there.</summary>
    public Fraction? Factor(string panel) => factors.TryGetValue(panel, out var factor) ? factor : null;

    /// <summary>The z or t value of points in their panel, rounded from the true value; null where the panel has none.</summary>
    public Fraction? Standard(string panel, Fraction points)
    {
        if (!standards.TryGetValue(panel, out var own))
            return null;
        var (centre, scale) = rule.Method == NormalisationMethod.T ? (Fraction.Of(50), Fraction.Of(10)) : (Fraction.Zero, Fraction.One);
        return own.Round(points, centre, scale, rule.Rounding);
    }

    private void ReadFactors(Dictionary<string, List<Fraction>> panels)
    {
        if (panels.Count == 0)
            return;
        var means = panels.ToDictionary(panel => panel.Key, panel => Mean(panel.Value), StringComparer.Ordinal);
        var whole = Mean(rule.Method == NormalisationMethod.FactorAllEntries ? panels.Values.SelectMany(own => own) : means.Values);
        foreach (var (panel, mean) in means.Where(panel => panel.Value.Sign != 0))
            factors.Add(panel, rule.Rounding.Apply(whole / mean));
    }

    private Fraction Mean(IEnumerable<Fraction> points)
    {
        var (sum, count) = (Fraction.Zero, 0);
        foreach (var value in points)
        {
            sum += value;
            count++;
        }

        var mean = sum / Fraction.Of(count);
        return rule.MeanRounding?.Apply(mean) ?? mean;
    }
}
