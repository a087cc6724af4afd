using System.Text.Json;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Full marks on at least so many aspects: the honourable mention of a mathematical olympiad is "no medal, but one problem solved completely".</summary>
public sealed record FullMarksCondition(int Count) : AwardCondition
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "full_marks";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override bool NeedsParts => true;

    /// <inheritdoc/>
    public override bool IsMet(FieldLine line, ContestField field) =>
        field.Scheme.AllAspects().Count(aspect => Full(aspect, field.Scheme) is { } full && line.PointsOf(SchemeLevel.Aspect, aspect.Key) >= full) >= Count;

    internal override IEnumerable<(string Property, Error Error)> Check(MarkingScheme scheme) =>
        scheme.AllAspects().Count(aspect => Full(aspect, scheme) is not null) < Count ? [("count", AwardRuleErrors.TooFewAspects(Count))] : [];

    internal override void Write(Utf8JsonWriter json) => json.WriteNumber("count", Count);

    // What a perfect mark comes to after the factor and the rounding that all points of the aspect go through.
    private static Fraction? Full(Aspect aspect, MarkingScheme scheme) =>
        aspect.Role == AspectRole.Points && SchemeRules.FullMarkOf(aspect) is { } full ? scheme.Rounding.Aspect?.Apply(full) ?? full : null;
}
