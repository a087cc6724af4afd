using System.Text.Json;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Points within limits: of the total, or of the last stage where that ranks.</summary>
public sealed record TotalCondition(Limits Limits) : AwardCondition
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "total";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override bool IsMet(FieldLine line, ContestField field) => Limits.Hold(line.Points);

    internal override Foresight Foresee(FieldLine line, ContestField field, Outlook outlook)
    {
        if (line.Bounds is not { } bounds)
            return Foresight.Open;
        if (bounds.High < Limits.AtLeast?.ToFraction() || bounds.Low > Limits.AtMost?.ToFraction())
            return Foresight.Impossible;
        return Limits.Hold(bounds.Low) && Limits.Hold(bounds.High) ? Foresight.Sure : Foresight.Open;
    }

    internal override IEnumerable<(string Property, Error Error)> Check(MarkingScheme scheme) => Limits.Check();

    internal override IEnumerable<(string Property, Error Error)> Advise(MarkingScheme scheme) => Limits.Advise(SchemeRules.FullMarkOf(scheme));

    internal override void Write(Utf8JsonWriter json) => Limits.Write(json);
}
