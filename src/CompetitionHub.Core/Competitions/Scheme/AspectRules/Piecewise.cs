using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Points along straight lines between knots of the measured value, level outside them; two knots are a linear rule. Exact.</summary>
public sealed record Piecewise(ValueList<Knot> Knots) : ValueRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "piecewise";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    private protected override Score? Least(Aspect aspect) => null;

    private protected override Outcome Points(AspectInput input, Score value)
    {
        if (Knots.Count == 0)
            return Outcome.None;
        var right = 0;
        while (right < Knots.Count && Knots[right].Value < value)
            right++;
        if (right == 0 || right == Knots.Count)
            return Level(input, Knots[Math.Min(right, Knots.Count - 1)]);
        var (from, to) = (Knots[right - 1], Knots[right]);
        var share = Fraction.Of(value.Millionths - from.Value.Millionths, to.Value.Millionths - from.Value.Millionths);
        var points = from.Points.ToFraction() + (share * Fraction.Of(to.Points.Millionths - from.Points.Millionths, Score.Unit));
        input.Worked?.Step(StepCodes.BetweenKnots, points, value, from.Value, from.Points, to.Value, to.Points);
        return Outcome.Of(points);
    }

    internal override Fraction? MostPoints(Aspect aspect, int judges) => Knots.Count == 0 ? null : Knots.Max(knot => knot.Points).ToFraction();

    internal override IReadOnlyList<Score>? Extremes(Aspect aspect) =>
        Knots.Count > 0 && Knots.All(knot => Marks(aspect).Allows(knot.Value)) ? [.. Knots.Select(knot => knot.Value)] : null;

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme)
    {
        foreach (var problem in base.Check(aspect, form, scheme))
            yield return problem;
        if (Knots.Count < 2)
            yield return ("rule.knots", SchemeErrors.TableEmpty());
        for (var i = 1; i < Knots.Count; i++)
        {
            if (Knots[i].Value <= Knots[i - 1].Value)
                yield return ($"rule.knots[{i}].value", SchemeErrors.TableNotAscending());
        }
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteList("knots", Knots, static (writer, knot) =>
        {
            writer.WriteScore("value", knot.Value);
            writer.WriteScore("points", knot.Points);
        });
        base.Write(json);
    }

    internal static Piecewise Read(JsonObjectReader json) =>
        new(json.Values("knots", knot => new Knot(knot.Score("value"), knot.Score("points")))) { ValueMax = ReadMax(json) };

    private static Outcome Level(AspectInput input, Knot knot)
    {
        input.Worked?.Step(StepCodes.BeyondKnots, knot.Points.ToFraction(), knot.Value);
        return Outcome.Of(knot.Points.ToFraction());
    }
}

/// <summary>The points of a value.</summary>
public sealed record Knot(Score Value, Score Points);
