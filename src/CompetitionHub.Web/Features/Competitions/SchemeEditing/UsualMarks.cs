using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>Marks that are good but not perfect, for the preview: allowed by the aspect's rule, and understood by the rules that read them.</summary>
public static class UsualMarks
{
    public static Score Of(MarkingScheme scheme, Aspect aspect, int entry, int seat)
    {
        if (ReadByOthers(scheme, aspect, entry) is { } wanted && aspect.Rule.Marks(aspect).Allows(wanted))
        {
            return wanted;
        }
        var range = aspect.Rule.Marks(aspect);
        // Judges who have to agree do.
        var judge = aspect.Rule is Consensus ? 0 : seat % 3;
        var usual = aspect.Rule switch
        {
            Judgement { Top: var top } => Score.Points(Math.Clamp(top - 1 + (judge == 0 ? 1 : 0) - (entry % 2), 0, top)),
            ToleranceBands { Bands: [var band, ..] } => Nudge(Between(band.From ?? band.To, band.To ?? band.From), entry, 20),
            Piecewise { Knots: [var first, var second, ..] } => Nudge(Between(first.Value, second.Value), entry, 50),
            PowerPoints { Better: TieBreakOrder.LowerFirst, B: var b } => Nudge(new(b.Millionths / 5 * 4), entry, 50),
            PowerPoints { B: var b } => Nudge(new((b.Millionths * 2) + Score.Unit), entry, 3),
            PanelRanks => Score.Points(Math.Max(1, 9 - entry + judge)),
            ValueRule => Score.Points(100 + (7 * entry)),
            _ => range.Unit switch
            {
                MarkUnit.Met => entry % 3 == 2 ? Score.Zero : Score.One,
                MarkUnit.Faults => Score.Points(1 + entry),
                MarkUnit.Hits => Score.Points(8 - entry),
                _ => InRange(range, judge - entry),
            },
        };
        return Fit(range, usual);
    }

    // A number that chooses a table, a pair or counts false reports has to be one that the other rule knows.
    private static Score? ReadByOthers(MarkingScheme scheme, Aspect aspect, int entry) => scheme.AllAspects().Select(other => other.Rule).Select(rule => rule switch
    {
        Levels { ItemFrom: { } key, Tables: { Count: > 0 } tables } when key == aspect.Key => tables[entry % tables.Count].Item,
        PairWin { PairFrom: var key } when key == aspect.Key => Score.Points(1 + (entry / 2)),
        GainPerHit { FalsesFrom: { } key } when key == aspect.Key => Score.Points(entry % 3),
        _ => (Score?)null,
    }).FirstOrDefault(value => value is not null);

    // About four fifths of the range.
    private static Score InRange(MarkRange range, int shift)
    {
        if (range.Listed.Count > 0)
        {
            var sorted = range.Listed.Order().ToList();
            return sorted[Math.Clamp((sorted.Count * 4 / 5) + Math.Sign(shift), 0, sorted.Count - 1)];
        }
        var least = range.Minimum?.Millionths ?? 0;
        var width = (range.Maximum ?? new(least + (10 * Score.Unit))).Millionths - least;
        var step = range.Step is { Millionths: > 0 } s ? s.Millionths : width >= 10 * Score.Unit ? Score.Unit : Score.Unit / 10;
        var steps = Math.Max(width / step, 0);
        return new(least + (Math.Clamp((steps * 4 / 5) + shift, 0, steps) * step));
    }

    private static Score Fit(MarkRange range, Score value)
    {
        if (range.Allows(value))
        {
            return value;
        }
        var least = range.Minimum?.Millionths ?? 0;
        var step = range.Step is { Millionths: > 0 } s ? s.Millionths : 1;
        var most = range.Maximum?.Millionths ?? long.MaxValue;
        var clamped = Math.Clamp(value.Millionths, least, Math.Max(least, most));
        var fitting = new Score(least + ((clamped - least) / step * step));
        return range.Allows(fitting) ? fitting : range.Listed.Count > 0 ? range.Listed[0] : value;
    }

    private static Score Between(Score? from, Score? to) => new(((from?.Millionths ?? 0) + (to?.Millionths ?? 0)) / 2 / 10_000 * 10_000);

    private static Score Nudge(Score value, int entry, int part) => new((value.Millionths + (value.Millionths / part * entry)) / 10_000 * 10_000);
}
