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
        if (field.Count == 0)
            return entries;
        var turn = scheme.Word("rank_order", "higher") == "lower" ? -1 : 1;
        var standing = scale.Word("method", "robust") switch
        {
            "robust" => Robust(field),
            "classic" => Spread.Standardised(field, scale.Word("deviation", "population")),
            var method => throw new FormatException($"Scale {method}"),
        };
        return [.. entries.Select(entry => entry.Place == ComputedPlace.Ranked ? entry with { Scale = Value(scale, standing(Total(entry)), turn) } : entry)];
    }

    private static Rational Value(JsonElement scale, Real standing, int turn)
    {
        var (centre, spread) = (scale.Number("centre", 700), scale.Number("spread", 30));
        var rounded = new Rounding(scale.Whole("decimals", 0), Rounding.HalfUp).Of(standing.Scaled(spread * turn, centre));
        return Rational.Min(Rational.Max(rounded, scale.Number("minimum", 0)), scale.Number("maximum", 1000));
    }

    private static Func<Rational, Real> Robust(List<Rational> field)
    {
        var middle = Spread.Median(field);
        var unit = Rational.Parse("1.4826") * Spread.Median(field.Select(value => Rational.Abs(value - middle)));
        return total => Real.Of(unit.Sign == 0 ? 0 : (total - middle) / unit);
    }

    private static Rational Total(ComputedEntry entry) => entry.Parts[^1].Outcome.Value;
}
