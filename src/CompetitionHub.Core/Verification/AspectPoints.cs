namespace CompetitionHub.Core.Verification;

/// <summary>What an aspect's rule makes of its marks, before factor and rounding.</summary>
internal sealed class AspectPoints(ContestReading contest)
{
    private readonly FieldPoints field = new(contest);

    public Outcome Of(Entrant entrant, Part aspect) => aspect.Kind switch
    {
        "panel_score" or "judgement" or "levels" or "consensus" or "panel_ranks" => OfPanel(entrant, aspect),
        _ => OfSingle(entrant, aspect),
    };

    private Outcome OfSingle(Entrant entrant, Part aspect)
    {
        var seat = aspect.Kind == "imported" ? 0 : 1;
        var mark = entrant.Marks[aspect.Key].FirstOrDefault(given => given.Seat == seat);
        if (aspect.Kind == "pair_win" && mark.State is SeatMark.Given or SeatMark.NotAttempted && field.IsUnopposed(entrant, aspect))
            return 1;
        return mark.State switch
        {
            SeatMark.NotAttempted => Forfeits(aspect) ? Outcome.NoResult : 0,
            SeatMark.Failed => Outcome.NoResult,
            SeatMark.Given => FieldPoints.Knows(aspect.Kind) ? field.Of(entrant, aspect, mark.Value) : MeasuredPoints.Of(entrant, aspect, mark.Value),
            _ => Outcome.None,
        };
    }

    private Outcome OfPanel(Entrant entrant, Part aspect)
    {
        var given = PanelMarks.Given(entrant, aspect);
        if (given is null)
            return Outcome.None;
        if (given.Any(Fails))
            return given.All(Fails) ? Outcome.NoResult : Outcome.None;
        // Not even a base is earned by what nobody attempted; among ranks it is the last one, and no zero.
        if (aspect.Kind != "panel_ranks" && given.All(mark => mark.State == SeatMark.NotAttempted))
            return 0;
        return aspect.Kind switch
        {
            "panel_score" => Rounded(PanelValues.Of(aspect.Rule.GetProperty("panel"), Values(given))),
            "judgement" => Judgement(aspect, given),
            "levels" => Levels(entrant, aspect, given),
            "consensus" => given.Select(mark => mark.Value).Distinct().Count() == 1 ? Rounded(given[0].Value) : Outcome.None,
            "panel_ranks" => Rounded(PanelValues.Of(aspect.Rule.GetProperty("merge"), field.PanelRanks(aspect, given))),
            var kind => throw new FormatException($"Aspect rule {kind}"),
        };

        bool Fails(SeatMark mark) =>
            mark.State == SeatMark.Failed || (mark.State == SeatMark.NotAttempted && aspect.Kind != "panel_ranks" && Forfeits(aspect));
    }

    // A zero for nothing would win where less is better, and would be a number nobody recorded where it is only compared.
    private bool Forfeits(Part aspect) =>
        aspect.Role == "info" || (aspect.Role != "penalty" && contest.Scheme.Json.Word("rank_order", "higher") == "lower");

    // domain.md §2.6-3.
    private Outcome Judgement(Part aspect, IReadOnlyList<SeatMark> given)
    {
        var (top, limit) = (aspect.Rule.Whole("top", 3), aspect.Rule.Whole("spread_limit", 1));
        var values = Values(given);
        if (values.Any(mark => !mark.Value.IsWhole || mark.Value < 0 || mark.Value > top) || values.Max(mark => mark.Value) - values.Min(mark => mark.Value) > limit)
            return Outcome.None;
        var value = aspect.Rule.Find("panel") is { } panel ? PanelValues.Of(panel, values) : Spread.Mean([.. values.Select(mark => mark.Value)]);
        return Rounded(value).Then(level => level / top * (aspect.Maximum ?? 0));
    }

    private Outcome Levels(Entrant entrant, Part aspect, IReadOnlyList<SeatMark> given)
    {
        var tables = aspect.Rule.Items("tables");
        if (aspect.Rule.Find("item_from")?.GetString() is { } key)
        {
            var item = ContestReading.Recorded(entrant, key);
            tables = tables.Where(table => item is not null && table.Number("item") == item);
        }
        if (tables.ToList() is not [var table, ..])
            return Outcome.None;
        var points = table.Items("points").ToDictionary(level => level.Number("mark", 0), level => level.Number("points", 0));
        var mapped = new List<(int, Rational)>();
        foreach (var mark in given)
        {
            if (mark.State == SeatMark.NotAttempted)
                mapped.Add((mark.Seat, 0));
            else if (points.TryGetValue(mark.Value, out var value))
                mapped.Add((mark.Seat, value));
            else
                return Outcome.None;
        }
        return Rounded(PanelValues.Of(aspect.Rule.GetProperty("panel"), mapped)).Then(value => value + table.Number("base", 0));
    }

    // What was not attempted is worth nothing: its value is zero.
    private static IReadOnlyList<(int Seat, Rational Value)> Values(IReadOnlyList<SeatMark> given) => [.. given.Select(mark => (mark.Seat, mark.Value))];

    private Outcome Rounded(Rational? value) => value is { } found ? contest.PanelRounding?.Of(found) ?? found : Outcome.None;
}
