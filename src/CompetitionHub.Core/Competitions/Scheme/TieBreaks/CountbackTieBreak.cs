using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Decides by the best part, then by the second best, and so on.</summary>
public sealed record CountbackTieBreak(PartLevel Of) : TieBreak
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "countback";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override IReadOnlyList<Func<EntryScores, Fraction?>> Compile(CompiledScheme scheme) =>
        Of.Countback(scheme, Order);

    internal override void Write(Utf8JsonWriter json) =>
        json.WriteString("of", SchemeWords.Of(SchemeWords.PartLevels, Of));
}
