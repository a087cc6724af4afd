using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>The middle mark; of an even number the mean of the two in the middle. Recommended against single very low marks in domain.md §6-2.</summary>
public sealed record Median : PanelRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "median";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override int Needed => 1;

    internal override bool IsMonotone => true;

    internal override Fraction? Aggregate(ReadOnlySpan<long> values, ReadOnlySpan<int> places, Span<MarkUse> uses, WorkedNote? worked)
    {
        Span<int> order = stackalloc int[values.Length];
        Sort(values, order);
        var (low, high) = ((values.Length - 1) / 2, values.Length / 2);
        for (var i = 0; i < order.Length; i++)
            uses[order[i]] = i < low ? MarkUse.DroppedLow : i > high ? MarkUse.DroppedHigh : MarkUse.Counted;
        var median = Fraction.Of(values[order[low]] + values[order[high]], 2 * Score.Unit);
        worked?.Step(StepCodes.Median, median, values.Length);
        return median;
    }
}
