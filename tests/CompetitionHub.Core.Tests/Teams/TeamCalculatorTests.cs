using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;
using CompetitionHub.Core.Tests.Awards;
using CompetitionHub.Core.Tests.Shared;
using FsCheck.Fluent;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Teams;

public sealed class TeamCalculatorTests
{
    // domain.md §2.11: Weihai union.
    private static readonly TeamRankPoints Weihai = new(
        [.. Enumerable.Range(1, 6).Select(rank => new TeamRankPointsRow(rank, rank, Score.Points(11 - rank))), new(7, 10, Score.Points(4))], Score.One);

    [Fact]
    public void RankPoints_Weihai_RanksOneSixEightFifteenMakeTwenty()
    {
        var contest = Contest("c", [.. Enumerable.Range(1, 16).Select(rank => (rank is 1 or 6 or 8 or 15 ? $"A-{rank}" : $"B-{rank}", $"{100 - rank}"))]);
        var team = Compute(new() { Key = "k", Name = Name("k"), Points = Weihai }, contest).Single(team => team.Delegation == "A");
        Assert.Equal("20/1", team.Points.ToString());
        Assert.Equal(["10", "5", "4", "1"], team.Counted.Select(member => ScoreText.Format(member.Points!.Value)));
    }

    [Fact]
    public void RankPoints_EqualSums_MoreBetterRanksDecide() // domain.md §2.7, §2.11: tie → count of better individual ranks
    {
        // Both have 15: ranks 2 and 5 (9 + 6), ranks 3 and 4 (8 + 7). The second place decides.
        var contest = Contest("c", ("Z-1", "100"), ("B-2", "99"), ("A-3", "98"), ("A-4", "97"), ("B-5", "96"));
        var rule = Rule(Weihai) with { TieBreaks = [new BetterRanksTieBreak()] };
        Assert.Equal(["1 B 15", "2 A 15", "3 Z 10"], Say(Compute(rule, contest)));
        Assert.Equal(1, Compute(rule, contest)[1].DecidedBy);
        Assert.Equal(["1 A 15", "1 B 15", "3 Z 10"], Say(Compute(rule with { TieBreaks = [] }, contest)));
    }

    [Fact]
    public void AwardPoints_MachineryIndustry_NothingIsOutOfTheRanking() // domain.md §2.11: 8 / 4 / 2 / 1 / 0
    {
        var group = Fields.Group(TieRule.Include,
            Fields.Award("first", new NumberQuota(1)), Fields.Award("second", new NumberQuota(1)), Fields.Award("third", new NumberQuota(1)),
            Fields.Award("passed", new EveryoneQuota(), new TotalCondition(new(Points("60"), null))));
        var rule = Rule(new TeamAwardPoints([Row("first", "8"), Row("second", "4"), Row("third", "2"), Row("passed", "1")], Score.Zero)) with { Minimum = Score.One };
        var one = Contest("one", [group], ("A-1", "95"), ("B-1", "90"), ("C-1", "85"), ("D-1", "70"), ("E-1", "50"));
        var two = Contest("two", [group], ("B-2", "95"), ("C-2", "90"), ("A-2", "55"));
        Assert.Equal(["1 B 12", "2 A 10", "3 C 6", "4 D 1", "BelowMinimum E 0"], Say(Compute(rule, one, two)));
    }

    [Fact]
    public void AwardPoints_MedalPoints_TotalAndAverage() // domain.md §5.4: 4 / 3 / 2 / 1; average = total ÷ skills entered
    {
        var group = Fields.Group(TieRule.Include,
            Fields.Award("gold", new NumberQuota(1)), Fields.Award("silver", new NumberQuota(1)), Fields.Award("bronze", new NumberQuota(1)), Fields.Award("medallion", new NumberQuota(1)));
        var rule = Rule(new TeamAwardPoints([Row("gold", "4"), Row("silver", "3"), Row("bronze", "2"), Row("medallion", "1")], Score.Zero));
        TeamContest[] contests =
        [
            Contest("one", [group], ("A-1", "9"), ("B-1", "8"), ("C-1", "7")),
            Contest("two", [group], ("B-2", "9"), ("A-2", "8"), ("A-3", "7"), ("A-4", "6")),
            Contest("three", [group], ("A-5", "1"), ("B-3", "9")),
        ];
        Assert.Equal(["1 A 13", "2 B 11", "3 C 2"], Say(Compute(rule, contests)));
        Assert.Equal(["1 A 4.333333…", "2 B 3.666666…", "3 C 2"], Say(Compute(rule with { Average = true }, contests)));
    }

    [Fact]
    public void Total_ThreeMembers_LessTotalTimeDecides() // domain.md §2.7: three people's sum; tie → less total time of the three
    {
        var times = new Dictionary<string, string> { ["A-1"] = "30", ["A-2"] = "31", ["A-3"] = "33", ["B-1"] = "20", ["B-2"] = "40", ["B-3"] = "33.5", ["C-1"] = "10", ["C-2"] = "10" };
        var contest = Contest("c", [], times, ("A-1", "90"), ("B-1", "88"), ("A-2", "80"), ("B-2", "80"), ("B-3", "82"), ("A-3", "80"), ("C-1", "99"), ("C-2", "99"));
        var rule = Rule(new TeamTotalPoints()) with { BestPerContest = 3, MinimumMembers = 3, TieBreaks = [new AspectSumTieBreak("time", TieBreakOrder.LowerFirst)] };
        // 90 + 80 + 80 = 88 + 80 + 82; the times are 94 and 93.5.
        Assert.Equal(["1 B 250", "2 A 250", "TooFewMembers C 198"], Say(Compute(rule, contest)));
        Assert.Equal(1, Compute(rule, contest)[1].DecidedBy);
    }

    [Fact]
    public void AspectSum_OneTimeMissing_IsBehindEveryTime()
    {
        var times = new Dictionary<string, string> { ["A-1"] = "900", ["A-2"] = "900", ["B-1"] = "1" };
        var contest = Contest("c", [], times, ("A-1", "5"), ("A-2", "5"), ("B-1", "5"), ("B-2", "5"));
        Assert.Equal(["1 A 10", "2 B 10"], Say(Compute(Rule(new TeamTotalPoints()) with { TieBreaks = [new AspectSumTieBreak("time", TieBreakOrder.LowerFirst)] }, contest)));
    }

    [Theory]
    [InlineData(null, null, "1 A 30", "2 B 25")]
    [InlineData(1, null, "1 B 19", "2 A 17")]
    [InlineData(2, 3, "1 A 24", "2 B 23")]
    [InlineData(null, 1, "1 B 10", "2 A 9")]
    public void Best_OfEachContestAndOfAll_AreCounted(int? perContest, int? best, params string[] expected)
    {
        TeamContest[] contests =
        [
            Contest("one", ("A-1", "9"), ("A-2", "7"), ("A-3", "6"), ("B-1", "10"), ("B-2", "2")),
            Contest("two", ("A-4", "8"), ("B-3", "9"), ("B-4", "4")),
        ];
        Assert.Equal(expected, Say(Compute(Rule(new TeamTotalPoints()) with { BestPerContest = perContest, Best = best }, contests)));
    }

    [Fact]
    public void Scale_SumOverContests_WeighsThemAlike() // domain.md §5.4: total point score = Σ scale scores
    {
        TeamContest[] contests = [Contest("easy", ("A-1", "90"), ("B-1", "80"), ("C-1", "70")), Contest("hard", ("A-2", "9"), ("B-2", "8"), ("C-2", "7"))];
        // In both fields the MAD is one step: 30 ÷ 1.4826 = 20.23 scale points from the median.
        Assert.Equal(["1 A 1440", "2 B 1400", "3 C 1360"], Say(Compute(Rule(new TeamScalePoints()), contests)));
    }

    [Fact]
    public void LowerIsBetter_TheSmallestSumWins()
    {
        var contest = Contest("c", ("A-1", "100"), ("A-2", "50"), ("B-1", "60"), ("B-2", "70"));
        var rule = Rule(new TeamTotalPoints()) with { Order = TieBreakOrder.LowerFirst, BestPerContest = 1, Minimum = Points("55") };
        Assert.Equal(["1 A 50", "BelowMinimum B 60"], Say(Compute(rule, contest)));
    }

    [Fact]
    public void Contests_OnlyTheChosenOnes_Count()
    {
        TeamContest[] contests = [Contest("one", ("A-1", "9")), Contest("two", ("B-1", "8"))];
        Assert.Equal(["1 B 8"], Say(Compute(Rule(new TeamTotalPoints()) with { Contests = ["two"] }, contests)));
    }

    [Fact]
    public void Average_AbsentAndWithdrawn_DidNotEnter()
    {
        var contests = new[] { Contest("one", ("A-1", "9")), Contest("two", ("A-2!", "9")), Contest("three", ("A-3", "")) };
        var team = Assert.Single(Compute(Rule(new TeamTotalPoints()) with { Average = true }, contests));
        Assert.Equal((2, "9/2"), (team.ContestsEntered, team.Points.ToString()));
    }

    [Fact]
    public void Members_AreListedFromTheBest_WithWhatBecameOfThem()
    {
        // Equal points: by rank, by contest, by code; whoever has no points stands behind, by contest and code.
        TeamContest[] contests =
        [
            At(2, Contest("two", ("A-9", "5"), ("A-1", "5"), ("B-0", "7"), ("A-z", ""))), At(1, Contest("one", ("A-7", "5"), ("A-2", "5"), ("A-x!", "9"), ("A-b", ""))), At(3, Contest("three", ("A-0", "5"), ("A-5", "4"))),
        ];
        var team = Compute(Rule(new TeamTotalPoints()) with { BestPerContest = 2, Best = 4 }, contests).Single(team => team.Delegation == "A");
        Assert.Equal(
            "A-2 Counted A-7 Counted A-0 Counted A-1 Counted A-9 BeyondBest A-5 BeyondBest A-b NoPoints A-x! NoPoints A-z NoPoints",
            string.Join(' ', team.Members.Select(member => $"{member.Line.Code} {member.Use}")));
        Assert.Equal(("20/1", "20/1", 3), (team.Sum.ToString(), team.Points.ToString(), team.ContestsEntered));

        static TeamContest At(int position, TeamContest contest) => contest with { Contest = contest.Contest with { Position = position } };
    }

    [Fact]
    public void Team_WithNothingThatCounts_HasNoPointsAndNoRank()
    {
        var team = Assert.Single(Compute(Rule(new TeamTotalPoints()) with { Average = true }, Contest("one", ("A-1", ""), ("A-2!", "5"))));
        Assert.Equal((null, null, TeamPlace.TooFewMembers, null), (team.Sum, team.Points, team.Place, team.Rank));
        Assert.Equal(TeamPlace.TooFewMembers, Assert.Single(Compute(Rule(new TeamTotalPoints()) with { MinimumMembers = 0 }, Contest("one", ("A-1", "")))).Place);
    }

    [Fact]
    public void AwardPoints_OfSeveralGroups_AreAdded()
    {
        AwardGroup[] groups = [Fields.Group(TieRule.Include, Fields.Award("gold", new NumberQuota(1))), Fields.Group(TieRule.Include, Fields.Award("title", new NumberQuota(2))) with { Key = "titles" }];
        var rule = Rule(new TeamAwardPoints([Row("gold", "4"), Row("title", "2.5")], Points("1")));
        Assert.Equal(["1 A 6.5", "2 B 2.5", "3 C 1"], Say(Compute(rule, Contest("one", groups, ("A-1", "9"), ("B-1", "8"), ("C-1", "7")))));
    }

    [Fact]
    public void AwardPoints_OfWhoIsNotRanked_AreNone()
    {
        var rule = Rule(new TeamAwardPoints([Row("gold", "4")], Points("1")));
        Assert.Equal(["1 A 1"], Say(Compute(rule, Contest("one", ("A-1", "5"), ("A-2", ""), ("A-3!", "9")))));
    }

    [Fact]
    public void BetterRanks_OneMore_IsAheadOfNone_AndLaterComparatorsKeepTheirNumber()
    {
        // Both share rank 1 for 10 points; B has a rank more, which brings nothing. C and D are equal in ranks, too: their times decide.
        var contest = Contest("one", [], new Dictionary<string, string> { ["C-1"] = "9", ["D-1"] = "8" }, ("A-1", "9"), ("B-1", "9"), ("B-2", "1"), ("C-1", "8"), ("D-1", "8"));
        var rule = Rule(new TeamRankPoints([new(1, 1, Points("10")), new(3, 3, Points("5"))], Score.Zero)) with { TieBreaks = [new BetterRanksTieBreak(), new AspectSumTieBreak("time", TieBreakOrder.LowerFirst)] };
        var teams = Compute(rule, contest);
        Assert.Equal(["1 B 10", "2 A 10", "3 D 5", "4 C 5"], Say(teams));
        Assert.Equal([null, 1, 0, 2], teams.Select(team => team.DecidedBy));
    }

    [Fact]
    public void Minimum_Reached_IsEnough()
    {
        var contest = Contest("one", ("A-1", "60"), ("B-1", "59.999999"));
        Assert.Equal(["1 A 60", "BelowMinimum B 59.999999"], Say(Compute(Rule(new TeamTotalPoints()) with { Minimum = Points("60") }, contest)));
        Assert.Equal(["1 B 59.999999", "2 A 60"], Say(Compute(Rule(new TeamTotalPoints()) with { Order = TieBreakOrder.LowerFirst, Minimum = Points("60") }, contest)));
        Assert.Equal(["1 A 60", "2 B 59.999999"], Say(Compute(Rule(new TeamTotalPoints()) with { MinimumMembers = 1 }, contest)));
        Assert.Equal(["TooFewMembers A 60", "TooFewMembers B 59.999999"], Say(Compute(Rule(new TeamTotalPoints()) with { MinimumMembers = 2 }, contest)));
    }

    [Fact]
    public void Teams_AnyOrderOfEntries_AreTheSame() => Properties.Hold(
        from totals in Gen.Choose(0, 5).ArrayOf(12) from seed in Gen.Choose(0, 1000) from best in Gen.Choose(1, 4) select (totals, seed, best), c =>
        {
            var rows = c.totals.Select((total, n) => ($"{(char)('A' + (n % 4))}-{n}", $"{total}")).ToArray();
            var rule = Rule(Weihai) with { Best = c.best, TieBreaks = [new BetterRanksTieBreak()] };
            return Say(Compute(rule, Contest("c", rows))).SequenceEqual(Say(Compute(rule, Contest("c", Properties.Shuffled(rows, c.seed)))));
        });

    [Fact]
    public void Teams_AnyField_SumWhatOpens() => Properties.Hold(Gen.Choose(0, 9).ArrayOf(20), totals =>
        Compute(Rule(Weihai) with { BestPerContest = 2 }, Contest("c", [.. totals.Select((total, n) => ($"{(char)('A' + (n % 5))}-{n}", $"{total}"))]))
            .All(team => team.Sum == team.Counted.Select(member => member.Points!.Value).Aggregate((sum, next) => sum + next) && team.Counted.Count() <= 2
                && team.Members.Where(member => member.Use == TeamMemberUse.BeyondBest).All(left => team.Counted.All(member => member.Points >= left.Points))));

    private static TeamRanking Rule(TeamPoints points) => new() { Key = "k", Name = Name("k"), Points = points };

    private static TeamAwardPointsRow Row(string award, string points) => new(award, Points(points));

    private static IReadOnlyList<TeamResult> Compute(TeamRanking rule, params TeamContest[] contests) =>
        TeamCalculator.Compute(rule, contests, [.. "ABCDEZ".Select(code => new Delegation(code.ToString(), "", new(code.ToString(), Name(code.ToString())), null))]);

    private static IEnumerable<string> Say(IReadOnlyList<TeamResult> teams) =>
        teams.Select(team => $"{(team.Rank is { } rank ? $"{rank}" : $"{team.Place}")} {team.Delegation} {ScoreText.Format(team.Points ?? Fraction.Zero)}");

    private static TeamContest Contest(string slug, params (string Code, string Total)[] entries) => Contest(slug, [], entries);

    private static TeamContest Contest(string slug, AwardGroup[] awards, params (string Code, string Total)[] entries) => Contest(slug, awards, [], entries);

    // What stands before the hyphen is the delegation; an exclamation mark is an absent entry.
    private static TeamContest Contest(string slug, AwardGroup[] awards, Dictionary<string, string> times, params (string Code, string Total)[] entries)
    {
        var field = Fields.Of(Fields.Plain with { Awards = awards, Scale = new() }, entries.Select(entry =>
            Fields.Line(entry.Code, entry.Total, entry.Code.EndsWith('!') ? EntryStatus.Absent : EntryStatus.Active)), code => new()
            {
                Delegation = code[..code.IndexOf('-', StringComparison.Ordinal)],
                Parts = times.TryGetValue(code, out var time)
                    ? new Dictionary<(SchemeLevel, string), Fraction> { [(SchemeLevel.Aspect, "time")] = Points(time).ToFraction() }
                    : new Dictionary<(SchemeLevel, string), Fraction>(),
            });
        var contest = new Contest(slug, "", new(slug, Name(slug), "", new("", ""), ContestFormat.Individual, CountingRule.Submitted), 1, 0);
        return new(contest, field, AwardCalculator.Compute(field, new Dictionary<string, Score>()));
    }
}
