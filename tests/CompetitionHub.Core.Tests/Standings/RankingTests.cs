using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Tests.Shared;
using FsCheck.Fluent;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

public sealed class RankingTests
{
    private static readonly CompiledScheme Plain = CompiledScheme.Compile(new MarkingScheme());

    [Fact]
    public void Rank_Equals_ShareAndSkip()
    {
        var ranked = Ranking.Rank(["80", "90", "80", "70"], text => [Fraction.Parse(text)]);
        Assert.Equal([1, 2, 2, 4], ranked.Select(row => row.Rank));
        Assert.Equal([false, true, true, false], ranked.Select(row => row.Shared));
        Assert.Equal([null, 0, null, 0], ranked.Select(row => row.DecidedBy));
    }

    [Fact]
    public void Rank_ValuesThatPrintTheSame_AreNotTies()
    {
        var ranked = Ranking.Rank(["333333/1000000", "1/3"], text => [Fraction.Parse(text)]);
        Assert.Equal(["1/3", "333333/1000000"], ranked.Select(row => row.Item));
        Assert.Equal(2, ranked[1].Rank);
    }

    [Fact]
    public void Rank_MissingKey_IsBehindEveryValue()
    {
        var ranked = Ranking.Rank<Fraction?>([null, Fraction.Of(-5), Fraction.Zero], value => [Fraction.One, value]);
        Assert.Equal([Fraction.Zero, Fraction.Of(-5), null], ranked.Select(row => row.Item));
        Assert.Equal([null, 1, 1], ranked.Select(row => row.DecidedBy));
    }

    [Theory]
    [InlineData("module", TieBreakOrder.HigherFirst, "x")]
    [InlineData("module", TieBreakOrder.LowerFirst, "y")]
    [InlineData("form", TieBreakOrder.HigherFirst, "x")]
    [InlineData("stage", TieBreakOrder.HigherFirst, null)]
    [InlineData("measurements", TieBreakOrder.HigherFirst, "y")]
    public void TieBreak_EqualTotals_DecidesByItsPart(string by, TieBreakOrder order, string? winner)
    {
        TieBreak tieBreak = by switch
        {
            "module" => new ModuleTieBreak("a"),
            "form" => new FormTieBreak("fa"),
            "stage" => new StageTieBreak("final"),
            _ => new MeasurementsTieBreak(),
        };
        var scheme = CompiledScheme.Compile(
            Scheme(Module("a", Form("fa", 1, Panel("p"))), Module("b", Form("fb", 1, Aspect("q", new DirectPoints()))))
                with { TieBreaks = [tieBreak with { Order = order }] });
        var ranked = Ranking.Rank(
            [("x", Result(scheme, "8", "5")), ("y", Result(scheme, "5", "8"))], row => row.Item2.Keys);
        Assert.Equal(winner is null ? [1, 1] : [1, 2], ranked.Select(row => row.Rank));
        if (winner is not null)
        {
            Assert.Equal(winner, ranked[0].Item.Item1);
            Assert.Equal(1, ranked[1].DecidedBy);
        }
    }

    [Fact]
    public void BoardOrder_States_ComeAfterTheRanked()
    {
        var places = BoardOrder.Of(
        [
            Line("W", EntryStatus.Withdrawn, "100/1"), Line("N", EntryStatus.Active, null), Line("B", EntryStatus.Active, "5/1"),
            Line("A", EntryStatus.Active, "5/1"), Line("Z", EntryStatus.Active, "0/1"), Line("X", EntryStatus.Absent, null), Line("T", EntryStatus.Active, "9/1"),
            Line("F", EntryStatus.Active, null) with { NoResult = true },
        ], Plain);
        Assert.Equal(["T1", "A2", "B2", "Z4", "F", "N", "X", "W"], places.Select(place => place.Line.Code + place.Rank));
        Assert.Equal([BoardPlace.NoResult, BoardPlace.NotYetMarked, BoardPlace.Out, BoardPlace.Out], places.Skip(4).Select(place => place.Place));
    }

    [Fact]
    public void BoardOrder_AnyInputOrder_IsTheSame()
    {
        var lines = from totals in Gen.ArrayOf(Gen.Choose(-1, 4)) from seed in Gen.Choose(0, int.MaxValue) select (totals, seed);
        Properties.Hold(lines, c =>
        {
            var board = c.totals.Select((total, index) => Line($"C{index:000}", (EntryStatus)(index % 4), total < 0 ? null : $"{total}/1")).ToArray();
            return BoardOrder.Of(board, Plain).SequenceEqual(BoardOrder.Of(Properties.Shuffled(board, c.seed), Plain));
        });
    }

    private static EntryResult Result(CompiledScheme scheme, string p, string q) =>
        EntryCalculator.Calculate(scheme, [Mark("p", 1, p), Mark("q", 1, q)]);

    private static BoardLine Line(string code, EntryStatus status, string? total) =>
        new() { Code = code, Status = status, Total = total, Keys = [total] };
}
