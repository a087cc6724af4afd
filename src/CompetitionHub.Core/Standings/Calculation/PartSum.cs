using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>Adds the parts of a whole, weighted or not; parts without points are not zeros, and a whole of such parts has none.</summary>
internal struct PartSum(WorkedNote? worked)
{
    private Fraction sum;
    private int parts;

    public void Add(Fraction? points)
    {
        if (points is not { } value)
            return;
        sum += value;
        parts++;
    }

    public void Add(Fraction? points, PartWeight? weight, string key)
    {
        if (weight is null || points is not { } value)
        {
            Add(points);
            return;
        }
        if (weight.Multiplier is not { } multiplier)
            return;
        var share = value * multiplier;
        worked?.Step(StepCodes.Weighted, share, key, weight.Weight, value, weight.PartFull!.Value, weight.WholeFull!.Value);
        Add(share);
    }

    public readonly Fraction? Close(RoundingRule? rounding)
    {
        if (parts == 0)
            return null;
        if (parts > 1)
            worked?.Step(StepCodes.Sum, sum, parts);
        var result = WorkedNote.Round(sum, rounding, worked);
        worked?.Close(result);
        return result;
    }
}
