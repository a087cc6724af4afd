using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using static CompetitionHub.Core.Tests.Awards.Fields;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Awards;

/// <summary>Medals by tolerance, domain.md §5.4. The scale here is the total itself: median 0, 1.4826 · MAD = 30.</summary>
public sealed class MedalTests
{
    [Theory]
    [InlineData("750 745 740 730 720", "gold: E01 | silver: E02 | bronze: E03")]
    // Two golds → no silver, at least one bronze.
    [InlineData("750 748 740 730 720", "gold: E01 E02 | silver: | bronze: E03")]
    [InlineData("750 749 740 739 720", "gold: E01 E02 | silver: | bronze: E03 E04")]
    // One gold, two silvers → bronze only within the tolerance of the last silver: measured from the last member it never is.
    [InlineData("750 740 738 735 720", "gold: E01 | silver: E02 E03 | bronze:")]
    // Three or more golds → no silver; measured from the last member whoever is within the tolerance is gold already.
    [InlineData("750 748 746 743 720", "gold: E01 E02 E03 | silver: | bronze:")]
    // A chain of small steps grows long.
    [InlineData("750 748 746 744 742", "gold: E01 E02 E03 E04 E05 | silver: | bronze:")]
    [InlineData("750 745 740 738 736", "gold: E01 | silver: E02 | bronze: E03 E04 E05")]
    public void Medals_MeasuredFromTheLastMember(string scale, string expected) => Check(new(), scale, expected);

    [Theory]
    [InlineData("750 748 746 740 720", "gold: E01 E02 | silver: | bronze: E03")]
    [InlineData("750 749 748 746 745", "gold: E01 E02 E03 | silver: | bronze: E04 E05")]
    [InlineData("750 749 748 745 744", "gold: E01 E02 E03 | silver: | bronze:")]
    [InlineData("750 745 743 741 739", "gold: E01 | silver: E02 E03 | bronze: E04 E05")]
    [InlineData("750 745 743 740 738", "gold: E01 | silver: E02 E03 | bronze:")]
    public void Medals_MeasuredFromTheFirstMember(string scale, string expected) => Check(new() { Chain = MedalChain.First }, scale, expected);

    [Theory] // domain.md §5.4, Moscow 2018: ≥6 all medals, 5 gold and silver, <5 gold only
    [InlineData("790 780 770 760 750 740", "gold: E01 | silver: E02 | bronze: E03")]
    [InlineData("790 780 770 760 750", "gold: E01 | silver: E02 | bronze:")]
    [InlineData("790 780 770 760", "gold: E01 | silver: | bronze:")]
    public void Medals_SmallFields_HaveFewer(string scale, string expected) => Check(new() { SilverFrom = 5, BronzeFrom = 6 }, scale, expected);

    [Theory]
    [InlineData("750 748 746 743 720", "MedalTied 3 2 | NoSilver 3 | NoBronzeAfterGold 3 3")]
    [InlineData("750 740 738 735 720", " | MedalTied 2 2 | NoBronzeAfterSilver 2 3")]
    [InlineData("750 748 740 738 720", "MedalTied 2 2 | NoSilver 2 | MedalTied 2 2")]
    [InlineData("750 740 730 720", " | FieldTooSmall 4 5 | FieldTooSmall 4 6")]
    [InlineData("", " |  | ")]
    public void Medals_Notes_SayWhyThereIsNone(string scale, string expected) =>
        Assert.Equal(expected, string.Join(" | ", Give(scale.Contains("730", StringComparison.Ordinal) ? new() { SilverFrom = 5, BronzeFrom = 6 } : new(), scale.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Awards.Select(award => NoteTests.Notes(award.Notes))));

    [Theory] // domain.md §5.4: no medal, but 700 scale points
    [InlineData("750 745 740 710 700 699", "gold: E01 | silver: E02 | bronze: E03 | medallion: E04 E05")]
    [InlineData("750 748 700", "gold: E01 E02 | silver: | bronze: E03 | medallion:")]
    public void Medallion_WithoutMedal_FromSevenHundred(string scale, string expected) =>
        Check(new(), scale, expected, Award("medallion", new EveryoneQuota(), new ScaleCondition(new(Points("700"), null))));

    private static void Check(MedalRule rule, string scale, string expected, params Award[] more) => Assert.Equal(expected, Say(Give(rule, scale.Split(' '), more)));

    private static AwardGroupResult Give(MedalRule rule, string[] totals, params Award[] more)
    {
        var group = Group(TieRule.Include, [Award("gold", new MedalQuota()), Award("silver", new MedalQuota()), Award("bronze", new MedalQuota()), .. more]) with { Medals = rule };
        var field = Of(Plain with { Awards = [group], Scale = totals.Length == 0 ? new() : Itself(totals) }, totals);
        Assert.Equal(totals, field.Ranked.Select(line => $"{line.Scale!.Value.Numerator}"));
        return AwardCalculator.Compute(field, new Dictionary<string, Score>())[0];
    }

    // A classic scale whose centre is the mean and whose spread is the deviation gives back the total.
    private static ScaleRule Itself(string[] totals)
    {
        var values = totals.Select(int.Parse).ToArray();
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return new() { Method = ScaleMethod.Classic, Centre = new((long)Math.Round(mean * 1e6)), Spread = new((long)Math.Round(deviation * 1e6)) };
    }
}
