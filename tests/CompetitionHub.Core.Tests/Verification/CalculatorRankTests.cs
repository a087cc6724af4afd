using CompetitionHub.Core.Verification;
using static CompetitionHub.Core.Tests.Verification.Exported;

namespace CompetitionHub.Core.Tests.Verification;

/// <summary>Hand-worked wholes, ranks and comparators. domain.md §2.7.</summary>
public sealed class CalculatorRankTests
{
    [Theory]
    [InlineData("\"combine\": \"highest\", \"count\": 2", "a=7 b=9 c=F", "16")]
    [InlineData("\"combine\": \"highest\", \"count\": 2", "a=7", "7")]
    [InlineData("\"combine\": \"lowest\"", "a=7 b=NA c=3", "0")]
    [InlineData("\"combine\": \"lowest\"", "a=F b=F", "F")]
    [InlineData("\"combine\": \"highest\", \"on_no_result\": \"zero\"", "a=F b=F", "F")]
    [InlineData("\"combine\": \"mean\"", "a=7 b=8", "7.5")]
    [InlineData("\"combine\": \"mean\", \"on_no_result\": \"zero\"", "a=7 b=8 c=F", "5")]
    [InlineData("\"combine\": \"sum\"", "a=7 b=8 c=F", "F")]
    [InlineData("\"combine\": \"sum\", \"on_no_result\": \"zero\"", "a=7 b=8 c=F", "15")]
    [InlineData("\"cap\": 14.5", "a=7 b=8", "14.5")]
    [InlineData("\"floor\": 20", "a=7 b=8", "20")]
    [InlineData("\"floor\": 20", "", "-")]
    public void Whole_OfItsParts_IsCombined(string more, string marks, string expected)
    {
        var scheme = $$"""{ "full_mark": null, "stages": [{{Stage("s", Module("m", FormWith("f", 0, more, Imported("a"), Imported("b"), Imported("c"))))}}] }""";

        Assert.Equal(expected, Calculate(scheme, $"A: {marks}")["A"].Total());
    }

    [Fact]
    public void Roles_StandAsTheySay()
    {
        var scheme = Scheme(0, "", Imported("p"), Imported("b", "\"role\": \"bonus\", \"factor\": 0.5"), Imported("d", "\"role\": \"penalty\""), Imported("i", "\"role\": \"info\""));

        Assert.Equal("8", Calculate(scheme, "A: p=10 b=2 d=3 i=99")["A"].Total());
        Assert.Equal("-", Calculate(scheme, "A: i=99")["A"].Total());
    }

    [Theory]
    [InlineData("shared", "1 A, 2 B, 2 C, 4 D", false)]
    [InlineData("dense", "1 A, 2 B, 2 C, 3 D", false)]
    [InlineData("unique", "1 A, 2 B, 2 C, 4 D", true)]
    public void Ranks_OfEquals_AreWhatTheStyleSays(string style, string ranks, bool unresolved)
    {
        var entries = Calculate(Scheme(0, $"\"ranks\": \"{style}\"", Imported("a")), "A: a=9", "B: a=8", "C: a=8", "D: a=7", "E: a=F", "F:", "-G: a=10");

        Assert.Equal(ranks, entries.Ranks());
        Assert.Equal((true, unresolved), (entries["B"].IsShared, entries["B"].IsUnresolved));
        Assert.Equal([ComputedPlace.NoResult, ComputedPlace.NotYetMarked, ComputedPlace.Out], "EFG".Select(code => entries[code.ToString()].Place));
    }

    [Theory]
    [InlineData("\"by\": \"aspect\", \"key\": \"a\", \"order\": \"higher\"", "1 B, 2 A, 2 C")]
    [InlineData("\"by\": \"aspect\", \"key\": \"t\", \"order\": \"lower\"", "1 A, 2 C, 3 B")]
    [InlineData("\"by\": \"best_single\", \"of\": \"aspect\", \"order\": \"higher\"", "1 B, 2 A, 2 C")]
    [InlineData("\"by\": \"countback\", \"of\": \"aspect\", \"order\": \"higher\"", "1 B, 2 A, 2 C")]
    [InlineData("\"by\": \"parts_with_points\", \"of\": \"aspect\", \"order\": \"higher\"", "1 A, 1 C, 3 B")]
    [InlineData("\"by\": \"deductions\", \"order\": \"lower\"", "1 B, 2 A, 2 C")]
    public void TieBreak_OfEqualTotals_Decides(string tieBreak, string ranks)
    {
        var scheme = Scheme(0, $"\"tie_breaks\": [{{ {tieBreak} }}]", Imported("a"), Imported("b"), Imported("d", "\"role\": \"penalty\""), Imported("t", "\"role\": \"info\""));

        // B has no time: missing is behind every value, even where fewer is better.
        var entries = Calculate(scheme, "A: a=5 b=6 d=1 t=10", "B: a=10 b=0 d=0", "C: a=5 b=6 d=1 t=20");

        Assert.Equal(ranks, entries.Ranks());
    }

    [Theory]
    [InlineData("lower")]
    // A document that says so does not put the committee's last before its first.
    [InlineData("higher")]
    public void Committee_ByItsLatestWord_Decides(string order)
    {
        var scheme = Scheme(0, $"\"ranks\": \"unique\", \"tie_breaks\": [{{ \"by\": \"committee\", \"order\": \"{order}\" }}]", Imported("a"));
        const string Decisions = """
            [{ "kind": "committee", "entries": ["B", "A"], "reason": "r" }, { "kind": "committee", "entries": ["A", "C"], "reason": "r" }]
            """;

        var entries = CalculateWith(scheme, Decisions, "A: a=5", "B: a=5", "C: a=5", "D: a=5");

        // The first word of B (place 1) stands beside the second of A (place 1); D is named by none.
        Assert.Equal("1 A, 1 B, 3 C, 4 D", entries.Ranks());
        Assert.Equal([true, true, false, false], "ABCD".Select(code => entries[code.ToString()].IsUnresolved));
    }

    [Fact]
    public void Lot_OfARecordedSeed_GoesBeforeTheAnnouncedOne()
    {
        var scheme = Scheme(0, "\"tie_breaks\": [{ \"by\": \"lot\", \"seed\": \"announced\" }]", Imported("a"));

        var announced = Calculate(scheme, "A: a=5", "B: a=5");
        var recorded = CalculateWith(scheme, """[{ "kind": "lot", "seed": "drawn", "reason": "r" }]""", "A: a=5", "B: a=5");

        Assert.NotEqual(announced["A"].Keys[1].Values, recorded["A"].Keys[1].Values);
        Assert.Equal(Key("announced/A"), announced["A"].Keys[1].Values.Single().ToString());
        Assert.Equal(Key("drawn/B"), recorded["B"].Keys[1].Values.Single().ToString());

        static string Key(string text) => System.Numerics.BigInteger.Parse(
            "0" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(text))), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void LastStage_GoesBeforePoints()
    {
        var scheme = $$"""
            { "full_mark": null, "rank_by": "last_stage", "cap": 95, "stages": [
              {{Stage("heat", Module("m1", Form("f1", 0, Imported("a"))))}},
              {{StageWith("final", "\"carry_over\": 0.5", Module("m2", Form("f2", 0, Imported("b"))))}}] }
            """;

        var entries = Calculate(scheme, "A: a=90", "B: a=50 b=1", "C: a=40 b=7", "D: a=99 b=F", "E: a=99");

        Assert.Equal("1 C, 2 B, 3 E, 4 A", entries.Ranks());
        Assert.Equal(["27", "26", "90", "F", "95"], "CBADE".Select(code => entries[code.ToString()].Total()));
    }
}
