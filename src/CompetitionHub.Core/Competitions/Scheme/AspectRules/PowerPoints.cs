using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// a · x^c of a measured value, x being how far it is on the better side of b; nothing when it is not. Rounded from the true value
/// (<see cref="Powers"/>). The decathlon's formula: datasets/small_fixtures 2.
/// </summary>
/// <param name="A">Factor.</param>
/// <param name="B">The value that earns nothing, in the unit of the mark.</param>
/// <param name="C">Exponent, more than 0 to 10.</param>
/// <param name="Better">Lower: x = b − value (times). Higher: x = value − b (distances).</param>
/// <param name="Rounding">The points are irrational in general: to how many decimals they are rounded.</param>
public sealed record PowerPoints(Score A, Score B, Score C, TieBreakOrder Better, RoundingRule Rounding) : ValueRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "power";

    /// <summary>The largest exponent.</summary>
    public const int MostExponent = 10;

    /// <inheritdoc/>
    public override string Word => RuleWord;

    private protected override Outcome Points(AspectInput input, Score value)
    {
        var lower = Better == TieBreakOrder.LowerFirst;
        var x = Fraction.Of(lower ? B.Millionths - value.Millionths : value.Millionths - B.Millionths, Score.Unit);
        if (x.Sign <= 0)
        {
            input.Worked?.Step(StepCodes.NotBetter, Fraction.Zero, value, B);
            return Outcome.Of(Fraction.Zero);
        }
        var points = Powers.Round(A.ToFraction(), x, C, Rounding.Decimals, Rounding.Mode);
        input.Worked?.Step(StepCodes.Power, null, A, lower ? B : value, lower ? value : B, C);
        input.Worked?.Rounded(points, Rounding);
        return Outcome.Of(points);
    }

    internal override Fraction? MostPoints(Aspect aspect, int judges) => null;

    internal override IReadOnlyList<Score>? Extremes(Aspect aspect) => Marks(aspect).Ends;

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme) =>
    [
        .. base.Check(aspect, form, scheme), .. RuleChecks.Positive("rule.a", A),
        .. RuleChecks.Within("rule.c", C, new Score(1), Score.Points(MostExponent)),
        .. Rounding.Decimals is < 0 or > Fraction.MaximumDecimals ? [("rule.decimals", SchemeErrors.DecimalsOutOfRange())] : Array.Empty<(string, Error)>(),
    ];

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteScore("a", A);
        json.WriteScore("b", B);
        json.WriteScore("c", C);
        json.WriteString("direction", SchemeWords.Of(SchemeWords.Orders, Better));
        Rounding.Write(json);
        base.Write(json);
    }

    internal static PowerPoints Read(JsonObjectReader json) => new(
        json.Score("a"), json.Score("b"), json.Score("c"), json.Word("direction", SchemeWords.Orders), RoundingRule.Read(json))
    {
        ValueMax = ReadMax(json),
    };
}
