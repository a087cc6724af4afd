using System.Globalization;
using CompetitionHub.Core.Judging;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>
/// eurovision: 254 national juries of 2016–2018, each a contest of its own. Five jurors rank all songs; until 2017 the mean of the ranks decides,
/// then every rank earns points that fall by an exponential rule.
/// </summary>
public static class EurovisionJuries
{
    /// <summary>The points that the first ten of a jury are given.</summary>
    public static IReadOnlyList<int> Points { get; } = [12, 10, 8, 7, 6, 5, 4, 3, 2, 1];

    private static readonly string[] Jurors = ["A", "B", "C", "D", "E"];

    /// <summary>Writes one interchange folder per year under <paramref name="target"/>. Official are the places that earned points.</summary>
    public static ConvertedDataset Convert(string dataset, string target)
    {
        var votes = DatasetFolder.Rows(dataset, "votes.csv")
            .ToLookup(row => (row["year"], row["round"], row["from_country"], row["to_country"]), row => row["jury_points"]);
        var official = new List<OfficialResult>();
        var folders = new List<string>();
        foreach (var year in DatasetFolder.Rows(dataset, "jurors.csv").GroupBy(row => row["year"]))
        {
            var draft = new CompetitionDraft($"juries-{year.Key}", $"National juries {year.Key}", int.Parse(year.Key, CultureInfo.InvariantCulture));
            foreach (var jury in year.GroupBy(row => (Round: row["round"], Country: row["jury_country"])))
            {
                var slug = $"{jury.Key.Country}-{jury.Key.Round}".ToLowerInvariant();
                var contest = draft.Contest(slug, slug, Scheme(year.Key));
                foreach (var (place, row) in jury.Index())
                {
                    // Equals stand on a board in the order of their codes: here the order of the source.
                    var code = $"{jury.Key.Country}-{jury.Key.Round[^1..].ToUpperInvariant()}-{place + 1:00}";
                    contest.Entry(code, row["ranked_country"], row["ranked_country"]);
                    foreach (var (seat, juror) in Jurors.Index())
                    {
                        if (row[juror].Length > 0)
                            contest.Mark(code, "rank", seat + 1, row[juror]);
                        else
                            contest.Mark(code, "rank", seat + 1, MarkState.JudgeAbsent);
                    }
                    var points = votes[(year.Key, jury.Key.Round, jury.Key.Country, row["ranked_country"])].SingleOrDefault();
                    official.Add(new(draft.Slug, slug, code, null, points is { Length: > 0 } and not "0" ? Place(points) : null));
                }
            }
            folders.Add(draft.Write(target));
        }
        return new(folders, official);
    }

    private static int Place(string points) => Points.Index().Single(p => p.Item == decimal.Parse(points, CultureInfo.InvariantCulture)).Index + 1;

    private static string Scheme(string year) => $$"""
        {
          "full_mark": null,
          "stages": [{
            "key": "jury", "name": {"en": "Jury"},
            "modules": [{
              "key": "jury", "name": {"en": "Jury"},
              "forms": [{
                "key": "jury", "name": {"en": "Jury"}, "judges": 5,
                "aspects": [{
                  "key": "rank", "name": {"en": "Rank"}, "step": 1,
                  "rule": {
                    "kind": "panel_ranks", "order": "lower", "value_max": 30, "minimum_judges": 4,
                    "merge": {{(year == "2018" ? """{"kind": "exponential", "first": 12, "ratio": 0.8269}""" : """{"kind": "mean"}""")}}
                  }
                }]
              }]
            }]
          }],
          "rank_order": "{{(year == "2018" ? "higher" : "lower")}}"
        }
        """;
}
