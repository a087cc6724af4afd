using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>The mean after dropping so many highest and lowest marks; of equal marks only one is dropped. domain.md §2.6-2.</summary>
public sealed record TrimmedMean(int DropHigh, int DropLow) : PanelRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "trimmed_mean";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override int Needed => DropHigh + DropLow + 1;

    internal override bool IsMonotone => true;

    internal override Fraction? Aggregate(ReadOnlySpan<long> values, ReadOnlySpan<int> places, Span<MarkUse> uses, WorkedNote? worked)
    {
        long sum = 0;
        foreach (var value in values)
            sum += value;
        for (var i = 0; i < DropHigh; i++)
            sum -= Drop(values, uses, MarkUse.DroppedHigh, 1);
        for (var i = 0; i < DropLow; i++)
            sum -= Drop(values, uses, MarkUse.DroppedLow, -1);
        var left = values.Length - DropHigh - DropLow;
        var mean = Fraction.Of(sum, left * Score.Unit);
        worked?.Step(StepCodes.TrimmedMean, mean, left, DropHigh, DropLow);
        return mean;
    }

    internal override IEnumerable<(string Property, Error Error)> Check(MarkRange marks, int judges)
    {
        if (DropHigh < 0)
            yield return ("drop_high", SchemeErrors.NotPositive());
        if (DropLow < 0)
            yield return ("drop_low", SchemeErrors.NotPositive());
        if (judges < Needed)
            yield return ("drop_high", SchemeErrors.TooFewJudgesToTrim(DropHigh, DropLow, judges));
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("drop_high", DropHigh);
        json.WriteNumber("drop_low", DropLow);
    }

    internal static TrimmedMean Read(JsonObjectReader json) => new(json.Whole("drop_high", 0, 98), json.Whole("drop_low", 0, 98));

    // Panels are small: a scan per dropped mark is faster than sorting, and allocates nothing.
    private static long Drop(ReadOnlySpan<long> values, Span<MarkUse> uses, MarkUse use, int direction)
    {
        var found = -1;
        for (var i = 0; i < values.Length; i++)
        {
            if (uses[i] == MarkUse.Counted && (found < 0 || values[i].CompareTo(values[found]) * direction > 0))
                found = i;
        }
        uses[found] = use;
        return values[found];
    }
}
