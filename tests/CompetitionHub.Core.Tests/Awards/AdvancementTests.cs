using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Standings;
using static CompetitionHub.Core.Tests.Awards.Fields;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Awards;

public sealed class AdvancementTests
{
    private static readonly AdvancementRule TopThree = new() { Quota = new NumberQuota(3) };

    [Theory]
    [InlineData(TieRule.Include, "E01+ E02+ E03+ E04+ E05r1 E06-")]
    [InlineData(TieRule.Exclude, "E01+ E02+ E03x E04x E05q E06-")]
    [InlineData(TieRule.Comparators, "E01+ E02+ E03? E04? E05r1 E06-")]
    public void Ties_AtTheLine_FollowTheRule(TieRule ties, string expected)
    {
        var rule = TopThree with { Ties = ties, Reserves = ties == TieRule.Exclude ? 0 : 1, Require = [new TotalCondition(new(Points("50"), null))] };
        Assert.Equal(expected, Say(rule, ["90", "80", "70", "70", "60", "40"]));
    }

    [Fact]
    public void TopShare_OfThoseWhoTookPart_IsRounded() =>
        Assert.Equal("E01+ E02+ E03- E04-", Say(new() { Quota = Share("30", ShareRounding.Ceiling), Require = [new RankCondition(2)] }, ["9", "8", "7", "6"]));

    [Fact]
    public void PerDelegation_SurplusQualifiesButDoesNotAdvance()
    {
        var rule = TopThree with { PerDelegation = 1, Reserves = 2 };
        Assert.Equal("A1+ A2d B1+ B2d C1+ D1r1 -1r2", Say(rule, [Line("A1", "9"), Line("A2", "8"), Line("B1", "7"), Line("B2", "6"), Line("C1", "5"), Line("D1", "4"), Line("-1", "3")]));
    }

    [Fact]
    public void PerDelegation_EqualOnes_AreLeftToPeople()
    {
        var rule = TopThree with { PerDelegation = 1, Ties = TieRule.Comparators };
        // A has one place for two equal entries; it is kept for one of them.
        Assert.Equal("A1? A2? B1+ C1+ D1q", Say(rule, [Line("A1", "9"), Line("A2", "9"), Line("B1", "7"), Line("C1", "6"), Line("D1", "5")]));
    }

    [Fact]
    public void WithoutDelegation_NobodyIsLimited() =>
        Assert.Equal("-1+ -2+ -3+ -4q", Say(TopThree with { PerDelegation = 1 }, [Line("-1", "9"), Line("-2", "8"), Line("-3", "7"), Line("-4", "6")]));

    [Fact]
    public void Reserves_Equal_ShareTheNumber() =>
        Assert.Equal("E01+ E02+ E03+ E04r1 E05r1 E06r3 E07q", Say(TopThree with { Reserves = 3 }, ["9", "8", "7", "6", "6", "5", "4"]));

    [Fact]
    public void Everyone_WhoQualifies_Advances() =>
        Assert.Equal("E01+ E02+ E03-", Say(new() { Quota = new EveryoneQuota(), Require = [new TotalCondition(new(Points("60"), null))] }, ["90", "60", "59.999999"]));

    [Fact]
    public void TableWithoutAnswer_AdvancesNobodyAndSaysSo()
    {
        var rule = new AdvancementRule { Quota = new FieldSizeQuota([new(11, null, 3)]) };
        var result = AdvancementCalculator.Compute(Of(Plain, ["9", "8"]), rule);
        Assert.True(result.IsOpen);
        Assert.Equal([AwardNotes.FieldSizeUndefined], result.Notes.Select(note => note.Code));
        Assert.All(result.Lines, line => Assert.Equal((AdvancementState.Qualifies, AdvancementReason.PlacesUndefined), (line.State, line.Reason)));
    }

    [Fact]
    public void NotYetMarked_DoesNotQualify() => Assert.Equal("E01+ E02-", Say(TopThree, ["9", ""]));

    [Fact]
    public void Notes_ComparatorDecides_TieIsNoTie()
    {
        var scheme = Plain with { TieBreaks = [new FormTieBreak("f")] };
        var lines = new[] { Line("A", "9 1"), Line("B", "9 2"), Line("C", "8 1") };
        Assert.Equal("B+ Aq Cq", Say(Of(scheme, lines), new() { Quota = new NumberQuota(1), Ties = TieRule.Comparators }));
        Assert.Equal("B+ A+ Cq", Say(Of(scheme, lines), new() { Quota = new NumberQuota(1), Ties = TieRule.Include }));
    }

    private static string Say(AdvancementRule rule, IEnumerable<string> totals) => Say(Of(Plain, totals), rule);

    // The first letter of a code is the delegation; "-" is none.
    private static string Say(AdvancementRule rule, IEnumerable<BoardLine> lines) =>
        Say(Of(Plain, lines, code => new() { Delegation = code[0] == '-' ? "" : code[..1] }), rule);

    private static string Say(ContestField field, AdvancementRule rule) =>
        string.Join(' ', AdvancementCalculator.Compute(field, rule).Lines.Select(line => line.Line.Code + (line.State, line.Reason) switch
        {
            (AdvancementState.Advances, _) => "+",
            (AdvancementState.Undecided, _) => "?",
            (AdvancementState.Reserve, _) => $"r{line.Reserve}",
            (AdvancementState.Qualifies, AdvancementReason.DelegationFull) => "d",
            (AdvancementState.Qualifies, AdvancementReason.TieExcluded) => "x",
            (AdvancementState.Qualifies, _) => "q",
            (AdvancementState.DoesNotQualify, _) => "-",
        }));
}
