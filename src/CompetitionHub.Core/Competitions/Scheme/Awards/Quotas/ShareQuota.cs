using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>A share of the field, such as 10 % or one twelfth, rounded to whole entries. domain.md §2.11: for 37 entries 10 / 20 / 30 % are 3 / 7 / 11, 4 / 8 / 12 or 4 / 7 / 11.</summary>
/// <param name="Part">The share, in parts of <paramref name="Whole"/>.</param>
/// <param name="Whole">100 for per cent.</param>
/// <param name="Rounding">What happens to the fraction of an entry.</param>
public sealed record ShareQuota(Score Part, Score Whole, ShareRounding Rounding) : Quota
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "share";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <summary>The share as a fraction of the field.</summary>
    public Fraction Ratio => Part.ToFraction() / Whole.ToFraction();

    /// <inheritdoc/>
    public override Places Of(int field)
    {
        var exact = Ratio * Fraction.Of(field);
        var floor = exact.Round(0, RoundingMode.Truncate);
        var count = Rounding switch
        {
            ShareRounding.Floor => floor,
            ShareRounding.Ceiling => floor == exact ? floor : floor + Fraction.One,
            ShareRounding.Half => exact.Round(0, RoundingMode.HalfUp),
        };
        return Places.Of((int)count.Numerator, exact);
    }

    internal override IEnumerable<(string Property, Error Error)> Check() => CheckShare(Part, Whole);

    internal static IEnumerable<(string Property, Error Error)> CheckShare(Score part, Score whole)
    {
        if (whole <= Score.Zero)
            yield return ("of", AwardRuleErrors.NotPositive());
        if (part <= Score.Zero)
            yield return ("part", AwardRuleErrors.NotPositive());
        else if (whole > Score.Zero && part > whole)
            yield return ("part", AwardRuleErrors.ShareTooLarge(part, whole));
    }

    internal override void Write(Utf8JsonWriter json)
    {
        WriteShare(json, Part, Whole);
        json.WriteString("round", SchemeWords.Of(AwardWords.Roundings, Rounding));
    }

    internal static void WriteShare(Utf8JsonWriter json, Score part, Score whole)
    {
        json.WriteScore("part", part);
        if (whole != Score.Points(100))
            json.WriteScore("of", whole);
    }

    internal static ShareQuota Read(JsonObjectReader json) =>
        new(json.Score("part"), json.Score("of", Score.Points(100)), json.Word("round", AwardWords.Roundings, ShareRounding.Floor));
}

/// <summary>What happens to the fraction of an entry in a share.</summary>
public enum ShareRounding
{
    /// <summary>舍去: downwards.</summary>
    Floor,
    /// <summary>进一: upwards.</summary>
    Ceiling,
    /// <summary>四舍五入: a half counts as one.</summary>
    Half,
}
