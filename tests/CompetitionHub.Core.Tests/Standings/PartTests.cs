using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>How parts make a whole: best of several, limits, roles, failed attempts, carried points.</summary>
public sealed class PartTests
{
    private static readonly MarkingScheme Lifts = Scheme(Module("m", Lift("squat"), Lift("bench"))) with { FullMark = null };

    [Theory]
    [InlineData(Combination.Sum, 1, "15")]
    [InlineData(Combination.Highest, 1, "7")]
    [InlineData(Combination.Highest, 2, "12")]
    [InlineData(Combination.Lowest, 1, "3")]
    [InlineData(Combination.Lowest, 2, "8")]
    [InlineData(Combination.Mean, 1, "5")]
    public void Combine_ThreeParts_IsAsNamed(Combination combine, int count, string total)
    {
        var scheme = ThreeAspects(form => form with { Combine = combine, Count = count });
        Assert.Equal(total, Text(scheme, Mark("a", 1, "3"), Mark("b", 1, "7"), Mark("c", 1, "5")));
        Assert.Equal("7", Text(scheme, Mark("b", 1, "7")));
        Assert.Null(Text(scheme));
    }

    [Fact]
    public void Combine_FullMark_FollowsTheCombination()
    {
        Assert.Equal("30", Full(Combination.Sum, 1));
        Assert.Equal("20", Full(Combination.Highest, 2));
        Assert.Equal("10", Full(Combination.Lowest, 1));
        Assert.Equal("10", Full(Combination.Mean, 1));

        static string Full(Combination combine, int count) =>
            ScoreText.Format(SchemeRules.FullMarkOf(ThreeAspects(form => form with { Combine = combine, Count = count })).GetValueOrDefault());
    }

    [Theory] // full marks 10, 6 and 4: of several parts those count that are added, not the largest so many times
    [InlineData(Combination.Sum, 1, "20/1")]
    [InlineData(Combination.Highest, 1, "10/1")]
    [InlineData(Combination.Highest, 2, "16/1")]
    [InlineData(Combination.Highest, 5, "20/1")]
    [InlineData(Combination.Lowest, 1, "4/1")]
    [InlineData(Combination.Lowest, 2, "10/1")]
    [InlineData(Combination.Mean, 1, "20/3")]
    public void Combine_FullMarkOfUnequalParts_IsOfThoseThatAreAdded(Combination combine, int count, string full)
    {
        var form = Form("f", 1, Aspect("a", new DirectPoints(), "6"), Aspect("b", new DirectPoints()), Aspect("c", new DirectPoints(), "4")) with { Combine = combine, Count = count };
        Assert.Equal(full, SchemeRules.FullMarkOf(form).ToString());
        Assert.Equal("3/1", SchemeRules.FullMarkOf(form with { Cap = Points("3") }).ToString());
        var open = form with { Aspects = [.. form.Aspects, Aspect("open", new DirectPoints(), null)] };
        Assert.Null(SchemeRules.FullMarkOf(open));
        Assert.Equal("3/1", SchemeRules.FullMarkOf(open with { Cap = Points("3") }).ToString());
    }

    [Fact]
    public void LastStage_FullMark_IsThatOfTheLargestStage()
    {
        var scheme = new MarkingScheme
        {
            FullMark = null, RankBy = RankBy.LastStage,
            Stages = [Stage("heat", Module("h", Form("fh", 1, Aspect("a", new DirectPoints(), "6")))), Stage("final", Module("g", Form("fg", 1, Aspect("b", new DirectPoints()))))],
        };
        Assert.Equal("10/1", SchemeRules.FullMarkOf(scheme).ToString());
        Assert.Equal("16/1", SchemeRules.FullMarkOf(scheme with { RankBy = RankBy.Total }).ToString());
    }

    [Fact]
    public void CarryOver_OfTheFirstStage_HasNothingToCarry()
    {
        var scheme = new MarkingScheme { FullMark = null, Stages = [Stage("only", Module("h", Form("fh", 1, Aspect("a", new DirectPoints())))) with { CarryOver = Points("0.5") }] };
        Assert.Equal("8", Text(scheme, Mark("a", 1, "8")));
    }

    [Theory]
    [InlineData("3", "7", "8")]
    [InlineData("0", "1", "2")]
    public void Limits_CapAndFloor_HoldBeforeRounding(string a, string b, string total) =>
        Assert.Equal(total, Text(ThreeAspects(form => form with { Cap = Points("8"), Floor = Points("2") }), Mark("a", 1, a), Mark("b", 1, b)));

    [Fact]
    public void Role_BonusPenaltyInfo_AddSubtractAndStayOutside()
    {
        var scheme = OneForm(1, Aspect("work", new DirectPoints()), As("early", AspectRole.Bonus), As("rule", AspectRole.Penalty), As("time", AspectRole.Info));
        Assert.Equal("10/1", SchemeRules.FullMarkOf(scheme).ToString());
        Assert.Equal("7.5", Text(scheme, Mark("work", 1, "8"), Mark("early", 1, "1.5"), Mark("rule", 1, "2"), Mark("time", 1, "9")));
        Assert.Equal("2/1", Result(scheme, Mark("rule", 1, "2")).Scores.Deductions.ToString());
        Assert.Null(Text(scheme, Mark("time", 1, "9")));
    }

    [Fact] // datasets/powerlifting_2021: best good attempt per lift; no good attempt in one lift → no total
    public void Failed_SomeAttempts_AreNotTheBest()
    {
        CountedMark[] marks = [Mark("squat1", 1, "100"), Mark("squat2", 1, MarkState.Failed), Mark("squat3", 1, "110"), Mark("bench1", 1, "60")];
        Assert.Equal("170", Text(Lifts, marks));
        Assert.False(Result(Lifts, marks).Scores.Total.IsNoResult);
    }

    [Fact]
    public void Failed_AllAttemptsOfOneLift_LeaveNoResult()
    {
        CountedMark[] marks = [Mark("squat1", 1, "100"), .. Enumerable.Range(1, 3).Select(n => Mark($"bench{n}", 1, MarkState.Failed))];
        var result = Result(Lifts, marks);
        Assert.True(result.Scores.Total.IsNoResult);
        Assert.Null(result.Total);
        Assert.Equal(4, result.Marked);
        var lenient = Lifts with { Stages = [.. Lifts.Stages.Select(stage => stage with { Modules = [.. stage.Modules.Select(module => module with { NoResultIsZero = true })] })] };
        Assert.Equal("100", Text(lenient, marks));
    }

    [Fact]
    public void Failed_AndNotYetMarked_AreTwoThings()
    {
        Assert.True(Result(Lifts, Mark("squat1", 1, MarkState.Failed)).Scores.Forms[0].IsNoResult);
        Assert.True(Result(Lifts, Mark("squat1", 1, MarkState.Cleared)).Scores.Forms[0].IsNone);
        Assert.Equal("0", Text(Lifts, Mark("squat1", 1, MarkState.NotAttempted)));
    }

    [Fact]
    public void LastStage_FinalCarriesAShareOfTheQualification()
    {
        var scheme = new MarkingScheme
        {
            FullMark = null,
            RankBy = RankBy.LastStage,
            Stages =
            [
                Stage("heat", Module("h", Form("fh", 1, Aspect("a", new DirectPoints())))),
                Stage("final", Module("g", Form("fg", 1, Aspect("b", new DirectPoints())))) with { CarryOver = Points("0.4") },
            ],
        };
        Assert.Equal("9", Text(scheme, Mark("a", 1, "9")));
        Assert.Equal("6.6", Text(scheme, Mark("a", 1, "9"), Mark("b", 1, "3")));
        Assert.Equal(["1/1", "9/1"], Result(scheme, Mark("a", 1, "9")).Keys.Select(key => key.ToString()));
        Assert.Equal(["2/1", "33/5"], Result(scheme, Mark("a", 1, "9"), Mark("b", 1, "3")).Keys.Select(key => key.ToString()));
    }

    private static MarkingForm Lift(string key) =>
        Form(key, 1, [.. Enumerable.Range(1, 3).Select(n => Aspect($"{key}{n}", new DirectPoints(), null))]) with { Combine = Combination.Highest };

    private static Aspect As(string key, AspectRole role) => Aspect(key, new DirectPoints()) with { Role = role };

    private static MarkingScheme ThreeAspects(Func<MarkingForm, MarkingForm> change) =>
        Scheme(Module("m", change(Form("f", 1, Aspect("a", new DirectPoints()), Aspect("b", new DirectPoints()), Aspect("c", new DirectPoints())))));

    private static EntryResult Result(MarkingScheme scheme, params CountedMark[] marks) => EntryCalculator.Calculate(CompiledScheme.Compile(scheme), marks);

    private static string? Text(MarkingScheme scheme, params CountedMark[] marks) =>
        Result(scheme, marks).Total is { } total ? ScoreText.Format(total) : null;
}
