using System.Globalization;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>small_fixtures, decathlon: two meets, ten events, the points of each a · x^c, cut to whole points.</summary>
public static class Decathlon
{
    public const string Name = "small_fixtures";

    // World Athletics: times in seconds, jumps in centimetres, throws in metres.
    private static readonly (string Key, string A, string B, string C, string Direction)[] Events =
    [
        ("100m", "25.4347", "18", "1.81", "lower"), ("long_jump", "0.14354", "220", "1.4", "higher"), ("shot_put", "51.39", "1.5", "1.05", "higher"),
        ("high_jump", "0.8465", "75", "1.42", "higher"), ("400m", "1.53775", "82", "1.81", "lower"), ("110mH", "5.74352", "28.5", "1.92", "lower"),
        ("discus", "12.91", "4", "1.1", "higher"), ("pole_vault", "0.2797", "100", "1.35", "higher"), ("javelin", "10.14", "7", "1.08", "higher"),
        ("1500m", "0.03768", "480", "1.85", "lower"),
    ];

    /// <summary>Writes one interchange folder under <paramref name="target"/>.</summary>
    public static ConvertedDataset Convert(string dataset, string target)
    {
        var draft = new CompetitionDraft("decathlon", "Decathlon", 2004);
        var official = new List<OfficialResult>();
        foreach (var meet in Rows(dataset).GroupBy(row => row["competition"]))
        {
            var contest = draft.Contest(meet.Key.ToLowerInvariant(), meet.Key, Scheme);
            foreach (var (place, row) in meet.Index())
            {
                var code = $"{meet.Key[0]}{place + 1:00}";
                contest.Entry(code, row["name"]);
                foreach (var (key, _, _, _, _) in Events)
                    contest.Mark(code, key, key is "long_jump" or "high_jump" or "pole_vault" ? Centimetres(row[key]) : row[key]);
                official.Add(new(draft.Slug, contest.Slug, code, row["points"], int.Parse(row["rank"], CultureInfo.InvariantCulture)));
            }
        }
        return new([draft.Write(target)], official);
    }

    private static string Centimetres(string metres) => ScoreText.Format(new Score(ScoreText.Parse(metres).Value.Millionths * 100));

    // This file alone is separated by semicolons.
    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string dataset)
    {
        var lines = File.ReadAllLines(Path.Combine(dataset, "decathlon.csv"));
        var columns = lines[0].Split(';');
        return lines.Skip(1).Select(line => columns.Zip(line.Split(';')).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    private static readonly string Scheme = $$"""
        {
          "full_mark": null,
          "stages": [{
            "key": "events", "name": {"en": "Events"},
            "modules": [{
              "key": "events", "name": {"en": "Events"},
              "forms": [{
                "key": "events", "name": {"en": "Events"}, "judges": 1,
                "aspects": [{{SchemeText.Each(Events, one => $$"""
                  {
                    "key": "{{one.Key}}", "name": {"en": "{{one.Key}}"},
                    "rule": {"kind": "power", "a": {{one.A}}, "b": {{one.B}}, "c": {{one.C}}, "direction": "{{one.Direction}}", "decimals": 0, "mode": "truncate"}
                  }
                  """)}}]
              }]
            }]
          }]
        }
        """;
}
