using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// The mean of so many marks that lie closest together. Of several such groups the one whose mean is nearest the median of all marks,
/// then the lower one.
/// </summary>
public sealed record ClosestMean(int Count) : PanelRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "closest_mean";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override int Needed => Math.Max(Count, 1);

    internal override Fraction? Aggregate(ReadOnlySpan<long> values, ReadOnlySpan<int> places, Span<MarkUse> uses, WorkedNote? worked)
    {
        Span<int> order = stackalloc int[values.Length];
        Sort(values, order);
        var twiceMedian = values[order[(values.Length - 1) / 2]] + values[order[values.Length / 2]];
        var (start, spread, distance, sum) = (0, long.MaxValue, long.MaxValue, 0L);
        for (var from = 0; from + Needed <= values.Length; from++)
        {
            long here = 0;
            for (var i = from; i < from + Needed; i++)
                here += values[order[i]];
            var wide = values[order[from + Needed - 1]] - values[order[from]];
            // The mean's distance from the median, in units of 1 ÷ twice the count.
            var away = Math.Abs((2 * here) - (Needed * twiceMedian));
            if ((wide, away).CompareTo((spread, distance)) < 0)
                (start, spread, distance, sum) = (from, wide, away, here);
        }
        for (var i = 0; i < order.Length; i++)
            uses[order[i]] = i < start ? MarkUse.DroppedLow : i >= start + Needed ? MarkUse.DroppedHigh : MarkUse.Counted;
        var mean = Fraction.Of(sum, Needed * Score.Unit);
        worked?.Step(StepCodes.ClosestMean, mean, Needed, values.Length);
        return mean;
    }

    internal override IEnumerable<(string Property, Error Error)> Check(MarkRange marks, int judges) =>
        Count < 1 || Count > judges ? [("count", SchemeErrors.TooFewJudgesFor(Count, judges))] : [];

    internal override void Write(Utf8JsonWriter json) => json.WriteNumber("count", Count);

    internal static ClosestMean Read(JsonObjectReader json) => new(json.Whole("count", 1, SchemeRules.MostJudges));
}
