using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Awards;

/// <summary>
/// Says between which points an entry will end: fills every missing mark so that its aspect gets the fewest and then the most points, and lets the engine
/// calculate both. Nothing is said where rules look at the whole field, where a better mark may give fewer points, or where the last stage ranks.
/// </summary>
internal sealed class MissingMarks(CompiledScheme scheme)
{
    private readonly EntryCalculator calculator = new(scheme);
    private readonly IReadOnlyList<CompiledAspect> summed =
        [.. scheme.Forms.SelectMany(form => form.Aspects).Where(aspect => aspect.Aspect.Role != AspectRole.Info)];

    /// <summary>The bounds, or null; and whether no valid result can come of it any more.</summary>
    public (ScoreBounds? Bounds, bool WillHaveNoResult) Of(ContestEntry entry)
    {
        if (scheme.DependsOnField || scheme.Scheme.RankBy != RankBy.Total)
            return default;
        var given = entry.Marks.Where(mark => mark.State != MarkState.Cleared).Select(mark => (mark.AspectKey, mark.Seat)).ToHashSet();
        var gaps = new List<Gap>();
        foreach (var aspect in summed)
        {
            var seats = Enumerable.Range(aspect.FirstSeat, aspect.SlotCount).Where(seat => !given.Contains((aspect.Aspect.Key, seat))).ToList();
            if (seats.Count == 0)
                continue;
            if (aspect.Aspect.Rule.Extremes(aspect.Aspect) is not { } extremes)
                return default;
            gaps.Add(new(aspect, seats, [.. extremes]));
        }
        var outcomes = Enumerable.Range(0, gaps.Select(gap => gap.Fills).DefaultIfEmpty(0).Max())
            .Select(fill => Calculate(entry, gaps, gap => Math.Min(fill, gap.Fills - 1)).Aspects).ToList();
        var low = Calculate(entry, gaps, gap => gap.Choose(outcomes, most: gap.Aspect.Aspect.Role == AspectRole.Penalty));
        var high = Calculate(entry, gaps, gap => gap.Choose(outcomes, most: gap.Aspect.Aspect.Role != AspectRole.Penalty));
        // Marks that cannot count together, such as judgements too far apart, stay open whatever comes.
        if (summed.Any(aspect => low.Aspects[aspect.Place].IsNone || high.Aspects[aspect.Place].IsNone))
            return default;
        return low.Total.Points is { } least && high.Total.Points is { } most
            ? (new ScoreBounds(least, most), false)
            : (null, low.Total.IsNoResult && high.Total.IsNoResult);
    }

    private EntryScores Calculate(ContestEntry entry, List<Gap> gaps, Func<Gap, int> choose) =>
        calculator.Calculate(entry with { Marks = [.. entry.Marks, .. gaps.SelectMany(gap => gap.Fill(choose(gap)))] }).Scores;

    // The missing marks of one aspect: all of them get the same value, or are not attempted.
    private sealed record Gap(CompiledAspect Aspect, IReadOnlyList<int> Seats, IReadOnlyList<Score> Extremes)
    {
        public int Fills => Extremes.Count + 1;

        public IEnumerable<CountedMark> Fill(int fill) => Seats.Select(seat => fill < Extremes.Count
            ? new CountedMark(Aspect.Aspect.Key, seat, MarkState.Value, Extremes[fill])
            : new CountedMark(Aspect.Aspect.Key, seat, MarkState.NotAttempted, null));

        public int Choose(List<Outcome[]> outcomes, bool most)
        {
            var best = 0;
            for (var fill = 1; fill < Fills; fill++)
            {
                var (one, other) = (outcomes[fill][Aspect.Place].Points, outcomes[best][Aspect.Place].Points);
                if (one is { } points && (other is not { } known || (most ? points > known : points < known)))
                    best = fill;
            }
            return best;
        }
    }
}
