using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>The entry's scale points, so that contests of different difficulty weigh the same. domain.md §5.4, member reports 4 and 5.</summary>
public sealed record TeamScalePoints : TeamPoints
{
    /// <summary>The word in the document.</summary>
    public const string RuleWord = "scale";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override Fraction? Of(TeamMember member) => member.Line.Scale;

    internal override IEnumerable<(string Property, Error Error)> Check(IReadOnlyDictionary<string, MarkingScheme> contests) =>
        contests.Where(contest => contest.Value.Scale is null).Select(contest => ("kind", TeamsErrors.ContestWithoutScale(contest.Key)));
}
