using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>
/// figure_skating_2016: the README finds all 1,143 totals, ranks, element sums and component sums, all 10,082 elements and 5,715 components, and 8,259 grades
/// of execution, being those whose value scale unanimous panels tell (here one more, a zero being worth nothing for every element).
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
    public void Calculate_Aspects_ElementsAndComponentsAreTheOfficialOnes()
    {
        var results = OfficialRun.CalculateContests(FigureSkating.Name, FigureSkating.Convert).Contests
            .SelectMany(contest => contest.Results, (contest, entry) => (contest.Scheme, Entry: entry.Key, entry.Value.Scores.Aspects))
            .ToDictionary(result => result.Entry, StringComparer.Ordinal);
        var (elements, computed, components, wrong) = (0, 0, 0, new List<string>());
        foreach (var row in DatasetFolder.Rows(Needs.Dataset(FigureSkating.Name), "aspects.csv"))
        {
            var (scheme, code, aspects) = results["P" + row["perf_id"]];
            if (row["kind"] == "C")
            {
                components++;
                Check(FigureSkating.Component(row), Points(FigureSkating.Component(row)), (Official(row["panel_score"]) * Official(row["factor"])).Round(2, RoundingMode.HalfUp));
                continue;
            }
            var key = FigureSkating.Element(row["num"]);
            var grade = Points(key);
            elements++;
            computed += grade is null ? 0 : 1;
            Check(key, grade ?? Points($"{key}-imported"), Official(row["goe"]));
            Check(key, Points($"{key}-base") + (grade ?? Points($"{key}-imported")), Official(row["panel_score"]));

            Fraction? Points(string aspect) => aspects[scheme.FindAspect(aspect)!.Place].Points;

            void Check(string aspect, Fraction? points, Fraction official)
            {
                if (points != official)
                    wrong.Add($"{code} {aspect}");
            }
        }
        Assert.Empty(wrong);
        Assert.Equal((10082, 8260, 5715), (elements, computed, components));
    }

    private static Fraction Official(string text) => ScoreText.Parse(text).Value.ToFraction();
}
