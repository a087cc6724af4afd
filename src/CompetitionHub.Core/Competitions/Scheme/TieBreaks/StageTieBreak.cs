using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Decides by a stage's points.</summary>
public sealed record StageTieBreak(string Key) : TieBreak
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "stage";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override IReadOnlyList<Func<EntryScores, Fraction?>> Compile(CompiledScheme scheme) =>
        [scheme.StagePlace(Key) is { } place ? scores => scores.Stages[place].Points : _ => null];

    internal override Error? Check(MarkingScheme scheme) =>
        scheme.Stages.Any(part => part.Key == Key) ? null : SchemeErrors.TieBreakUnknown(Key);

    internal override void Write(Utf8JsonWriter json) => json.WriteString("key", Key);
}
