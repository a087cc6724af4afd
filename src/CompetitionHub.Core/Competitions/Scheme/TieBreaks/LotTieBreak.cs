using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Decides by lot: whoever draws the larger number, from a recorded seed that lets anybody draw again.</summary>
public sealed record LotTieBreak(string? Seed) : TieBreak
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "lot";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override TieBreakOrder Direction => TieBreakOrder.HigherFirst;

    internal override IReadOnlyList<Func<EntryScores, Fraction?>> Compile(CompiledScheme scheme) =>
        [scores => scores.Decision.Lot(Seed)];

    internal override void Write(Utf8JsonWriter json)
    {
        if (Seed is not null)
            json.WriteString("seed", Seed);
    }
}
