using System.Text.Json;

namespace CompetitionHub.Core.Verification;

/// <summary>Points of one recorded value that nobody else's value changes. domain.md §2.6-5 to §2.6-10.</summary>
internal static class MeasuredPoints
{
    public static Outcome Of(Entrant entrant, Part aspect, Rational value) => aspect.Kind switch
    {
        "points" or "imported" => value,
        "binary" => value == 1 ? aspect.Maximum ?? 0 : aspect.Minimum,
        "deduction_per_fault" => Rational.Max(aspect.Minimum, (aspect.Maximum ?? 0) - value * aspect.Rule.Number("per_fault", 0)),
        "stepped" => aspect.Rule.Items("points").Any(points => Rational.Parse(points.ToString()) == value) ? value : Outcome.None,
        "gain_per_hit" => Gain(entrant, aspect, value),
        "tolerance_bands" => Band(aspect.Rule, value),
        "piecewise" => Line([.. aspect.Rule.Items("knots").Select(knot => (knot.Number("value", 0), knot.Number("points", 0)))], value),
        "power" => Power(aspect.Rule, value),
        _ => throw new FormatException($"Aspect rule {aspect.Kind}"),
    };

    private static Outcome Gain(Entrant entrant, Part aspect, Rational hits)
    {
        var rule = aspect.Rule;
        if ((rule.Find("falses_from")?.GetString() is { } key ? ContestReading.Recorded(entrant, key) : 0) is not { } wrong)
            return Outcome.None;
        var (gain, loss) = (hits * rule.Number("gain", 0), wrong * rule.Number("false_penalty", 0));
        var points = rule.Word("cap", "before") == "before" ? Capped(gain) - loss : Capped(gain - loss);
        return Rational.Max(points, aspect.Minimum);

        Rational Capped(Rational points) => aspect.Maximum is { } maximum ? Rational.Min(points, maximum) : points;
    }

    private static Rational Band(JsonElement rule, Rational value)
    {
        foreach (var band in rule.Items("bands"))
        {
            if (!(band.Number("from") > value) && !(band.Number("to") < value))
                return band.Number("points", 0);
        }
        return rule.Number("outside", 0);
    }

    private static Rational Line(IReadOnlyList<(Rational Value, Rational Points)> knots, Rational value)
    {
        if (value <= knots[0].Value)
            return knots[0].Points;
        foreach (var ((from, start), (to, end)) in knots.Zip(knots.Skip(1)))
        {
            if (value <= to)
                return start + (end - start) * (value - from) / (to - from);
        }
        return knots[^1].Points;
    }

    private static Rational Power(JsonElement rule, Rational value)
    {
        var over = rule.Word("direction", "") == "lower" ? rule.Number("b", 0) - value : value - rule.Number("b", 0);
        return over.Sign <= 0 ? 0 : rule.Rounding(0).Of(Powers.Of(over, rule.Number("c", 1)).Scaled(rule.Number("a", 0), 0));
    }
}
