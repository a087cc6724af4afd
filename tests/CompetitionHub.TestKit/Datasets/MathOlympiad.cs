using System.Globalization;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>
/// imo_2015_2019: five competitions with one contest each; six problems of 0–7 points are imported and added, ranks are shared. About half get a medal,
/// 1 : 2 : 3, by cut-offs that the jury decides; an honourable mention is for whoever has none but solved a problem completely.
/// </summary>
public static class MathOlympiad
{
    public const string Name = "imo_2015_2019";

    private const string Reason = "Decision of the jury";

    // The README names the sources. The shares of the rule only propose.
    private static readonly Dictionary<string, CutOff[]> CutOffs = new(StringComparer.Ordinal)
    {
        ["2015"] = Jury(26, 19, 14),
        ["2016"] = Jury(29, 22, 16),
        ["2017"] = Jury(25, 19, 16),
        ["2018"] = Jury(31, 25, 16),
        ["2019"] = Jury(31, 24, 17),
    };

    /// <summary>Writes one interchange folder per year under <paramref name="target"/>.</summary>
    public static ConvertedDataset Convert(string dataset, string target)
    {
        var official = new List<OfficialResult>();
        var folders = new List<string>();
        foreach (var year in DatasetFolder.Rows(dataset, "contestants.csv").GroupBy(row => row["year"]))
        {
            var draft = new CompetitionDraft($"imo-{year.Key}", $"IMO {year.Key}", int.Parse(year.Key, CultureInfo.InvariantCulture));
            var contest = draft.Contest("individual", "Individual", Scheme);
            contest.SetUp = contest.SetUp with { CutOffs = CutOffs[year.Key] };
            foreach (var (place, country) in year.GroupBy(row => row["country"]).Index())
            {
                foreach (var row in country)
                {
                    var delegation = $"D{place + 1:000}";
                    var code = $"{delegation}-{row["contestant_no"]}";
                    contest.Entry(code, $"{country.Key} {row["contestant_no"]}", delegation);
                    for (var problem = 1; problem <= 6; problem++)
                        contest.Mark(code, $"p{problem}", row[$"p{problem}"]);
                    official.Add(new(draft.Slug, contest.Slug, code, row["total"], int.Parse(row["rank"], CultureInfo.InvariantCulture)) { Award = row["award"] });
                }
            }
            folders.Add(draft.Write(target));
        }
        return new(folders, official);
    }

    private static CutOff[] Jury(int gold, int silver, int bronze) =>
        [new("gold", Score.Points(gold), Reason), new("silver", Score.Points(silver), Reason), new("bronze", Score.Points(bronze), Reason)];

    private static readonly string Scheme = $$"""
        {
          "full_mark": 42,
          "stages": [{
            "key": "paper", "name": {"en": "Paper"},
            "modules": [{
              "key": "paper", "name": {"en": "Paper"},
              "forms": [{
                "key": "paper", "name": {"en": "Paper"}, "judges": 0,
                "aspects": [{{SchemeText.Each([1, 2, 3, 4, 5, 6], problem => $$"""
                  {"key": "p{{problem}}", "name": {"en": "Problem {{problem}}"}, "rule": {"kind": "imported"}, "maximum": 7, "step": 1}
                  """)}}]
              }]
            }]
          }],
          "awards": [{
            "key": "awards", "name": {"en": "Awards"},
            "awards": [
              {"key": "gold", "name": {"en": "Gold"}, "quota": {"kind": "cut_off", "part": 1, "of": 12} },
              {"key": "silver", "name": {"en": "Silver"}, "quota": {"kind": "cut_off", "part": 1, "of": 4} },
              {"key": "bronze", "name": {"en": "Bronze"}, "quota": {"kind": "cut_off", "part": 1, "of": 2} },
              {"key": "hm", "name": {"en": "Honourable mention"}, "quota": {"kind": "everyone"}, "require": [{"by": "full_marks", "count": 1}]}
            ]
          }]
        }
        """;
}
