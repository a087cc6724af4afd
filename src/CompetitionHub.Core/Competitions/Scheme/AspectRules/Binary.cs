using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Full points or the minimum: the mark is 1 (met) or 0 (not met). domain.md §2.6-7.</summary>
public sealed record Binary : SingleValueRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "binary";

    /// <inheritdoc/>
    public override AspectKind Kind => AspectKind.Measurement;

    /// <inheritdoc/>
    public override string Word => RuleWord;

    private protected override Fraction Points(Aspect aspect, Score value, WorkedNote? worked)
    {
        var met = value > Score.Zero;
        var points = (met ? aspect.Maximum ?? Score.One : aspect.Minimum).ToFraction();
        worked?.Step(met ? StepCodes.Met : StepCodes.NotMet, points);
        return points;
    }

    internal override Error? CheckValue(Aspect aspect, Score value) =>
        value == Score.Zero || value == Score.One ? null : MarkErrors.NotBinary();

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, int judges) =>
        aspect.Maximum is null ? [("maximum", SchemeErrors.MaximumNeeded())] : [];
}
