using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Decides by the best single part, such as the best run.</summary>
public sealed record BestSingleTieBreak(PartLevel Of) : TieBreak
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "best_single";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override IReadOnlyList<Func<EntryScores, Fraction?>> Compile(CompiledScheme scheme) =>
        [Of.Best(Order)];

    internal override void Write(Utf8JsonWriter json) =>
        json.WriteString("of", SchemeWords.Of(SchemeWords.PartLevels, Of));
}
