namespace CompetitionHub.Core.Verification;

/// <summary>Points that depend on the values of the whole field: the active entries that have one.</summary>
internal sealed class FieldPoints(ContestReading contest)
{
    private readonly Dictionary<Part, OrderedValues> values = [];
    private readonly Dictionary<Part, Dictionary<int, OrderedValues>> panels = [];
    private readonly Dictionary<string, ILookup<Rational?, Entrant>> pairs = [];

    public static bool Knows(string kind) => kind is "time_ratio" or "share_of_best" or "rank_points" or "pair_win";

    public Outcome Of(Entrant entrant, Part aspect, Rational value)
    {
        var field = ValuesOf(aspect);
        return aspect.Kind switch
        {
            "pair_win" => Pair(entrant, aspect, value),
            // An entry that is out has no field of its own to be compared with.
            _ when field.Count == 0 => Outcome.None,
            "time_ratio" => TimeRatio(aspect, value, field.Least),
            "share_of_best" => Share(aspect, value, field),
            "rank_points" => RankPoints(aspect, field.Rank(value, IsHigher(aspect))),
            _ => throw new FormatException($"Aspect rule {aspect.Kind}"),
        };
    }

    /// <summary>True for a bye, and for whose opponents all take no part any more.</summary>
    public bool IsUnopposed(Entrant entrant, Part aspect)
    {
        var source = aspect.Rule.Word("pair_from", "");
        if (!entrant.Active || ContestReading.Recorded(entrant, source) is not { } pair)
            return false;
        var others = PairsBy(source)[pair].Where(other => other != entrant).ToList();
        return aspect.Rule.Number("bye") == pair || (others.Count > 0 && others.TrueForAll(other => !other.Active));
    }

    /// <summary>The ranks that each judge's marks give an entry in the field, by seat. Not attempted is behind everything that a judge has marked.</summary>
    public IReadOnlyList<(int Seat, Rational Value)> PanelRanks(Part aspect, IReadOnlyList<SeatMark> given)
    {
        var field = Once(panels, aspect, () => FieldOf(entrant => PanelMarks.Given(entrant, aspect) is { } marks && marks.All(mark => mark.State != SeatMark.Failed) ? marks : [])
            .GroupBy(mark => mark.Seat).ToDictionary(seat => seat.Key, seat => new OrderedValues(seat.Select(mark => mark.Value))));
        return [.. given.Select(mark => (mark.Seat, (Rational)PanelRank(mark, field.GetValueOrDefault(mark.Seat), IsHigher(aspect))))];
    }

    private static int PanelRank(SeatMark mark, OrderedValues? field, bool higher) =>
        field is null ? 1 : mark.State == SeatMark.Given ? field.Rank(mark.Value, higher) : field.Count + 1;

    private Outcome Pair(Entrant entrant, Part aspect, Rational value)
    {
        var source = aspect.Rule.Word("pair_from", "");
        if (ContestReading.Recorded(entrant, source) is not { } pair)
            return Outcome.None;
        var others = PairsBy(source)[pair].Where(other => other.Active && other != entrant)
            .Select(other => other.Marks[aspect.Key].FirstOrDefault(mark => mark.Seat == 1)).ToList();
        if (!entrant.Active || others is not [{ State: not null } theirs] || (theirs.State == SeatMark.Given && theirs.Value == value))
            return Outcome.None;
        // Whoever failed or did not attempt is behind a value.
        return theirs.State != SeatMark.Given || IsHigher(aspect) == value > theirs.Value ? 1 : 0;
    }

    private static Rational TimeRatio(Part aspect, Rational time, Rational best)
    {
        var (a, b, limit, p) = (aspect.Rule.Number("a", 0), aspect.Rule.Number("b", 0), aspect.Rule.Number("k", 1) * best, aspect.Rule.Whole("p", 1));
        return time >= limit ? b : a * (Rational.Pow(limit / time, p) - 1) / (Rational.Pow(limit / best, p) - 1) + b;
    }

    private static Outcome Share(Part aspect, Rational value, OrderedValues field)
    {
        var maximum = aspect.Maximum ?? 0;
        if (IsHigher(aspect))
            return field.Most is { Sign: not 0 } best ? value / best * maximum : 0;
        return value.Sign > 0 ? field.Least / value * maximum : Outcome.None;
    }

    private static Rational RankPoints(Part aspect, int rank) =>
        aspect.Rule.Items("table").Where(row => row.Whole("from", 1) <= rank && rank <= row.Whole("to", int.MaxValue))
            .Select(row => row.Number("points")).FirstOrDefault() ?? aspect.Rule.Number("rest", 0);

    private static bool IsHigher(Part aspect) => aspect.Rule.Word("order", "higher") == "higher";

    private OrderedValues ValuesOf(Part aspect) => Once(values, aspect, () => new OrderedValues(FieldOf(entrant => entrant.Marks[aspect.Key].Where(mark => mark.Seat == 1).Take(1)).Select(mark => mark.Value)));

    // What an active entrant has given on an aspect.
    private IEnumerable<SeatMark> FieldOf(Func<Entrant, IEnumerable<SeatMark>> marksOf) =>
        contest.Entrants.Where(entrant => entrant.Active).SelectMany(marksOf).Where(mark => mark.State == SeatMark.Given);

    private ILookup<Rational?, Entrant> PairsBy(string source) => Once(pairs, source, () => contest.Entrants.ToLookup(entrant => ContestReading.Recorded(entrant, source)));

    private static T Once<TKey, T>(Dictionary<TKey, T> known, TKey key, Func<T> work) where TKey : notnull
    {
        if (!known.TryGetValue(key, out var found))
            known.Add(key, found = work());
        return found;
    }
}
