using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>A measurement that is recorded in points.</summary>
public sealed record DirectPoints : SingleValueRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "points";

    /// <inheritdoc/>
    public override AspectKind Kind => AspectKind.Measurement;

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override IReadOnlyList<Score>? Extremes(Aspect aspect) => Marks(aspect).Ends;

    /// <inheritdoc/>
    public override MarkWorth Worth(Aspect aspect) => MarkWorth.Itself;

    private protected override Outcome Points(AspectInput input, Score value) => Outcome.Of(value.ToFraction());
}
