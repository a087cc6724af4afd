using System.Text.Json;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>What decides between delegations with equal points. One small class per comparator, chosen by its word in the document.</summary>
public abstract record TeamTieBreak
{
    /// <summary>The word of the comparator in the document.</summary>
    public abstract string Word { get; }

    /// <summary>What it compares of the entries that count, more being better; a missing key is behind every value.</summary>
    public abstract IEnumerable<Fraction?> Keys(IReadOnlyList<TeamMember> counted);

    /// <summary>What is wrong with it for these contests, as pairs of property and refusal.</summary>
    internal virtual IEnumerable<(string Property, Error Error)> Check(IReadOnlyDictionary<string, MarkingScheme> contests) => [];

    /// <summary>Writes the comparator's own properties; the word is there already.</summary>
    internal virtual void Write(Utf8JsonWriter json) { }
}

/// <summary>All comparators by their word in the document.</summary>
public static class TeamTieBreakWords
{
    private static readonly Dictionary<string, Func<JsonObjectReader, TeamTieBreak>> Readers = new(StringComparer.Ordinal)
    {
        [BetterRanksTieBreak.RuleWord] = _ => new BetterRanksTieBreak(),
        [AspectSumTieBreak.RuleWord] = json =>
            new AspectSumTieBreak(json.Text("key"), json.Word("order", SchemeWords.Orders, TieBreakOrder.HigherFirst)),
    };

    /// <summary>The words.</summary>
    public static IReadOnlyCollection<string> All => Readers.Keys;

    internal static TeamTieBreak Read(JsonObjectReader json)
    {
        var tieBreak = json.Choice("by", Readers) is { } read ? read(json) : new BetterRanksTieBreak();
        json.Done();
        return tieBreak;
    }
}
