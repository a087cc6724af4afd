using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Decides by how many parts gave any points.</summary>
public sealed record PartsWithPointsTieBreak(PartLevel Of) : TieBreak
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "parts_with_points";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override IReadOnlyList<Func<EntryScores, Fraction?>> Compile(CompiledScheme scheme) =>
        [Of.WithPoints()];

    internal override void Write(Utf8JsonWriter json) =>
        json.WriteString("of", SchemeWords.Of(SchemeWords.PartLevels, Of));
}
