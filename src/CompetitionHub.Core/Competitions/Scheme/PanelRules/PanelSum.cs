using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>The sum of all marks; with an absent judge it is smaller, so that a minimum number of judges belongs to it.</summary>
public sealed record PanelSum : PanelRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "sum";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override int Needed => 1;

    internal override bool IsMonotone => true;

    internal override Fraction? Aggregate(ReadOnlySpan<long> values, ReadOnlySpan<int> places, Span<MarkUse> uses, WorkedNote? worked)
    {
        long sum = 0;
        foreach (var value in values)
            sum += value;
        var points = Fraction.Of(sum, Score.Unit);
        worked?.Step(StepCodes.SumOfMarks, points, values.Length);
        return points;
    }

    internal override Fraction? Most(Fraction? mark, int judges) => mark * Fraction.Of(judges);
}
