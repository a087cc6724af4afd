using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>The weighted mean: a weight for every seat; those of absent judges leave the denominator.</summary>
public sealed record WeightedMean(ValueList<Score> Weights) : PanelRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "weighted_mean";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override int Needed => 1;

    internal override bool IsMonotone => true;

    internal override Fraction? Aggregate(ReadOnlySpan<long> values, ReadOnlySpan<int> places, Span<MarkUse> uses, WorkedNote? worked)
    {
        var (sum, weights) = (Fraction.Zero, Fraction.Zero);
        for (var i = 0; i < values.Length; i++)
        {
            var weight = Of(places[i]).ToFraction();
            sum += weight * Fraction.Of(values[i], Score.Unit);
            weights += weight;
        }
        if (weights.Sign <= 0)
            return null;
        var mean = sum / weights;
        worked?.Step(StepCodes.WeightedMean, mean, values.Length, string.Join(" : ", places.ToArray().Select(Of)));
        return mean;
    }

    internal override IEnumerable<(string Property, Error Error)> Check(MarkRange marks, int judges)
    {
        if (Weights.Count != judges)
            yield return ("weights", SchemeErrors.WeightsNotJudges(Weights.Count, judges));
        for (var i = 0; i < Weights.Count; i++)
        {
            if (Weights[i] <= Score.Zero)
                yield return ($"weights[{i}]", SchemeErrors.NotPositive());
        }
    }

    internal override void Write(Utf8JsonWriter json) => json.WriteScores("weights", Weights);

    internal static WeightedMean Read(JsonObjectReader json) => new(json.Scores("weights"));

    // A draft may have fewer weights than judges.
    private Score Of(int place) => place < Weights.Count ? Weights[place] : Score.Zero;
}
