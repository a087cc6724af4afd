using System.Globalization;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Interchange.Writing;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>
/// figure_skating_2016: ten competitions with 88 segments. Each segment is a contest: element points are imported, the five component
/// marks are computed from the nine judges (trimmed mean to two decimals, times the factor, to two decimals), deductions are imported
/// as negative points. Equal totals: short segments by element points, free ones by component points.
/// </summary>
public static class FigureSkating
{
    public const string Name = "figure_skating_2016";

    private const int Judges = 9;
    private static readonly LocalText NoName = new("", "");

    /// <summary>Writes one interchange folder per competition under <paramref name="target"/>.</summary>
    public static ConvertedDataset Convert(string dataset, string target)
    {
        var aspects = DatasetFolder.Rows(dataset, "aspects.csv").ToLookup(row => row["perf_id"]);
        var official = new List<OfficialResult>();
        var folders = new List<string>();
        foreach (var (number, competition) in DatasetFolder.Rows(dataset, "performances.csv").GroupBy(row => row["competition"]).Index())
        {
            var slug = $"skating-{number + 1:00}";
            var delegations = competition.Select(row => row["nation"]).Distinct().Select(n => new DelegationDetails(n, new("", n))).ToList();
            var contests = competition.GroupBy(row => row["segment"]).Select(segment => Contest(segment.Key, [.. segment], aspects)).ToList();
            var judges = Enumerable.Range(1, Judges).Select(seat => new FolderJudge(
                $"{slug}-j{seat}", $"Judge {seat}", [Role.Judge], [.. contests.Select(c => new FolderSeat(c.Slug, "components", seat))]));
            var details = new CompetitionDetails(
                slug, new("", competition.Key), CompetitionLevel.National, CompetitionClass.None, NoName, NoName, new(2016, 10, 1), new(2017, 4, 2), "UTC");
            folders.Add(Path.Combine(target, slug));
            FolderWriter.Write(new(details, CompetitionState.Closed, delegations, [.. judges], contests), folders[^1]);
            official.AddRange(competition.Select(row => new OfficialResult(
                slug, Slug(row["segment"]), Code(row), row["total_segment_score"], int.Parse(row["rank"], CultureInfo.InvariantCulture))));
        }
        return new(folders, official);
    }

    private static FolderContest Contest(
        string segment, List<IReadOnlyDictionary<string, string>> performances, ILookup<string, IReadOnlyDictionary<string, string>> aspects)
    {
        var slots = performances.Max(p => aspects[p["perf_id"]].Count(a => a["kind"] == "E"));
        var components = aspects[performances[0]["perf_id"]].Where(a => a["kind"] == "C").ToList();
        var marks = performances.SelectMany(p => Marks(p, [.. aspects[p["perf_id"]]], slots));
        var sheets = performances.SelectMany(p => Enumerable.Range(1, Judges).Select(seat => new FolderSheet(Code(p), "components", seat, SheetState.Submitted)));
        var details = new ContestDetails(Slug(segment), new("", segment), segment, NoName, ContestFormat.Individual, CountingRule.Submitted);
        return new(
            new(details, BoardVisibility.Full, false, [], Scheme(segment, slots, components)),
            [.. performances.Select(p => new FolderEntry(Code(p), new("", p["name"]), p["nation"], [], EntryStatus.Active, null))],
            [.. marks], [.. sheets]);
    }

    private static MarkingScheme Scheme(string segment, int slots, List<IReadOnlyDictionary<string, string>> components)
    {
        var isShort = segment.Contains("SHORT", StringComparison.Ordinal);
        return new()
        {
            FullMark = null,
            Stages =
            [
                new()
                {
                    Key = "segment",
                    Name = new("", segment),
                    Modules =
                    [
                        Module("elements", "Technical elements", 0, Enumerable.Range(1, slots).Select(i => Imported(Element(i), $"Element {i}", Score.Zero))),
                        Module("components", "Program components", Judges, components.Select(c => new Aspect
                        {
                            Key = Component(c),
                            Name = new("", c["desc"]),
                            Rule = new PanelScore(new TrimmedMean(1, 1)) { MinimumJudges = 3 },
                            Maximum = Score.Points(10),
                            Step = new Score(Score.Unit / 4),
                            Factor = ScoreText.Parse(c["factor"]).Value,
                        })),
                        Module("deductions", "Deductions", 0, [Imported("deduction", "Deductions", Score.Points(-100)) with { Maximum = Score.Zero }]),
                    ],
                },
            ],
            Rounding = new() { Panel = new(2), Aspect = new(2), Module = new(2), Total = new(2) },
            TieBreaks = [new ModuleTieBreak(isShort ? "elements" : "components")],
        };
    }

    private static IEnumerable<FolderMark> Marks(
        IReadOnlyDictionary<string, string> performance, List<IReadOnlyDictionary<string, string>> aspects, int slots)
    {
        var elements = aspects.Where(a => a["kind"] == "E").ToList();
        for (var i = 1; i <= slots; i++)
        {
            yield return i <= elements.Count
                ? Value("elements", Element(i), 0, elements[i - 1]["panel_score"])
                : new(Code(performance), "elements", Element(i), 0, MarkState.NotAttempted, null);
        }
        foreach (var component in aspects.Where(a => a["kind"] == "C"))
        {
            for (var seat = 1; seat <= Judges; seat++)
            {
                var value = ScoreText.Parse(component[$"J{seat}"]).Value;
                // The source writes an absent judge as a zero.
                yield return value == Score.Zero
                    ? new(Code(performance), "components", Component(component), seat, MarkState.JudgeAbsent, null)
                    : new(Code(performance), "components", Component(component), seat, MarkState.Value, value);
            }
        }
        yield return Value("deductions", "deduction", 0, "-" + performance["total_deductions"]);

        FolderMark Value(string form, string aspect, int seat, string text) =>
            new(Code(performance), form, aspect, seat, MarkState.Value, ScoreText.Parse(text).Value);
    }

    private static Module Module(string key, string name, int judges, IEnumerable<Aspect> aspects) => new()
    {
        Key = key,
        Name = new("", name),
        Forms = [new() { Key = key, Name = new("", name), Judges = judges, Aspects = [.. aspects] }],
    };

    private static Aspect Imported(string key, string name, Score minimum) =>
        new() { Key = key, Name = new("", name), Rule = new Imported(), Minimum = minimum };

    private static string Element(int number) => $"E{number:00}";

    private static string Component(IReadOnlyDictionary<string, string> aspect) => Slugs.Suggest(new("", aspect["desc"]), "component", []);

    private static string Code(IReadOnlyDictionary<string, string> performance) => "P" + performance["perf_id"];

    private static string Slug(string segment) => Slugs.Suggest(new("", segment), "segment", []);
}
