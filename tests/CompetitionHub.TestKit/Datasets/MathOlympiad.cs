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

/// <summary>imo_2015_2019: five competitions with one contest each; six problems of 0–7 points are imported and added, ranks are shared.</summary>
public static class MathOlympiad
{
    public const string Name = "imo_2015_2019";

    private const string Contest = "individual";
    private static readonly LocalText NoName = new("", "");

    /// <summary>Writes one interchange folder per year under <paramref name="target"/>.</summary>
    public static ConvertedDataset Convert(string dataset, string target)
    {
        var official = new List<OfficialResult>();
        var folders = new List<string>();
        foreach (var year in DatasetFolder.Rows(dataset, "contestants.csv").GroupBy(row => row["year"]))
        {
            var slug = $"imo-{year.Key}";
            var countries = year.Select(row => row["country"]).Distinct().Index().ToDictionary(c => c.Item, c => $"D{c.Index + 1:000}", StringComparer.Ordinal);
            var entries = year.Select(row => new FolderEntry(
                Code(row, countries), new("", $"{row["country"]} {row["contestant_no"]}"), countries[row["country"]], [], EntryStatus.Active, null));
            var marks = year.SelectMany(row => Enumerable.Range(1, 6).Select(p => new FolderMark(
                Code(row, countries), "paper", $"p{p}", 0, MarkState.Value, ScoreText.Parse(row[$"p{p}"]).Value)));
            var contest = new FolderContest(
                new(new(Contest, new("个人赛", "Individual"), "mathematics", NoName, ContestFormat.Individual, CountingRule.Submitted),
                    BoardVisibility.Codes, false, [], Scheme()),
                [.. entries], [.. marks], []);
            var first = new DateOnly(int.Parse(year.Key, CultureInfo.InvariantCulture), 7, 10);
            var details = new CompetitionDetails(
                slug, new("", $"IMO {year.Key}"), CompetitionLevel.National, CompetitionClass.None, NoName, NoName, first, first.AddDays(10), "UTC");
            folders.Add(Path.Combine(target, slug));
            FolderWriter.Write(
                new(details, CompetitionState.Closed, [.. countries.Select(c => new DelegationDetails(c.Value, new("", c.Key)))], [], [contest]), folders[^1]);
            official.AddRange(year.Select(row => new OfficialResult(slug, Contest, Code(row, countries), row["total"], int.Parse(row["rank"], CultureInfo.InvariantCulture))));
        }
        return new(folders, official);
    }

    private static MarkingScheme Scheme() => new()
    {
        FullMark = Score.Points(42),
        Stages =
        [
            new()
            {
                Key = "paper",
                Name = new("笔试", "Paper"),
                Modules =
                [
                    new()
                    {
                        Key = "paper",
                        Name = new("笔试", "Paper"),
                        Forms =
                        [
                            new()
                            {
                                Key = "paper",
                                Name = new("笔试", "Paper"),
                                Judges = 0,
                                Aspects =
                                [
                                    .. Enumerable.Range(1, 6).Select(p => new Aspect
                                    {
                                        Key = $"p{p}",
                                        Name = new($"第 {p} 题", $"Problem {p}"),
                                        Rule = new Imported(),
                                        Maximum = Score.Points(7),
                                        Step = Score.One,
                                    }),
                                ],
                            },
                        ],
                    },
                ],
            },
        ],
    };

    private static string Code(IReadOnlyDictionary<string, string> row, Dictionary<string, string> countries) =>
        $"{countries[row["country"]]}-{row["contestant_no"]}";
}
