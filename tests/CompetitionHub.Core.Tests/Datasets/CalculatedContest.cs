using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Interchange.Reading;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>A contest read from its folder and calculated in memory.</summary>
internal sealed record CalculatedContest(
    string Competition, string Slug, CompiledScheme Scheme, IReadOnlyDictionary<string, EntryResult> Results, IReadOnlyList<PlacedLine> Lines)
{
    public IReadOnlyList<string> Modules => [.. Scheme.Scheme.AllModules().Select(module => module.Key)];

    /// <summary>All contests of an interchange folder.</summary>
    public static IEnumerable<CalculatedContest> Of(string folder)
    {
        var problems = new ProblemList();
        var competition = FolderReader.Read(folder, problems);
        Assert.True(problems.IsEmpty, string.Join("\n", problems.Items.Select(p => $"{p.Place}: {p.Error}")));
        return competition!.Contests.Select(contest => Of(competition.Details.Slug, contest));
    }

    private static CalculatedContest Of(string competition, FolderContest contest)
    {
        var scheme = CompiledScheme.Compile(contest.SetUp.Scheme);
        var marks = contest.Marks.ToLookup(m => m.Entry, m => new CountedMark(m.Aspect, m.Seat, m.State, m.Value), StringComparer.Ordinal);
        var field = contest.Entries.Select(e => new ContestEntry(e.Code, e.Panel, e.Status == EntryStatus.Active, [.. marks[e.Code]])).ToList();
        var calculator = new EntryCalculator(scheme, FieldContext.Gather(scheme, field), new(contest.SetUp.Decisions));
        var results = field.ToDictionary(entry => entry.Code, calculator.Calculate, StringComparer.Ordinal);
        var lines = contest.Entries.Select(e => new BoardLine { Code = e.Code, Name = e.Name, Status = e.Status }.With(results[e.Code], scheme));
        return new(competition, contest.Slug, scheme, results, BoardOrder.Of(lines, scheme));
    }
}
