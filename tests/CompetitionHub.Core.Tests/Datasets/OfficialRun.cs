using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Tests.Interchange;
using CompetitionHub.Core.Verification;
using CompetitionHub.TestKit;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>Takes a real competition through the product and puts the official results beside the boards.</summary>
internal static class OfficialRun
{
    /// <summary>The long way: import into a database, calculate a second time by other code, read the stored standings.</summary>
    public static async Task<IReadOnlyList<Compared>> ImportAsync(DatabaseKind kind, string dataset, Func<string, string, ConvertedDataset> convert)
    {
        var source = Needs.Dataset(dataset);
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        var converted = convert(source, Path.Combine(db.Folder, "folders"));
        var verified = 0;
        foreach (var folder in converted.Folders)
        {
            var outcome = await db.Get<ImportService>().ImportAsync(Actor.System, folder);
            Assert.True(outcome.Succeeded, string.Join("\n", outcome.Problems.Select(p => $"{p.Place}: {p.Error}")));
            var check = (await db.Get<ResultsVerifier>().VerifyAsync(Actor.System, outcome.Report!.CompetitionId)).Value;
            Assert.Empty(check.Contests.SelectMany(contest => contest.Differences));
            verified += check.Contests.Sum(contest => contest.Entries);
        }
        var compared = new List<Compared>();
        foreach (var board in converted.Official.GroupBy(o => (o.Competition, o.Contest)))
        {
            var standings = (await db.Get<StandingsExport>().ReadAsync(Actor.System, board.Key.Competition, board.Key.Contest)).Value;
            compared.AddRange(Compare(board, standings.Modules, standings.Lines));
        }
        Assert.Equal(compared.Select(c => (c.Official.Competition, c.Official.Code)).Distinct().Count(), verified);
        return compared;
    }

    /// <summary>The short way for very large fields: the same folders, read and checked by the same code, but calculated without a database.</summary>
    public static IReadOnlyList<Compared> Calculate(string dataset, Func<string, string, ConvertedDataset> convert)
    {
        var (contests, official) = CalculateContests(dataset, convert);
        var boards = contests.ToDictionary(contest => (contest.Competition, contest.Slug));
        return [.. official.GroupBy(o => (o.Competition, o.Contest)).SelectMany(board => Compare(board, boards[board.Key].Modules, boards[board.Key].Lines))];
    }

    /// <summary>All contests of a data set, calculated without a database.</summary>
    public static (IReadOnlyList<CalculatedContest> Contests, IReadOnlyList<OfficialResult> Official) CalculateContests(
        string dataset, Func<string, string, ConvertedDataset> convert)
    {
        var source = Needs.Dataset(dataset);
        var target = Directory.CreateTempSubdirectory("hubtest-");
        try
        {
            var converted = convert(source, target.FullName);
            return ([.. converted.Folders.SelectMany(CalculatedContest.Of)], converted.Official);
        }
        finally
        {
            target.Delete(recursive: true);
        }
    }

    /// <summary>Code and name of those with whom something is the case, in order.</summary>
    public static IEnumerable<string> Names(IEnumerable<Compared> compared, Func<Compared, bool> which) =>
        compared.Where(which).Select(c => $"{c.Official.Code} {c.Computed.Line.Name.En}").Order(StringComparer.Ordinal);

    private static IEnumerable<Compared> Compare(IEnumerable<OfficialResult> official, IReadOnlyList<string> modules, IReadOnlyList<PlacedLine> lines)
    {
        var byCode = lines.Index().ToDictionary(line => line.Item.Line.Code, StringComparer.Ordinal);
        var blocks = lines.Where(line => line.Rank is not null).CountBy(line => line.Rank!.Value).ToDictionary();
        return official.Select(o =>
        {
            var (place, line) = byCode[o.Code];
            var total = o.Module is { } module ? line.Line.Modules[modules.Index().Single(m => m.Item == module).Index] : line.Line.Total;
            return new Compared(o, line, total, place + 1, line.Rank is { } rank ? blocks[rank] : 0);
        });
    }
}
