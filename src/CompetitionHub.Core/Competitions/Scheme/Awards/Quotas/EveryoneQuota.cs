namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Everybody who meets the conditions and has no better award: thresholds, "all parts passed", honourable mentions.</summary>
public sealed record EveryoneQuota : Quota
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "everyone";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override Places Of(int field) => new(PlacesKind.Unlimited);
}
