using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>The entry's own total: the sum of three members' totals. domain.md §2.11.</summary>
public sealed record TeamTotalPoints : TeamPoints
{
    /// <summary>The word in the document.</summary>
    public const string RuleWord = "total";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override Fraction? Of(TeamMember member) => member.Line.Points;
}
