using System.Globalization;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Registration;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>
/// powerlifting_2021: eleven meets with a contest for every weight class. Each lift counts its best good attempt; without one in a lift
/// there is no result. Equal totals: the lighter lifter first. What is not here: the IPF GL points, a formula with a power of e.
/// </summary>
public static class PowerLifting
{
    public const string Name = "powerlifting_2021";

    private static readonly (string Key, string Name)[] Lifts = [("sq", "Squat"), ("bp", "Bench press"), ("dl", "Deadlift")];

    /// <summary>
    /// Writes one interchange folder per meet under <paramref name="target"/>. Seven lifters have a failed attempt that lost its minus sign in
    /// the source; <paramref name="repaired"/>, the published total tells which.
    /// </summary>
    public static ConvertedDataset Convert(string dataset, string target, bool repaired)
    {
        var names = DatasetFolder.Rows(dataset, "competitions.csv").ToDictionary(row => row["comp_id"], row => row["name"]);
        var official = new List<OfficialResult>();
        var folders = new List<string>();
        foreach (var meet in DatasetFolder.Rows(dataset, "lifts.csv").GroupBy(row => row["comp_id"]))
        {
            var draft = new CompetitionDraft($"powerlifting-{meet.Key}", names[meet.Key], 2021);
            foreach (var list in meet.GroupBy(Class))
            {
                var contest = draft.Contest(list.Key, list.Key, Scheme);
                foreach (var row in list)
                {
                    Add(contest, repaired ? Repaired(row) : row);
                    var place = int.Parse(row["place"], CultureInfo.InvariantCulture);
                    official.Add(new(draft.Slug, contest.Slug, row["lifter"], row["total"], place == 0 ? null : place));
                }
            }
            folders.Add(draft.Write(target));
        }
        return new(folders, official);
    }

    // The masters' and the juniors' meet place every age class by itself. Who has a total but no place lifted out of competition.
    private static string Class(IReadOnlyDictionary<string, string> row)
    {
        var age = row["comp_id"] is "32" or "34" ? $"-{row["age_class"]}" : "";
        var guest = row["place"] == "0" && row["total"] != "0" ? "-guests" : "";
        return $"{row["equipment"]}-{row["sex"]}-{row["weight_class"].Trim('-').Replace("+", "plus", StringComparison.Ordinal)}{age}{guest}".ToLowerInvariant();
    }

    private static void Add(ContestDraft contest, IReadOnlyDictionary<string, string> row)
    {
        var code = row["lifter"];
        var attempts = Lifts.Select(lift => Enumerable.Range(1, 3).Select(n => $"{lift.Key}{n}").Where(attempt => row[attempt] is not ("" or "0")).ToList()).ToList();
        // Who leaves after the squat has two lifts without an attempt, which is not the same as three failed ones.
        var left = attempts.Any(lift => lift.Count == 0);
        contest.Entry(code, code, null, left ? EntryStatus.Withdrawn : EntryStatus.Active, left ? "did not take every lift" : null);
        contest.Mark(code, "bodyweight", row["bodyweight"]);
        foreach (var attempt in attempts.SelectMany(lift => lift))
        {
            if (row[attempt].StartsWith('-'))
                contest.Mark(code, attempt, 1, MarkState.Failed);
            else
                contest.Mark(code, attempt, row[attempt]);
        }
    }

    private static IReadOnlyDictionary<string, string> Repaired(IReadOnlyDictionary<string, string> row)
    {
        if (row["total"] == "0" || Total(row) == Number(row["total"]))
            return row;
        return Lifts.SelectMany(lift => new[] { 3, 2, 1 }, (lift, n) => $"{lift.Key}{n}").Where(attempt => Number(row[attempt]) > 0)
            .Select(attempt => new Dictionary<string, string>(row) { [attempt] = $"-{row[attempt]}" })
            .First(other => Total(other) == Number(row["total"]));
    }

    private static decimal Total(IReadOnlyDictionary<string, string> row) =>
        Lifts.Sum(lift => Enumerable.Range(1, 3).Max(n => Number(row[$"{lift.Key}{n}"])));

    // An attempt that was not taken may be blank.
    private static decimal Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static readonly string Scheme = $$"""
        {
          "full_mark": null,
          "stages": [{
            "key": "meet", "name": {"en": "Meet"},
            "modules": [{{SchemeText.Each(Lifts, lift => $$"""
              {
                "key": "{{lift.Key}}", "name": {"en": "{{lift.Name}}"},
                "forms": [{
                  "key": "{{lift.Key}}", "name": {"en": "{{lift.Name}}"}, "judges": 1, "combine": "highest",
                  "aspects": [{{SchemeText.Each([1, 2, 3], attempt => $$"""
                    {"key": "{{lift.Key}}{{attempt}}", "name": {"en": "Attempt {{attempt}}"}, "rule": {"kind": "points"}, "maximum": 600, "step": 0.5}
                    """)}}]
                }]
              }
              """)}},
              {
                "key": "weigh-in", "name": {"en": "Weigh-in"},
                "forms": [{
                  "key": "weigh-in", "name": {"en": "Weigh-in"}, "judges": 1,
                  "aspects": [{"key": "bodyweight", "name": {"en": "Body weight"}, "rule": {"kind": "points"}, "maximum": 300, "role": "info"}]
                }]
              }]
          }],
          "tie_breaks": [{"by": "aspect", "key": "bodyweight", "order": "lower"}]
        }
        """;
}
