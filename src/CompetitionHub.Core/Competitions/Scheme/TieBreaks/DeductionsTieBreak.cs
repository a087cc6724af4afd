using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Decides by the sum of all penalties; usually fewer are better.</summary>
public sealed record DeductionsTieBreak : TieBreak
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "deductions";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override IReadOnlyList<Func<EntryScores, Fraction?>> Compile(CompiledScheme scheme) =>
        [scores => scores.Deductions];

    internal override Error? Check(MarkingScheme scheme) =>
        scheme.AllAspects().Any(aspect => aspect.Role == AspectRole.Penalty) ? null : SchemeErrors.TieBreakNoPenalty();

    internal override string Checked => "by";
}
