using System.Globalization;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>
/// marathon_2014: the time is the result and less is better. Everybody runs in three lists (all, the gender, the age division of the gender);
/// wheelchairs have lists of their own, and one division for all ages.
/// </summary>
public static class Marathon
{
    public const string Name = "marathon_2014";

    /// <summary>Writes one interchange folder under <paramref name="target"/>; only the lists of the wheelchairs unless <paramref name="runners"/>.</summary>
    public static ConvertedDataset Convert(string dataset, string target, bool runners)
    {
        var draft = new CompetitionDraft("marathon", "Boston Marathon 2014", 2014);
        var contests = new Dictionary<string, ContestDraft>(StringComparer.Ordinal);
        var official = new List<OfficialResult>();
        foreach (var row in DatasetFolder.Rows(dataset, "finishers.csv"))
        {
            var field = row["bib"].StartsWith('W') ? "wheelchairs" : "runners";
            if (field == "runners" && !runners)
                continue;
            var gender = row["gender"] == "F" ? "women" : "men";
            Add($"all-{field}", "A", row, "overall_place");
            Add($"{gender}-{field}", "G", row, "gender_place");
            Add($"{gender}-{field}-{(field == "runners" ? Division(row["age"]) : "division")}", "D", row, "division_place");
        }
        return new([draft.Write(target)], official);

        void Add(string slug, string list, IReadOnlyDictionary<string, string> row, string place)
        {
            if (!contests.TryGetValue(slug, out var contest))
                contests.Add(slug, contest = draft.Contest(slug, slug, Scheme));
            var code = $"{list}-{row["bib"]}";
            contest.Entry(code, row["bib"], row["country"]);
            contest.Mark(code, "time", row["official_s"]);
            official.Add(new(draft.Slug, slug, code, row["official_s"], int.Parse(row[place], CultureInfo.InvariantCulture)));
        }
    }

    private static string Division(string age) => int.Parse(age, CultureInfo.InvariantCulture) switch
    {
        < 40 => "18-39",
        >= 80 => "80-plus",
        var years => string.Create(CultureInfo.InvariantCulture, $"{years / 5 * 5}-{(years / 5 * 5) + 4}"),
    };

    private const string Scheme = """
        {
          "full_mark": null,
          "stages": [{
            "key": "race", "name": {"en": "Race"},
            "modules": [{
              "key": "race", "name": {"en": "Race"},
              "forms": [{
                "key": "race", "name": {"en": "Race"}, "judges": 0,
                "aspects": [{"key": "time", "name": {"en": "Time in seconds"}, "rule": {"kind": "imported"}, "step": 1}]
              }]
            }]
          }],
          "rank_order": "lower"
        }
        """;
}
