using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Standings;

/// <summary>Where people decide between equal entries: as a comparator of the board, or at a cut that has not a place for each of them.</summary>
public static class TieRules
{
    /// <summary>True when an order that people decided counts for something.</summary>
    public static bool TakesOrders(MarkingScheme scheme) => PartsRanks<CommitteeTieBreak>(scheme) || HasCuts(scheme);

    /// <summary>True when a lot counts for something.</summary>
    public static bool TakesLots(MarkingScheme scheme) => PartsRanks<LotTieBreak>(scheme) || HasCuts(scheme);

    /// <summary>True when the board asks: its comparators name such a decision.</summary>
    public static bool PartsRanks<T>(MarkingScheme scheme) where T : TieBreak => scheme.TieBreaks.Any(tieBreak => tieBreak is T);

    // Awards and advancement may leave equals to people although they share a rank.
    private static bool HasCuts(MarkingScheme scheme) =>
        scheme.Advancement is { Ties: TieRule.Comparators } or { PerDelegation: not null }
        || scheme.Awards.Any(group => group.Ties == TieRule.Comparators);
}
