using System.Text.Json;

namespace CompetitionHub.Core.Verification;

/// <summary>Puts the totals of ranked entries on a scale around a centre. domain.md §5.3.</summary>
internal static class Scaling
{
    public static IReadOnlyList<ComputedEntry> Of(IReadOnlyList<ComputedEntry> entries, JsonElement scheme)
    {
        if (scheme.Find("scale") is not { } scale)
            return entries;
        var field = entries.Where(entry => entry.Place == ComputedPlace.Ranked).Select(Total).ToList();
        var turn = scheme.Word("rank_order", "higher") == "lower" ? -1 : 1;
        return [.. entries.Select(entry => entry.Place == ComputedPlace.Ranked ? entry with { Scale = Value(scale, Total(entry), field, turn) } : entry)];
    }

    private static Rational Value(JsonElement scale, Rational total, List<Rational> field, int turn)
    {
        var (centre, spread) = (scale.Number("centre", 700), scale.Number("spread", 30));
        var real = scale.Word("method", "robust") switch
        {
            "robust" => Robust(total, field).Scaled(spread * turn, centre),
            "classic" => Spread.Standardised(total, field, scale.Word("deviation", "population")).Scaled(spread * turn, centre),
            var method => throw new FormatException($"Scale {method}"),
        };
        var rounded = new Rounding(scale.Whole("decimals", 0), Rounding.HalfUp).Of(real);
        return Rational.Min(Rational.Max(rounded, scale.Number("minimum", 0)), scale.Number("maximum", 1000));
    }

    private static Real Robust(Rational total, List<Rational> field)
    {
        var middle = Spread.Median(field);
        var unit = Rational.Parse("1.4826") * Spread.Median(field.Select(value => Rational.Abs(value - middle)));
        return Real.Of(unit.Sign == 0 ? 0 : (total - middle) / unit);
    }

    private static Rational Total(ComputedEntry entry) => entry.Parts[^1].Outcome.Value;
}
