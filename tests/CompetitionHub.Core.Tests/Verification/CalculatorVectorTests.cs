using CompetitionHub.Core.Verification;
using static CompetitionHub.Core.Tests.Verification.Exported;

namespace CompetitionHub.Core.Tests.Verification;

/// <summary>Hand-worked vectors of domain.md and of the contract of the scheme document: the second calculator is right before it judges anybody.</summary>
public sealed class CalculatorVectorTests
{
    private const string AspectHundredths = "\"rounding\": { \"aspect\": { \"decimals\": 2 } }";

    [Theory]
    // domain.md §2.6-3.
    [InlineData("2,2,3", "1.56")]
    [InlineData("3,3,3", "2")]
    [InlineData("0,1,1", "0.44")]
    [InlineData("1,3,2", "-")]
    [InlineData("2,JA,3", "1.67")]
    [InlineData("2,.,3", "-")]
    [InlineData("F,F,F", "F")]
    [InlineData("F,2,2", "-")]
    [InlineData("NA,NA,NA", "0")]
    public void Judgement_OfThreeJudges_IsTheirLevel(string marks, string expected) => Assert.Equal(
        expected, One(Scheme(3, AspectHundredths, Aspect("a", "\"kind\": \"judgement\"", "\"maximum\": 2")), $"a={marks}"));

    [Theory]
    // domain.md §2.6-2; the rest by hand.
    [InlineData("\"kind\": \"trimmed_mean\", \"drop_high\": 1, \"drop_low\": 1", "92,88,85,90,95", "90")]
    [InlineData("\"kind\": \"trimmed_mean\", \"drop_high\": 1, \"drop_low\": 1", "92,JA,JA,90,JA", "-")]
    [InlineData("\"kind\": \"mean\"", "1,2,2,JA,JA", "5/3")]
    [InlineData("\"kind\": \"median\"", "1,4,2,3,JA", "2.5")]
    [InlineData("\"kind\": \"closest_mean\", \"count\": 3", "1,5,6,7,20", "6")]
    [InlineData("\"kind\": \"closest_mean\", \"count\": 2", "1,2,4,5,9", "4.5")]
    [InlineData("\"kind\": \"closest_mean\", \"count\": 2", "1,2,4,6,7", "1.5")]
    [InlineData("\"kind\": \"weighted_mean\", \"weights\": [2, 1, 1, 1, 1]", "8,JA,5,JA,6", "6.75")]
    [InlineData("\"kind\": \"sum\"", "1,2,NA,4,5", "12")]
    [InlineData("\"kind\": \"geometric_mean\", \"decimals\": 3", "1,2,3,4,5", "2.605")]
    [InlineData("\"kind\": \"exponential\", \"first\": 12, \"ratio\": 0.5", "1,2,3,1,2", "39")]
    public void Panel_ByItsRule_MakesOneValue(string panel, string marks, string expected) => Assert.Equal(
        expected, One(Scheme(5, "", Aspect("a", $"\"kind\": \"panel_score\", \"panel\": {{ {panel} }}")), $"a={marks}"));

    [Theory]
    // domain.md §2.6-5, -6, -7; the direction of the cap by hand.
    [InlineData("\"kind\": \"deduction_per_fault\", \"per_fault\": 2", "\"maximum\": 10", "a=3", "4")]
    [InlineData("\"kind\": \"deduction_per_fault\", \"per_fault\": 2", "\"maximum\": 10", "a=7", "0")]
    [InlineData("\"kind\": \"deduction_per_fault\", \"per_fault\": 2", "\"maximum\": 10", "a=NA", "0")]
    [InlineData("\"kind\": \"gain_per_hit\", \"gain\": 2, \"false_penalty\": 2, \"falses_from\": \"w\", \"cap\": \"after\"", "\"maximum\": 25", "a=11 w=2", "18")]
    [InlineData("\"kind\": \"gain_per_hit\", \"gain\": 2, \"false_penalty\": 2, \"falses_from\": \"w\", \"cap\": \"after\"", "\"maximum\": 25", "a=14 w=2", "24")]
    [InlineData("\"kind\": \"gain_per_hit\", \"gain\": 2, \"false_penalty\": 2, \"falses_from\": \"w\", \"cap\": \"before\"", "\"maximum\": 25", "a=14 w=2", "21")]
    [InlineData("\"kind\": \"gain_per_hit\", \"gain\": 2, \"false_penalty\": 2, \"falses_from\": \"w\", \"cap\": \"before\"", "\"maximum\": 25", "a=1 w=9", "0")]
    [InlineData("\"kind\": \"gain_per_hit\", \"gain\": 2, \"false_penalty\": 2, \"falses_from\": \"w\", \"cap\": \"before\"", "\"maximum\": 25", "a=1", "-")]
    [InlineData("\"kind\": \"stepped\", \"points\": [4, 2, 0]", "", "a=2", "2")]
    [InlineData("\"kind\": \"tolerance_bands\", \"bands\": [{ \"from\": 9.9, \"to\": 10.1, \"points\": 5 }, { \"to\": 10.5, \"points\": 2 }], \"outside\": 1", "", "a=10.1", "5")]
    [InlineData("\"kind\": \"tolerance_bands\", \"bands\": [{ \"from\": 9.9, \"to\": 10.1, \"points\": 5 }, { \"to\": 10.5, \"points\": 2 }], \"outside\": 1", "", "a=10.11", "2")]
    [InlineData("\"kind\": \"tolerance_bands\", \"bands\": [{ \"from\": 9.9, \"to\": 10.1, \"points\": 5 }, { \"to\": 10.5, \"points\": 2 }], \"outside\": 1", "", "a=11", "1")]
    [InlineData("\"kind\": \"piecewise\", \"knots\": [{ \"value\": 10, \"points\": 20 }, { \"value\": 40, \"points\": 10 }, { \"value\": 50, \"points\": 0 }]", "", "a=30", "40/3")]
    [InlineData("\"kind\": \"piecewise\", \"knots\": [{ \"value\": 10, \"points\": 20 }, { \"value\": 40, \"points\": 10 }, { \"value\": 50, \"points\": 0 }]", "", "a=5", "20")]
    [InlineData("\"kind\": \"power\", \"a\": 25.4347, \"b\": 18, \"c\": 1.81, \"direction\": \"lower\", \"decimals\": 0, \"mode\": \"truncate\"", "", "a=10.395", "1000")]
    [InlineData("\"kind\": \"power\", \"a\": 25.4347, \"b\": 18, \"c\": 1.81, \"direction\": \"lower\", \"decimals\": 0, \"mode\": \"truncate\"", "", "a=18", "0")]
    public void Measurement_ByItsRule_GivesPoints(string rule, string more, string marks, string expected) => Assert.Equal(
        expected, One(Scheme(1, "", Aspect("a", rule, more), Aspect("w", "\"kind\": \"points\"", "\"role\": \"info\"")), marks));

    [Fact]
    public void Weighted_OfTheoryAndPractice_IsTheShares()
    {
        // domain.md §2.6-1.
        var scheme = $$"""
            { "full_mark": 100, "stages": [{{StageWith("s", "\"combine\": \"weighted\"",
                ModuleWith("theory", "\"weight\": 0.3", Form("t", 0, Imported("t", "\"maximum\": 100"))),
                ModuleWith("practice", "\"weight\": 0.7", Form("p", 0, Imported("p", "\"maximum\": 100"))))}}] }
            """;

        Assert.Equal("83.85", One(scheme, "t=80.00 p=85.50"));
        Assert.Equal("24", One(scheme, "t=80.00"));
    }

    [Fact]
    public void Levels_ByItem_AreMappedBeforeTheMean()
    {
        var scheme = Scheme(3, "",
            Aspect("item", "\"kind\": \"points\"", "\"role\": \"info\""),
            Aspect("a", """
                "kind": "levels", "item_from": "item", "panel": { "kind": "mean" }, "tables": [
                  { "item": 1, "base": 2.5, "points": [{ "mark": -1, "points": -0.5 }, { "mark": 1, "points": 0.7 }] },
                  { "item": 2, "points": [{ "mark": 1, "points": 9 }] }]
                """));

        Assert.Equal("2.8", One(scheme, "item=1 a=1,1,-1"));
        Assert.Equal("9", One(scheme, "item=2 a=1,1,1"));
        Assert.Equal("-", One(scheme, "item=2 a=1,-1,1"));
        Assert.Equal("-", One(scheme, "item=3 a=1,1,1"));
        Assert.Equal("-", One(scheme, "a=1,1,1"));
        // Not even the base is earned by what nobody attempted.
        Assert.Equal("0", One(scheme, "item=1 a=NA,NA,NA"));
    }

    [Fact]
    public void FieldRules_LookAtActiveEntriesOnly()
    {
        var scheme = Scheme(1, "",
            Aspect("ratio", "\"kind\": \"time_ratio\", \"k\": 2, \"p\": 2, \"a\": 30, \"b\": 10"),
            Aspect("share", "\"kind\": \"share_of_best\", \"order\": \"lower\"", "\"maximum\": 100"),
            Aspect("rank", "\"kind\": \"rank_points\", \"order\": \"higher\", \"table\": [{ \"from\": 1, \"to\": 1, \"points\": 10 }, { \"from\": 2, \"to\": 3, \"points\": 8 }], \"rest\": 1"));

        var entries = Calculate(scheme, "A: ratio=10 share=40 rank=7", "B: ratio=15 share=50 rank=7", "C: ratio=20 share=80 rank=9", "D: ratio=NA share=F rank=1", "-E: ratio=1 share=1 rank=99");

        // (20/15)² − 1 = 7/9 of (20/10)² − 1 = 3.
        Assert.Equal(["40", "160/9", "10", "0"], Of("ratio"));
        Assert.Equal(["100", "80", "50", "F"], Of("share"));
        Assert.Equal(["8", "8", "10", "1"], Of("rank"));

        IEnumerable<string> Of(string key) => "ABCD".Select(code => entries[code.ToString()].Text(PartLevel.Aspect, key));
    }

    [Fact]
    public void PanelRanks_OfThreeJudges_AreMerged()
    {
        var scheme = Scheme(3, "\"rank_order\": \"lower\"", Aspect("a", "\"kind\": \"panel_ranks\", \"merge\": { \"kind\": \"mean\" }"));

        var entries = Calculate(scheme, "A: a=9,8,7", "B: a=9,7,JA", "C: a=5,6,9", "-D: a=10,10,10", "E: a=10,.,10", "F: a=NA,NA,NA");

        Assert.Equal(["4/3", "1.5", "7/3", "11/3"], "ABCF".Select(code => entries[code.ToString()].Total()));
        Assert.Equal("1 A, 2 B, 3 C, 4 F", entries.Ranks());
        Assert.Equal(ComputedPlace.NotYetMarked, entries["E"].Place);
    }

    [Fact]
    public void PairWin_NeedsBothAndABetterOne()
    {
        var scheme = Scheme(1, "", Aspect("pair", "\"kind\": \"points\"", "\"role\": \"info\""), Aspect("a", "\"kind\": \"pair_win\", \"pair_from\": \"pair\", \"order\": \"lower\""));

        var entries = Calculate(scheme, "A: pair=1 a=9", "B: pair=1 a=8", "C: pair=2 a=7", "D: pair=2 a=7", "E: pair=3 a=5", "F: pair=3 a=F");

        Assert.Equal(["0", "1", "-", "-", "1", "F"], "ABCDEF".Select(code => entries[code.ToString()].Total()));
    }

    [Fact]
    public void PairWin_WithoutAnOpponent_IsWon()
    {
        var scheme = Scheme(1, "", Aspect("pair", "\"kind\": \"points\"", "\"role\": \"info\""), Aspect("a", "\"kind\": \"pair_win\", \"pair_from\": \"pair\", \"order\": \"lower\", \"bye\": 0"));

        var entries = Calculate(scheme, "A: pair=0 a=9", "B: pair=0 a=NA", "C: pair=1 a=7", "-D: pair=1 a=6", "E: pair=2 a=NA", "-F: pair=2", "G: pair=3 a=5", "H: pair=0 a=F");

        Assert.Equal(["1", "1", "1", "1", "-", "F"], "ABCEGH".Select(code => entries[code.ToString()].Total()));
    }

    [Fact]
    public void NotAttempted_WhereLessIsBetter_IsNoResult()
    {
        var scheme = Scheme(3, "\"rank_order\": \"lower\"",
            Aspect("time", "\"kind\": \"points\""), Aspect("panel", "\"kind\": \"panel_score\", \"panel\": { \"kind\": \"mean\" }"), Aspect("off", "\"kind\": \"points\"", "\"role\": \"penalty\""));

        Assert.Equal("F", One(scheme, "time=NA panel=1,2,3"));
        Assert.Equal("F", One(scheme, "time=60 panel=NA,NA,NA"));
        Assert.Equal("60", One(scheme, "time=60 panel=1,NA,3"));
        Assert.Equal("62", One(scheme, "time=60 panel=1,2,3 off=NA"));
        Assert.Equal("F", Calculate(Scheme(1, "", Aspect("weight", "\"kind\": \"points\"", "\"role\": \"info\"")), "A: weight=NA")["A"].Text(PartLevel.Aspect, "weight"));
    }

    [Fact]
    public void Consensus_OfTooFewJudges_IsNothing()
    {
        var scheme = Scheme(3, "", Aspect("a", "\"kind\": \"consensus\", \"minimum_judges\": 3"));
        Assert.Equal(["-", "7"], new[] { One(scheme, "a=7,JA,7"), One(scheme, "a=7,7,7") });
    }

    [Fact]
    public void Normalise_ByFactors_GivesThePublishedOnes()
    {
        // domain.md §6-2: three rooms of twenty with these sums; the source rounds the means to two decimals.
        var scheme = $$"""
            { "full_mark": null, "stages": [{{Stage("s", ModuleWith("m", "\"normalise\": { \"method\": \"factor_all_entries\", \"decimals\": 3, \"mean_decimals\": 2 }", Form("f", 0, Imported("a"))))}}] }
            """;
        var entries = Calculate(scheme, [.. Enumerable.Range(0, 60).Select(i => (i / 20) switch { 0 => $"A{i}@1: a=68.52", 1 => $"A{i}@2: a=72.15", _ => $"A{i}@3: a=78.26" })]);

        // 68.52 × 1.065, 72.15 × 1.012 (72.98 ÷ 72.15 is 1.0115), 78.26 × 0.933.
        Assert.Equal(["72.9738", "73.0158", "73.01658"], new[] { "A0", "A20", "A40" }.Select(code => entries[code].Total()));
    }

    [Fact]
    public void Normalise_ByT_GivesTheWorkedScores()
    {
        // domain.md §6-3.
        var scheme = $$"""{ "full_mark": null, "stages": [{{Stage("s", ModuleWith("m", "\"normalise\": { \"method\": \"t\" }", Form("f", 0, Imported("a"))))}}] }""";

        var entries = Calculate(scheme, "A: a=78", "B: a=82", "C: a=85", "D: a=90", "E: a=70", "F@other: a=3");

        Assert.Equal(["45.56", "51.48", "55.92", "63.33", "33.71", "50"], "ABCDEF".Select(code => entries[code.ToString()].Total()));
    }

    [Fact]
    public void Scale_OfTheRealExport_IsThePublishedOne()
    {
        // domain.md §5.3.
        var totals = "61.42 54.33 39.58 37.75 35.50 28.75 28.42 28.40 19.00 16.92 13.50 13.05 12.80 12.25 9.50 8.75 7.25 6.00 6.00 4.25 3.25 2.75 2.00 1.50 1.40 1.25 0.75 0.50 0.50 0.50 0.25 0.00".Split(' ');

        var entries = Calculate(Scheme(0, "\"scale\": { \"method\": \"robust\" }", Imported("a")), [.. totals.Select((total, i) => $"E{i}: a={total}")]);

        Assert.Equal(["854", "834", "791", "786", "779", "702", "698", "677"], new[] { 0, 1, 2, 3, 4, 15, 16, 31 }.Select(i => entries[$"E{i}"].Scale.ToString()));
    }

    private static string One(string scheme, string marks) => Calculate(scheme, $"A: {marks}")["A"].Total();
}
