using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>
/// More of the better individual ranks: the best rank of each, then the next best, and so on; who has one more is ahead. domain.md §2.7: "more high
/// individual ranks".
/// </summary>
public sealed record BetterRanksTieBreak : TeamTieBreak
{
    /// <summary>The word in the document.</summary>
    public const string RuleWord = "better_ranks";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override IEnumerable<Fraction?> Keys(IReadOnlyList<TeamMember> counted) =>
        counted.Select(member => member.Line.Rank).OfType<int>().Order().Select(rank => (Fraction?)-Fraction.Of(rank));
}
