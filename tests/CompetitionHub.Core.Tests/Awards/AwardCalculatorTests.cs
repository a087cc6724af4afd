using System.Security.Cryptography;
using System.Text;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using static CompetitionHub.Core.Tests.Awards.Fields;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Awards;

public sealed class AwardCalculatorTests
{
    [Theory]
    [InlineData(TieRule.Comparators, "first: C B", "A", ContestField.Decision)]
    [InlineData(TieRule.Include, "first: C B A", "D", 0)]
    [InlineData(TieRule.Exclude, "first:", "C", null)]
    public void Ties_ThatPeopleDecided_ArePartedWhereTheRuleAsksThem(TieRule ties, string expected, string firstOut, int? by)
    {
        var scheme = Plain with { Awards = [Group(ties, Award("first", new NumberQuota(2)))] };
        var decisions = new RankDecisions([new(RankDecisionKind.Committee, ["C", "B", "A"], null, "drawn in the hall")]);
        var compiled = CompiledScheme.Compile(scheme);
        var lines = BoardOrder.Of([Line("A", "80"), Line("B", "80"), Line("C", "80"), Line("D", "70")], compiled);
        var field = ContestField.Of(compiled, lines, decisions: decisions);
        Assert.Equal(["C", "B", "A", "D"], field.Lines.Select(line => line.Code));
        Assert.Equal([1, 1, 1, 4], field.Lines.Select(line => line.Rank));

        var result = AwardCalculator.Compute(field, new Dictionary<string, Score>())[0];
        Assert.Equal(expected, Say(result));
        Assert.Equal((firstOut, by), (result.Awards[0].FirstOut?.Code, result.Awards[0].DecidedBy));
    }

    [Fact]
    public void Ties_ByALotOnRecord_ArePartedAsAnybodyCanDrawAgain()
    {
        var compiled = CompiledScheme.Compile(Plain with { Awards = [Group(TieRule.Comparators, Award("first", new NumberQuota(1)))] });
        var lines = BoardOrder.Of([Line("A", "80"), Line("B", "80"), Line("C", "90")], compiled);
        var field = ContestField.Of(compiled, lines, decisions: new([new(RankDecisionKind.Lot, [], "08 11 17", "lottery")]));
        string Drawn(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("08 11 17/" + code)));
        Assert.Equal(["C", .. new[] { "A", "B" }.OrderByDescending(Drawn, StringComparer.Ordinal)], field.Lines.Select(line => line.Code));
    }

    [Theory] // domain.md §2.11: N = 37, 10 / 20 / 30 %
    [InlineData(ShareRounding.Floor, 3, 7, 11)]
    [InlineData(ShareRounding.Ceiling, 4, 8, 12)]
    [InlineData(ShareRounding.Half, 4, 7, 11)]
    public void Shares_ThirtySevenEntries_AreRoundedAsTheRuleSays(ShareRounding rounding, int first, int second, int third)
    {
        var group = Group(TieRule.Include, Award("first", Share("10", rounding)), Award("second", Share("20", rounding)), Award("third", Share("30", rounding)));
        Assert.Equal([first, second, third], Counts(Compute(group, Descending(37))));
    }

    [Theory] // The same shares written from the top: 10, 30, 60 % of 37 are 3.7, 11.1 and 22.2.
    [InlineData(ShareRounding.Floor, 3, 8, 11)]
    [InlineData(ShareRounding.Ceiling, 4, 8, 11)]
    [InlineData(ShareRounding.Half, 4, 7, 11)]
    public void Shares_FromTheTop_AreRoundedTogether(ShareRounding rounding, int first, int second, int third)
    {
        var group = Group(TieRule.Include,
            Award("first", Share("10", rounding)) with { FromTop = true },
            Award("second", Share("30", rounding)) with { FromTop = true },
            Award("third", Share("60", rounding)) with { FromTop = true });
        Assert.Equal([first, second, third], Counts(Compute(group, Descending(37))));
    }

    [Theory]
    [InlineData(FieldBase.Registered, 4)]
    [InlineData(FieldBase.TookPart, 3)]
    [InlineData(FieldBase.Ranked, 2)]
    public void Shares_OfTheBase_CountWhoTheRuleCounts(FieldBase of, int places)
    {
        var group = Group(TieRule.Include, Award("a", Share("50", ShareRounding.Floor))) with { Base = of };
        var field = Of(Plain with { Awards = [group] },
        [
            Line("A", "9"), Line("B", "8"), Line("C", "7"), Line("D", "6"), Line("E", ""), Line("F", "9", EntryStatus.Disqualified), Line("G", "", EntryStatus.Absent), Line("H", "9", EntryStatus.Withdrawn),
        ]);
        var result = AwardCalculator.Compute(field, new Dictionary<string, Score>())[0];
        Assert.Equal(places, result.Awards[0].Entries.Count);
        Assert.All(result.Awards[0].Entries, entry => Assert.True(entry.IsRanked));
    }

    [Theory]
    [InlineData(TieRule.Include, "first: E01 | second: E02 E03 E04 | third: E05 E06")]
    [InlineData(TieRule.Exclude, "first: E01 | second: | third: E02 E03 E04")]
    [InlineData(TieRule.Comparators, "first: E01 | second: E02? E03? E04?… | third: …")]
    public void Ties_AtACut_FollowTheRule(TieRule ties, string expected)
    {
        var group = Group(ties, Award("first", new NumberQuota(1)), Award("second", new NumberQuota(2)), Award("third", new NumberQuota(ties == TieRule.Exclude ? 3 : 2)));
        Assert.Equal(expected, Say(Compute(group, ["90", "80", "80", "80", "70", "60", "50"])));
    }

    [Fact]
    public void Ties_ByComparators_AreBrokenByTheRanking()
    {
        var scheme = Plain with { Awards = [Group(TieRule.Comparators, Award("first", new NumberQuota(1)))], TieBreaks = [new FormTieBreak("f")] };
        var result = AwardCalculator.Compute(Of(scheme, [Line("A", "80 3"), Line("B", "80 5"), Line("C", "80 4")]), new Dictionary<string, Score>())[0];
        Assert.Equal("first: B", Say(result));
        Assert.Equal(("C", 1), (result.Awards[0].FirstOut?.Code, result.Awards[0].DecidedBy));
    }

    [Fact]
    public void Ties_IncludedByPoints_DoNotAskTheComparators()
    {
        var scheme = Plain with { Awards = [Group(TieRule.Include, Award("first", new NumberQuota(1)))], TieBreaks = [new FormTieBreak("f")] };
        var result = AwardCalculator.Compute(Of(scheme, [Line("A", "80 3"), Line("B", "80 5"), Line("C", "79 9")]), new Dictionary<string, Score>())[0];
        Assert.Equal("first: B A", Say(result));
        Assert.Equal(["1", "80"], result.Awards[0].Notes.Single(note => note.Code == AwardNotes.TieIncluded).Args);
    }

    [Theory] // domain.md §2.11, Anhui 2023: N<10 → 1, 11–30 → 2, >30 → 3; N=10 is undefined in the text
    [InlineData(9, 1, false)]
    [InlineData(10, 0, true)]
    [InlineData(11, 2, false)]
    [InlineData(30, 2, false)]
    [InlineData(31, 3, false)]
    public void FieldSize_Anhui_AsksWhereTheTextIsSilent(int entries, int places, bool asks)
    {
        var table = new FieldSizeQuota([new(null, 9, 1), new(11, 30, 2), new(31, null, 3)]);
        var result = Compute(Group(TieRule.Include, Award("title", table), Award("rest", new EveryoneQuota())), Descending(entries));
        Assert.Equal(places, result.Awards[0].Entries.Count);
        Assert.Equal(asks, result.Awards[0].IsOpen);
        Assert.Equal(asks ? [AwardNotes.FieldSizeUndefined] : [AwardNotes.FieldSize], result.Awards[0].Notes.Select(note => note.Code));
        // What depends on the open question waits with it.
        Assert.Equal(asks ? 0 : entries - places, result.Awards[1].Entries.Count);
        Assert.Equal(10, table.FirstGap());
    }

    [Fact]
    public void FieldSize_AskedAndAnsweredByACutOff_GoesOn()
    {
        var table = new FieldSizeQuota([new(null, 9, 1), new(11, null, 2)]);
        var result = Compute(Group(TieRule.Include, Award("title", table), Award("rest", new EveryoneQuota())), Descending(10), null, ("title", "99"));
        Assert.Equal([2, 8], Counts(result));
    }

    [Fact]
    public void UpperHalf_AfterMedals_CountsFromTheTop() // domain.md §2.11: medals for the top 3, 优胜奖 for all ranked in the upper half
    {
        var group = Group(TieRule.Include, Award("gold", new NumberQuota(1)), Award("silver", new NumberQuota(1)), Award("bronze", new NumberQuota(1)),
            Award("merit", Share("50", ShareRounding.Floor)) with { FromTop = true });
        Assert.Equal([1, 1, 1, 7], Counts(Compute(group, Descending(20))));
    }

    [Fact]
    public void Conditions_NotMet_PassTheAwardOn()
    {
        var group = Group(TieRule.Include, Award("first", new NumberQuota(2), new TotalCondition(new(null, Points("85")))), Award("pass", new EveryoneQuota(), new TotalCondition(new(Points("60"), null))));
        var result = Compute(group, ["90", "80", "70", "60", "59.99"]);
        Assert.Equal("first: E02 E03 | pass: E01 E04", Say(result));
        Assert.Contains(result.Awards[0].Notes, note => note.Code == AwardNotes.PassedOver && note.Args[0] == "1");
    }

    [Fact]
    public void RankCondition_StopsThePassingOn()
    {
        var group = Group(TieRule.Include, Award("title", new NumberQuota(3), new RankCondition(3), new TotalCondition(new(Points("75"), null))));
        var result = Compute(group, ["90", "80", "70", "60"]);
        Assert.Equal("title: E01 E02", Say(result));
        Assert.Contains(result.Awards[0].Notes, note => note.Code == AwardNotes.PlacesEmpty && note.Args[0] == "1");
    }

    [Fact]
    public void PartCondition_ModuleTooLow_IsPassedOver()
    {
        var scheme = Plain with { Awards = [Group(TieRule.Include, Award("first", new NumberQuota(1), new PartCondition(SchemeLevel.Module, "m", new(Points("30"), null))))] };
        var parts = new Dictionary<string, string> { ["A"] = "29.9", ["B"] = "30" };
        var field = Of(scheme, [Line("A", "90"), Line("B", "80")], code => new()
        {
            Parts = new Dictionary<(SchemeLevel, string), Fraction> { [(SchemeLevel.Module, "m")] = Points(parts[code]).ToFraction() },
        });
        Assert.Equal("first: B", Say(AwardCalculator.Compute(field, new Dictionary<string, Score>())[0]));
    }

    [Fact]
    public void CutOff_OnRecord_GivesToEverybodyAtAndAboveIt()
    {
        var group = Group(TieRule.Include, Award("gold", new CutOffQuota(Points("25"), Points("100"))), Award("silver", new CutOffQuota(null, Points("100"))));
        string[] totals = ["31", "30", "30", "29", "20", "20", "10", "5"];
        Assert.Equal("gold: … | silver: …", Say(Compute(group, totals)));
        var result = Compute(group, totals, null, ("gold", "30"), ("silver", "20"));
        Assert.Equal("gold: E01 E02 E03 | silver: E04 E05 E06", Say(result));
        // A quarter of eight is two; the levels reach 1, 3, 4 …: 31 and 30 are equally near, the stricter is proposed.
        Assert.Equal(("2/1", "31/1"), (result.Awards[0].Proposal!.Target.ToString(), result.Awards[0].Proposal!.Score.ToString()));
        Assert.Null(result.Awards[1].Proposal);
    }

    [Fact]
    public void CutOff_FewerIsBetter_GivesToEverybodyAtAndBelowIt()
    {
        var scheme = Plain with { RankOrder = TieBreakOrder.LowerFirst, Awards = [Group(TieRule.Include, Award("fast", new CutOffQuota(null, Points("100"))))] };
        var field = Of(scheme, [Line("A", "-50"), Line("B", "-60"), Line("C", "-70")]);
        Assert.Equal("fast: A B", Say(AwardCalculator.Compute(field, new Dictionary<string, Score> { ["fast"] = Points("60") })[0]));
    }

    [Fact]
    public void Shares_MoreThanTheField_LeavePlacesEmpty()
    {
        var result = Compute(Group(TieRule.Include, Award("first", new NumberQuota(5))), ["3", "2"]);
        Assert.Equal("first: E01 E02", Say(result));
        Assert.Contains(result.Awards[0].Notes, note => note.Code == AwardNotes.PlacesEmpty && note.Args[0] == "3");
        Assert.Equal("first:", Say(Compute(Group(TieRule.Include, Award("first", new NumberQuota(5))), [])));
    }

    internal static IEnumerable<string> Descending(int entries) => Enumerable.Range(0, entries).Select(place => $"{100 - place}");
}
