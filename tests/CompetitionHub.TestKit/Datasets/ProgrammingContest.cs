using System.Globalization;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>
/// icpc_online_2023: more solved problems are better, then fewer minutes (20 more for every wrong try), then the earlier last solution. The result is the
/// last stage, the minutes are a stage before it that only decides between equals. Not a rule here: that tries at an unsolved problem cost nothing and
/// tries after a solution do not count; such tries are left out.
/// </summary>
public static class ProgrammingContest
{
    public const string Name = "icpc_online_2023";

    private static readonly string[] Problems = [.. "ABCDEFGHIJKL".Select(letter => letter.ToString())];

    /// <summary>Writes one interchange folder under <paramref name="target"/>; the board to compare with is the README's own computation.</summary>
    public static ConvertedDataset Convert(string dataset, string target)
    {
        var draft = new CompetitionDraft("icpc", "ICPC Asia Online 2023 (I)", 2023);
        var contest = draft.Contest("online", "Online", Scheme);
        var runs = DatasetFolder.Rows(dataset, "runs.csv").ToLookup(row => row["team_id"]);
        foreach (var team in DatasetFolder.Rows(dataset, "teams.csv"))
        {
            var code = team["team_id"];
            contest.Entry(code, code);
            var byProblem = runs[code].ToLookup(row => row["problem"]);
            var last = 0;
            foreach (var problem in Problems)
            {
                var tries = byProblem[problem].OrderBy(row => Number(row["t_seconds"])).TakeWhile(row => row["verdict"] != "AC").Count();
                var solved = byProblem[problem].Where(row => row["verdict"] == "AC").Min(row => (int?)Number(row["t_seconds"]) / 60);
                contest.Mark(code, $"{problem}-solved", solved is null ? "0" : "1");
                if (solved is not { } minute)
                    continue;
                contest.Mark(code, $"{problem}-minute", ScoreText.Format(Score.Points(minute)));
                contest.Mark(code, $"{problem}-wrong", ScoreText.Format(Score.Points(tries)));
                last = Math.Max(last, minute);
            }
            contest.Mark(code, "last", ScoreText.Format(Score.Points(last)));
        }
        return new(
            [draft.Write(target)],
            [.. DatasetFolder.Rows(dataset, "computed_board.csv").SelectMany(row => new OfficialResult[]
            {
                new(draft.Slug, contest.Slug, row["team_id"], row["solved"], Number(row["pos"])),
                new(draft.Slug, contest.Slug, row["team_id"], row["penalty_minutes"], null) { Module = "penalty" },
            })]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static readonly string Scheme = $$"""
        {
          "full_mark": null,
          "stages": [
            {
              "key": "penalty", "name": {"en": "Penalty time"},
              "modules": [{
                "key": "penalty", "name": {"en": "Penalty time"},
                "forms": [{
                  "key": "penalty", "name": {"en": "Penalty time"}, "judges": 0,
                  "aspects": [{{SchemeText.Each(Problems, problem => $$"""
                    {"key": "{{problem}}-minute", "name": {"en": "{{problem}}, minute"}, "rule": {"kind": "imported"}, "step": 1},
                    {"key": "{{problem}}-wrong", "name": {"en": "{{problem}}, wrong tries"}, "rule": {"kind": "imported"}, "step": 1, "factor": 20}
                    """)}},
                    {"key": "last", "name": {"en": "Minute of the last solution"}, "rule": {"kind": "imported"}, "step": 1, "role": "info"}]
                }]
              }]
            },
            {
              "key": "solved", "name": {"en": "Solved"},
              "modules": [{
                "key": "solved", "name": {"en": "Solved"},
                "forms": [{
                  "key": "solved", "name": {"en": "Solved"}, "judges": 0,
                  "aspects": [{{SchemeText.Each(Problems, problem => $$"""
                    {"key": "{{problem}}-solved", "name": {"en": "{{problem}}"}, "rule": {"kind": "imported"}, "maximum": 1, "step": 1}
                    """)}}]
                }]
              }]
            }
          ],
          "rank_by": "last_stage",
          "tie_breaks": [
            {"by": "stage", "key": "penalty", "order": "lower"},
            {"by": "aspect", "key": "last", "order": "lower"}
          ]
        }
        """;
}
