using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>A rule that turns a measured value, in a unit of its own, into points; the aspect's step, if any, is the step of the value.</summary>
public abstract record ValueRule : SingleValueRule
{
    /// <summary>The largest value that can be recorded; null for no limit.</summary>
    public Score? ValueMax { get; init; }

    /// <inheritdoc/>
    public override AspectKind Kind => AspectKind.Measurement;

    /// <summary>The smallest value that can be recorded; null where it may be negative without limit.</summary>
    private protected virtual Score? Least(Aspect aspect) => Score.Zero;

    /// <inheritdoc/>
    public override MarkRange Marks(Aspect aspect) => new(MarkUnit.Value) { Minimum = Least(aspect), Maximum = ValueMax, Step = aspect.Step };

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme) =>
    [
        .. RuleChecks.OwnLimits(aspect, MostPoints(aspect, form.Judges)),
        .. ValueMax is { } most ? RuleChecks.Positive("rule.value_max", most) : [],
    ];

    internal override void Write(Utf8JsonWriter json) => json.WriteOptional("value_max", ValueMax);

    private protected static Score? ReadMax(JsonObjectReader json) => json.OptionalScore("value_max");

    /// <summary>A time that is divided by cannot be zero.</summary>
    private protected static Score MoreThanZero(Aspect aspect) => aspect.Step is { Millionths: > 0 } step ? step : new Score(1);
}
