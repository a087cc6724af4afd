using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Believable marks for previews and the demonstration.</summary>
public static class SampleMark
{
    /// <summary>A mark that the rule can use, for something that is so good: 0–100 percent.</summary>
    public static Score Of(Aspect aspect, int percent)
    {
        var range = aspect.Rule.Marks(aspect);
        var wanted = aspect.Rule switch
        {
            DeductionPerFault => Score.Points((100 - percent) / 12),
            GainPerHit => Score.Points(percent / 8),
            PowerPoints { Better: TieBreakOrder.LowerFirst } power => Scaled(power.B, 200 - percent, 200),
            PowerPoints power => Scaled(power.B, 100 + (4 * percent), 100),
            Piecewise { Knots.Count: > 0 } line => line.Knots.OrderBy(knot => knot.Points).ElementAt((line.Knots.Count - 1) * percent / 100).Value,
            ToleranceBands bands => bands.Bands.OrderBy(band => band.Points).Select(band => band.From ?? band.To).ElementAtOrDefault((bands.Bands.Count - 1) * percent / 100) ?? Score.Zero,
            TimeRatio or ShareOfBest { Better: TieBreakOrder.LowerFirst } or RankPoints { Better: TieBreakOrder.LowerFirst }
                or PairWin { Better: TieBreakOrder.LowerFirst } or PanelRanks { Better: TieBreakOrder.LowerFirst } => Score.Points(200 - percent),
            _ => InRange(range, percent),
        };
        return range.Allows(wanted) ? wanted : InRange(range, percent);
    }

    private static Score InRange(MarkRange range, int percent)
    {
        if (range.Listed.Count > 0)
            return range.Listed.Order().ElementAt((((range.Listed.Count - 1) * percent) + 50) / 100);
        var least = range.Minimum ?? Score.Zero;
        var width = (range.Maximum ?? Score.Points(100)).Millionths - least.Millionths;
        var step = range.Step is { Millionths: > 0 } given ? given.Millionths : width >= 10 * Score.Unit ? Score.Unit : Score.Unit / 10;
        return new(least.Millionths + (width * percent / 100 / step * step));
    }

    private static Score Scaled(Score value, long by, long of) => new(value.Millionths / of * by);
}
