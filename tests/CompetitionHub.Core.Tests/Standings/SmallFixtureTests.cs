using System.Globalization;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.TestKit;
using CompetitionHub.TestKit.Datasets;
using static CompetitionHub.TestKit.Builders.Schemes;
using FieldContext = CompetitionHub.Core.Standings.Calculation.FieldContext;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>Formulas that turn times and distances into points, on real results: datasets/small_fixtures, whose README tells how well they can agree.</summary>
public sealed class SmallFixtureTests
{
    // World Athletics' constants; jumps are measured in centimetres.
    private static readonly (string Column, string A, string B, string C, TieBreakOrder Better, int Unit)[] Events =
    [
        ("100m", "25.4347", "18", "1.81", TieBreakOrder.LowerFirst, 1), ("long_jump", "0.14354", "220", "1.4", TieBreakOrder.HigherFirst, 100),
        ("shot_put", "51.39", "1.5", "1.05", TieBreakOrder.HigherFirst, 1), ("high_jump", "0.8465", "75", "1.42", TieBreakOrder.HigherFirst, 100),
        ("400m", "1.53775", "82", "1.81", TieBreakOrder.LowerFirst, 1), ("110mH", "5.74352", "28.5", "1.92", TieBreakOrder.LowerFirst, 1),
        ("discus", "12.91", "4", "1.1", TieBreakOrder.HigherFirst, 1), ("pole_vault", "0.2797", "100", "1.35", TieBreakOrder.HigherFirst, 100),
        ("javelin", "10.14", "7", "1.08", TieBreakOrder.HigherFirst, 1), ("1500m", "0.03768", "480", "1.85", TieBreakOrder.LowerFirst, 1),
    ];

    [Fact]
    public void Decathlon_TenEvents_PointsAreTheOfficialOnesWhereTheMarksAreComplete()
    {
        var scheme = CompiledScheme.Compile(OneForm(1, [.. Events.Select(e => Aspect(
            e.Column, new PowerPoints(Points(e.A), Points(e.B), Points(e.C), e.Better, new(0, RoundingMode.Truncate)), null))]));
        Assert.Empty(SchemeRules.Check(scheme.Scheme));

        var ranks = 0;
        var exact = new Dictionary<string, (int Equal, int All)>();
        foreach (var meeting in Athletes().GroupBy(row => row["competition"]))
        {
            var results = meeting.Select(row => (Row: row, Result: EntryCalculator.Calculate(scheme, [.. Events.Select(e => Mark(e.Column, 1, Scaled(row[e.Column], e.Unit)))]))).ToList();
            foreach (var (row, result) in results)
                Assert.InRange((result.Total!.Value - Points(row["points"]).ToFraction()).Numerator, -4, 4);
            exact[meeting.Key] = (results.Count(entry => entry.Result.Total == Points(entry.Row["points"]).ToFraction()), results.Count);
            ranks += Ranking.Rank(results, entry => entry.Result.Keys).Count(ranked => ranked.Item.Row["rank"] == $"{ranked.Rank}");
        }

        Assert.Equal((27, 28), exact["OlympicG"]);
        Assert.Equal((7, 13), exact["Decastar"]);
        Assert.Equal(41, ranks);
    }

    [Fact]
    public void FormulaSae_DynamicEvents_PointsAreTheOfficialOnesAsFarAsTimesArePublished()
    {
        var rules = new Dictionary<string, TimeRatio>
        {
            ["acceleration"] = new(Points("1.5"), 1, Points("95.5"), Points("4.5")),
            ["skidpad"] = new(Points("1.25"), 2, Points("71.5"), Points("3.5")),
            ["autocross"] = new(Points("1.45"), 1, Points("118.5"), Points("6.5")),
            ["endurance"] = new(Points("1.45"), 1, Points("250"), Points("25")),
        };
        var (exact, close, all) = (0, 0, 0);
        foreach (var field in DatasetFolder.Rows(Folder(), "fsae_time_points.csv").GroupBy(row => (row["competition"], row["event"])))
        {
            var scheme = CompiledScheme.Compile(OneForm(1, Aspect("time", rules[field.Key.Item2], null)));
            List<(ContestEntry Entry, string Published)> cars =
                [.. field.Select((row, i) => (new ContestEntry($"C{i}", "", true, [Mark("time", 1, row["time"])]), row["official_score"]))];
            var calculator = new EntryCalculator(scheme, FieldContext.Gather(scheme, cars.Select(car => car.Entry)));
            foreach (var (entry, published) in cars)
            {
                var (official, decimals) = (Points(published).ToFraction(), published.Length - 1 - published.IndexOf('.', StringComparison.Ordinal));
                var points = calculator.Calculate(entry).Total!.Value;
                all++;
                // Further off: the skidpad of 2018, which had another Tmax, and a lap penalty in an endurance.
                if (points - official > Fraction.Of(1, 20) || official - points > Fraction.Of(1, 20))
                    continue;
                if (points.Round(published.Contains('.', StringComparison.Ordinal) ? decimals : 0, RoundingMode.HalfUp) == official)
                    exact++;
                else
                    close++;
            }
        }

        Assert.Equal((41, 14, 60), (exact, close, all));
    }

    [Fact]
    public void Halfpipe_BestOfThreeRuns_ScoresAndRanksAreTheOfficialOnes()
    {
        var runs = Enumerable.Range(1, 3).Select(run => Form($"run{run}", 6, Aspect($"r{run}", new PanelScore(new TrimmedMean(1, 1)) { MinimumJudges = 6 }, "100", step: "1"))).ToArray();
        var scheme = CompiledScheme.Compile(new MarkingScheme
        {
            FullMark = Points("100"),
            Rounding = new() { Panel = new(2) },
            Stages = [Stage("final", Module("pipe", runs) with { Combine = Combination.Highest })],
            TieBreaks = [new CountbackTieBreak(PartLevel.Form)],
        });
        Assert.Empty(SchemeRules.Check(scheme.Scheme));

        var scores = 0;
        var riders = DatasetFolder.Rows(Folder(), "halfpipe_2026_final.csv").GroupBy(row => (Name: row["competitor"], Rank: row["official_rank"])).Select(rider =>
        {
            var result = EntryCalculator.Calculate(scheme, [.. rider.SelectMany(row => Run(row))]);
            foreach (var row in rider.Where(row => row["official_run_score"] != "DNI"))
            {
                Assert.Equal(Points(row["official_run_score"]).ToFraction(), result.Scores.Forms[int.Parse(row["run"], CultureInfo.InvariantCulture) - 1].Points);
                scores++;
            }
            return (rider.Key.Rank, Result: result);
        }).ToList();

        Assert.Equal(24, scores);
        Assert.Equal(12, Ranking.Rank(riders, rider => rider.Result.Keys).Count(ranked => ranked.Item.Rank == $"{ranked.Rank}"));
    }

    private static IEnumerable<CountedMark> Run(IReadOnlyDictionary<string, string> row) => Enumerable.Range(1, 6).Select(judge => row["official_run_score"] == "DNI"
        ? Mark($"r{row["run"]}", judge, MarkState.Failed) : Mark($"r{row["run"]}", judge, row[$"j{judge}"]));

    private static string Scaled(string metres, int unit) => ScoreText.Format(new Score(Points(metres).Millionths * unit));

    private static IEnumerable<Dictionary<string, string>> Athletes()
    {
        var lines = File.ReadLines(Path.Combine(Folder(), "decathlon.csv")).Select(line => line.Split(';')).ToList();
        return lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static string Folder()
    {
        Needs.Dataset("small_fixtures");
        return DatasetFolder.Find("small_fixtures")!;
    }
}
