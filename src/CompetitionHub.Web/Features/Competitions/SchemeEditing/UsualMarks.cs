using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>Marks that are good but not perfect, for the preview: understood by the rules that read them, and not the same for every entry.</summary>
public static class UsualMarks
{
    public static Score Of(MarkingScheme scheme, Aspect aspect, int entry, int seat)
    {
        var range = aspect.Rule.Marks(aspect);
        var wanted = ReadByOthers(scheme, aspect, entry) ?? aspect.Rule switch
        {
            ToleranceBands { Bands: [var band, ..] } => Nudge(Between(band.From ?? band.To, band.To ?? band.From), entry, 20),
            Piecewise { Knots: [var first, var second, ..] } => Nudge(Between(first.Value, second.Value), entry, 50),
            PowerPoints { Better: TieBreakOrder.HigherFirst, B: var b } => Nudge(new((b.Millionths * 2) + Score.Unit), entry, 3),
            _ => (Score?)null,
        };
        // Judges differ a little, except where they have to agree.
        var judge = aspect.Rule is Consensus or SingleValueRule ? 0 : 5 * ((seat % 3) - 1);
        return wanted is { } value && range.Allows(value) ? value : SampleMark.Of(aspect, Math.Clamp(80 - (15 * entry) + judge, 0, 100));
    }

    // A number that chooses a table or a pair or counts false reports has to be one that the other rule knows.
    private static Score? ReadByOthers(MarkingScheme scheme, Aspect aspect, int entry) => scheme.AllAspects().Select(other => other.Rule).Select(rule => rule switch
    {
        Levels { ItemFrom: { } key, Tables: { Count: > 0 } tables } when key == aspect.Key => tables[entry % tables.Count].Item,
        PairWin { PairFrom: var key } when key == aspect.Key => Score.Points(1 + (entry / 2)),
        GainPerHit { FalsesFrom: { } key } when key == aspect.Key => Score.Points(entry % 3),
        _ => (Score?)null,
    }).FirstOrDefault(value => value is not null);

    private static Score Between(Score? from, Score? to) => new(((from?.Millionths ?? 0) + (to?.Millionths ?? 0)) / 2 / 10_000 * 10_000);

    private static Score Nudge(Score value, int entry, int part) => new((value.Millionths + (value.Millionths / part * entry)) / 10_000 * 10_000);
}
