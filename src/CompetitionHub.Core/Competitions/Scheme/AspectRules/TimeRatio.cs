using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// Points by how a time compares with the field's best: with Tmin the smallest value and Tmax = k · Tmin it is worth b from Tmax on, else
/// a · ((Tmax/T)^p − 1) / ((Tmax/Tmin)^p − 1) + b. Exact. The dynamic events of Formula SAE: datasets/small_fixtures 3.
/// </summary>
/// <param name="K">Tmax in multiples of the best time, more than 1.</param>
/// <param name="P">Exponent, 1–4.</param>
/// <param name="A">Points that the best time earns above <paramref name="B"/>.</param>
/// <param name="B">Points of everybody who has a time.</param>
public sealed record TimeRatio(Score K, int P, Score A, Score B) : FieldRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "time_ratio";

    /// <summary>The largest exponent.</summary>
    public const int MostExponent = 4;

    /// <inheritdoc/>
    public override string Word => RuleWord;

    private protected override Score? Least(Aspect aspect) => MoreThanZero(aspect);

    private protected override Outcome Points(AspectInput input, Score value, Score[] field)
    {
        var best = field[0].ToFraction();
        var slowest = K.ToFraction() * best;
        var time = value.ToFraction();
        if (time >= slowest)
        {
            input.Worked?.Step(StepCodes.TooSlow, B.ToFraction(), value, slowest);
            return Outcome.Of(B.ToFraction());
        }
        var share = (Power(slowest / time) - Fraction.One) / (Power(K.ToFraction()) - Fraction.One);
        var points = (A.ToFraction() * share) + B.ToFraction();
        input.Worked?.Step(StepCodes.TimeRatio, points, value, field[0], slowest, P, A, B);
        return Outcome.Of(points);
    }

    internal override Fraction? MostPoints(Aspect aspect, int judges) => A.ToFraction() + B.ToFraction();

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme) =>
    [
        .. base.Check(aspect, form, scheme),
        .. RuleChecks.Within("rule.k", K, new Score(Score.Unit + 1), Score.Points(1_000)),
        .. RuleChecks.Within("rule.p", Score.Points(P), Score.One, Score.Points(MostExponent)),
        .. RuleChecks.Positive("rule.a", A), .. RuleChecks.NotNegative("rule.b", B),
    ];

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteScore("k", K);
        json.WriteNumber("p", P);
        json.WriteScore("a", A);
        json.WriteScore("b", B);
        base.Write(json);
    }

    internal static TimeRatio Read(JsonObjectReader json) =>
        new(json.Score("k"), json.Whole("p", 1, MostExponent), json.Score("a"), json.Score("b")) { ValueMax = ReadMax(json) };

    private Fraction Power(Fraction ratio)
    {
        var power = ratio;
        for (var i = 1; i < P; i++)
            power *= ratio;
        return power;
    }
}
