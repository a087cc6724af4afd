using System.Text.Json;

namespace CompetitionHub.Core.Verification;

/// <summary>Makes panels comparable that marked different entries of a contest. domain.md §6-2, §6-3.</summary>
internal sealed class Normalising(ContestReading contest)
{
    private readonly Dictionary<Part, ILookup<string, Rational>> panels = [];
    private readonly Dictionary<(Part Module, string Panel), Func<Rational, Rational>> corrections = [];

    public Rational Of(Entrant entrant, Part module, JsonElement rule, Rational points)
    {
        if (rule.Flag("advisory"))
            return points;
        var all = PanelsOf(module);
        // Whoever takes no part any more is compared with those who do, where there are any.
        if (!all.Contains(entrant.Panel))
            return points;
        if (!corrections.TryGetValue((module, entrant.Panel), out var correct))
            corrections.Add((module, entrant.Panel), correct = Correction(rule, all, [.. all[entrant.Panel]]));
        return correct(points);
    }

    private static Func<Rational, Rational> Correction(JsonElement rule, ILookup<string, Rational> all, IReadOnlyList<Rational> own) => rule.Word("method", "") switch
    {
        "factor_all_entries" => Times(Factor(rule, Mean(rule, [.. all.SelectMany(panel => panel)]), Mean(rule, own))),
        "factor_panel_means" => Times(Factor(rule, Rounded(rule, Spread.Mean([.. all.Select(panel => Mean(rule, [.. panel]))])), Mean(rule, own))),
        "z" => Standard(rule, own, 1, 0),
        "t" => Standard(rule, own, 10, 50),
        var method => throw new FormatException($"Normalisation {method}"),
    };

    private ILookup<string, Rational> PanelsOf(Part module)
    {
        if (!panels.TryGetValue(module, out var found))
        {
            found = contest.Entrants.Where(entrant => entrant.Active)
                .Select(entrant => (entrant.Panel, contest.BeforeNormalising(entrant, module).Number))
                .Where(entry => entry.Number is not null)
                .ToLookup(entry => entry.Panel, entry => entry.Number!.Value, StringComparer.Ordinal);
            panels.Add(module, found);
        }
        return found;
    }

    private static Rational Mean(JsonElement rule, IReadOnlyList<Rational> values) => Rounded(rule, Spread.Mean(values));

    private static Rational Rounded(JsonElement rule, Rational mean) =>
        rule.Find("mean_decimals") is { } decimals ? new Rounding(decimals.GetInt32(), Rounding.HalfUp).Of(mean) : mean;

    // A panel whose mean is zero cannot be corrected by any factor.
    private static Rational Factor(JsonElement rule, Rational mean, Rational ownMean) => ownMean.Sign == 0 ? 1 : rule.Rounding(3).Of(mean / ownMean);

    private static Func<Rational, Rational> Times(Rational factor) => points => points * factor;

    private static Func<Rational, Rational> Standard(JsonElement rule, IReadOnlyList<Rational> own, int times, int plus)
    {
        var standing = Spread.Standardised(own, rule.Word("deviation", "population"));
        return points => rule.Rounding(2).Of(standing(points).Scaled(times, plus));
    }
}
