using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>The mean of all marks.</summary>
public sealed record PanelMean : PanelRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "mean";

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
        var mean = Fraction.Of(sum, values.Length * Score.Unit);
        worked?.Step(StepCodes.Mean, mean, values.Length);
        return mean;
    }
}
