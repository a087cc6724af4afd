using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;
using CompetitionHub.Web.Features.Teams;

namespace CompetitionHub.Web.Tests.Teams;

public sealed class TeamRankingDraftTests
{
    public static TheoryData<string> Presets => [.. TeamRankingPresets.All.Select(preset => preset.Key)];

    [Theory, MemberData(nameof(Presets))]
    public void Draft_OfAPreset_GivesItBack(string key)
    {
        var preset = TeamRankingPresets.All.Single(one => one.Key == key);
        Assert.Equal(TeamRankingJson.Write(preset), TeamRankingJson.Write(TeamRankingDraft.Of(preset).TryRead([])!));
    }

    [Fact]
    public void Draft_OfEverything_GivesItBack()
    {
        var ranking = new TeamRanking
        {
            Key = "all",
            Name = new("全", "All"),
            Contests = ["a-1", "b-2"],
            Points = new TeamAwardPoints([new("gold", Score.Points(4))], Score.One),
            BestPerContest = 2,
            Best = 5,
            Average = true,
            Order = TieBreakOrder.LowerFirst,
            MinimumMembers = 3,
            Minimum = new Score(2_500_000),
            TieBreaks = [new BetterRanksTieBreak(), new AspectSumTieBreak("time", TieBreakOrder.HigherFirst)],
        };
        Assert.Equal(TeamRankingJson.Write(ranking), TeamRankingJson.Write(TeamRankingDraft.Of(ranking).TryRead([])!));
    }

    [Fact]
    public void Draft_WithWhatIsNoNumber_NamesEachField()
    {
        var draft = TeamRankingDraft.Of(TeamRankingPresets.All[0]);
        draft.Ranks[0].Points = "ten";
        draft.Ranks[1].From = "0";
        draft.Rest = "9,5";
        draft.Best = "-1";
        draft.Minimum = "x";
        var errors = new List<Error>();

        Assert.Null(draft.TryRead(errors));

        Assert.Equal(["best", "minimum", "points.rest", "points.table[0].points", "points.table[1].from"], errors.Select(error => error.Field!).Order(StringComparer.Ordinal));
    }
}
