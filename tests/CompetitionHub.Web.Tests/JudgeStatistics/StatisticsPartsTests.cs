using System.Globalization;
using Bunit;
using CompetitionHub.Core.JudgeStatistics;
using CompetitionHub.Web.Features.JudgeStatistics;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Web.Tests.JudgeStatistics;

public sealed class StatisticsPartsTests : BunitContext
{
    private static readonly Statistic Unsaid = Statistic.None(CannotSay.OneJudge);

    public StatisticsPartsTests()
    {
        Services.AddTexts();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
    }

    [Fact]
    public void Summary_OfTwoRooms_NamesTheFigureItTrustsAndTheGroups()
    {
        var summary = Render<StatisticsSummary>(part => part.Add(p => p.Panel, Panel(["8 8.5 - -", "6 6.5 - -", "- - 9 9", "- - 5 5.5"], groups: 2))).Markup;

        Assert.Contains("ICC(1,k) = 0.98", summary, StringComparison.Ordinal);
        Assert.Contains("2 groups", summary, StringComparison.Ordinal);
        Assert.Contains("No mark stands apart", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_OfOneJudge_SaysThatNothingCanBeSaid()
    {
        var summary = Render<StatisticsSummary>(part => part.Add(p => p.Panel, Panel(["8", "7"]))).Markup;

        Assert.Contains("cannot be said", summary, StringComparison.Ordinal);
        Assert.Contains("One judge alone cannot be compared", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("stands apart", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void JudgeTable_FigureThatCannotBeSaid_IsADashWithItsReason()
    {
        var table = Render<JudgeTable>(part => part.Add(p => p.Panel, Panel(["8", "7"])));
        Assert.Equal("One judge alone cannot be compared.", table.Find("tbody span[title]").GetAttribute("title"));
        Assert.DoesNotContain("NaN", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void FlagTable_ManyFlags_ShowsTheWidestWithTheirEntries()
    {
        var flags = Enumerable.Range(0, 30).Select(i => new Flag(i, 1, FlagKind.Outlier, 9, 8, i, 5.4)).ToList();
        var table = Render<FlagTable>(part => part
            .Add(p => p.Panel, Panel([.. Enumerable.Repeat("8 9", 30)], flags))
            .Add(p => p.Address, code => "/entries/" + code));

        Assert.Equal(20, table.FindAll("tbody tr").Count);
        Assert.Equal("/entries/K30", table.Find("tbody a").GetAttribute("href"));
        Assert.Contains("The 20 widest of 30", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void EntriesPlot_EqualMarks_AreOneLargerDot_AndFlagsAreRings()
    {
        var plot = Render<EntriesPlot>(part => part
            .Add(p => p.Panel, Panel(["8 8 8 8 9.5"], [new(0, 4, FlagKind.Gap, 9.5, 8, 1.5, null)]))
            .Add(p => p.Places, [0])
            .Add(p => p.Address, code => "/entries/" + code));

        Assert.Single(plot.FindAll("path.many"));
        Assert.Single(plot.FindAll("path.one"));
        Assert.Single(plot.FindAll("path.ring"));
        Assert.Equal("img", plot.Find("svg").GetAttribute("role"));
    }

    private static PanelStatistics Panel(string[] entries, IReadOnlyList<Flag>? flags = null, int groups = 1)
    {
        var rows = entries.Select(entry => entry.Split(' ').Select(mark => mark == "-" ? (double?)null : double.Parse(mark, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var matrix = new PanelMatrix(rows, rows[0].Length);
        var own = new OwnDelegation(Unsaid, Unsaid, 0);
        return new(
            matrix,
            [.. Enumerable.Range(1, rows.Count).Select(i => new PanelEntry($"K{i:00}", null))],
            [.. Enumerable.Range(0, matrix.Judges).Select(j => new JudgeFigures(
                new($"j{j}", null, j + 1, null), rows.Count, 8, 7, 9.5, Unsaid, Unsaid, Unsaid, Unsaid, own, 0))],
            Agreement.Of(matrix), Statistic.None(CannotSay.OneAspect), flags ?? [], groups);
    }
}
