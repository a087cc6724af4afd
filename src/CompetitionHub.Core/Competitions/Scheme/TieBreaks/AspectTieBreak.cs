using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Decides by one aspect, such as the time used, the body weight or a public vote.</summary>
public sealed record AspectTieBreak(string Key) : TieBreak
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "aspect";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override IReadOnlyList<Func<EntryScores, Fraction?>> Compile(CompiledScheme scheme) =>
        [scheme.FindAspect(Key) is { } aspect ? scores => scores.Aspects[aspect.Place].Points : _ => null];

    internal override Error? Check(MarkingScheme scheme) =>
        scheme.AllAspects().Any(part => part.Key == Key) ? null : SchemeErrors.TieBreakUnknown(Key);

    internal override void Write(Utf8JsonWriter json) => json.WriteString("key", Key);
}
