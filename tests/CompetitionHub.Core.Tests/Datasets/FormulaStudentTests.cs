using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Databases;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>small_fixtures, Formula SAE: 60 times with points. The README finds 41 exact to the published decimals, 14 within 0.05, 5 off.</summary>
public sealed class FormulaStudentTests
{
    [Theory, EachDatabase]
    public async Task Import_DynamicEvents_PointsAreTheOfficialOnes(DatabaseKind kind)
    {
        var compared = await OfficialRun.ImportAsync(kind, FormulaStudent.Name, FormulaStudent.Convert);
        Assert.Equal(60, compared.Count);
        var close = compared.Where(c => c.IsWithin(Fraction.Of(5, 100))).ToList();
        Assert.Equal(41, close.Count(c => c.IsWithin(LastDecimal(c.Official.Total!) * Fraction.Of(1, 2))));
        Assert.Equal(41 + 14, close.Count);
        // Another slowest time in that year's skidpad, and a penalty in a lap.
        Assert.Equal(
            ["electric-2018-endurance", "electric-2018-skidpad", "electric-2018-skidpad", "electric-2018-skidpad", "electric-2018-skidpad"],
            compared.Except(close).Select(c => c.Official.Contest).Order(StringComparer.Ordinal));
    }

    // The source publishes 240, 265.8 and 97.85.
    private static Fraction LastDecimal(string text)
    {
        var decimals = text.Contains('.') ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return Fraction.Of(1, (long)Math.Pow(10, decimals));
    }
}
