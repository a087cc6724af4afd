using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit;
using CompetitionHub.TestKit.Databases;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Interchange;

/// <summary>Real competitions go through the import; every stored total and rank has to be the official one.</summary>
public sealed class OfficialResultsTests
{
    [Theory, EachDatabase]
    public async Task Import_FigureSkating_TotalsAndRanksAreTheOfficialOnes(DatabaseKind kind) =>
        await ImportAndCompareAsync(kind, FigureSkating.Name, FigureSkating.Convert, competitions: 10, contests: 88, entries: 1143);

    [Theory, EachDatabase]
    public async Task Import_MathOlympiad_TotalsAndRanksAreTheOfficialOnes(DatabaseKind kind) =>
        await ImportAndCompareAsync(kind, MathOlympiad.Name, MathOlympiad.Convert, competitions: 5, contests: 5, entries: 3009);

    private static async Task ImportAndCompareAsync(
        DatabaseKind kind, string dataset, Func<string, string, ConvertedDataset> convert, int competitions, int contests, int entries)
    {
        var source = Needs.Dataset(dataset);
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        var converted = convert(source, Path.Combine(db.Folder, "folders"));

        foreach (var folder in converted.Folders)
        {
            var outcome = await db.Get<ImportService>().ImportAsync(Actor.System, folder);
            Assert.True(outcome.Succeeded, string.Join("\n", outcome.Problems.Select(p => $"{p.Place}: {p.Error}")));
        }

        Assert.Equal(competitions, converted.Folders.Count);
        Assert.Equal(entries, converted.Official.Count);
        var boards = converted.Official.GroupBy(o => (o.Competition, o.Contest)).ToList();
        Assert.Equal(contests, boards.Count);
        var wrong = new List<string>();
        foreach (var board in boards)
        {
            var standings = (await db.Get<StandingsExport>().ReadAsync(Actor.System, board.Key.Competition, board.Key.Contest)).Value;
            var computed = standings.Lines.ToDictionary(l => l.Line.Code);
            Assert.Equal(board.Count(), computed.Count);
            wrong.AddRange(board
                .Where(o => computed[o.Code].Rank != o.Rank || ScoreText.Parse(computed[o.Code].Line.Total).Value != ScoreText.Parse(o.Total).Value)
                .Select(o => $"{o.Competition}/{o.Contest} {o.Code}: official {o.Total} ({o.Rank}), computed {computed[o.Code].Line.Total} ({computed[o.Code].Rank})"));
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {entries} differ:\n" + string.Join("\n", wrong.Take(20)));
    }
}
