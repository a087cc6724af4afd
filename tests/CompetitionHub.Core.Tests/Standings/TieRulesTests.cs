using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Standings;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>A decision is taken where it counts for something, and only there.</summary>
public sealed class TieRulesTests
{
    private static readonly MarkingScheme Plain = OneForm(0, Aspect("a", new Imported(), "100"));

    public static TheoryData<string, MarkingScheme, bool, bool> Schemes => new()
    {
        { "nothing asks", Plain with { Ranks = RankStyle.Unique }, false, false },
        { "the board asks a committee", Plain with { TieBreaks = [new CommitteeTieBreak()] }, true, false },
        { "the board asks a lot", Plain with { TieBreaks = [new LotTieBreak(null)] }, false, true },
        { "advancement asks", Plain with { Advancement = new() { Quota = new NumberQuota(1), Ties = TieRule.Comparators } }, true, true },
        { "one delegation may have equals", Plain with { Advancement = new() { Quota = new NumberQuota(1), PerDelegation = 1 } }, true, true },
        { "advancement includes", Plain with { Advancement = new() { Quota = new NumberQuota(1), Ties = TieRule.Include } }, false, false },
        { "an award asks", Plain with { Awards = [Group(TieRule.Include), Group(TieRule.Comparators)] }, true, true },
        { "awards exclude", Plain with { Awards = [Group(TieRule.Exclude)] }, false, false },
    };

    [Theory, MemberData(nameof(Schemes))]
    public void Takes_Decisions_WhereTheyCount(string why, MarkingScheme scheme, bool orders, bool lots) =>
        Assert.Equal((why, orders, lots), (why, TieRules.TakesOrders(scheme), TieRules.TakesLots(scheme)));

    private static AwardGroup Group(TieRule ties) => new() { Key = "g", Name = Name("g"), Ties = ties, Awards = [] };
}
