using CompetitionHub.Core.Data;
using CompetitionHub.TestKit.Databases;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>
/// marathon_2014: 31,984 finishers in three lists each. Equal seconds got consecutive places, so that a place agrees when it lies in the tied block.
/// The README finds all places overall and by gender, and 31,972 by division.
/// </summary>
public sealed class MarathonTests
{
    // A class of wheelchairs that the source does not mark is placed apart, and the nine behind it move up.
    private static readonly string[] PlacedApart = ["W32", "W35", "W37", "W41", "W42", "W43", "W44", "W46", "W48", "W49", "W50", "W51"];

    [Fact]
    public void Calculate_AllFinishers_PlacesAreTheOfficialOnes()
    {
        var compared = OfficialRun.Calculate(Marathon.Name, (source, target) => Marathon.Convert(source, target, runners: true));
        Assert.Equal(3 * 31984, compared.Count);
        Assert.Equal(PlacedApart.Select(bib => $"D-{bib} {bib}"), OfficialRun.Names(compared, c => !c.RankIsInBlock));
    }

    [Theory, EachDatabase]
    public async Task Import_Wheelchairs_PlacesAreTheOfficialOnes(DatabaseKind kind)
    {
        var compared = await OfficialRun.ImportAsync(kind, Marathon.Name, (source, target) => Marathon.Convert(source, target, runners: false));
        Assert.Equal(3 * 53, compared.Count);
        Assert.Equal(PlacedApart.Select(bib => $"D-{bib} {bib}"), OfficialRun.Names(compared, c => !c.RankIsInBlock));
    }
}
