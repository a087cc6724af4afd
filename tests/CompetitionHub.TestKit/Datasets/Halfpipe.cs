using System.Globalization;
using CompetitionHub.Core.Judging;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>
/// small_fixtures, halfpipe: three runs before six judges, the highest and the lowest mark dropped, the mean of the rest to two decimals;
/// the best run counts. A run that did not improve was not marked: no valid result.
/// </summary>
public static class Halfpipe
{
    public const string Name = "small_fixtures";

    private const int Judges = 6;

    /// <summary>Writes one interchange folder under <paramref name="target"/>.</summary>
    public static ConvertedDataset Convert(string dataset, string target)
    {
        var draft = new CompetitionDraft("halfpipe", "Halfpipe", 2026);
        var contest = draft.Contest("final", "Final", Scheme);
        var official = new List<OfficialResult>();
        foreach (var (place, rider) in DatasetFolder.Rows(dataset, "halfpipe_2026_final.csv").GroupBy(row => row["competitor"]).Index())
        {
            var code = $"R{place + 1:00}";
            contest.Entry(code, rider.Key, rider.First()["noc"]);
            official.Add(new(draft.Slug, contest.Slug, code, null, int.Parse(rider.First()["official_rank"], CultureInfo.InvariantCulture)));
            foreach (var row in rider)
            {
                var run = $"run{row["run"]}";
                var improved = row["j1"].Length > 0;
                for (var seat = 1; seat <= Judges; seat++)
                {
                    if (improved)
                        contest.Mark(code, run, seat, row[$"j{seat}"]);
                    else
                        contest.Mark(code, run, seat, MarkState.Failed);
                }
                if (improved)
                    official.Add(new(draft.Slug, contest.Slug, code, row["official_run_score"], null) { Module = run });
            }
        }
        return new([draft.Write(target)], official);
    }

    private static readonly string Scheme = $$"""
        {
          "full_mark": 100,
          "stages": [{
            "key": "final", "name": {"en": "Final"}, "combine": "highest",
            "modules": [{{SchemeText.Each(["run1", "run2", "run3"], run => $$"""
              {
                "key": "{{run}}", "name": {"en": "{{run}}"},
                "forms": [{
                  "key": "{{run}}", "name": {"en": "{{run}}"}, "judges": {{Judges}},
                  "aspects": [{
                    "key": "{{run}}", "name": {"en": "Overall impression"}, "maximum": 100, "step": 1,
                    "rule": {"kind": "panel_score", "panel": {"kind": "trimmed_mean", "drop_high": 1, "drop_low": 1}, "minimum_judges": 6}
                  }]
                }]
              }
              """)}}]
          }],
          "rounding": { "panel": { "decimals": 2 } }
        }
        """;
}
