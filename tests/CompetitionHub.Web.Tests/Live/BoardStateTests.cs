using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Web.Features.Live;
using CompetitionHub.Web.Features.Standings;

namespace CompetitionHub.Web.Tests.Live;

public class BoardStateTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Next_NothingTheReadersSee_IsTheSameState()
    {
        var state = BoardState.First(View(1, ("A", "9")), Start);
        Assert.Same(state, state.Next(View(2, ("A", "9")), Start));
        Assert.NotSame(state, state.Next(View(2, ("A", "9.5")), Start));
        Assert.NotSame(state, state.Next(View(2, BoardVisibility.Masked, ("A", "9")), Start));
    }

    [Fact]
    public void Id_SameBoard_IsTheSameOnEveryNode() =>
        Assert.Equal(BoardState.First(View(7, ("A", "9"), ("B", null)), Start).Id, BoardState.First(View(7, ("B", null), ("A", "9")), Start.AddHours(1)).Id);

    [Fact]
    public void Id_DoesNotDependOnTheCultureOfTheBuilder()
    {
        var ids = new[] { "zh-CN", "en", "de-DE" }.Select(name =>
        {
            var before = System.Globalization.CultureInfo.CurrentCulture;
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(name);
            try
            {
                return BoardState.First(View(7, ("A", "9")), Start).Id;
            }
            finally
            {
                System.Globalization.CultureInfo.CurrentCulture = before;
            }
        });
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public void Move_IsAgainstTheRankingBeforeTheBurst()
    {
        var first = BoardState.First(View(1, ("A", "9"), ("B", "8"), ("C", "7")), Start);
        var second = first.Next(View(2, ("A", "9"), ("B", "8"), ("C", "8.5")), Start.AddSeconds(10));
        var third = second.Next(View(3, ("A", "9"), ("B", "8"), ("C", "9.5")), Start.AddSeconds(20));
        Assert.Equal([2, -1, -1], third.View.Lines.Select(row => third.RowOf(row).Move));
        // A minute later another burst begins: moved is what moves from then on.
        var later = third.Next(View(4, ("A", "10"), ("B", "8"), ("C", "9.5")), Start.AddMinutes(5));
        Assert.Equal([("A", 1), ("C", -1), ("B", 0)], later.View.Lines.Select(row => (row.Line.Code, later.RowOf(row).Move)));
    }

    [Fact]
    public void Frames_AreKeptForWhoIsALittleBehind_AndHoldNoStates()
    {
        var state = BoardState.First(View(1, ("A", "1")), Start);
        var ids = new List<string> { state.Id };
        for (var i = 2; i <= 40; i++)
        {
            state = state.Next(View(i, ("A", i.ToString(System.Globalization.CultureInfo.InvariantCulture))), Start);
            ids.Add(state.Id);
        }

        Assert.Equal(24, state.Frames.Length);
        Assert.Equal(ids[^25..^1], state.Frames.Select(frame => frame.From));
        Assert.Equal(ids[^24..], state.Frames.Select(frame => frame.To));
    }

    [Theory]
    [InlineData("9", 2, "9.00")]
    [InlineData("9.5", 2, "9.50")]
    [InlineData("9.25", 2, "9.25")]
    [InlineData("0.333333…", 2, "0.333333…")]
    public void Decimals_AreThoseOfTheLongestInTheColumn(string points, int decimals, string expected)
    {
        var longest = "1." + new string('1', decimals);
        Assert.Equal(expected, ColumnDecimals.Of(View(1, ("A", points), ("B", longest))).Total(points));
    }

    private static BoardView View(long revision, params (string Code, string? Total)[] rows) => View(revision, BoardVisibility.Full, rows);

    private static BoardView View(long revision, BoardVisibility visibility, params (string Code, string? Total)[] rows)
    {
        var day = new DateOnly(2026, 5, 1);
        var competition = new Competition(
            "k", new("games", new("运动会", "Games"), CompetitionLevel.City, CompetitionClass.None, new("", ""), new("", ""), day, day, "Asia/Shanghai"), CompetitionState.Running, 1, Start);
        var contest = new Contest("c", "k", new("welding", new("焊工", "Welding"), "", new("", ""), ContestFormat.Individual, CountingRule.Submitted), 1, 1);
        var lines = rows.Select(row => new BoardLine
        {
            Code = row.Code,
            Status = EntryStatus.Active,
            Total = row.Total,
            Keys = row.Total is null ? [null] : [ScoreText.TryParse(row.Total, out var score) ? score.ToFraction().ToString() : "1/3"],
            Expected = 1,
            Marked = row.Total is null ? 0 : 1,
        });
        return new(competition, contest, new("c", visibility, null, revision, Start, Start), Audience.Public, new MarkingScheme(), BoardOrder.Of(lines, CompiledScheme.Compile(new MarkingScheme())));
    }
}
