using System.Globalization;
using CompetitionHub.Core.Awards;
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
                    BoardVisibility.Codes, false, [], Scheme()) { CutOffs = CutOffs[year.Key] },
                [.. entries], [.. marks], []);
            var first = new DateOnly(int.Parse(year.Key, CultureInfo.InvariantCulture), 7, 10);
            var details = new CompetitionDetails(
                slug, new("", $"IMO {year.Key}"), CompetitionLevel.National, CompetitionClass.None, NoName, NoName, first, first.AddDays(10), "UTC");
            folders.Add(Path.Combine(target, slug));
            FolderWriter.Write(
                new(details, CompetitionState.Closed, [.. countries.Select(c => new DelegationDetails(c.Value, new("", c.Key)))], [], [contest]), folders[^1]);
            official.AddRange(year.Select(row => new OfficialResult(slug, Contest, Code(row, countries), row["total"], int.Parse(row["rank"], CultureInfo.InvariantCulture)) { Award = row["award"] }));
        }
        return new(folders, official);
    }

    // What the jury of each year decided; its README names the sources. The shares of the rule only propose.
    private static readonly Dictionary<string, IReadOnlyList<CutOff>> CutOffs = new()
    {
        ["2015"] = Jury(26, 19, 14),
        ["2016"] = Jury(29, 22, 16),
        ["2017"] = Jury(25, 19, 16),
        ["2018"] = Jury(31, 25, 16),
        ["2019"] = Jury(31, 24, 17),
    };

    private static CutOff[] Jury(int gold, int silver, int bronze) =>
    [
        new("gold", Score.Points(gold), "Decision of the jury"), new("silver", Score.Points(silver), "Decision of the jury"), new("bronze", Score.Points(bronze), "Decision of the jury"),
    ];

    // About half get a medal, 1 : 2 : 3; an honourable mention is for whoever has none but solved a problem completely.
    private static AwardGroup Awards() => new()
    {
        Key = "awards",
        Name = new("奖项", "Awards"),
        Awards =
        [
            Award("gold", "金牌", "Gold", new CutOffQuota(Score.One, Score.Points(12))),
            Award("silver", "银牌", "Silver", new CutOffQuota(Score.One, Score.Points(4))),
            Award("bronze", "铜牌", "Bronze", new CutOffQuota(Score.One, Score.Points(2))),
            Award("hm", "荣誉奖", "Honourable mention", new EveryoneQuota()) with { Require = [new FullMarksCondition(1)] },
        ],
    };

    private static Award Award(string key, string zh, string en, Quota quota) => new() { Key = key, Name = new(zh, en), Quota = quota };

    private static MarkingScheme Scheme() => new()
    {
        FullMark = Score.Points(42),
        Awards = [Awards()],
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
