using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Decides by the sum of several modules' points.</summary>
public sealed record ModulesTieBreak(IReadOnlyList<string> Keys) : TieBreak
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "modules";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public bool Equals(ModulesTieBreak? other) => base.Equals(other) && Keys.SequenceEqual(other.Keys);

    /// <inheritdoc/>
    public override int GetHashCode() => Keys.Aggregate(base.GetHashCode(), HashCode.Combine);

    internal override IReadOnlyList<Func<EntryScores, Fraction?>> Compile(CompiledScheme scheme)
    {
        int[] places = [.. Keys.Select(key => scheme.ModulePlace(key)).OfType<int>()];
        return
        [
            scores => places.Any(place => scores.Modules[place].Points is not null)
                ? places.Aggregate(Fraction.Zero, (sum, place) => sum + (scores.Modules[place].Points ?? Fraction.Zero))
                : null,
        ];
    }

    internal override Error? Check(MarkingScheme scheme) =>
        Keys.Count == 0 ? SchemeErrors.TieBreakUnknown("")
        : Keys.FirstOrDefault(key => scheme.AllModules().All(part => part.Key != key)) is { } unknown ? SchemeErrors.TieBreakUnknown(unknown) : null;

    internal override string Checked => "keys";

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("keys");
        foreach (var key in Keys)
            json.WriteStringValue(key);
        json.WriteEndArray();
    }
}
