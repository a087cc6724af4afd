using CompetitionHub.Core.JudgeStatistics;

namespace CompetitionHub.Core.Tests.JudgeStatistics;

public sealed class ConcordanceTests
{
    /// <summary>domain.md §6-6: ranks of three judges for four entries, S = 35, W = 420/540, χ² = 7.0 with 3 degrees of freedom.</summary>
    [Fact]
    public void Of_RanksWithoutTies_IsTheWorkedValue()
    {
        var matrix = Matrices.Of("1 2 1", "2 1 3", "3 3 2", "4 4 4");
        var found = Concordance.Of(matrix, matrix.Complete());

        Matrices.Is(420.0 / 540, found.W);
        Assert.Equal(7.0, found.ChiSquare!.Value, 9);
        Assert.Equal(3, found.DegreesOfFreedom);
    }

    /// <summary>domain.md §6-6, with J1 = 1, 2.5, 2.5, 4: S = 33.5, T = 6, W = 402/(540 − 18).</summary>
    [Fact]
    public void Of_RanksWithATie_IsCorrectedForIt()
    {
        var matrix = Matrices.Of("1 2 1", "2.5 1 3", "2.5 3 2", "4 4 4");
        Matrices.Is(402.0 / 522, Concordance.Of(matrix, matrix.Complete()).W);
    }

    /// <summary>domain.md §6-6: W = (1 + (k − 1)·mean ρ)/k, here with ρ = 0.8, 0.8, 0.4 of the first vector.</summary>
    [Fact]
    public void Of_NoEntryMarkedByAll_ComesFromThePairs()
    {
        var pairs = Matrices.Of(
            "1 2 -", "2 1 -", "3 3 -", "4 4 -",
            "1 - 1", "2 - 3", "3 - 2", "4 - 4",
            "- 2 1", "- 1 3", "- 3 2", "- 4 4");
        var found = Concordance.Of(pairs, pairs.Complete());

        Matrices.Is((1 + (2 * ((0.8 + 0.8 + 0.4) / 3))) / 3, found.W);
        Assert.Null(found.ChiSquare);
    }

    [Fact] // three entries are enough for a correlation of ranks: 0.5, 0.5 and −0.5
    public void Of_PairsWithThreeEntries_ComesFromThem()
    {
        var pairs = Matrices.Of("1 2 -", "2 1 -", "3 3 -", "1 - 1", "2 - 3", "3 - 2", "- 2 1", "- 1 3", "- 3 2");
        Matrices.Is((1 + (2 * (0.5 / 3))) / 3, Concordance.Of(pairs, pairs.Complete()).W);
    }

    [Theory]
    [InlineData("9 -", "8 -", "7 8")]
    [InlineData("9 7", "- 8", "8 -")]
    public void Of_OneJudgeOrEntryInCommon_CannotBeSaid(params string[] entries)
    {
        var matrix = Matrices.Of(entries);
        Matrices.CannotBeSaid(CannotSay.NothingInCommon, Concordance.Of(matrix, matrix.Complete()).W);
    }

    [Theory]
    [InlineData(CannotSay.NoMarks)]
    [InlineData(CannotSay.OneJudge, "8", "7")]
    [InlineData(CannotSay.TooFewEntries, "8 7")]
    [InlineData(CannotSay.NoSpread, "8 8", "8 8", "8 8")]
    [InlineData(CannotSay.NothingInCommon, "8 -", "- 7")]
    public void Of_MarksThatDoNotSuffice_SaysWhy(CannotSay why, params string[] entries)
    {
        var matrix = Matrices.Of(entries);
        Matrices.CannotBeSaid(why, Concordance.Of(matrix, matrix.Complete()).W);
    }

    [Fact]
    public void Of_EntriesWithoutJudges_AreNoMarks() => Matrices.CannotBeSaid(CannotSay.NoMarks, Concordance.Of(new([[], []], 0), new([], 0)).W);

    [Fact]
    public void Of_AnyPanel_LiesBetweenNothingAndOne()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var matrix = Matrices.Random(random, random.Next(2, 12), random.Next(2, 7));
            if (Concordance.Of(matrix, matrix).W.Value is { } w)
            {
                Assert.InRange(w, -1e-9, 1 + 1e-9);
            }
        }
    }
}
