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
    /// The exact value of at least <see cref="Needed"/> marks in millionths; <paramref name="places"/> are their places on the panel (seat − 1).
    /// Says in <paramref name="uses"/> which were dropped.
    /// </summary>
    internal abstract Fraction Aggregate(ReadOnlySpan<long> values, ReadOnlySpan<int> places, Span<MarkUse> uses, WorkedNote? worked);

    /// <summary>What is wrong with the rule for a panel with so many judges, as pairs of property and refusal.</summary>
    internal virtual IEnumerable<(string Property, Error Error)> Check(int judges) => [];

    /// <summary>Writes the rule's own properties; the word is there already.</summary>
    internal virtual void Write(Utf8JsonWriter json) { }
}

/// <summary>All panel rules by their word in the scheme document.</summary>
public static class PanelRuleWords
{
    private static readonly Dictionary<string, Func<JsonObjectReader, PanelRule>> Readers = new(StringComparer.Ordinal)
    {
        [PanelMean.RuleWord] = _ => new PanelMean(),
        [TrimmedMean.RuleWord] = TrimmedMean.Read,
    };

    /// <summary>The words.</summary>
    public static IReadOnlyCollection<string> All => Readers.Keys;

    internal static PanelRule Read(JsonObjectReader json)
    {
        PanelRule rule = json.Choice("kind", Readers) is { } read ? read(json) : new PanelMean();
        json.Done();
        return rule;
    }
}
