using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// The jury decides: a cut-off is put on record, and everybody at or above it gets the award. Until then nobody does. A share of the field, counted
/// from the top, may be stated; the score that comes nearest to it is proposed beside it.
/// </summary>
public sealed record CutOffQuota(Score? Part, Score Whole) : Quota
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "cut_off";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <summary>The share that a proposal aims at; null when none is stated.</summary>
    public Fraction? Ratio => Part is { } part ? part.ToFraction() / Whole.ToFraction() : null;

    /// <inheritdoc/>
    public override Places Of(int field) => new(PlacesKind.Undefined);

    internal override IEnumerable<(string Property, Error Error)> Check() => Part is { } part ? ShareQuota.CheckShare(part, Whole) : [];

    internal override void Write(Utf8JsonWriter json)
    {
        if (Part is { } part)
            ShareQuota.WriteShare(json, part, Whole);
    }

    internal static CutOffQuota Read(JsonObjectReader json) => new(json.OptionalScore("part"), json.Score("of", Score.Points(100)));
}
