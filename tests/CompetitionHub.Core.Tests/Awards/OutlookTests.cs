using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using static CompetitionHub.Core.Tests.Awards.Fields;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Awards;

/// <summary>Case by case what is said of A, who has 90 and is done, and of B, who will have between two numbers of points.</summary>
public sealed class OutlookTests
{
    private static readonly BoardLine[] Lines =
    [
        Line("A", "90"), Line("B", ""), Line("absent", "95", EntryStatus.Absent), Line("disqualified", "99", EntryStatus.Disqualified), Line("failed", ""),
    ];

    [Theory]
    [InlineData(1, "0 100", "A Possible, B Possible")]
    [InlineData(2, "0 100", "A Clinched, B Clinched")]
    [InlineData(1, "0 80", "A Clinched, B Out")]
    [InlineData(2, "0 80", "A Clinched, B Clinched")]
    [InlineData(1, "95 100", "A Out, B Clinched")]
    // Level at the line: nobody is sure, nobody is lost.
    [InlineData(1, "0 90", "A Possible, B Possible")]
    [InlineData(1, "90 100", "A Possible, B Possible")]
    // Where the rules look at the field nothing is known of B, and A has to fear everything.
    [InlineData(1, "", "A Possible, B Unknown")]
    [InlineData(2, "", "A Clinched, B Unknown")]
    public void Number_OfPlaces_IsComparedWithWhoMayAndWhoWillBeAhead(int places, string ofB, string said) => Assert.Equal(said, Say(new() { Quota = new NumberQuota(places) }, ofB));

    [Theory]
    [InlineData(TieRule.Include, "0 90", "A Possible, B Possible")]
    [InlineData(TieRule.Exclude, "0 90", "A Possible, B Possible")]
    [InlineData(TieRule.Comparators, "0 90", "A Possible, B Possible")]
    [InlineData(TieRule.Exclude, "0 89.999999", "A Clinched, B Out")]
    public void Ties_AreLeftOpen(TieRule ties, string ofB, string said) => Assert.Equal(said, Say(new() { Quota = new NumberQuota(1), Ties = ties }, ofB));

    [Theory] // A and C have the same points, C is ahead by what decides between equals
    [InlineData(TieRule.Include, "A Possible, C Clinched")]
    [InlineData(TieRule.Exclude, "A Possible, C Possible")]
    [InlineData(TieRule.Comparators, "A Out, C Clinched")]
    public void Ties_OfThoseWhoAreDone_FollowTheRule(TieRule ties, string said)
    {
        var field = Of(Plain with { TieBreaks = [new FormTieBreak("f")] }, [Line("A", "90 1"), Line("C", "90 2"), Line("B", "")], code => Facts(code, "0 80", "", ""));
        Assert.Equal(said, Say(field, new() { Quota = new NumberQuota(1), Ties = ties }, "A", "C"));
    }

    [Theory]
    [InlineData(1, "0 80", "X", "X", "A Clinched, B Out")]
    [InlineData(1, "0 100", "X", "X", "A Possible, B Possible")]
    [InlineData(1, "0 80", "X", "Y", "A Clinched, B Clinched")]
    [InlineData(1, "0 80", "", "", "A Clinched, B Clinched")]
    [InlineData(2, "0 100", "X", "X", "A Clinched, B Clinched")]
    public void Limit_OfADelegation_IsLookedAtBesideThePlaces(int most, string ofB, string delegationOfA, string delegationOfB, string said) =>
        Assert.Equal(said, Say(new() { Quota = new NumberQuota(2), PerDelegation = most }, ofB, delegationOfA, delegationOfB));

    [Theory] // X takes one place of two, however many of its own are ahead
    [InlineData(1, "A Clinched, B Possible, C Out")]
    [InlineData(2, "A Clinched, B Out, C Clinched")]
    public void Limit_OfADelegation_LeavesPlacesToOthers(int most, string said)
    {
        var field = Field([.. Lines, Line("C", "85")], code => Facts(code, "0 80", "X", "Y") with { Delegation = code == "B" ? "Y" : "X" });
        Assert.Equal(said, Say(field, new() { Quota = new NumberQuota(2), PerDelegation = most }, "A", "B", "C"));
    }

    [Theory]
    [InlineData("60", null, "0 80", "A Clinched, B Possible")]
    [InlineData("60", null, "0 59", "A Clinched, B Out")]
    [InlineData("60", null, "60 80", "A Clinched, B Clinched")]
    [InlineData(null, "89", "0 89", "A Out, B Clinched")]
    [InlineData(null, "70", "0 80", "A Out, B Possible")]
    [InlineData(null, "70", "71 80", "A Out, B Out")]
    [InlineData("91", null, "0 100", "A Out, B Possible")]
    [InlineData("60", null, "", "A Clinched, B Unknown")]
    public void Total_IsMetWhenBothEndsMeetIt(string? least, string? most, string ofB, string said) =>
        Assert.Equal(said, Say(new() { Quota = new NumberQuota(2), Require = [new TotalCondition(new(Limit(least), Limit(most)))] }, ofB));

    [Theory]
    [InlineData(1, "0 80", "A Clinched, B Out")]
    [InlineData(1, "0 100", "A Possible, B Possible")]
    [InlineData(1, "95 100", "A Out, B Clinched")]
    [InlineData(2, "0 100", "A Clinched, B Clinched")]
    public void Rank_IsMetByHowManyMayBeAhead(int most, string ofB, string said) =>
        Assert.Equal(said, Say(new() { Quota = new NumberQuota(2), Require = [new RankCondition(most)] }, ofB));

    [Fact]
    public void Part_BeforeEverythingIsFinal_IsOpen() =>
        Assert.Equal("A Out, B Possible", Say(new() { Quota = new NumberQuota(2), Require = [new PartCondition(SchemeLevel.Module, "m", new(Points("1"), null))] }, "0 100"));

    [Fact] // the scale of one moves with the marks of all others
    public void Scale_BeforeEverybodyIsDone_IsOpen()
    {
        var field = Of(Plain with { Scale = new() }, Lines, code => Facts(code, "0 100", "", ""));
        Assert.Equal("A Possible, B Possible", Say(field, new() { Quota = new NumberQuota(2), Require = [new ScaleCondition(new(Points("1"), null))] }, "A", "B"));
    }

    [Theory] // a share of those who are ranked grows with them
    [InlineData("1-1:1", "0 80", "A Unknown, B Unknown")]
    [InlineData("1-1:1 2-2:2", "0 80", "A Clinched, B Possible")]
    [InlineData("1-1:2 2-2:2", "0 80", "A Clinched, B Clinched")]
    [InlineData("1-1:1 2-2:1", "0 80", "A Clinched, B Out")]
    [InlineData("1-1:0 2-2:1", "0 80", "A Possible, B Out")]
    public void Places_ThatMoveWithTheField_AreTheFewestAndTheMost(string rows, string ofB, string said)
    {
        var quota = new FieldSizeQuota([.. rows.Split(' ').Select(row => row.Split('-', ':').Select(int.Parse).ToArray()).Select(row => new FieldSizeRow(row[0], row[1], row[2]))]);
        Assert.Equal(said, Say(new() { Quota = quota, Base = FieldBase.Ranked }, ofB));
    }

    [Fact] // two are done and one is to come: two or three, never one
    public void Places_ThatMoveWithTheField_BeginWithThoseWhoAreDone()
    {
        var rule = new AdvancementRule { Quota = new FieldSizeQuota([new(2, 2, 1), new(3, 3, 2)]), Base = FieldBase.Ranked };
        Assert.Equal("A Clinched, C Possible, B Out", Say(Field([.. Lines, Line("C", "85")], code => Facts(code, "0 80", "", "")), rule, "A", "C", "B"));
    }

    [Fact]
    public void WhoIsOut_OrHasNoResult_IsOutAndNobodysRival() => Assert.Equal(
        "absent Out, disqualified Out, failed Out", Say(Field(Lines, code => Facts(code, "0 100", "", "")), new() { Quota = new NumberQuota(5) }, "absent", "disqualified", "failed"));

    [Fact]
    public void Everyone_WhoQualifies_IsSure() => Assert.Equal("A Clinched, B Clinched", Say(new() { Quota = new EveryoneQuota() }, "0 1"));

    private static Score? Limit(string? points) => points is null ? null : Points(points);

    private static string Say(AdvancementRule rule, string ofB, string delegationOfA = "", string delegationOfB = "") =>
        Say(Field(Lines, code => Facts(code, ofB, delegationOfA, delegationOfB)), rule, "A", "B");

    private static string Say(ContestField field, AdvancementRule rule, params string[] codes)
    {
        var said = AdvancementCalculator.Compute(field, rule).Lines.ToDictionary(line => line.Line.Code, line => line.Outlook);
        return string.Join(", ", codes.Select(code => $"{code} {said[code]}"));
    }

    private static ContestField Field(BoardLine[] lines, Func<string, EntryFacts> facts) => Of(Plain, lines, facts);

    private static EntryFacts Facts(string code, string ofB, string delegationOfA, string delegationOfB) => code switch
    {
        "A" => new() { Delegation = delegationOfA },
        "B" => new() { Delegation = delegationOfB, Bounds = ofB.Split(' ') is [var low, var high] ? new(Points(low).ToFraction(), Points(high).ToFraction()) : null },
        "failed" => new() { WillHaveNoResult = true },
        _ => new(),
    };
}
