using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>Correction between panels, z and t: domain.md §6-2 and §6-3.</summary>
public sealed class NormalisationTests
{
    [Theory] // rooms of 20 with sums 1370.40, 1443.00, 1565.20 → overall 72.98 → 1.065, 1.012, 0.933
    [InlineData("A", "1.065", "71.09")]
    [InlineData("B", "1.012", "67.55")]
    [InlineData("C", "0.933", "62.28")]
    public void FactorAllEntries_RoomsOfTwenty_AreAsInTheSource(string room, string factor, string total)
    {
        var rule = new Normalisation(NormalisationMethod.FactorAllEntries, new(3)) { MeanRounding = new(2) };
        var field = Room("A", 20, 1370.40m).Concat(Room("B", 20, 1443.00m)).Concat(Room("C", 20, 1565.20m)).ToList();
        // The first entry of each room has 66.75; the others share the rest of the room's sum.
        Assert.Equal(total, Total(rule, field, field.First(entry => entry.Panel == room), out var step));
        Assert.Equal(factor, step);
    }

    [Fact]
    public void FactorPanelMeans_UnequalRooms_DiffersFromAllEntries()
    {
        // Means 60 and 80; all entries: (3·60 + 80)/4 = 65; panel means: 70.
        List<ContestEntry> field = [Entry("A", "60"), Entry("A", "60"), Entry("A", "60"), Entry("B", "80")];
        Assert.Equal("64.98", Total(new(NormalisationMethod.FactorAllEntries, new(3)), field, field[0], out _));
        Assert.Equal("70.02", Total(new(NormalisationMethod.FactorPanelMeans, new(3)), field, field[0], out _));
    }

    [Theory] // {78, 82, 85, 90, 70}: mean 81, population sd 6.753
    [InlineData("78", "45.56")]
    [InlineData("82", "51.48")]
    [InlineData("85", "55.92")]
    [InlineData("90", "63.33")]
    [InlineData("70", "33.71")]
    public void T_FiveValues_IsTheVector(string value, string t)
    {
        List<ContestEntry> field = [.. new[] { "78", "82", "85", "90", "70" }.Select(points => Entry("", points))];
        Assert.Equal(t, Total(new(NormalisationMethod.T, new(2)), field, Entry("", value), out _));
    }

    [Fact]
    public void Z_AllEqual_IsTheCentre_AndEntriesThatAreOutAreNotInTheField()
    {
        List<ContestEntry> field = [Entry("", "50"), Entry("", "50"), Entry("", "90") with { TakesPart = false }];
        Assert.Equal("0", Total(new(NormalisationMethod.Z, new(2)), field, field[0], out _));
        Assert.Equal("50", Total(new(NormalisationMethod.T, new(2)) { Deviation = Deviation.Sample }, field, field[0], out _));
    }

    [Fact]
    public void Advisory_IsShownAndNotApplied()
    {
        List<ContestEntry> field = [Entry("A", "60"), Entry("B", "80")];
        Assert.Equal("60", Total(new(NormalisationMethod.FactorAllEntries, new(3)) { IsAdvisory = true }, field, field[0], out var step));
        Assert.Equal("1.167", step);
    }

    [Fact]
    public void Calculator_AskedForWhatThePanelsGave_NormalisesAgainAfterwards()
    {
        var rule = new Normalisation(NormalisationMethod.FactorAllEntries, new(3));
        var scheme = Scheme(rule);
        List<ContestEntry> field = [Entry("A", "60"), Entry("B", "80")];
        var calculator = new EntryCalculator(scheme, FieldContext.Gather(scheme, field));
        Assert.Equal("60/1", calculator.ModulesBeforeNormalisation(field[0])[0].Points.ToString());
        Assert.Equal("3501/50", calculator.Calculate(field[0]).Total.ToString());
    }

    [Theory] // a panel that is not in the field, or whose mean is zero, has nothing to be corrected by
    [InlineData("C", "60", "60")]
    [InlineData("Z", "0", "0")]
    public void Factor_WithoutAMean_LeavesThePoints(string panel, string points, string total)
    {
        List<ContestEntry> field = [Entry("A", "60"), Entry("B", "80"), Entry("Z", "0")];
        Assert.Equal(total, Value(new(NormalisationMethod.FactorPanelMeans, new(3)), field, Entry(panel, points)));
        Assert.Equal(panel == "C" ? points : "50", Value(new(NormalisationMethod.T, new(3)), field, Entry(panel, points)));
    }

    [Fact]
    public void Normalisation_OfOneModule_MakesTheSchemeDependOnTheField()
    {
        var plain = Module("n", Form("g", 0, Aspect("b", new Imported())));
        var scheme = new MarkingScheme { FullMark = null, Stages = [Stage("s", plain, Module("m", Form("f", 0, Aspect("a", new Imported()))) with { Normalise = new(NormalisationMethod.Z, new(2)) })] };
        Assert.True(CompiledScheme.Compile(scheme).DependsOnField);
        Assert.False(CompiledScheme.Compile(scheme with { Stages = [Stage("s", plain)] }).DependsOnField);
        Assert.True(CompiledScheme.Compile(OneForm(1, Aspect("a", new DirectPoints()), Aspect("b", new ShareOfBest(TieBreakOrder.HigherFirst)))).DependsOnField);
    }

    private static string Value(Normalisation rule, IReadOnlyList<ContestEntry> field, ContestEntry entry)
    {
        var scheme = Scheme(rule);
        return ScoreText.Format(new EntryCalculator(scheme, FieldContext.Gather(scheme, field)).Calculate(entry).Total!.Value);
    }

    private static CompiledScheme Scheme(Normalisation rule) => CompiledScheme.Compile(new MarkingScheme
    {
        FullMark = null,
        Rounding = new() { Module = new(2) },
        Stages = [Stage("s", Module("m", Form("f", 0, Aspect("a", new Imported(), "100"))) with { Normalise = rule })],
    });

    private static string Total(Normalisation rule, IReadOnlyList<ContestEntry> field, ContestEntry entry, out string by)
    {
        var scheme = Scheme(rule);
        var (result, worked) = new EntryCalculator(scheme, FieldContext.Gather(scheme, field)).Explain(entry);
        by = worked.Parts[0].Parts[0].Steps[0].Args[0];
        return ScoreText.Format(result.Total!.Value);
    }

    private static IEnumerable<ContestEntry> Room(string room, int size, decimal sum) =>
        Enumerable.Range(0, size).Select(i => Entry(room, (i == 0 ? 66.75m : decimal.Round((sum - 66.75m) / (size - 1), 6)).ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static ContestEntry Entry(string room, string points) => new("E", room, true, [Mark("a", 0, points)]);
}
