using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Not less than, not more than; one of the two at least.</summary>
public sealed record Limits(Score? AtLeast, Score? AtMost)
{
    /// <summary>True for a value within the limits; nothing is within none.</summary>
    public bool Hold(Fraction? value) => value is { } there && !(there < AtLeast?.ToFraction()) && !(there > AtMost?.ToFraction());

    internal IEnumerable<(string Property, Error Error)> Check()
    {
        if (AtLeast is null && AtMost is null)
            yield return ("at_least", AwardRuleErrors.NoLimit());
        else if (AtLeast > AtMost)
            yield return ("at_most", AwardRuleErrors.LimitsCross(AtLeast!.Value, AtMost!.Value));
    }

    // A bonus may lift somebody above it, so that it is no contradiction.
    internal IEnumerable<(string Property, Error Error)> Advise(Fraction? full) =>
        full is { } perfect && AtLeast is { } least && least.ToFraction() > perfect ? [("at_least", AwardRuleErrors.AboveFullMark(ScoreText.Format(perfect)))] : [];

    internal void Write(Utf8JsonWriter json)
    {
        if (AtLeast is { } least)
            json.WriteScore("at_least", least);
        if (AtMost is { } most)
            json.WriteScore("at_most", most);
    }

    internal static Limits Read(JsonObjectReader json) => new(json.OptionalScore("at_least"), json.OptionalScore("at_most"));
}
