using System.Text.Json;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Scale points within limits, such as 700 for a medallion for excellence. domain.md §5.4.</summary>
public sealed record ScaleCondition(Limits Limits) : AwardCondition
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "scale";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override bool IsMet(FieldLine line, ContestField field) => Limits.Hold(line.Scale);

    // The scale of one moves with the marks of all others.
    internal override Foresight Foresee(FieldLine line, ContestField field, Outlook outlook) =>
        field.IsComplete ? base.Foresee(line, field, outlook) : Foresight.Open;

    internal override IEnumerable<(string Property, Error Error)> Check(MarkingScheme scheme) =>
        scheme.Scale is not { } scale ? [("by", AwardRuleErrors.NoScale())]
        : Limits.AtLeast > scale.Maximum ? [("at_least", AwardRuleErrors.OffScale(scale.Minimum, scale.Maximum))]
        : Limits.AtMost < scale.Minimum ? [("at_most", AwardRuleErrors.OffScale(scale.Minimum, scale.Maximum))]
        : Limits.Check();

    internal override void Write(Utf8JsonWriter json) => Limits.Write(json);
}
