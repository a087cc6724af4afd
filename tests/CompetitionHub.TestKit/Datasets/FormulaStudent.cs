using System.Globalization;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>small_fixtures, Formula SAE: the points of the dynamic events, by the ratio of a time to the best one.</summary>
public static class FormulaStudent
{
    public const string Name = "small_fixtures";

    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["acceleration"] = """ "k": 1.5, "p": 1, "a": 95.5, "b": 4.5 """,
        ["skidpad"] = """ "k": 1.25, "p": 2, "a": 71.5, "b": 3.5 """,
        ["autocross"] = """ "k": 1.45, "p": 1, "a": 118.5, "b": 6.5 """,
        ["endurance"] = """ "k": 1.45, "p": 1, "a": 250, "b": 25 """,
    };

    /// <summary>Writes one interchange folder under <paramref name="target"/>, a contest for every event.</summary>
    public static ConvertedDataset Convert(string dataset, string target)
    {
        var draft = new CompetitionDraft("formula-student", "Formula SAE", 2018);
        var official = new List<OfficialResult>();
        foreach (var (number, list) in DatasetFolder.Rows(dataset, "fsae_time_points.csv").GroupBy(row => (Year: row["competition"], Event: row["event"])).Index())
        {
            var slug = $"{list.Key.Year}-{list.Key.Event}".ToLowerInvariant().Replace(' ', '-');
            var contest = draft.Contest(slug, slug, Scheme(list.Key.Event));
            foreach (var (place, row) in list.Index())
            {
                var code = string.Create(CultureInfo.InvariantCulture, $"E{number + 1:00}-{place + 1:00}");
                contest.Entry(code, $"{slug} {place + 1}");
                contest.Mark(code, "time", row["time"]);
                official.Add(new(draft.Slug, slug, code, row["official_score"], null));
            }
        }
        return new([draft.Write(target)], official);
    }

    private static string Scheme(string name) => $$"""
        {
          "full_mark": null,
          "stages": [{
            "key": "event", "name": {"en": "Event"},
            "modules": [{
              "key": "event", "name": {"en": "Event"},
              "forms": [{
                "key": "event", "name": {"en": "Event"}, "judges": 1,
                "aspects": [{"key": "time", "name": {"en": "Time"}, "rule": {"kind": "time_ratio", {{Rules[name]}} } }]
              }]
            }]
          }]
        }
        """;
}
