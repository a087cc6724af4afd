using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// How many places there are (名额): for an award, or in the next stage. One small class per rule, chosen by its word in the scheme document;
/// a new one is one file and one line in <see cref="QuotaWords"/>.
/// </summary>
public abstract record Quota
{
    /// <summary>The word of the rule in the scheme document.</summary>
    public abstract string Word { get; }

    /// <summary>The places in a field of so many entries.</summary>
    public abstract Places Of(int field);

    /// <summary>What is wrong with the rule itself, as pairs of property and refusal.</summary>
    internal virtual IEnumerable<(string Property, Error Error)> Check() => [];

    /// <summary>Writes the rule's own properties; the word is there already.</summary>
    internal virtual void Write(Utf8JsonWriter json) { }
}

/// <summary>What a quota says about a field.</summary>
/// <param name="Kind">Whether there is a number at all.</param>
/// <param name="Count">The number; 0 unless limited.</param>
/// <param name="Exact">The number before it was rounded; null where nothing was rounded.</param>
public readonly record struct Places(PlacesKind Kind, int Count = 0, Fraction? Exact = null)
{
    /// <summary>So many.</summary>
    public static Places Of(int count, Fraction? exact = null) => new(PlacesKind.Limited, count, exact);
}

/// <summary>Whether a quota gives a number.</summary>
public enum PlacesKind
{
    /// <summary>So many places.</summary>
    Limited,
    /// <summary>As many as meet the conditions.</summary>
    Unlimited,
    /// <summary>The rule says nothing about a field of this size: people have to decide.</summary>
    Undefined,
}
