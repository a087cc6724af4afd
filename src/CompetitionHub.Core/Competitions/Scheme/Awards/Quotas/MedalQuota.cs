namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Gold, silver or bronze of a group with a <see cref="MedalRule"/>: who is within the tolerance of whom decides, not a number.</summary>
public sealed record MedalQuota : Quota
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "medal";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override Places Of(int field) => Places.Of(1);
}
