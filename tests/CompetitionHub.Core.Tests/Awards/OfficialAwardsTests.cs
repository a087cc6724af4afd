using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Tests.Interchange;
using CompetitionHub.TestKit;
using CompetitionHub.TestKit.Databases;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Awards;

/// <summary>The awards of real competitions go through the import; every computed award has to be the official one.</summary>
public sealed class OfficialAwardsTests
{
    [Theory, EachDatabase]
    public async Task Import_MathOlympiad_AwardsAreTheOfficialOnes(DatabaseKind kind)
    {
        var source = Needs.Dataset(MathOlympiad.Name);
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        var converted = MathOlympiad.Convert(source, Path.Combine(db.Folder, "folders"));
        foreach (var folder in converted.Folders)
        {
            var outcome = await db.Get<ImportService>().ImportAsync(Actor.System, folder);
            Assert.True(outcome.Succeeded, string.Join("\n", outcome.Problems.Select(p => $"{p.Place}: {p.Error}")));
        }

        var wrong = new List<string>();
        var (compared, agreed) = (0, 0);
        foreach (var year in converted.Official.GroupBy(official => (official.Competition, official.Contest)))
        {
            var awards = (await db.Get<AwardQueries>().GetAsync(Actor.System, year.Key.Competition, year.Key.Contest)).Value;
            var group = Assert.Single(awards.Awards);
            wrong.AddRange(year.Where(official => (group.AwardOf(official.Code)?.Key ?? "") != official.Award)
                .Select(official => $"{official.Competition} {official.Code}: official {official.Award}, computed {group.AwardOf(official.Code)?.Key}"));
            compared += year.Count();
            agreed += group.Awards.Count(award => award.Proposal is { } proposal && ScoreText.Format(proposal.Score) == ScoreText.Format(awards.CutOffs[award.Award.Key].CutOff.Score!.Value));
            Assert.Equal("Decision of the jury", awards.CutOffs["gold"].CutOff.Reason);
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {compared} differ:\n" + string.Join("\n", wrong.Take(20)));
        Assert.Equal(3009, compared);
        // The share alone misses the jury's choice in 2 of 15 cases: that is why a cut-off can be put on record.
        Assert.Equal(13, agreed);
    }
}
