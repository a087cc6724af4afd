using System.Globalization;

namespace CompetitionHub.Core.Verification;

/// <summary>Finds where two calculations of a contest part, to the last digit.</summary>
internal static class Comparing
{
    /// <summary>The first difference of each entry that has one, by code.</summary>
    public static IEnumerable<ResultDifference> Of(EngineWord source, ComputedContest engine, ComputedContest second)
    {
        var (engines, seconds) = (engine.Entries.ToDictionary(entry => entry.Code), second.Entries.ToDictionary(entry => entry.Code));
        return engines.Keys.Union(seconds.Keys).Order(StringComparer.Ordinal)
            .Select(code => First(engines.GetValueOrDefault(code), seconds.GetValueOrDefault(code)) is var (place, key, ours, theirs)
                ? new ResultDifference(source, code, place, key, ours, theirs)
                : null)
            .OfType<ResultDifference>();
    }

    private static (DifferencePlace Place, string Key, string? Engine, string? Second)? First(ComputedEntry? engine, ComputedEntry? second)
    {
        if (engine is null || second is null)
            return (DifferencePlace.Entry, "", engine?.Code, second?.Code);
        // Whoever is out is compared with nobody any more: what the marks would give is no result.
        if (engine.Place == ComputedPlace.Out && second.Place == ComputedPlace.Out)
            return null;
        return Parts(engine, second) ?? Keys(engine, second)
            ?? Different(DifferencePlace.State, engine.Place, second.Place)
            ?? Different(DifferencePlace.Rank, engine.Rank, second.Rank)
            ?? Different(DifferencePlace.Tie, Tie(engine), Tie(second))
            ?? Different(DifferencePlace.Scale, engine.Scale, second.Scale);
    }

    // The rows of a board hold fewer parts than a calculation: what they hold is compared.
    private static (DifferencePlace, string, string?, string?)? Parts(ComputedEntry engine, ComputedEntry second)
    {
        var known = second.Parts.ToDictionary(part => (part.Level, part.Key), part => part.Outcome);
        foreach (var part in engine.Parts)
        {
            if (!known.TryGetValue((part.Level, part.Key), out var theirs) || theirs != part.Outcome)
                return (Place(part.Level), part.Key, Text(part.Outcome), Text(theirs));
        }
        return null;
    }

    private static (DifferencePlace, string, string?, string?)? Keys(ComputedEntry engine, ComputedEntry second)
    {
        foreach (var owner in engine.Keys.Concat(second.Keys).Select(key => key.Owner).Distinct().Order())
        {
            if (Different(DifferencePlace.Comparator, Text(engine, owner), Text(second, owner)) is var (place, _, ours, theirs))
                return (place, owner.ToString(CultureInfo.InvariantCulture), ours, theirs);
        }
        return null;
    }

    private static (DifferencePlace, string, string?, string?)? Different<T>(DifferencePlace place, T engine, T second) =>
        EqualityComparer<T>.Default.Equals(engine, second) ? null : (place, "", engine?.ToString(), second?.ToString());

    // A comparator without a value says nothing, however many values it might have had.
    private static string? Text(ComputedEntry entry, int owner)
    {
        var values = entry.Keys.Where(key => key.Owner == owner).SelectMany(key => key.Values).ToList();
        var last = values.FindLastIndex(value => value is not null);
        return last < 0 ? null : string.Join("; ", values.Take(last + 1).Select(value => value?.ToString() ?? "–"));
    }

    private static string? Text(Outcome outcome) => outcome.State switch
    {
        PartState.None => null,
        PartState.Value => outcome.Value.ToString(),
        PartState.NoResult => nameof(PartState.NoResult),
    };

    private static string Tie(ComputedEntry entry) => entry.IsUnresolved ? "Unresolved" : entry.IsShared ? "Shared" : "Alone";

    private static DifferencePlace Place(PartLevel level) => level switch
    {
        PartLevel.Aspect => DifferencePlace.Aspect,
        PartLevel.Form => DifferencePlace.Form,
        PartLevel.Module => DifferencePlace.Module,
        PartLevel.Stage => DifferencePlace.Stage,
        PartLevel.Total => DifferencePlace.Total,
    };
}
