namespace CompetitionHub.Core.Verification;

/// <summary>Points that depend on the values of the whole field: the active entries that have one.</summary>
internal sealed class FieldPoints(ContestReading contest)
{
    private readonly Dictionary<Part, Dictionary<Entrant, Rational>> values = [];
    private readonly Dictionary<Part, Dictionary<Entrant, IReadOnlyList<SeatMark>>> panels = [];

    public static bool Knows(string kind) => kind is "time_ratio" or "share_of_best" or "rank_points" or "pair_win";

    public Outcome Of(Entrant entrant, Part aspect, Rational value)
    {
        var field = ValuesOf(aspect);
        var others = field.Where(other => other.Key != entrant);
        return aspect.Kind switch
        {
            "pair_win" => Pair(entrant, aspect, value),
            // An entry that is out has no field of its own to be compared with.
            _ when field.Count == 0 => Outcome.None,
            "time_ratio" => TimeRatio(aspect, value, field.Values.Min()),
            "share_of_best" => Share(aspect, value, [.. field.Values]),
            "rank_points" => RankPoints(aspect, Rank(value, others.Select(other => other.Value), IsHigher(aspect))),
            _ => throw new FormatException($"Aspect rule {aspect.Kind}"),
        };
    }

    /// <summary>True for a bye, and for whose opponents all take no part any more.</summary>
    public bool IsUnopposed(Entrant entrant, Part aspect)
    {
        var source = aspect.Rule.Word("pair_from", "");
        if (!entrant.Active || ContestReading.Recorded(entrant, source) is not { } pair)
            return false;
        var others = contest.Entrants.Where(other => other != entrant && ContestReading.Recorded(other, source) == pair).ToList();
        return aspect.Rule.Number("bye") == pair || (others.Count > 0 && others.TrueForAll(other => !other.Active));
    }

    /// <summary>The ranks that each judge's marks give an entry in the field, by seat.</summary>
    public IReadOnlyList<(int Seat, Rational Value)> PanelRanks(Entrant entrant, Part aspect, IReadOnlyList<SeatMark> given)
    {
        var others = PanelsOf(aspect).Where(other => other.Key != entrant).Select(other => other.Value).ToList();
        return
        [
            .. given.Select(mark => (mark.Seat, (Rational)PanelRank(mark, [.. others.SelectMany(other => other.Where(theirs => theirs.Seat == mark.Seat))], IsHigher(aspect)))),
        ];
    }

    // Not attempted is behind everything that a judge has marked.
    private static int PanelRank(SeatMark mark, IReadOnlyList<SeatMark> others, bool higher)
    {
        var values = others.Where(theirs => theirs.State == SeatMark.Given).Select(theirs => theirs.Value).ToList();
        return mark.State == SeatMark.Given ? Rank(mark.Value, values, higher) : values.Count + 1;
    }

    private Outcome Pair(Entrant entrant, Part aspect, Rational value)
    {
        var source = aspect.Rule.Word("pair_from", "");
        if (ContestReading.Recorded(entrant, source) is not { } pair)
            return Outcome.None;
        var others = contest.Entrants.Where(other => other.Active && other != entrant && ContestReading.Recorded(other, source) == pair)
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

    private static Outcome Share(Part aspect, Rational value, IReadOnlyList<Rational> field)
    {
        var maximum = aspect.Maximum ?? 0;
        if (IsHigher(aspect))
            return field.Max() is { Sign: not 0 } best ? value / best * maximum : 0;
        return value.Sign > 0 ? field.Min() / value * maximum : Outcome.None;
    }

    private static Rational RankPoints(Part aspect, int rank) =>
        aspect.Rule.Items("table").Where(row => row.Whole("from", 1) <= rank && rank <= row.Whole("to", int.MaxValue))
            .Select(row => row.Number("points")).FirstOrDefault() ?? aspect.Rule.Number("rest", 0);

    private static bool IsHigher(Part aspect) => aspect.Rule.Word("order", "higher") == "higher";

    private static int Rank(Rational value, IEnumerable<Rational> others, bool higher) => 1 + others.Count(other => higher ? other > value : other < value);

    private Dictionary<Entrant, Rational> ValuesOf(Part aspect) => Once(values, aspect, entrant =>
        entrant.Marks[aspect.Key].FirstOrDefault(given => given.Seat == 1) is { State: SeatMark.Given } mark ? [mark.Value] : []);

    private Dictionary<Entrant, IReadOnlyList<SeatMark>> PanelsOf(Part aspect) => Once(panels, aspect, entrant =>
        PanelMarks.Given(entrant, aspect) is { } given
        && given.All(mark => mark.State != SeatMark.Failed) ? [given] : []);

    private Dictionary<Entrant, T> Once<T>(Dictionary<Part, Dictionary<Entrant, T>> known, Part aspect, Func<Entrant, IReadOnlyList<T>> valueOf)
    {
        if (!known.TryGetValue(aspect, out var field))
        {
            field = contest.Entrants.Where(entrant => entrant.Active)
                .SelectMany(entrant => valueOf(entrant).Select(value => (entrant, value))).ToDictionary(entry => entry.entrant, entry => entry.value);
            known.Add(aspect, field);
        }
        return field;
    }
}
