using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Decides by a form's points.</summary>
public sealed record FormTieBreak(string Key) : TieBreak
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "form";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override IReadOnlyList<Func<EntryScores, Fraction?>> Compile(CompiledScheme scheme) =>
        [scheme.FormPlace(Key) is { } place ? scores => scores.Forms[place].Points : _ => null];

    internal override Error? Check(MarkingScheme scheme) =>
        scheme.AllForms().Any(part => part.Key == Key) ? null : SchemeErrors.TieBreakUnknown(Key);

    internal override void Write(Utf8JsonWriter json) => json.WriteString("key", Key);
}
