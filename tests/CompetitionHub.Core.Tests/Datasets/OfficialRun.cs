using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Interchange.Reading;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Tests.Interchange;
using CompetitionHub.TestKit;
using CompetitionHub.TestKit.Databases;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>An official result beside what the product made of the same marks.</summary>
/// <param name="Official">What was published.</param>
/// <param name="Computed">The line of the board.</param>
/// <param name="Total">The total, or the points of the module that was published.</param>
/// <param name="Position">Place of the line on the board, equals one after the other.</param>
/// <param name="Block">How many lines share the rank.</param>
internal sealed record Compared(OfficialResult Official, PlacedLine Computed, string? Total, int Position, int Block)
{
    public bool TotalAgrees => Difference is { Sign: 0 };

    public bool RankAgrees => Computed.Rank == Official.Rank;

    /// <summary>True where equal entries were given consecutive places, and the official one is among those.</summary>
    public bool RankIsInBlock => Computed.Rank <= Official.Rank && Official.Rank < Computed.Rank + Block;

    /// <summary>Computed less official; null when one of them is missing.</summary>
    public Fraction? Difference =>
        ScoreText.TryParse(Total?.TrimEnd('…'), out var computed) && ScoreText.TryParse(Official.Total, out var official)
            ? computed.ToFraction() - official.ToFraction()
            : null;

    public bool IsWithin(Fraction tolerance) => Difference is { } difference && difference <= tolerance && -difference <= tolerance;

    public override string ToString() =>
        $"{Official.Competition}/{Official.Contest} {Official.Code} {Computed.Line.Name.En}: official {Official.Total} ({Official.Rank}), computed {Total} ({Computed.Rank})";
}

/// <summary>Takes a real competition through the product and puts the official results beside the boards.</summary>
internal static class OfficialRun
{
    /// <summary>The long way: import into a database, read the stored standings.</summary>
    public static async Task<IReadOnlyList<Compared>> ImportAsync(DatabaseKind kind, string dataset, Func<string, string, ConvertedDataset> convert)
    {
        var source = Needs.Dataset(dataset);
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        var converted = convert(source, Path.Combine(db.Folder, "folders"));
        foreach (var folder in converted.Folders)
        {
            var outcome = await db.Get<ImportService>().ImportAsync(Actor.System, folder);
            Assert.True(outcome.Succeeded, string.Join("\n", outcome.Problems.Select(p => $"{p.Place}: {p.Error}")));
        }
        var compared = new List<Compared>();
        foreach (var board in converted.Official.GroupBy(o => (o.Competition, o.Contest)))
        {
            var standings = (await db.Get<StandingsExport>().ReadAsync(Actor.System, board.Key.Competition, board.Key.Contest)).Value;
            compared.AddRange(Compare(board, standings.Modules, standings.Lines));
        }
        return compared;
    }

    /// <summary>The short way for very large fields: the same folders, read and checked by the same code, but calculated without a database.</summary>
    public static IReadOnlyList<Compared> Calculate(string dataset, Func<string, string, ConvertedDataset> convert)
    {
        var source = Needs.Dataset(dataset);
        var target = Directory.CreateTempSubdirectory("competitionhub-");
        try
        {
            var converted = convert(source, target.FullName);
            var boards = converted.Folders.SelectMany(Boards).ToDictionary(board => board.Key, board => board.Value);
            return [.. converted.Official.GroupBy(o => (o.Competition, o.Contest))
                .SelectMany(board => Compare(board, boards[board.Key].Modules, boards[board.Key].Lines))];
        }
        finally
        {
            target.Delete(recursive: true);
        }
    }

    /// <summary>Code and name of those with whom something is the case, in order.</summary>
    public static IEnumerable<string> Names(IEnumerable<Compared> compared, Func<Compared, bool> which) =>
        compared.Where(which).Select(c => $"{c.Official.Code} {c.Computed.Line.Name.En}").Order(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<(string, string), (List<string> Modules, IReadOnlyList<PlacedLine> Lines)>> Boards(string folder)
    {
        var problems = new ProblemList();
        var competition = FolderReader.Read(folder, problems);
        Assert.True(problems.IsEmpty, string.Join("\n", problems.Items.Select(p => $"{p.Place}: {p.Error}")));
        foreach (var contest in competition!.Contests)
        {
            var scheme = CompiledScheme.Compile(contest.SetUp.Scheme);
            var marks = contest.Marks.ToLookup(m => m.Entry, m => new CountedMark(m.Aspect, m.Seat, m.State, m.Value), StringComparer.Ordinal);
            var entries = contest.Entries.Select(e => (Entry: e, Of: new ContestEntry(e.Code, e.Panel, e.Status == EntryStatus.Active, [.. marks[e.Code]]))).ToList();
            var calculator = new EntryCalculator(scheme, FieldContext.Gather(scheme, entries.Select(e => e.Of)), new(contest.SetUp.Decisions));
            var lines = entries.Select(e => new BoardLine { Code = e.Entry.Code, Name = e.Entry.Name, Status = e.Entry.Status }.With(calculator.Calculate(e.Of), scheme));
            yield return new((competition.Details.Slug, contest.Slug), ([.. scheme.Scheme.AllModules().Select(m => m.Key)], BoardOrder.Of(lines, scheme)));
        }
    }

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
