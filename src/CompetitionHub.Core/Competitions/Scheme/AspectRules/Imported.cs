using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Points that come from elsewhere (a theory paper, a machine); with a negative minimum also deductions.</summary>
public sealed record Imported : SingleValueRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "imported";

    /// <inheritdoc/>
    public override AspectKind Kind => AspectKind.Imported;

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override IReadOnlyList<Score>? Extremes(Aspect aspect) => Marks(aspect).Ends;

    /// <inheritdoc/>
    public override MarkWorth Worth(Aspect aspect) => MarkWorth.Itself;

    private protected override Outcome Points(AspectInput input, Score value) => Outcome.Of(value.ToFraction());
}
