using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Databases;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>coffee_cqi: 1,311 lots whose attributes are published to two decimals, their sum from more. The README finds 647 exact and 662 within 0.03.</summary>
public sealed class CoffeeTests
{
    [Theory, EachDatabase]
    public async Task Import_Cuppings_TotalsAreTheOfficialOnes(DatabaseKind kind)
    {
        var compared = await OfficialRun.ImportAsync(kind, Coffee.Name, Coffee.Convert);
        Assert.Equal(1311, compared.Count);
        Assert.Equal(647, compared.Count(c => c.TotalAgrees));
        Assert.Equal(647 + 662, compared.Count(c => c.IsWithin(Fraction.Of(3, 100))));
        // Errors of the source.
        Assert.Equal(["1230 Mexico 1230", "962 Brazil 962"], OfficialRun.Names(compared, c => !c.IsWithin(Fraction.Of(3, 100))));
    }
}
