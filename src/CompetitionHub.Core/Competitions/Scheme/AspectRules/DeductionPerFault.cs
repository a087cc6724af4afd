using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>The mark is a number of faults; points are max(minimum, maximum − faults · per fault). domain.md §2.6-5.</summary>
public sealed record DeductionPerFault(Score PerFault) : SingleValueRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "deduction_per_fault";

    /// <summary>The most faults that can be recorded.</summary>
    public const int MostFaults = 100_000;

    /// <inheritdoc/>
    public override AspectKind Kind => AspectKind.Measurement;

    /// <inheritdoc/>
    public override string Word => RuleWord;

    private protected override Outcome Points(AspectInput input, Score value)
    {
        var (aspect, worked) = (input.Aspect, input.Worked);
        var maximum = (aspect.Maximum ?? Score.Zero).ToFraction();
        var left = maximum - (value.ToFraction() * PerFault.ToFraction());
        worked?.Step(StepCodes.Faults, left, maximum, value, PerFault);
        var floor = aspect.Minimum.ToFraction();
        if (left >= floor)
            return Outcome.Of(left);
        worked?.Step(StepCodes.NotBelow, floor, aspect.Minimum);
        return Outcome.Of(floor);
    }

    /// <inheritdoc/>
    public override MarkRange Marks(Aspect aspect) => MarkRange.Count(MarkUnit.Faults, MostFaults);

    /// <inheritdoc/>
    public override MarkWorth Worth(Aspect aspect) => new(aspect.Maximum ?? Score.Zero, new(-PerFault.Millionths), Floor: aspect.Minimum);

    internal override IReadOnlyList<Score>? Extremes(Aspect aspect) => Marks(aspect).Ends;

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme) =>
        [.. RuleChecks.NeedsMaximum(aspect), .. RuleChecks.Positive("rule.per_fault", PerFault)];

    internal override void Write(Utf8JsonWriter json) => json.WriteScore("per_fault", PerFault);

    internal static DeductionPerFault Read(JsonObjectReader json) => new(json.Score("per_fault"));
}
