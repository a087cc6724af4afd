using CompetitionHub.Core.JudgeStatistics;

namespace CompetitionHub.Core.Tests.JudgeStatistics;

public sealed class HaloTests
{
    [Fact]
    public void Of_ManyAspects_IsTheMeanOfAllPairs()
    {
        var random = new Random(11);
        for (var run = 0; run < 100; run++)
        {
            var aspects = random.Next(2, 7);
            var rows = Enumerable.Range(0, random.Next(3, 30)).Select(_ => Enumerable.Range(0, aspects).Select(_ => (double?)random.Next(100)).ToArray()).ToList();
            var pairs = from left in Enumerable.Range(0, aspects)
                        from right in Enumerable.Range(left + 1, aspects - left - 1)
                        select Moments.Correlation(rows.ConvertAll(row => row[left]!.Value), rows.ConvertAll(row => row[right]!.Value)).Value!.Value;
            Matrices.Is(pairs.Average(), Halo.Of(rows, aspects), 8);
        }
    }

    [Fact]
    public void Of_OneImpressionForEverything_IsOne() => Matrices.Is(1, Halo.Of([[1, 10, 100], [2, 20, 200], [4, 40, 400]], 3));

    [Fact]
    public void Of_AnAspectThatIsTheSameForAll_LeavesItOut() => Matrices.Is(-1, Halo.Of([[1, 5, 3], [2, 5, 2], [3, 5, 1]], 3));

    [Fact]
    public void Of_MarksThatDoNotSuffice_SaysWhy()
    {
        Matrices.CannotBeSaid(CannotSay.OneAspect, Halo.Of([[1], [2], [3]], 1));
        Matrices.CannotBeSaid(CannotSay.TooFewEntries, Halo.Of([[1, 2], [2, 1], [3, null]], 2));
        Matrices.CannotBeSaid(CannotSay.NoSpread, Halo.Of([[1, 8], [2, 8], [3, 8]], 2));
    }
}
