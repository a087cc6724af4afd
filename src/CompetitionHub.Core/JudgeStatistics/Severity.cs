namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>
/// How many points higher (+) or lower (−) each judge marks than the other judges on the same entries. Least squares of x = μ + entry + judge,
/// each judge against the mean of the others; where everybody marked everything this is the leave-one-out bias mean(x_ij − mean of the
/// others' x_i) (domain.md §6-4). Judges are compared within groups connected by entries in common: two rooms without one cannot be.
/// </summary>
internal static class Severity
{
    /// <summary>One figure per judge, and into how many groups the judges fall.</summary>
    public static (Statistic[] Judges, int Groups) Of(PanelMatrix matrix)
    {
        var shared = Enumerable.Range(0, matrix.Entries).Select(matrix.Entry).Where(row => row.Count(value => value is not null) > 1).ToList();
        var group = Groups(shared, matrix.Judges);
        var sizes = group.Where(g => g >= 0).GroupBy(g => g).ToDictionary(g => g.Key, g => g.Count());
        var bias = Solve(shared, group);
        var why = matrix.Judges < 2 ? CannotSay.OneJudge : CannotSay.NothingInCommon;
        // Biases of a group sum to zero, so the mean of the others is −b/(m − 1).
        return ([.. bias.Select((b, judge) => group[judge] < 0 ? Statistic.None(why) : Statistic.Of(b * sizes[group[judge]] / (sizes[group[judge]] - 1)))], sizes.Count);
    }

    private static int[] Groups(List<IReadOnlyList<double?>> shared, int judges)
    {
        var group = new int[judges];
        Array.Fill(group, -1);
        foreach (var row in shared)
        {
            var here = Enumerable.Range(0, judges).Where(judge => row[judge] is not null).ToList();
            var known = here.Select(judge => group[judge]).Where(g => g >= 0).Distinct().ToHashSet();
            for (var judge = 0; judge < judges; judge++)
            {
                if (known.Contains(group[judge]))
                    group[judge] = here[0];
            }
            foreach (var judge in here)
                group[judge] = here[0];
        }
        return group;
    }

    // The normal equations after the entries were eliminated. Each row and column sums to zero within a group; adding one to all of a
    // group's fields makes them solvable, and the solution is the one whose biases sum to zero.
    private static double[] Solve(List<IReadOnlyList<double?>> shared, int[] group)
    {
        var judges = group.Length;
        var left = new double[judges, judges];
        var right = new double[judges];
        for (var j = 0; j < judges; j++)
        {
            for (var k = 0; k < judges; k++)
                left[j, k] = group[j] < 0 ? (j == k ? 1 : 0) : group[j] == group[k] ? 1 : 0;
        }
        foreach (var row in shared)
        {
            var here = Enumerable.Range(0, judges).Where(judge => row[judge] is not null).ToArray();
            var mean = Moments.Mean([.. row.OfType<double>()]);
            foreach (var j in here)
            {
                left[j, j] += 1;
                right[j] += row[j]!.Value - mean;
                foreach (var k in here)
                    left[j, k] -= 1.0 / here.Length;
            }
        }
        return Eliminate(left, right);
    }

    private static double[] Eliminate(double[,] left, double[] right)
    {
        var size = right.Length;
        for (var pivot = 0; pivot < size; pivot++)
        {
            // Symmetric and positive definite: the diagonal needs no exchange of rows.
            for (var row = pivot + 1; row < size; row++)
            {
                var factor = left[row, pivot] / left[pivot, pivot];
                for (var column = pivot; column < size; column++)
                    left[row, column] -= factor * left[pivot, column];
                right[row] -= factor * right[pivot];
            }
        }
        for (var row = size - 1; row >= 0; row--)
        {
            for (var column = row + 1; column < size; column++)
                right[row] -= left[row, column] * right[column];
            right[row] /= left[row, row];
        }
        return right;
    }
}
