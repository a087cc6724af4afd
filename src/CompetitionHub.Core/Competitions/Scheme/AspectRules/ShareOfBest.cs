using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>The share of the field's best value in the maximum: value ÷ best · maximum where more is better, best ÷ value · maximum where less is. Exact.</summary>
public sealed record ShareOfBest(TieBreakOrder Better) : FieldRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "share_of_best";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    private protected override Score? Least(Aspect aspect) => Better == TieBreakOrder.LowerFirst ? MoreThanZero(aspect) : Score.Zero;

    private protected override Outcome Points(AspectInput input, Score value, Score[] field)
    {
        if (input.Aspect.Maximum is not { } maximum)
            return Outcome.None;
        var best = Better == TieBreakOrder.LowerFirst ? field[0] : field[^1];
        var (above, below) = Better == TieBreakOrder.LowerFirst ? (best, value) : (value, best);
        var points = below == Score.Zero ? Fraction.Zero : Fraction.Of(above.Millionths, below.Millionths) * maximum.ToFraction();
        input.Worked?.Step(StepCodes.ShareOfBest, points, above, below, maximum, best);
        return Outcome.Of(points);
    }

    internal override Fraction? MostPoints(Aspect aspect, int judges) => aspect.Maximum?.ToFraction();

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme) =>
        [.. base.Check(aspect, form, scheme), .. RuleChecks.NeedsMaximum(aspect)];

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteString("order", SchemeWords.Of(SchemeWords.Orders, Better));
        base.Write(json);
    }

    internal static ShareOfBest Read(JsonObjectReader json) => new(json.Word("order", SchemeWords.Orders, TieBreakOrder.HigherFirst)) { ValueMax = ReadMax(json) };
}
