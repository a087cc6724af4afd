using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Full points or the minimum: the mark is 1 (met) or 0 (not met). domain.md §2.6-7.</summary>
public sealed record Binary : SingleValueRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "binary";

    private static readonly MarkRange MetOrNot = MarkRange.Of(MarkUnit.Met, [Score.One, Score.Zero]);

    /// <inheritdoc/>
    public override AspectKind Kind => AspectKind.Measurement;

    /// <inheritdoc/>
    public override string Word => RuleWord;

    private protected override Outcome Points(AspectInput input, Score value)
    {
        var met = value > Score.Zero;
        var points = (met ? input.Aspect.Maximum ?? Score.One : input.Aspect.Minimum).ToFraction();
        input.Worked?.Step(met ? StepCodes.Met : StepCodes.NotMet, points);
        return Outcome.Of(points);
    }

    /// <inheritdoc/>
    public override MarkRange Marks(Aspect aspect) => MetOrNot;

    /// <inheritdoc/>
    public override MarkWorth Worth(Aspect aspect) =>
        new(aspect.Minimum, new((aspect.Maximum ?? Score.One).Millionths - aspect.Minimum.Millionths));

    internal override IReadOnlyList<Score>? Extremes(Aspect aspect) => Marks(aspect).Ends;

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme) =>
        RuleChecks.NeedsMaximum(aspect);
}
