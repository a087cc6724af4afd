using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>Ranks of values in a field, equals sharing a rank: 1-2-2-4.</summary>
internal static class FieldRank
{
    /// <summary>One more than there are better values among those that ascend.</summary>
    public static int Of(Score value, Score[] field, TieBreakOrder better) =>
        1 + (better == TieBreakOrder.LowerFirst ? Below(field, value) : field.Length - Below(field, new Score(value.Millionths + 1)));

    // How many are smaller than the bound.
    private static int Below(Score[] field, Score bound)
    {
        var (low, high) = (0, field.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (field[middle] < bound)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
