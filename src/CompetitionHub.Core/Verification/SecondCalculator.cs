using System.Text.Json;

namespace CompetitionHub.Core.Verification;

/// <summary>
/// Works out a contest from what the interchange folder says about it, and from nothing else: another mind's reading of the same rules, on
/// exact rational numbers, without haste. It shares no rule and no arithmetic with the engine.
/// </summary>
internal static class SecondCalculator
{
    /// <param name="contest">The contest's object in <c>competition.json</c>.</param>
    /// <param name="entrants">Its entries with the marks that count.</param>
    public static ComputedContest Calculate(JsonElement contest, IReadOnlyList<Entrant> entrants)
    {
        var scheme = Part.Scheme(contest.GetProperty("scheme"));
        var reading = new ContestReading(scheme, entrants);
        var comparators = new Comparators(reading, new([.. contest.Items("decisions")]));
        var entries = entrants.Select(entrant => new ComputedEntry(entrant.Code, PlaceOf(entrant, reading.Of(entrant, scheme)))
        {
            Parts = [.. Upwards(scheme).Select(part => new ComputedPart(part.Level, part.Key, reading.Of(entrant, part)))],
            Keys = comparators.Of(entrant),
        }).ToList();
        return new(contest.Word("slug", ""), Scaling.Of(Placing.Of(entries, scheme.Json.Word("ranks", "shared")), scheme.Json));
    }

    private static ComputedPlace PlaceOf(Entrant entrant, Outcome total) => !entrant.Active ? ComputedPlace.Out : total.State switch
    {
        PartState.Value => ComputedPlace.Ranked,
        PartState.NoResult => ComputedPlace.NoResult,
        PartState.None => ComputedPlace.NotYetMarked,
    };

    private static IEnumerable<Part> Upwards(Part part) => part.Parts.SelectMany(Upwards).Append(part);
}
