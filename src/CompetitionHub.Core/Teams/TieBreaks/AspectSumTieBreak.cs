using System.Text.Json;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>The sum of one aspect over the entries that count, such as less total time of the three. domain.md §2.7.</summary>
public sealed record AspectSumTieBreak(string Key, TieBreakOrder Order) : TeamTieBreak
{
    /// <summary>The word in the document.</summary>
    public const string RuleWord = "aspect";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override IEnumerable<Fraction?> Keys(IReadOnlyList<TeamMember> counted)
    {
        // One entry without the value and the sum says nothing: less time is not better when a time is missing.
        var sum = counted.Aggregate((Fraction?)Fraction.Zero, (sum, member) => sum + member.Line.PointsOf(SchemeLevel.Aspect, Key));
        return [Order == TieBreakOrder.LowerFirst ? -sum : sum];
    }

    internal override IEnumerable<(string Property, Error Error)> Check(IReadOnlyDictionary<string, MarkingScheme> contests) => contests
        .Where(contest => !contest.Value.AllAspects().Any(aspect => aspect.Key == Key))
        .Select(contest => ("key", TeamsErrors.AspectUnknown(Key, contest.Key)));

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteString("key", Key);
        json.WriteString("order", SchemeWords.Of(SchemeWords.Orders, Order));
    }
}
