using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.TestKit;
using CompetitionHub.TestKit.Datasets;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>Real competitions with official results: the engine reproduces every total and every rank.</summary>
public sealed class DatasetTests
{
    [Fact]
    public void Imo_ThreeThousandContestants_TotalsAndRanksAreTheOfficialOnes()
    {
        var scheme = CompiledScheme.Compile(
            OneForm(1, [.. Enumerable.Range(1, 6).Select(p => Aspect($"p{p}", new DirectPoints(), "7", step: "1"))]));
        Assert.Empty(SchemeRules.Check(scheme.Scheme));

        var checkedRows = 0;
        foreach (var year in Rows("imo_2015_2019", "contestants.csv").GroupBy(row => row["year"]))
        {
            var results = year.Select(row => (Row: row, Result: EntryCalculator.Calculate(
                scheme, [.. Enumerable.Range(1, 6).Select(p => Mark($"p{p}", 1, row[$"p{p}"]))])));
            foreach (var ranked in Ranking.Rank(results, entry => entry.Result.Keys))
            {
                Assert.Equal(ranked.Item.Row["total"], ScoreText.Format(ranked.Item.Result.Total!.Value));
                Assert.Equal(ranked.Item.Row["rank"], $"{ranked.Rank}");
                checkedRows++;
            }
        }
        Assert.Equal(3009, checkedRows);
    }

    [Fact]
    public void FigureSkating_NineJudges_ComponentsTotalsAndRanksAreTheOfficialOnes()
    {
        var aspects = Rows("figure_skating_2016", "aspects.csv").ToLookup(row => row["perf_id"]);
        var (performances, components) = (0, 0);
        foreach (var segment in Rows("figure_skating_2016", "performances.csv").GroupBy(row => (row["competition"], row["segment"])))
        {
            var scheme = CompiledScheme.Compile(SegmentScheme(segment.Key.Item2, [.. segment.SelectMany(row => aspects[row["perf_id"]])]));
            Assert.Empty(SchemeRules.Check(scheme.Scheme));
            var results = segment.Select(row => (Row: row, Entry: EntryCalculator.Explain(scheme, [.. Marks(row, scheme.Scheme.FindForm("te")!.Aspects.Count, aspects[row["perf_id"]])])));
            foreach (var ranked in Ranking.Rank(results, entry => entry.Entry.Result.Keys))
            {
                var (row, (result, worked)) = ranked.Item;
                Assert.Equal(0, result.Unusable);
                Assert.True(result.IsComplete);
                Assert.Equal(Points(row["total_segment_score"]).ToFraction(), result.Total);
                Assert.Equal(Points(row["total_component_score"]).ToFraction(), result.Scores.Modules[1]);
                Assert.Equal(row["rank"], $"{ranked.Rank}");
                performances++;

                var panels = worked.Parts[0].Parts[1].Parts[0].Parts;
                foreach (var component in aspects[row["perf_id"]].Where(aspect => aspect["kind"] == "C"))
                {
                    var panel = panels.Single(part => part.Key == Key(component));
                    Assert.Equal(Points(component["panel_score"]), Points(panel.Steps.Last(step => step.Code is StepCodes.TrimmedMean || IsPanelRounding(panel, step)).Result!.TrimEnd('…')));
                    components++;
                }
            }
        }
        Assert.Equal((1143, 5715), (performances, components));
    }

    // The first rounding of an aspect is the panel's, when it stands before the factor.
    private static bool IsPanelRounding(WorkedNode panel, WorkedStep step)
    {
        var steps = panel.Steps.ToList();
        var factor = steps.FindIndex(other => other.Code == StepCodes.Times);
        return step.Code == StepCodes.RoundedHalfUp && (factor < 0 || steps.IndexOf(step) < factor);
    }

    private static MarkingScheme SegmentScheme(string segment, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        var elements = rows.Where(row => row["kind"] == "E").Select(row => int.Parse(row["num"], null)).Max();
        var components = rows.Where(row => row["kind"] == "C").DistinctBy(Key);
        // A tie in a short program is broken by the elements, in a free skate by the components.
        var tieBreak = new ModuleTieBreak(segment.Contains("SHORT", StringComparison.Ordinal) ? "elements" : "components");
        return Scheme(
            Module("elements", Form("te", 0, [.. Enumerable.Range(1, elements).Select(n => Aspect($"E{n}", new Imported(), null, "-100"))])),
            Module("components", Form("pc", 9, [.. components.Select(row =>
                Aspect(Key(row), new PanelScore(new TrimmedMean(1, 1)) { MinimumJudges = 3 }, "10", "0", "0.25", row["factor"]))])),
            Module("deductions", Form("de", 0, Aspect("deduction", new Imported(), "0", "-100"))))
            with { Rounding = new() { Panel = new(2), Aspect = new(2) }, TieBreaks = [tieBreak], FullMark = null };
    }

    private static IEnumerable<CountedMark> Marks(
        IReadOnlyDictionary<string, string> performance, int expected, IEnumerable<IReadOnlyDictionary<string, string>> aspects)
    {
        var rows = aspects.ToList();
        var elements = rows.Where(row => row["kind"] == "E").ToDictionary(Key, row => row["panel_score"]);
        for (var n = 1; n <= expected; n++)
            yield return elements.TryGetValue($"E{n}", out var points) ? Mark($"E{n}", 0, points) : Mark($"E{n}", 0, MarkState.NotAttempted);
        foreach (var row in rows.Where(row => row["kind"] == "C"))
        {
            for (var judge = 1; judge <= 9; judge++)
            {
                var value = row[$"J{judge}"];
                yield return value is "" or "0" or "0.0" or "0.00" ? Mark(Key(row), judge, MarkState.JudgeAbsent) : Mark(Key(row), judge, value);
            }
        }
        var deductions = performance["total_deductions"];
        yield return Mark("deduction", 0, ScoreText.TryParse(deductions, out var taken) ? ScoreText.Format(new Score(-taken.Millionths)) : "0");
    }

    private static string Key(IReadOnlyDictionary<string, string> row) =>
        row["kind"] == "E" ? "E" + row["num"] : string.Concat(row["desc"].Where(char.IsAsciiLetter));

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string dataset, string file)
    {
        if (DatasetFolder.Find(dataset) is { } folder)
            return DatasetFolder.Rows(folder, file);
        Assert.False(Ci.IsRunning, $"The data set {dataset} is not here; set {DatasetFolder.Variable}.");
        Assert.Skip($"The data set {dataset} is not here; set {DatasetFolder.Variable}.");
        return [];
    }
}
