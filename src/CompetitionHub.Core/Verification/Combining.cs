namespace CompetitionHub.Core.Verification;

/// <summary>Makes a whole of its parts. Parts of which nothing counts yet are not there.</summary>
internal static class Combining
{
    public static Outcome Of(Part whole, Func<Part, Outcome> outcomeOf)
    {
        var there = whole.Parts.Where(part => part.Role != "info")
            .Select(part => (Part: part, Outcome: outcomeOf(part))).Where(part => part.Outcome.State != PartState.None).ToList();
        if (there.Count == 0)
            return Outcome.None;
        if (whole.Combine is "highest" or "lowest")
            return Best(whole, [.. there.Select(part => part.Outcome.Number).OfType<Rational>()]);
        if (!whole.NoResultIsZero && there.Any(part => part.Outcome.State == PartState.NoResult))
            return Outcome.NoResult;
        var points = there.Select(part => (part.Part, Points: part.Outcome.Number ?? 0)).ToList();
        return whole.Combine switch
        {
            "sum" => Sum(points.Select(part => part.Part.Role == "penalty" ? -part.Points : part.Points)),
            "mean" => Sum(points.Select(part => part.Points)) / points.Count,
            "weighted" => Weighted(whole, points),
            _ => throw new FormatException($"Combination {whole.Combine}"),
        };
    }

    public static Rational Sum(IEnumerable<Rational> values) => values.Aggregate((Rational)0, (sum, value) => sum + value);

    private static Outcome Best(Part whole, IReadOnlyList<Rational> values)
    {
        if (values.Count == 0)
            return Outcome.NoResult;
        var sorted = whole.Combine == "highest" ? values.OrderDescending() : values.Order();
        return Sum(sorted.Take(whole.Count));
    }

    // domain.md §2.6-1. A part without a full mark has no share that could be computed: it is not there.
    private static Outcome Weighted(Part whole, List<(Part Part, Rational Points)> parts)
    {
        var shares = parts.Select(part => FullMarks.Of(part.Part) is { Sign: > 0 } full && FullMarks.Scale(whole) is { } scale
            ? part.Part.Json.Number("weight", 1) * part.Points / full * scale
            : (Rational?)null).OfType<Rational>().ToList();
        return shares.Count == 0 ? Outcome.None : Sum(shares);
    }
}
