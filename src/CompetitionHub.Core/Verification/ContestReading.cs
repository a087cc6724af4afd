namespace CompetitionHub.Core.Verification;

/// <summary>
/// Works out every part of every entry of one exported contest, from the total down and each part once. Rules that look at the whole field simply ask
/// for the parts of the other entries.
/// </summary>
internal sealed class ContestReading
{
    private readonly Dictionary<(Entrant, Part, bool), Outcome> known = [];
    private readonly AspectPoints aspects;
    private readonly Normalising normalising;
    private readonly Rounding?[] roundings;

    public ContestReading(Part scheme, IReadOnlyList<Entrant> entrants)
    {
        (Scheme, Entrants) = (scheme, entrants);
        (aspects, normalising) = (new(this), new(this));
        var rounding = scheme.Json.Find("rounding");
        roundings = [.. Enum.GetNames<PartLevel>().Append("panel").Select(level => rounding?.Find(level.ToLowerInvariant())?.Rounding(0))];
    }

    public Part Scheme { get; }

    public IReadOnlyList<Entrant> Entrants { get; }

    /// <summary>The rounding of a panel's value, or null.</summary>
    public Rounding? PanelRounding => roundings[^1];

    /// <summary>What a part of an entry has come to.</summary>
    public Outcome Of(Entrant entrant, Part part) => Once(entrant, part, true, () => part.Level switch
    {
        PartLevel.Aspect => aspects.Of(entrant, part).Then(points => Rounded(part, points * part.Json.Number("factor", 1))),
        PartLevel.Total => LastStage(entrant) is { } last ? Clamped(part, Of(entrant, last)).Then(points => Rounded(part, points)) : Whole(entrant, part),
        _ => Whole(entrant, part),
    });

    /// <summary>The number that is recorded on an aspect with a single mark, which other rules read; not attempted is zero, anything else nothing.</summary>
    public static Rational? Recorded(Entrant entrant, string aspectKey) =>
        entrant.Marks[aspectKey].FirstOrDefault() is { State: SeatMark.Given or SeatMark.NotAttempted } mark ? mark.Value : null;

    /// <summary>The points of a whole within its cap and floor, before they are normalised and rounded.</summary>
    public Outcome BeforeNormalising(Entrant entrant, Part whole) => Once(entrant, whole, false, () => Clamped(whole, Combining.Of(whole, part => Of(entrant, part))));

    /// <summary>Where the last stage decides: the last one that the entry reached, the first where it has reached none; else null.</summary>
    public Part? LastStage(Entrant entrant) => Scheme.Json.Word("rank_by", "total") != "last_stage"
        ? null
        : Scheme.Parts.LastOrDefault(stage => Of(entrant, stage).State != PartState.None) ?? (Scheme.Parts.Count > 0 ? Scheme.Parts[0] : null);

    private Outcome Whole(Entrant entrant, Part whole)
    {
        var outcome = BeforeNormalising(entrant, whole);
        if (whole.Json.Find("normalise") is { } rule)
            outcome = outcome.Then(points => normalising.Of(entrant, whole, rule, points));
        if (whole.Json.Number("carry_over") is { Sign: not 0 } share && whole.Before is { } before && Of(entrant, before).Number is { } carried)
            outcome = outcome.Then(points => points + share * carried);
        return outcome.Then(points => Rounded(whole, points));
    }

    private Rational Rounded(Part part, Rational points) => roundings[(int)part.Level]?.Of(points) ?? points;

    private static Outcome Clamped(Part whole, Outcome outcome) => outcome.Then(points =>
    {
        if (whole.Floor is { } floor)
            points = Rational.Max(points, floor);
        return whole.Cap is { } cap ? Rational.Min(points, cap) : points;
    });

    private Outcome Once(Entrant entrant, Part part, bool finished, Func<Outcome> work)
    {
        if (known.TryGetValue((entrant, part, finished), out var outcome))
            return outcome;
        outcome = work();
        known[(entrant, part, finished)] = outcome;
        return outcome;
    }
}
