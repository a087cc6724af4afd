using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using static CompetitionHub.Core.Tests.Awards.Fields;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Awards;

/// <summary>What awards, advancement and teams see of a board.</summary>
public sealed class ContestFieldTests
{
    // The first key is how far an entry came, the second its points there.
    private static readonly MarkingScheme Stages = new()
    {
        FullMark = null, RankBy = RankBy.LastStage, TieBreaks = [new FormTieBreak("g")], Scale = new(),
        Stages = [Stage("heat", Module("m", Form("f", 0, Aspect("a", new Imported())))), Stage("final", Module("n", Form("g", 0, Aspect("b", new Imported()))))],
    };

    [Fact]
    public void LastStage_Points_AreThoseOfTheLastStage_ButWhoCameLessFarIsBehind()
    {
        var field = Of(Stages, [Line("A", "1 9 1"), Line("B", "2 5 2"), Line("C", "2 5 1"), Line("D", "2 4 9")]);
        Assert.Equal("B 5/1, C 5/1, D 4/1, A 9/1", string.Join(", ", field.Ranked.Select(line => $"{line.Code} {line.Points}")));
        var (b, c, d, a) = (field.Ranked[0], field.Ranked[1], field.Ranked[2], field.Ranked[3]);
        Assert.Equal((0, -1, -1, 1), (field.ComparePoints(b, c), field.ComparePoints(b, d), field.ComparePoints(d, a), field.ComparePoints(a, d)));
        Assert.Equal((-1, 1), (field.Compare(b, c), field.Compare(c, b)));
        Assert.Equal((1, 0, -1, null), (field.DecidedBy(b, c), field.DecidedBy(c, d), field.DecidedBy(d, a), field.DecidedBy(a, a)));
        Assert.Equal("first: B C", Say(AwardCalculator.Compute(Of(Stages with { Awards = [Group(TieRule.Include, Award("first", new NumberQuota(1)))] }, [Line("B", "2 5 2"), Line("C", "2 5 1"), Line("A", "1 9 1")]), new Dictionary<string, Score>())[0]));
    }

    [Fact]
    public void LowerIsBetter_Points_AreAsTheyAreRead()
    {
        var field = Of(Plain with { RankOrder = TieBreakOrder.LowerFirst }, [Line("A", "-5"), Line("B", "-7")]);
        Assert.Equal("A 5/1, B 7/1", string.Join(", ", field.Ranked.Select(line => $"{line.Code} {line.Points}")));
        Assert.Equal((true, false, false), (field.IsBetter(Fraction.One, Fraction.Of(2)), field.IsBetter(Fraction.Of(2), Fraction.One), field.IsBetter(Fraction.One, Fraction.One)));
    }

    [Theory]
    [InlineData(FieldBase.Registered, 5)]
    [InlineData(FieldBase.TookPart, 3)]
    [InlineData(FieldBase.Ranked, 1)]
    public void Count_OfABase_IsWhoTheRuleCounts(FieldBase of, int count) => Assert.Equal(count, Of(Plain,
        [Line("A", "5"), Line("B", ""), Line("C", "5", EntryStatus.Disqualified), Line("D", "", EntryStatus.Absent), Line("E", "", EntryStatus.Withdrawn)]).Count(of));

    [Fact]
    public void Complete_IsAFieldWhereNoMarkIsMissing_OfWhoStillTakesPart()
    {
        Assert.True(Of(Plain, [Line("A", "5"), Line("B", "", EntryStatus.Absent)]).IsComplete);
        Assert.False(Of(Plain, [Line("A", "5"), Line("B", "")]).IsComplete);
        Assert.False(Of(Plain, [Line("A", "5")], _ => new() { IsSettled = false }).IsComplete);
    }

    [Fact]
    public void Bounds_OfWhoIsDone_AreThePoints_UnlessOthersMoveThem()
    {
        BoardLine[] lines = [Line("A", "5"), Line("B", "")];
        EntryFacts Facts(string code) => new() { Bounds = code == "B" ? new(Fraction.One, Fraction.Of(9)) : null };
        Assert.Equal([new(Fraction.Of(5), Fraction.Of(5)), new ScoreBounds(Fraction.One, Fraction.Of(9))], Of(Plain, lines, Facts).Lines.Select(line => line.Bounds));
        var compared = OneForm(1, Aspect("a", new ShareOfBest(TieBreakOrder.HigherFirst)));
        Assert.All(Of(compared, lines, Facts).Lines, line => Assert.Null(line.Bounds));
        Assert.Equal(Fraction.Of(5), Of(compared, [lines[0], Line("C", "", EntryStatus.Absent)]).Lines[0].Bounds!.Low);
    }

    [Fact]
    public void Conditions_ThatReadParts_SaySo() => Assert.Equal(
        ["module", "full_marks"],
        new AwardCondition[] { new RankCondition(1), new TotalCondition(new(null, null)), new ScaleCondition(new(null, null)), new PartCondition(SchemeLevel.Module, "m", new(null, null)), new FullMarksCondition(1) }
            .Where(condition => condition.NeedsParts).Select(condition => condition.Word));
}
