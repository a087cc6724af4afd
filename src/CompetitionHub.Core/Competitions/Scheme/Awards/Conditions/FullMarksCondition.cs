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
        Full(field.Scheme).Count(aspect => line.PointsOf(SchemeLevel.Aspect, aspect.Key) >= aspect.Points) >= Count;

    internal override IEnumerable<(string Property, Error Error)> Check(MarkingScheme scheme) =>
        Full(scheme).Count() < Count ? [("count", AwardRuleErrors.TooFewAspects(Count))] : [];

    internal override void Write(Utf8JsonWriter json) => json.WriteNumber("count", Count);

    // The aspects that have a perfect mark, and what it comes to after the factor and the rounding that all points of an aspect go through.
    private static IEnumerable<(string Key, Fraction Points)> Full(MarkingScheme scheme) =>
        from form in scheme.AllForms()
        from aspect in form.Aspects
        where aspect.Role == AspectRole.Points
        let full = SchemeRules.FullMarkOf(aspect, form.Judges)
        where full is not null
        select (aspect.Key, scheme.Rounding.Aspect?.Apply(full.Value) ?? full.Value);
}
