using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>
/// figure_skating_2016: the README finds all 1,143 totals, ranks, element sums and component sums, all 10,082 elements, and 8,259 grades of execution,
/// being those whose value scale unanimous panels tell (one more by counting a zero as worth nothing for every element).
/// </summary>
public sealed class FigureSkatingTests
{
    [Fact]
    public async Task Import_Segments_TotalsSumsAndRanksAreTheOfficialOnes()
    {
        var compared = await OfficialRun.ImportAsync(DatabaseKind.Sqlite, FigureSkating.Name, FigureSkating.Convert);
        Assert.Equal(88, compared.Select(c => (c.Official.Competition, c.Official.Contest)).Distinct().Count());
        Assert.Equal(1143, compared.Count(c => c.Official.Rank is not null && c.TotalAgrees && c.RankAgrees));
        Assert.Equal(1143, compared.Count(c => c.Official.Module == "elements" && c.TotalAgrees));
        Assert.Equal(1143, compared.Count(c => c.Official.Module == "components" && c.TotalAgrees));
        Assert.Equal(3 * 1143, compared.Count);
    }

    [Fact]
    public void Calculate_Elements_GradesOfExecutionAreTheOfficialOnes()
    {
        var contests = OfficialRun.CalculateContests(FigureSkating.Name, FigureSkating.Convert).Contests;
        var points = contests
            .SelectMany(contest => contest.Results, (contest, entry) => (contest.Scheme, Entry: entry.Key, entry.Value.Scores.Aspects))
            .ToDictionary(result => result.Entry, StringComparer.Ordinal);
        var (elements, computed, wrong) = (0, 0, new List<string>());
        foreach (var row in DatasetFolder.Rows(Needs.Dataset(FigureSkating.Name), "aspects.csv").Where(row => row["kind"] == "E"))
        {
            var (scheme, code, aspects) = points["P" + row["perf_id"]];
            var key = FigureSkating.Element(row["num"]);
            var grade = Points(key);
            elements++;
            computed += grade is null ? 0 : 1;
            if ((grade ?? Points($"{key}-imported")) != Official(row["goe"]) || Points($"{key}-base") + Official(row["goe"]) != Official(row["panel_score"]))
                wrong.Add($"{code} {key}");

            Fraction? Points(string aspect) => aspects[scheme.FindAspect(aspect)!.Place].Points;
        }
        Assert.Empty(wrong);
        Assert.Equal(10082, elements);
        Assert.Equal(8260, computed);
    }

    private static Fraction Official(string text) => ScoreText.Parse(text).Value.ToFraction();
}
