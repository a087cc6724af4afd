using System.Globalization;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>
/// figure_skating_2016: ten competitions with 88 segments, each a contest. Nine judges mark elements and components. A component is the trimmed mean
/// to two decimals times its factor. An element is its base value and the grade of execution: every mark stands for points by the element's value
/// scale, then the same trimmed mean. Equal totals: short segments by elements, free ones by components.
/// </summary>
public static class FigureSkating
{
    public const string Name = "figure_skating_2016";

    private const int Judges = 9;

    /// <summary>Writes one interchange folder per competition under <paramref name="target"/>.</summary>
    public static ConvertedDataset Convert(string dataset, string target)
    {
        var aspects = DatasetFolder.Rows(dataset, "aspects.csv").ToLookup(row => row["perf_id"]);
        var scales = ValueScales.Derive(aspects.SelectMany(performance => performance).Where(row => row["kind"] == "E"));
        var official = new List<OfficialResult>();
        var folders = new List<string>();
        foreach (var (number, competition) in DatasetFolder.Rows(dataset, "performances.csv").GroupBy(row => row["competition"]).Index())
        {
            var draft = new CompetitionDraft($"skating-{number + 1:00}", competition.Key, 2017);
            foreach (var segment in competition.GroupBy(row => row["segment"]))
            {
                var slug = Slugs.Suggest(new("", segment.Key), "segment", []);
                var contest = draft.Contest(slug, segment.Key, Scheme(segment.Key, [.. segment.SelectMany(row => aspects[row["perf_id"]])], scales));
                foreach (var row in segment)
                {
                    var code = "P" + row["perf_id"];
                    contest.Entry(code, row["name"], row["nation"]);
                    contest.Mark(code, "deduction", row["total_deductions"]);
                    foreach (var aspect in aspects[row["perf_id"]])
                        Add(contest, code, aspect, scales);
                    official.Add(new(draft.Slug, slug, code, row["total_segment_score"], int.Parse(row["rank"], CultureInfo.InvariantCulture)));
                    official.Add(new(draft.Slug, slug, code, row["total_element_score"], null) { Module = "elements" });
                    official.Add(new(draft.Slug, slug, code, row["total_component_score"], null) { Module = "components" });
                }
            }
            folders.Add(draft.Write(target));
        }
        return new(folders, official);
    }

    private static void Add(ContestDraft contest, string code, IReadOnlyDictionary<string, string> aspect, ValueScales scales)
    {
        var isElement = aspect["kind"] == "E";
        var key = isElement ? Element(aspect["num"]) : Component(aspect);
        if (isElement)
        {
            contest.Mark(code, $"{key}-base", aspect["base_value"]);
            // What the judges' marks stand for is unknown: the panel's points come from the protocol.
            if (scales.Item(aspect) is { } item)
                contest.Mark(code, $"{key}-item", item);
            else
                contest.Mark(code, $"{key}-imported", aspect["goe"]);
        }
        for (var seat = 1; seat <= Judges; seat++)
        {
            // The source writes an absent judge as nothing, or as a zero where a zero is no mark.
            var mark = aspect[$"J{seat}"];
            if (mark.Length == 0 || (!isElement && ScoreText.Parse(mark).Value == Score.Zero))
                contest.Mark(code, key, seat, MarkState.JudgeAbsent);
            else
                contest.Mark(code, key, seat, mark);
        }
    }

    private static string Scheme(string segment, List<IReadOnlyDictionary<string, string>> rows, ValueScales scales)
    {
        var elements = rows.Where(row => row["kind"] == "E").ToList();
        var slots = elements.GroupBy(row => Element(row["num"])).OrderBy(slot => slot.Key, StringComparer.Ordinal);
        var components = rows.Where(row => row["kind"] == "C").DistinctBy(Component);
        return $$"""
            {
              "full_mark": null,
              "stages": [{
                "key": "segment", "name": {"en": "{{segment}}"},
                "modules": [
                  {
                    "key": "elements", "name": {"en": "Technical elements"},
                    "forms": [{
                      "key": "elements", "name": {"en": "Technical elements"}, "judges": {{Judges}},
                      "aspects": [{{SchemeText.Each(slots, slot => $$"""
                        {"key": "{{slot.Key}}-item", "name": {"en": "Number of the element"}, "rule": {"kind": "imported"}, "step": 1, "role": "info"},
                        {"key": "{{slot.Key}}-base", "name": {"en": "Base value"}, "rule": {"kind": "imported"} },
                        {
                          "key": "{{slot.Key}}", "name": {"en": "Grade of execution"},
                          "rule": {
                            "kind": "levels", "panel": {"kind": "trimmed_mean", "drop_high": 1, "drop_low": 1}, "minimum_judges": 3,
                            "item_from": "{{slot.Key}}-item", "tables": [{{(scales.Tables(slot) is { Length: > 0 } own ? own : scales.Tables(elements))}}]
                          }
                        },
                        {"key": "{{slot.Key}}-imported", "name": {"en": "Grade of execution, imported"}, "rule": {"kind": "imported"}, "minimum": -20}
                        """)}}]
                    }]
                  },
                  {
                    "key": "components", "name": {"en": "Program components"},
                    "forms": [{
                      "key": "components", "name": {"en": "Program components"}, "judges": {{Judges}},
                      "aspects": [{{SchemeText.Each(components, component => $$"""
                        {
                          "key": "{{Component(component)}}", "name": {"en": "{{component["desc"]}}"}, "maximum": 10, "step": 0.25, "factor": {{component["factor"]}},
                          "rule": {"kind": "panel_score", "panel": {"kind": "trimmed_mean", "drop_high": 1, "drop_low": 1}, "minimum_judges": 3}
                        }
                        """)}}]
                    }]
                  },
                  {
                    "key": "deductions", "name": {"en": "Deductions"},
                    "forms": [{
                      "key": "deductions", "name": {"en": "Deductions"}, "judges": 0,
                      "aspects": [{"key": "deduction", "name": {"en": "Deductions"}, "rule": {"kind": "imported"}, "role": "penalty"}]
                    }]
                  }
                ]
              }],
              "rounding": { "panel": { "decimals": 2 }, "aspect": { "decimals": 2 }, "module": { "decimals": 2 }, "total": { "decimals": 2 } },
              "tie_breaks": [{"by": "module", "key": "{{(segment.Contains("SHORT", StringComparison.Ordinal) ? "elements" : "components")}}", "order": "higher"}]
            }
            """;
    }

    /// <summary>The key of an element by its number in the programme.</summary>
    public static string Element(string number) => $"E{number.PadLeft(2, '0')}";

    /// <summary>The key of a component.</summary>
    public static string Component(IReadOnlyDictionary<string, string> row) => Slugs.Suggest(new("", row["desc"]), "component", []);
}
