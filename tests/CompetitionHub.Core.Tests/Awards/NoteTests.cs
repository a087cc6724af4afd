using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using static CompetitionHub.Core.Tests.Awards.Fields;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Awards;

/// <summary>What is said about how awards and places came about, who is the first without one, and what parts the last one in from that one.</summary>
public sealed class NoteTests
{
    private static readonly string[] Totals = ["9", "8", "8", "7"];

    public static TheoryData<string, string> Cases => new()
    {
        { "number 2 Include", "Number 2; TieIncluded 1 8 | first out E04 by 0" },
        { "number 2 Exclude", "Number 2; TieExcluded 2 8 | first out E02 by 0" },
        { "number 2 Comparators", "Number 2; TieUnresolved 2 1 | nobody" },
        { "number 1 Comparators", "Number 1 | first out E02 by 0" },
        { "number 3 Comparators", "Number 3 | first out E04 by 0" },
        { "number 4 Include", "Number 4 | nobody" },
        { "number 5 Include", "Number 5; PlacesEmpty 1 | nobody" },
        { "share 30 Include", "Share 4 1.2 1 | first out E02 by 0" },
        { "share 20 Include", "Share 4 0.8 0 | first out E01" },
        { "field_size 1 Include", "FieldSize 4 1 | first out E02 by 0" },
        { "undefined 1 Include", "FieldSizeUndefined 4 | nobody" },
        { "everyone 1 Include", "Everyone 4 | nobody" },
        { "everyone_to_8 1 Include", "Everyone 3 | nobody" },
        { "to_8 1 Include", "Number 1; TieIncluded 1 8; PassedOver 1 | first out E04 by 0" },
        { "to_7 1 Include", "Number 1; PassedOver 3 | nobody" },
        { "from_9 2 Include", "Number 2; PlacesEmpty 1 | nobody" },
        { "cut_off 8 Include", "CutOff 8 | first out E04 by 0" },
        { "cut_off 9.5 Include", "CutOff 9.5 | first out E01" },
        { "cut_off 0 Include", "CutOffMissing | nobody" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Award_Notes_SayHowItCameAbout(string rule, string said)
    {
        var words = rule.Split(' ');
        var number = new NumberQuota((int)decimal.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture));
        var award = words[0] switch
        {
            "share" => Award("a", Share(words[1], ShareRounding.Floor)),
            "field_size" => Award("a", new FieldSizeQuota([new(1, 4, 1)])),
            "undefined" => Award("a", new FieldSizeQuota([new(5, null, 1)])),
            "everyone" => Award("a", new EveryoneQuota()),
            "everyone_to_8" => Award("a", new EveryoneQuota(), new TotalCondition(new(null, Points("8")))),
            "to_8" or "to_7" => Award("a", number, new TotalCondition(new(null, Points(words[0][^1..])))),
            "from_9" => Award("a", number, new TotalCondition(new(Points("9"), null))),
            "cut_off" => Award("a", new CutOffQuota(null, Points("100"))),
            _ => Award("a", number),
        };
        (string, string)[] cuts = words[0] == "cut_off" && words[1] != "0" ? [("a", words[1])] : [];

        var result = Compute(Group(Enum.Parse<TieRule>(words[2]), award), Totals, null, cuts).Awards[0];

        Assert.Equal(said, $"{Notes(result.Notes)} | {(result.FirstOut is { } first ? $"first out {first.Code}{(result.DecidedBy is { } by ? $" by {by}" : "")}" : "nobody")}");
    }

    [Fact]
    public void Award_FromTheTop_SaysHowManyAreTakenAlready()
    {
        var result = Compute(Group(TieRule.Include, Award("a", new NumberQuota(1)), Award("b", new NumberQuota(4)) with { FromTop = true }, Award("c", new NumberQuota(2)) with { FromTop = true }), Totals);
        Assert.Equal(["Number 1", "Number 4; FromTop 4 1", "Number 2; FromTop 2 4"], result.Awards.Select(award => Notes(award.Notes)));
        Assert.Equal([1, 3, 0], Counts(result));
    }

    [Fact]
    public void Award_AfterAnOpenOne_Waits() => Assert.Equal(
        ["CutOffMissing", "Waits"], Compute(Group(TieRule.Include, Award("a", new CutOffQuota(null, Points("100"))), Award("b", new NumberQuota(1))), Totals).Awards.Select(award => Notes(award.Notes)));

    [Theory] // levels reach 1, 3, 4, 6, 7 and 8 entries; two on each side of the nearest are shown
    [InlineData("25", "31: 31/1 30/3 29/4")]
    [InlineData("26", "30: 31/1 30/3 29/4 20/6")]
    [InlineData("50", "29: 31/1 30/3 29/4 20/6 10/7")]
    [InlineData("90", "10: 29/4 20/6 10/7 5/8")]
    [InlineData("100", "5: 20/6 10/7 5/8")]
    public void CutOff_Proposal_IsTheNearestLevelAndThoseAround(string share, string said)
    {
        var proposal = Compute(Group(TieRule.Include, Award("a", new CutOffQuota(Points(share), Points("100")))), ["31", "30", "30", "29", "20", "20", "10", "5"]).Awards[0].Proposal!;
        Assert.Equal(said, $"{ScoreText.Format(proposal.Score)}: {string.Join(' ', proposal.Levels.Select(level => $"{ScoreText.Format(level.Score)}/{level.Entries}"))}");
    }

    [Fact]
    public void CutOff_NobodyRanked_ProposesNothing() =>
        Assert.Null(Compute(Group(TieRule.Include, Award("a", new CutOffQuota(Points("10"), Points("100")))), ["", ""]).Awards[0].Proposal);

    [Theory]
    [InlineData(TieRule.Include, 3, "Number 3; TieIncluded 1 70")]
    [InlineData(TieRule.Exclude, 3, "Number 3; TieExcluded 2 70")]
    [InlineData(TieRule.Comparators, 3, "Number 3; TieUnresolved 2 1")]
    [InlineData(TieRule.Include, 2, "Number 2")]
    [InlineData(TieRule.Include, 9, "Number 9; PlacesEmpty 4")]
    [InlineData(TieRule.Include, 0, "Everyone 5")]
    [InlineData(TieRule.Include, -1, "FieldSizeUndefined 5")]
    public void Advancement_Notes_SayHowItCameAbout(TieRule ties, int places, string said)
    {
        Quota quota = places switch { 0 => new EveryoneQuota(), < 0 => new FieldSizeQuota([new(6, null, 1)]), _ => new NumberQuota(places) };
        Assert.Equal(said, Notes(AdvancementCalculator.Compute(Of(Plain, ["90", "80", "70", "70", "60"]), new() { Quota = quota, Ties = ties }).Notes));
    }

    [Theory] // two of A are level for the one place that A may have; where A is behind the line that is nobody's business
    [InlineData("A1 9 A2 9 B1 7 C1 6 D1 5", "Number 3; DelegationUnresolved 2 1")]
    [InlineData("B1 9 C1 8 D1 7 A1 6 A2 6", "Number 3")]
    [InlineData("A1 9 A2 8 B1 7 C1 6 D1 5", "Number 3")]
    public void Advancement_EqualsOfADelegation_AreNamedWhereTheyMatter(string entries, string said)
    {
        var lines = entries.Split(' ').Chunk(2).Select(pair => Line(pair[0], pair[1]));
        var field = Of(Plain, lines, code => new() { Delegation = code[..1] });
        Assert.Equal(said, Notes(AdvancementCalculator.Compute(field, new() { Quota = new NumberQuota(3), PerDelegation = 1 }).Notes));
    }

    internal static string Notes(IEnumerable<AwardNote> notes) => string.Join("; ", notes.Select(note => string.Join(' ', note.Args.Prepend(note.Code))));
}
