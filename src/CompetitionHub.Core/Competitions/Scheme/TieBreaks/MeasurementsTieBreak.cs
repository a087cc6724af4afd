using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Decides by the sum of all measured aspects: what nobody's taste has touched.</summary>
public sealed record MeasurementsTieBreak : TieBreak
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "measurements";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override IReadOnlyList<Func<EntryScores, Fraction?>> Compile(CompiledScheme scheme) => [scores => scores.Measurements];

    internal override Error? Check(MarkingScheme scheme) =>
        scheme.AllAspects().Any(aspect => aspect.Kind == AspectKind.Measurement) ? null : SchemeErrors.TieBreakNoMeasurement();

    internal override string Checked => "by";
}
