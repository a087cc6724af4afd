using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Decides by a module's points.</summary>
public sealed record ModuleTieBreak(string Key) : TieBreak
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "module";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override IReadOnlyList<Func<EntryScores, Fraction?>> Compile(CompiledScheme scheme) =>
        [scheme.ModulePlace(Key) is { } place ? scores => scores.Modules[place].Points : _ => null];

    internal override Error? Check(MarkingScheme scheme) =>
        scheme.AllModules().Any(part => part.Key == Key) ? null : SchemeErrors.TieBreakUnknown(Key);

    internal override void Write(Utf8JsonWriter json) => json.WriteString("key", Key);
}
