namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>All aspect rules by their word in the scheme document.</summary>
public static class AspectRuleWords
{
    private static readonly Dictionary<string, Func<JsonObjectReader, AspectRule>> Readers = new(StringComparer.Ordinal)
    {
        [PanelScore.RuleWord] = PanelScore.Read,
        [DirectPoints.RuleWord] = _ => new DirectPoints(),
        [DeductionPerFault.RuleWord] = DeductionPerFault.Read,
        [Binary.RuleWord] = _ => new Binary(),
        [Imported.RuleWord] = _ => new Imported(),
        [Judgement.RuleWord] = Judgement.Read,
        [Levels.RuleWord] = Levels.Read,
        [Consensus.RuleWord] = Consensus.Read,
        [PanelRanks.RuleWord] = PanelRanks.Read,
        [Stepped.RuleWord] = Stepped.Read,
        [GainPerHit.RuleWord] = GainPerHit.Read,
        [ToleranceBands.RuleWord] = ToleranceBands.Read,
        [Piecewise.RuleWord] = Piecewise.Read,
        [PowerPoints.RuleWord] = PowerPoints.Read,
        [TimeRatio.RuleWord] = TimeRatio.Read,
        [ShareOfBest.RuleWord] = ShareOfBest.Read,
        [RankPoints.RuleWord] = RankPoints.Read,
        [PairWin.RuleWord] = PairWin.Read,
    };

    /// <summary>The words.</summary>
    public static IReadOnlyCollection<string> All => Readers.Keys;

    internal static AspectRule Read(JsonObjectReader json) =>
        json.Choice("kind", Readers) is { } read ? read(json) : new Imported();
}
