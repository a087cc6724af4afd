using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Decides by what a committee put on record with its reason; entries it did not name have nothing to compare.</summary>
public sealed record CommitteeTieBreak : TieBreak
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "committee";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override TieBreakOrder Direction => TieBreakOrder.LowerFirst;

    internal override IReadOnlyList<Func<EntryScores, Fraction?>> Compile(CompiledScheme scheme) =>
        [scores => scores.Decision.Position];
}
