using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.TestKit.Builders;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>A rank opens into what decided it against the entry before and the entry after.</summary>
public sealed class RankReasonTests
{
    [Fact]
    public void Of_OtherTotals_TheTotalDecides()
    {
        var board = Board(Two(), ("K1", "8", "1"), ("K2", "7", "1"), ("K3", "5", "1"));

        var reasons = board.Of("K2")!;

        var above = Assert.Single(reasons.Above!.Compared);
        Assert.Equal(("K1", null, Fraction.Of(8), Fraction.Of(9)), (reasons.Above.Row.Line.Code, above.TieBreak, above.Own!.Value, above.Other!.Value));
        Assert.Equal("K3", reasons.Below!.Row.Line.Code);
        Assert.Empty(reasons.SharedWith);
        Assert.Null(board.Of("K1")!.Above);
        Assert.Null(board.Of("K3")!.Below);
    }

    [Fact]
    public void Of_EqualTotals_NamesEachComparatorUpToTheOneThatDecides_InReadableDirection()
    {
        // Equal total 10, equal measurements 10; less of module a is better: 4 against 6.
        var scheme = Two() with { TieBreaks = [new MeasurementsTieBreak(), new ModuleTieBreak("a") { Order = TieBreakOrder.LowerFirst }] };
        var board = Board(scheme, ("K1", "6", "4"), ("K2", "4", "6"));

        var reasons = board.Of("K1")!;

        Assert.Equal("K2", reasons.Above!.Row.Line.Code);
        Assert.Equal([null, "measurements", "module"], reasons.Above.Compared.Select(one => one.TieBreak?.Word));
        Assert.All(reasons.Above.Compared.SkipLast(1), one => Assert.Equal(one.Own, one.Other));
        var decided = reasons.Above.Compared[^1];
        Assert.Equal((true, Fraction.Of(6), Fraction.Of(4)), (decided.LowerIsBetter, decided.Own!.Value, decided.Other!.Value));
    }

    [Fact]
    public void Of_Countback_TellsWhichOfTheValuesDecided()
    {
        var scheme = Two() with { Stages = [Schemes.Stage("s", [.. Two().AllModules(), Module("c")])], TieBreaks = [new CountbackTieBreak(PartLevel.Module)] };
        // Best 5 each, then 4 against 3.
        var board = Board(scheme, ("K1", "5", "4", "0"), ("K2", "3", "5", "1"));

        var decided = board.Of("K2")!.Above!.Compared[^1];

        Assert.Equal((2, Fraction.Of(3), Fraction.Of(4)), (decided.Step, decided.Own!.Value, decided.Other!.Value));
    }

    [Fact]
    public void Of_Equals_ShareOrWait()
    {
        var board = Board(Two() with { Ranks = RankStyle.Unique }, ("K1", "5", "5"), ("K2", "6", "4"), ("K3", "1", "1"));

        var reasons = board.Of("K2")!;

        Assert.Equal(["K1"], reasons.SharedWith.Select(row => row.Line.Code));
        Assert.Null(reasons.Above);
        Assert.Equal("K3", reasons.Below!.Row.Line.Code);
        Assert.Equal("K2", board.Of("K3")!.Above!.Row.Line.Code);
    }

    [Fact]
    public void Of_LastStage_WhoCameFurtherIsAhead()
    {
        var scheme = new MarkingScheme
        {
            FullMark = null,
            RankBy = RankBy.LastStage,
            Stages = [Schemes.Stage("q", Module("a")), Schemes.Stage("f", Module("b"))],
        };
        var board = Board(scheme, ("K1", "9", ""), ("K2", "5", "1"));

        var decided = Assert.Single(board.Of("K1")!.Above!.Compared);

        Assert.Equal((true, Fraction.Of(1), Fraction.Of(2)), (decided.IsReachedStage, decided.Own!.Value, decided.Other!.Value));
    }

    [Fact]
    public void Of_WithoutARank_ThereIsNone()
    {
        var board = Board(Two(), ("K1", "8", "1"), ("K2", "", ""));
        Assert.Null(board.Of("K2"));
        Assert.Null(board.Of("K1")!.Below);
    }

    private static MarkingScheme Two() => Schemes.Scheme(Module("a"), Module("b"));

    private static Module Module(string key) => Schemes.Module(key, Schemes.Form("f" + key, 1, Schemes.Aspect("x" + key, new DirectPoints())));

    private static Shown Board(MarkingScheme scheme, params (string Code, string A, string B)[] entries) =>
        Board(scheme, [.. entries.Select(entry => (entry.Code, new[] { entry.A, entry.B }))]);

    private static Shown Board(MarkingScheme scheme, params (string Code, string A, string B, string C)[] entries) =>
        Board(scheme, [.. entries.Select(entry => (entry.Code, new[] { entry.A, entry.B, entry.C }))]);

    private static Shown Board(MarkingScheme scheme, IReadOnlyList<(string Code, string[] Points)> entries)
    {
        var compiled = CompiledScheme.Compile(scheme);
        var aspects = scheme.AllAspects().ToList();
        var lines = BoardOrder.Of(entries.Select(entry => new BoardLine { Code = entry.Code, Status = EntryStatus.Active }.With(
            EntryCalculator.Calculate(compiled, [.. entry.Points.Select((points, i) => (points, i)).Where(p => p.points.Length > 0).Select(p => Schemes.Mark(aspects[p.i].Key, 1, p.points))]), compiled)), compiled);
        return new(code => RankReasons.Of(lines, lines.Single(line => line.Line.Code == code), compiled));
    }

    private sealed record Shown(Func<string, RankReasons?> Of);
}
