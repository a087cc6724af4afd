using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>Makes a whole of its parts. Parts that nothing counts of are not there; a whole of such parts has nothing either.</summary>
internal struct PartGather(Whole whole, WorkedNote? worked)
{
    private readonly List<(Fraction Points, string Key)>? all = whole.Combine is Combination.Highest or Combination.Lowest ? [] : null;
    private readonly List<string>? failed = worked is null ? null : [];
    private Fraction sum;
    private int values;
    private int failures;

    /// <summary>Adds a part, or takes it away as a penalty.</summary>
    public void Add(Outcome part, string key, AspectRole role = AspectRole.Points)
    {
        if (part.IsNoResult)
        {
            failures++;
            failed?.Add(key);
        }
        if (part.Points is not { } points)
            return;
        values++;
        all?.Add((points, key));
        if (role == AspectRole.Penalty)
            worked?.Step(StepCodes.Penalty, -points, key);
        else if (role == AspectRole.Bonus)
            worked?.Step(StepCodes.Bonus, points, key);
        sum += role == AspectRole.Penalty ? -points : points;
    }

    /// <summary>Adds a part with its weight.</summary>
    public void Add(Outcome part, PartWeight? weight, string key)
    {
        if (weight is null || part.Points is not { } value)
        {
            Add(part, key);
            return;
        }
        if (weight.Multiplier is not { } multiplier)
            return;
        var share = value * multiplier;
        worked?.Step(StepCodes.Weighted, share, key, weight.Weight, value, weight.PartFull!.Value, weight.WholeFull!.Value);
        Add(Outcome.Of(share), key);
    }

    /// <summary>What the parts make, within floor and cap, not yet rounded.</summary>
    public readonly Outcome Close()
    {
        // Of attempts that all failed none is the best, whatever a failed part counts elsewhere.
        if (values == 0 && (failures == 0 || all is not null || !whole.NoResultIsZero))
            return failures > 0 ? Failed(failed) : Outcome.None;
        if (failures > 0)
        {
            // Of several attempts the failed ones are only not the best.
            if (all is null && !whole.NoResultIsZero)
                return Failed(failed);
            worked?.Step(all is null ? StepCodes.NoResultIsZero : StepCodes.NoResultLeftOut, null, failures);
        }
        return Outcome.Of(Limit(Combined()));
    }

    /// <summary>An outcome that came about in another way than by the parts, within floor and cap.</summary>
    public readonly Outcome Close(Outcome other) => other.IsNoResult ? Failed(null) : other.Points is { } points ? Outcome.Of(Limit(points)) : other;

    private readonly Fraction Combined()
    {
        var parts = values + (all is null ? failures : 0);
        switch (whole.Combine)
        {
            case Combination.Highest or Combination.Lowest when values > 0:
                return Best();
            case Combination.Mean:
                var mean = sum / Fraction.Of(parts);
                if (parts > 1)
                    worked?.Step(StepCodes.MeanOfParts, mean, parts);
                return mean;
            default:
                if (parts > 1)
                    worked?.Step(StepCodes.Sum, sum, parts);
                return sum;
        }
    }

    private readonly Fraction Best()
    {
        var direction = whole.Combine == Combination.Highest ? -1 : 1;
        // A stable order: of equal parts the first counts.
        var best = all!.Select((part, place) => (part, place))
            .OrderBy(row => row, Comparer<((Fraction Points, string Key) Part, int Place)>.Create((left, right) =>
                left.Part.Points.CompareTo(right.Part.Points) is var order && order != 0 ? order * direction : left.Place.CompareTo(right.Place)))
            .Take(whole.Count).OrderBy(row => row.place).Select(row => row.part).ToList();
        var total = Fraction.Zero;
        foreach (var (points, _) in best)
            total += points;
        if (values > 1)
            worked?.Step(whole.Combine == Combination.Highest ? StepCodes.Highest : StepCodes.Lowest, total, best.Count, values, string.Join(", ", best.Select(part => part.Key)));
        return total;
    }

    private readonly Fraction Limit(Fraction points)
    {
        if (whole.Floor is { } floor && points < floor.ToFraction())
        {
            points = floor.ToFraction();
            worked?.Step(StepCodes.NotBelow, points, floor);
        }
        if (whole.Cap is { } cap && points > cap.ToFraction())
        {
            points = cap.ToFraction();
            worked?.Step(StepCodes.NotAbove, points, cap);
        }
        return points;
    }

    // What a whole passes on of its only part needs no words.
    private readonly Outcome Failed(List<string>? parts)
    {
        if (parts is not null && values + failures > 1)
            worked!.Step(StepCodes.NoResult, null, string.Join(", ", parts));
        worked?.Fail();
        return Outcome.NoResult;
    }
}
