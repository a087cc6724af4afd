using System.Text.Json;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>
/// What an entry brings its delegation. One small class per rule, chosen by its word in the document; a new one is one file and one line in
/// <see cref="TeamPointsWords"/>.
/// </summary>
public abstract record TeamPoints
{
    /// <summary>The word of the rule in the document.</summary>
    public abstract string Word { get; }

    /// <summary>The points of a ranked entry; null when it brings nothing that could count.</summary>
    public abstract Fraction? Of(TeamMember member);

    /// <summary>What is wrong with the rule for these contests, as pairs of property and refusal.</summary>
    internal virtual IEnumerable<(string Property, Error Error)> Check(IReadOnlyDictionary<string, MarkingScheme> contests) => [];

    /// <summary>Writes the rule's own properties; the word is there already.</summary>
    internal virtual void Write(Utf8JsonWriter json) { }
}

/// <summary>All rules by their word in the document.</summary>
public static class TeamPointsWords
{
    private static readonly Dictionary<string, Func<JsonObjectReader, TeamPoints>> Readers = new(StringComparer.Ordinal)
    {
        [TeamTotalPoints.RuleWord] = _ => new TeamTotalPoints(),
        [TeamScalePoints.RuleWord] = _ => new TeamScalePoints(),
        [TeamRankPoints.RuleWord] = TeamRankPoints.Read,
        [TeamAwardPoints.RuleWord] = TeamAwardPoints.Read,
    };

    /// <summary>The words.</summary>
    public static IReadOnlyCollection<string> All => Readers.Keys;

    internal static TeamPoints Read(JsonObjectReader json)
    {
        var rule = json.Choice("kind", Readers) is { } read ? read(json) : new TeamTotalPoints();
        json.Done();
        return rule;
    }
}
