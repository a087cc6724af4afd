using CompetitionHub.Core.JudgeStatistics;

namespace CompetitionHub.Core.Tests.JudgeStatistics;

public sealed class IntraclassCorrelationTests
{
    /// <summary>Shrout &amp; Fleiss 1979, table 2: six entries, four judges; domain.md §6-7.</summary>
    private static readonly PanelMatrix Classic = Matrices.Of("9 2 5 8", "6 1 3 2", "8 4 6 8", "7 1 2 6", "10 5 6 9", "6 2 4 7");

    /// <summary>The six figures and the mean squares of domain.md §6-7.</summary>
    [Fact]
    public void Of_ShroutAndFleiss_GivesTheirFigures()
    {
        var icc = IntraclassCorrelation.Of(Classic, Classic.Complete());

        Assert.Equal(11.2417, icc.EntryMeanSquare!.Value, 4);
        Assert.Equal(32.4861, icc.JudgeMeanSquare!.Value, 4);
        Assert.Equal(1.0194, icc.ResidualMeanSquare!.Value, 4);
        Matrices.Is(.166, icc.OneWaySingle, 3);
        Matrices.Is(.290, icc.TwoWaySingle, 3);
        Matrices.Is(.715, icc.FixedSingle, 3);
        Matrices.Is(.443, icc.OneWayMean, 3);
        Matrices.Is(.620, icc.TwoWayMean, 3);
        Matrices.Is(.909, icc.FixedMean, 3);
    }

    /// <summary>Bands of Koo &amp; Li 2016; domain.md §6-7.</summary>
    [Theory]
    [InlineData(-0.2, AgreementBand.Poor)]
    [InlineData(0.4999, AgreementBand.Poor)]
    [InlineData(0.5, AgreementBand.Moderate)]
    [InlineData(0.75, AgreementBand.Good)]
    [InlineData(0.9, AgreementBand.Excellent)]
    public void Band_OfAFigure_IsThatOfKooAndLi(double correlation, AgreementBand band) => Assert.Equal(band, AgreementBands.Of(correlation));

    [Fact]
    public void Of_JudgesWhoAgreeInAllButLevel_IsOneForFixedJudgesOnly()
    {
        var matrix = Matrices.Of("8.1 8.3", "7.2 7.4", "6.5 6.7");
        var icc = IntraclassCorrelation.Of(matrix, matrix.Complete());

        Matrices.Is(1, icc.FixedSingle);
        Matrices.Is(1, icc.FixedMean);
        Assert.InRange(icc.TwoWaySingle.Value!.Value, 0.9, 0.99);
    }

    [Fact]
    public void Of_OneMarkMissing_UsesTheEntriesThatAllMarked()
    {
        var gap = Matrices.Of("9 2 5 8", "6 1 3 2", "8 4 6 8", "7 1 2 6", "10 5 6 9", "6 2 4 7", "5 5 - 5");
        Matrices.Is(.620, IntraclassCorrelation.Of(gap, gap.Complete()).TwoWayMean, 3);
    }

    [Fact]
    public void Of_OtherJudgesForOtherEntries_IsSaidOneWayOnly()
    {
        var rooms = Matrices.Of("8 8.5 - -", "6 6.5 - -", "- - 9 9", "- - 5 5.5");
        var icc = IntraclassCorrelation.Of(rooms, rooms.Complete());

        Matrices.CannotBeSaid(CannotSay.NothingInCommon, icc.TwoWayMean);
        // By hand: marks 8 8.5 6 6.5 9 9 5 5.5; MSB = 18.09375/3, MSW = 0.375/4.
        Matrices.Is(((18.09375 / 3) - (0.375 / 4)) / (18.09375 / 3), icc.OneWayMean);
    }

    [Theory]
    [InlineData("9 -", "8 -", "7 8")]
    [InlineData("9 7", "- 8", "8 -")]
    public void Of_OneJudgeOrEntryInCommon_IsSaidOneWayOnly(params string[] entries)
    {
        var matrix = Matrices.Of(entries);
        var icc = IntraclassCorrelation.Of(matrix, matrix.Complete());
        Assert.All([icc.TwoWaySingle, icc.TwoWayMean, icc.FixedSingle, icc.FixedMean], figure => Matrices.CannotBeSaid(CannotSay.NothingInCommon, figure));
        Assert.Null(icc.OneWaySingle.Why);
        Assert.Null(icc.EntryMeanSquare);
    }

    [Fact]
    public void Of_EntriesWithoutJudges_AreNoMarks() => Matrices.CannotBeSaid(CannotSay.NoMarks, IntraclassCorrelation.Of(new([[], []], 0), new([], 0)).TwoWayMean);

    [Fact] // by hand: grand mean 7; between 2·0.5² + 1² = 1.5, within 0.5; k0 = 3 − 5/3
    public void Of_EntriesWithDifferentlyManyMarks_CountsThemAsTheyAre()
    {
        foreach (var matrix in new[] { Matrices.Of("8 7", "6 -"), Matrices.Of("8 7", "- -", "6 -") })
        {
            var icc = IntraclassCorrelation.Of(matrix, matrix.Complete());
            Matrices.Is(1 / (1.5 + (0.5 / 3)), icc.OneWaySingle);
            Matrices.Is(1 / 1.5, icc.OneWayMean);
        }
    }

    [Theory]
    [InlineData(CannotSay.NoMarks)]
    [InlineData(CannotSay.OneJudge, "8", "7")]
    [InlineData(CannotSay.TooFewEntries, "8 7")]
    [InlineData(CannotSay.NothingInCommon, "8 -", "- 7")]
    [InlineData(CannotSay.NoSpread, "8 8", "8 8")]
    public void Of_MarksThatDoNotSuffice_SaysWhyOneWayToo(CannotSay why, params string[] entries)
    {
        var matrix = Matrices.Of(entries);
        Matrices.CannotBeSaid(why, IntraclassCorrelation.Of(matrix, matrix.Complete()).OneWaySingle);
    }

    [Theory]
    [InlineData(CannotSay.NoMarks)]
    [InlineData(CannotSay.OneJudge, "8", "7")]
    [InlineData(CannotSay.TooFewEntries, "8 7")]
    [InlineData(CannotSay.NoSpread, "8.1 8.1 8.1", "8.1 8.1 8.1")]
    [InlineData(CannotSay.NoSpread, "8.1 8.3", "8.1 8.3", "8.1 8.3")]
    [InlineData(CannotSay.NothingInCommon, "8 -", "- 7")]
    public void Of_MarksThatDoNotSuffice_SaysWhy(CannotSay why, params string[] entries)
    {
        var matrix = Matrices.Of(entries);
        var icc = IntraclassCorrelation.Of(matrix, matrix.Complete());
        Matrices.CannotBeSaid(why, icc.FixedMean);
    }
}
