namespace CompetitionHub.Core.Verification;

/// <summary>The points of a perfect entry, which weights are scaled by; null where a part is open-ended.</summary>
internal static class FullMarks
{
    public static Rational? Of(Part part) => part.Level switch
    {
        PartLevel.Aspect => OfAspect(part) * part.Json.Number("factor", 1),
        PartLevel.Total => part.Json.Number("full_mark"),
        _ => Capped(part, part.Combine == "weighted" ? Scale(part) : OfParts(part)),
    };

    /// <summary>What a weighted whole is scaled to: its own full mark, else the scheme's.</summary>
    public static Rational? Scale(Part whole) => whole.Json.Number("full_mark") ?? (whole.Whole is { } scheme ? Scale(scheme) : null);

    private static Rational? OfParts(Part whole)
    {
        // Bonus, penalty and info stand outside the full mark.
        var marks = whole.Parts.Where(part => part.Role == "points").Select(Of).ToList();
        if (marks.Count == 0)
            return 0;
        if (marks.Any(mark => mark is null))
            return null;
        var known = marks.Select(mark => mark!.Value).ToList();
        var sum = known.Aggregate((a, b) => a + b);
        known.Sort();
        return whole.Combine switch
        {
            "sum" => sum,
            "highest" => known.TakeLast(whole.Count).Aggregate((a, b) => a + b),
            "lowest" => known.Take(whole.Count).Aggregate((a, b) => a + b),
            "mean" => sum / known.Count,
            _ => throw new FormatException($"Combination {whole.Combine}"),
        };
    }

    // A cap ends what is open.
    private static Rational? Capped(Part part, Rational? mark) => part.Cap is { } cap ? Rational.Min(cap, mark ?? cap) : mark;

    private static Rational? OfAspect(Part aspect) => aspect.Kind switch
    {
        "stepped" => aspect.Rule.Items("points").Select(item => Rational.Parse(item.ToString())).Max(),
        "tolerance_bands" => aspect.Rule.Items("bands").Select(band => band.Number("points", 0)).Append(aspect.Rule.Number("outside", 0)).Max(),
        "piecewise" => aspect.Rule.Items("knots").Max(knot => knot.Number("points", 0)),
        "time_ratio" => aspect.Rule.Number("a", 0) + aspect.Rule.Number("b", 0),
        "rank_points" => aspect.Rule.Items("table").Select(row => row.Number("points", 0)).Append(aspect.Rule.Number("rest", 0)).Max(),
        "pair_win" => 1,
        "power" or "panel_ranks" => null,
        "levels" => aspect.Rule.Items("tables").Select(table => Panel(aspect, table.Items("points").Max(level => level.Number("points", 0))) + table.Number("base", 0)).Max(),
        "judgement" => Panel(aspect, aspect.Rule.Whole("top", 3)) / aspect.Rule.Whole("top", 3) * aspect.Maximum,
        "panel_score" => Panel(aspect, aspect.Maximum),
        _ => aspect.Maximum,
    };

    // What a panel's judges come to who all give their best mark.
    private static Rational? Panel(Part aspect, Rational? mark)
    {
        var judges = aspect.Whole!.Json.Whole("judges", 1);
        return aspect.Rule.Find("panel") is not { } panel ? mark : panel.Word("kind", "") switch
        {
            "sum" => judges * mark,
            "exponential" => panel.Number("ratio", 0) > 1 ? null : judges * panel.Number("first", 0),
            _ => mark,
        };
    }
}
