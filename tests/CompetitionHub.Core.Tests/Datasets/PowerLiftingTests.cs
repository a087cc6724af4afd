using CompetitionHub.Core.Data;
using CompetitionHub.TestKit.Databases;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>powerlifting_2021: 1,035 lifters. The README finds 1,028 totals and, behind the published totals, 978 of 987 places; 36 without a result.</summary>
public sealed class PowerLiftingTests
{
    [Theory, EachDatabase]
    public async Task Import_AsPublished_TotalsAreTheOfficialOnes(DatabaseKind kind)
    {
        var compared = await OfficialRun.ImportAsync(kind, PowerLifting.Name, (source, target) => PowerLifting.Convert(source, target, repaired: false));
        Assert.Equal(1035, compared.Count);
        // A failed attempt that lost its minus sign in the source.
        Assert.Equal(
            ["L0081 L0081", "L0616 L0616", "L0688 L0688", "L0691 L0691", "L0696 L0696", "L0794 L0794", "L0856 L0856"],
            OfficialRun.Names(compared, c => !Agrees(c)));
        Assert.Equal(36, compared.Count(c => c.Official.Total == "0"));
    }

    [Fact]
    public void Calculate_SignsPutBack_PlacesAreTheOfficialOnes()
    {
        var compared = OfficialRun.Calculate(PowerLifting.Name, (source, target) => PowerLifting.Convert(source, target, repaired: true));
        Assert.Equal(1035, compared.Count(Agrees));
        var placed = compared.Where(c => c.Official.Rank is not null && c.Official.Total != "0").ToList();
        Assert.Equal(987, placed.Count);
        // Meets 24 and 36: guests and side categories that the source does not mark.
        Assert.Equal(
            ["L0522 L0522", "L0549 L0549", "L0555 L0555", "L0569 L0569", "L0621 L0621", "L0633 L0633", "L0708 L0708", "L0755 L0755", "L0800 L0800"],
            OfficialRun.Names(placed, c => !c.RankAgrees));
    }

    // The source writes 0 for who has no result.
    private static bool Agrees(Compared lifter) => lifter.Official.Total == "0" ? lifter.Computed.Rank is null : lifter.TotalAgrees;
}
