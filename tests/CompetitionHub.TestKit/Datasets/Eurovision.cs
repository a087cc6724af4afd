using System.Globalization;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>
/// eurovision: 63 finals and 25 semi-finals, every voting country one imported aspect, since 2016 one for its jury and one for its televote.
/// Three rules for equal totals: shared until 2007, countries with points and countback until 2015, then the televote.
/// </summary>
public static class Eurovision
{
    public const string Name = "eurovision";

    /// <summary>
    /// Writes one interchange folder for the time of every rule under <paramref name="target"/>. In 1991 equals at the first place, and only there, were
    /// parted by their twelves and tens: no rule for a whole list, but with <paramref name="decided"/> a decision on record.
    /// </summary>
    public static ConvertedDataset Convert(string dataset, string target, bool decided)
    {
        var official = new List<OfficialResult>();
        var votes = DatasetFolder.Rows(dataset, "votes.csv").ToLookup(row => (row["year"], row["round"]));
        // A date before 2000 is refused: old contests stand in a competition of a later year.
        var drafts = new[] { ("shared", 2000), ("countback", 2015), ("televote", 2018) }
            .ToDictionary(era => era.Item1, era => new CompetitionDraft($"eurovision-{era.Item1}", $"Eurovision, ties {era.Item1}", era.Item2));
        foreach (var year in DatasetFolder.Rows(dataset, "results.csv").GroupBy(row => row["year"]))
        {
            foreach (var round in year.SelectMany(Rounds).GroupBy(entry => entry.Round))
            {
                var draft = drafts[Era(year.Key)];
                var contest = Contest(draft, year.Key, round.Key, [.. votes[(year.Key, round.Key)]], [.. round.Select(entry => entry.Row)], decided);
                official.AddRange(round.SelectMany(entry => Results(draft.Slug, contest, entry.Row, entry.Round == "final" ? "final" : "sf")));
            }
        }
        return new([.. drafts.Values.Select(draft => draft.Write(target))], official);
    }

    private static string Era(string year) => year switch
    {
        _ when string.CompareOrdinal(year, "2008") < 0 => "shared",
        _ when string.CompareOrdinal(year, "2016") < 0 => "countback",
        _ => "televote",
    };

    private static IEnumerable<(string Round, IReadOnlyDictionary<string, string> Row)> Rounds(IReadOnlyDictionary<string, string> row)
    {
        if (row["final_total_points"].Length > 0)
            yield return ("final", row);
        if (row["sf_total_points"].Length > 0)
            yield return (row["sf_number"] is "1" or "2" ? $"semi-final-{row["sf_number"]}" : "semi-final", row);
    }

    private static IEnumerable<OfficialResult> Results(string competition, string contest, IReadOnlyDictionary<string, string> row, string round)
    {
        var code = Code(contest, row["country"]);
        yield return new(competition, contest, code, row[$"{round}_total_points"], int.Parse(row[$"{round}_place"], CultureInfo.InvariantCulture));
        foreach (var module in new[] { "jury", "televote" }.Where(module => row[$"{round}_{module}_points"].Length > 0))
            yield return new(competition, contest, code, row[$"{round}_{module}_points"], null) { Module = module };
    }

    private static string Contest(
        CompetitionDraft draft, string year, string round, List<IReadOnlyDictionary<string, string>> votes, List<IReadOnlyDictionary<string, string>> songs,
        bool decided)
    {
        var sets = Era(year) == "televote" ? new[] { "jury", "televote" } : ["total"];
        var from = votes.Select(row => row["from_country"]).Distinct().ToList();
        var slug = $"{year}-{round}";
        var contest = draft.Contest(slug, slug, Scheme(sets, from, Era(year)));
        if (decided && slug == "1991-final")
            contest.SetUp = contest.SetUp with { Decisions = [Winner(slug)] };
        var given = votes.ToDictionary(row => (row["from_country"], row["to_country"]));
        foreach (var song in songs)
        {
            var code = Code(slug, song["country"]);
            contest.Entry(code, song["country"], song["country"]);
            contest.Mark(code, "running-order", song[round == "final" ? "final_running_order" : "sf_running_order"]);
            // Who votes and gives nothing gives zero points; nobody votes for the own song, so that there is no mark.
            foreach (var (set, country) in sets.SelectMany(set => from.Where(country => country != song["country"]), (set, country) => (set, country)))
            {
                var points = given.TryGetValue((country, song["country"]), out var vote) ? vote[$"{set}_points"] : "";
                contest.Mark(code, $"{set}-{country}", points.Length == 0 ? "0" : points);
            }
        }
        return slug;
    }

    private static RankDecision Winner(string contest) =>
        new(RankDecisionKind.Committee, [Code(contest, "SE"), Code(contest, "FR")], null, "Equal points: more twelves, then more tens.");

    private static string Code(string contest, string country) =>
        $"{contest[2..4]}{(contest.EndsWith('l') ? contest[5..6] : contest[^1..])}-{country}".ToUpperInvariant();

    private static string Scheme(string[] sets, List<string> from, string era) => $$"""
        {
          "full_mark": null,
          "stages": [{
            "key": "show", "name": {"en": "Show"},
            "modules": [{{SchemeText.Each(sets, set => $$"""
              {
                "key": "{{set}}", "name": {"en": "{{set}}"},
                "forms": [{
                  "key": "{{set}}", "name": {"en": "{{set}}"}, "judges": 0,
                  "aspects": [{{SchemeText.Each(from, country => $$"""
                    {"key": "{{set}}-{{country}}", "name": {"en": "{{country}}"}, "rule": {"kind": "imported"}, "maximum": 60, "step": 1}
                    """)}}]
                }]
              }
              """)}},
              {
                "key": "draw", "name": {"en": "Draw"},
                "forms": [{
                  "key": "draw", "name": {"en": "Draw"}, "judges": 0,
                  "aspects": [{"key": "running-order", "name": {"en": "Running order"}, "rule": {"kind": "imported"}, "role": "info"}]
                }]
              }]
          }],
          "tie_breaks": [{{era switch
          {
              "shared" => """{"by": "committee", "order": "lower"}""",
              "countback" => """
                  {"by": "parts_with_points", "of": "aspect", "order": "higher"},
                  {"by": "countback", "of": "aspect", "order": "higher"},
                  {"by": "aspect", "key": "running-order", "order": "lower"}
                  """,
              _ => """{"by": "module", "key": "televote", "order": "higher"}""",
          }}}]
        }
        """;
}
