using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>What decides between equal totals, and what equal entries get. domain.md §2.7.</summary>
public sealed class ComparatorTests
{
    // Two modules of two aspects each, a penalty, and what is only compared.
    private static readonly MarkingScheme Scheme = Schemes(
        Module("m1", Form("f1", 1, Points("a"), Points("b"))),
        Module("m2", Form("f2", 1, Points("c"), Points("d"), Points("late") with { Role = AspectRole.Penalty }, Points("time") with { Role = AspectRole.Info })));

    [Theory] // each pair has the same total; the first one named wins by the comparator
    [InlineData("""{ "by": "aspect", "key": "time", "order": "lower" }""", "a5 c5 time3", "a5 c5 time4")]
    [InlineData("""{ "by": "aspect", "key": "time", "order": "lower" }""", "a5 c5 time3", "a5 c5")]
    [InlineData("""{ "by": "aspect", "key": "time", "order": "higher" }""", "a5 c5 time4", "a5 c5 time3")]
    [InlineData("""{ "by": "modules", "keys": ["m1"], "order": "higher" }""", "a6 c4", "a4 c6")]
    [InlineData("""{ "by": "deductions", "order": "lower" }""", "a5 c5", "a5 c6 late1")]
    [InlineData("""{ "by": "deductions" }""", "a5 c5", "a5 c6 late1")]
    [InlineData("""{ "by": "deductions", "order": "higher" }""", "a5 c6 late1", "a5 c5")]
    [InlineData("""{ "by": "best_single", "of": "aspect", "order": "higher" }""", "a7 b1", "a4 b4")]
    [InlineData("""{ "by": "best_single", "of": "module", "order": "higher" }""", "a4 b4", "a7 c1")]
    [InlineData("""{ "by": "countback", "of": "aspect", "order": "higher" }""", "a7 b3 c2", "c7 a3 b1 d1")]
    [InlineData("""{ "by": "countback", "of": "aspect", "order": "higher" }""", "a7 b5", "a7 b4 c1")]
    [InlineData("""{ "by": "countback", "of": "form", "order": "lower" }""", "a1 c9", "a3 c7")]
    [InlineData("""{ "by": "parts_with_points", "of": "aspect", "order": "higher" }""", "a4 b4 c1", "a9 b0")]
    public void TieBreak_EqualTotals_DecidesAsNamed(string tieBreak, string first, string second)
    {
        var scheme = Compile(tieBreak);
        var places = BoardOrder.Of([Line(scheme, "Y", second), Line(scheme, "X", first)], scheme);
        Assert.Equal(["X1", "Y2"], places.Select(row => row.Line.Code + row.Rank));
        Assert.Equal(1, places[1].DecidedBy);
        Assert.Equal(places[0].Line.Total, places[1].Line.Total);
    }

    [Fact]
    public void Countback_SecondBestDecides_IsStillTheOneComparator()
    {
        var scheme = Compile("""{ "by": "measurements" }""", """{ "by": "countback", "of": "aspect" }""");
        var places = BoardOrder.Of([Line(scheme, "X", "a7 b3 c2"), Line(scheme, "Y", "a7 b4 c1")], scheme);
        Assert.Equal(["Y1", "X2"], places.Select(row => row.Line.Code + row.Rank));
        Assert.Equal(2, places[1].DecidedBy);
    }

    [Fact]
    public void Lot_Seed_CanBeDrawnAgainByAnybody()
    {
        var scheme = Compile("""{ "by": "lot", "seed": "2026-11-21" }""");
        string Draw(string code) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("2026-11-21/" + code)));
        var expected = new[] { "X", "Y", "Z" }.OrderByDescending(Draw, StringComparer.Ordinal).Select((code, place) => code + (place + 1));
        Assert.Equal(expected, BoardOrder.Of([Line(scheme, "X", "a5"), Line(scheme, "Y", "a5"), Line(scheme, "Z", "a5")], scheme).Select(row => row.Line.Code + row.Rank));
        var recorded = new RankDecisions([new(RankDecisionKind.Lot, [], "another", "drawn on stage")]);
        Assert.NotEqual(Line(scheme, "X", "a5").Keys[1], Line(scheme, "X", "a5", recorded).Keys[1]);
    }

    [Fact]
    public void Committee_LatestDecisionStands_OthersStayEqual()
    {
        var scheme = Compile("""{ "by": "committee" }""");
        var decisions = new RankDecisions(
        [
            new(RankDecisionKind.Committee, ["X", "Y"], null, "first view"), new(RankDecisionKind.Committee, ["Y", "X"], null, "after the appeal"),
        ]);
        var places = BoardOrder.Of(
            [Line(scheme, "X", "a5", decisions), Line(scheme, "Y", "a5", decisions), Line(scheme, "V", "a5", decisions), Line(scheme, "W", "a5", decisions)], scheme);
        Assert.Equal(["Y1", "X2", "V3", "W3"], places.Select(row => row.Line.Code + row.Rank));
    }

    [Theory]
    [InlineData(RankStyle.Shared, "1 2 2 4", false)]
    [InlineData(RankStyle.Dense, "1 2 2 3", false)]
    [InlineData(RankStyle.Unique, "1 2 2 4", true)]
    public void Ranks_Equals_GetWhatTheStyleSays(RankStyle style, string ranks, bool unresolved)
    {
        var scheme = CompiledScheme.Compile(Scheme with { Ranks = style });
        var places = BoardOrder.Of([Line(scheme, "A", "a9"), Line(scheme, "B", "a5"), Line(scheme, "C", "a5"), Line(scheme, "D", "a1")], scheme);
        Assert.Equal(ranks, string.Join(' ', places.Select(row => row.Rank)));
        Assert.Equal([false, unresolved, unresolved, false], places.Select(row => row.IsUnresolved));
    }

    [Fact]
    public void RankOrder_Lower_FastestFirst_NoResultAndNotYetMarkedBehind()
    {
        var scheme = CompiledScheme.Compile(Scheme with { RankOrder = TieBreakOrder.LowerFirst });
        var failed = new BoardLine { Code = "F" }.With(EntryCalculator.Calculate(scheme, [Mark("a", 1, MarkState.Failed)]), scheme);
        var places = BoardOrder.Of([Line(scheme, "S", "a9"), failed, Line(scheme, "N", ""), Line(scheme, "Q", "a2"), Line(scheme, "O", "a1") with { Status = EntryStatus.Absent }], scheme);
        Assert.Equal(["Q1", "S2", "F", "N", "O"], places.Select(row => row.Line.Code + row.Rank));
        Assert.Equal([BoardPlace.Ranked, BoardPlace.Ranked, BoardPlace.NoResult, BoardPlace.NotYetMarked, BoardPlace.Out], places.Select(row => row.Place));
    }

    [Fact] // median 5, MAD 2: unit 2.9652; 700 + 30 · 4 ÷ 2.9652 = 740.47
    public void Scale_OnTheBoard_IsOfTheRankedField_EitherWayRound()
    {
        var scheme = CompiledScheme.Compile(Scheme with { Scale = new() });
        var lines = new[] { "a9", "a7", "a5", "a3", "a1", "" }.Select((marks, i) => Line(scheme, $"E{i}", marks)).ToList();
        Assert.Equal(["740", "720", "700", "680", "660", null], BoardOrder.Of(lines, scheme).Select(row => row.Line.Scale));
        var lower = CompiledScheme.Compile(scheme.Scheme with { RankOrder = TieBreakOrder.LowerFirst });
        Assert.Equal("740", BoardOrder.Of(new[] { "a9", "a7", "a5", "a3", "a1" }.Select((marks, i) => Line(lower, $"E{i}", marks)), lower)[0].Line.Scale);
    }

    private static MarkingScheme Schemes(params Module[] modules) => new() { FullMark = null, Stages = [Stage("s", modules)] };

    private static Aspect Points(string key) => Aspect(key, new DirectPoints());

    private static CompiledScheme Compile(params string[] tieBreaks)
    {
        var document = SchemeJson.Write(Scheme).Replace("\"tie_breaks\": []", $"\"tie_breaks\": [{string.Join(',', tieBreaks)}]", StringComparison.Ordinal);
        return CompiledScheme.Compile(SchemeJson.Read(document).Value);
    }

    private static BoardLine Line(CompiledScheme scheme, string code, string marks, RankDecisions? decisions = null)
    {
        var entry = new ContestEntry(code, "", true, [.. marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(mark => Mark(mark[..^1], 1, mark[^1..]))]);
        return new BoardLine { Code = code }.With(new EntryCalculator(scheme, null, decisions).Calculate(entry), scheme);
    }
}
