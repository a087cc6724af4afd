using System.Globalization;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>
/// gymnastics_2022: five competitions with a contest for every round, gender and apparatus. A routine is difficulty + execution − penalty;
/// two vaults give their mean. Equal scores rank by execution, then by difficulty; equal means by the better vault.
/// </summary>
public static class Gymnastics
{
    public const string Name = "gymnastics_2022";

    /// <summary>Writes one interchange folder per competition under <paramref name="target"/>.</summary>
    public static ConvertedDataset Convert(string dataset, string target)
    {
        var official = new List<OfficialResult>();
        var folders = new List<string>();
        foreach (var (number, competition) in DatasetFolder.Rows(dataset, "routines.csv").GroupBy(row => row["competition"]).Index())
        {
            var draft = new CompetitionDraft($"gymnastics-{number + 1}", competition.Key, 2022);
            var groups = competition.GroupBy(row => (Date: row["date"], Round: row["round"], Gender: row["gender"], Apparatus: row["apparatus"][..2]));
            foreach (var (place, list) in groups.Index())
            {
                Add(draft, place, $"{list.Key.Round} {list.Key.Gender} {list.Key.Apparatus} {place}", [.. list], official);
            }
            folders.Add(draft.Write(target));
        }
        return new(folders, official);
    }

    private static void Add(CompetitionDraft competition, int place, string name, List<IReadOnlyDictionary<string, string>> rows, List<OfficialResult> official)
    {
        // Who vaults once has one score; VT1 and VT2 stand for the two that are averaged.
        var apparatus = rows.Select(row => row["apparatus"]).Distinct().Order(StringComparer.Ordinal).ToList();
        var contest = competition.Contest(name.ToLowerInvariant().Replace(' ', '-'), name, Scheme(apparatus));
        foreach (var (index, gymnast) in rows.GroupBy(row => (Last: row["last_name"], First: row["first_name"], Noc: row["noc"])).Index())
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"C{place:000}-{index + 1:000}");
            contest.Entry(code, $"{gymnast.Key.First} {gymnast.Key.Last}".Trim(), gymnast.Key.Noc);
            foreach (var row in gymnast)
            {
                var routine = row["apparatus"];
                contest.Mark(code, $"{routine}-D", row["d_score"]);
                contest.Mark(code, $"{routine}-E", row["e_score"]);
                contest.Mark(code, $"{routine}-P", row["penalty"].Length == 0 ? "0" : row["penalty"]);
                var rank = row["rank"].Length == 0 ? (int?)null : int.Parse(row["rank"], CultureInfo.InvariantCulture);
                official.Add(new(competition.Slug, contest.Slug, code, row["score"], rank) { Module = routine });
            }
        }
    }

    private static string Scheme(List<string> apparatus) => $$"""
        {
          "full_mark": null,
          "stages": [{
            "key": "round", "name": {"en": "Round"}, "combine": "mean",
            "modules": [{{SchemeText.Each(apparatus, routine => $$"""
              {
                "key": "{{routine}}", "name": {"en": "{{routine}}"},
                "forms": [{
                  "key": "{{routine}}", "name": {"en": "{{routine}}"}, "judges": 1,
                  "aspects": [
                    {"key": "{{routine}}-D", "name": {"en": "Difficulty"}, "rule": {"kind": "points"}, "maximum": 12, "step": 0.1},
                    {"key": "{{routine}}-E", "name": {"en": "Execution"}, "rule": {"kind": "points"}, "maximum": 10, "step": 0.001},
                    {"key": "{{routine}}-P", "name": {"en": "Penalty"}, "rule": {"kind": "points"}, "maximum": 10, "step": 0.1, "role": "penalty"}
                  ]
                }]
              }
              """)}}]
          }],
          "rounding": { "form": { "decimals": 3 } },
          "tie_breaks": [{{(apparatus is [var one] ? $$"""
            {"by": "aspect", "key": "{{one}}-E", "order": "higher"},
            {"by": "aspect", "key": "{{one}}-D", "order": "higher"}
            """ : """{"by": "best_single", "of": "module", "order": "higher"}""")}}]
        }
        """;
}
