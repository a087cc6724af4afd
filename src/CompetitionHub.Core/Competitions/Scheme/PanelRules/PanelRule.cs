using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>How the marks of several judges become one value. One small class per rule, chosen by its word.</summary>
public abstract record PanelRule
{
    /// <summary>The word of the rule in the scheme document.</summary>
    public abstract string Word { get; }

    /// <summary>The fewest marks that give a value.</summary>
    public abstract int Needed { get; }

    /// <summary>True when a better mark never lowers the value.</summary>
    internal virtual bool IsMonotone => false;

    /// <summary>
    /// The exact value of at least <see cref="Needed"/> marks in millionths, or null where they are none that the rule can use;
    /// <paramref name="places"/> are their places on the panel (seat − 1). Says in <paramref name="uses"/> which were dropped.
    /// </summary>
    internal abstract Fraction? Aggregate(ReadOnlySpan<long> values, ReadOnlySpan<int> places, Span<MarkUse> uses, WorkedNote? worked);

    /// <summary>The most that so many judges can give who all give the same best mark; null when open-ended.</summary>
    internal virtual Fraction? Most(Fraction? mark, int judges) => mark;

    /// <summary>What is wrong with the rule for such marks of so many judges, as pairs of property and refusal.</summary>
    internal virtual IEnumerable<(string Property, Error Error)> Check(MarkRange marks, int judges) => [];

    /// <summary>Writes the rule's own properties; the word is there already.</summary>
    internal virtual void Write(Utf8JsonWriter json) { }

    /// <summary>Puts the indices of the values in ascending order of value; of equal values the earlier seat comes first.</summary>
    private protected static void Sort(ReadOnlySpan<long> values, Span<int> order)
    {
        // Panels are small: insertion is faster than a general sort, and allocates nothing.
        for (var i = 0; i < values.Length; i++)
        {
            var at = i;
            for (; at > 0 && values[order[at - 1]] > values[i]; at--)
                order[at] = order[at - 1];
            order[at] = i;
        }
    }
}

/// <summary>All panel rules by their word in the scheme document.</summary>
public static class PanelRuleWords
{
    private static readonly Dictionary<string, Func<JsonObjectReader, PanelRule>> Readers = new(StringComparer.Ordinal)
    {
        [PanelMean.RuleWord] = _ => new PanelMean(),
        [TrimmedMean.RuleWord] = TrimmedMean.Read,
        [Median.RuleWord] = _ => new Median(),
        [ClosestMean.RuleWord] = ClosestMean.Read,
        [WeightedMean.RuleWord] = WeightedMean.Read,
        [PanelSum.RuleWord] = _ => new PanelSum(),
        [GeometricMean.RuleWord] = GeometricMean.Read,
        [Exponential.RuleWord] = Exponential.Read,
    };

    /// <summary>The words.</summary>
    public static IReadOnlyCollection<string> All => Readers.Keys;

    internal static PanelRule Read(JsonObjectReader json)
    {
        PanelRule rule = json.Choice("kind", Readers) is { } read ? read(json) : new PanelMean();
        json.Done();
        return rule;
    }

    /// <summary>The mean where the document does not say.</summary>
    internal static PanelRule ReadOrMean(JsonObjectReader? json) => json is null ? new PanelMean() : Read(json);
}
