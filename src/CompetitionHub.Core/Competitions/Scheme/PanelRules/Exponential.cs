using System.Numerics;
using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// Marks are ranks and each is worth first · ratio^(rank − 1); the value is their sum, more being better. The model of the song contest's juries
/// since 2018 (first 12, ratio 0.8269: datasets/eurovision). Exact, as the exponents are whole.
/// </summary>
public sealed record Exponential(Score First, Score Ratio) : PanelRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "exponential";

    /// <summary>The largest rank: an exact power of more would be a number of many thousand digits.</summary>
    public const int MostRank = 1_000;

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override int Needed => 1;

    internal override bool IsMonotone => true;

    internal override Fraction? Aggregate(ReadOnlySpan<long> values, ReadOnlySpan<int> places, Span<MarkUse> uses, WorkedNote? worked)
    {
        var (sum, ratio) = (Fraction.Zero, Ratio.ToFraction());
        foreach (var value in values)
        {
            // Zero is "not attempted": no rank, no points.
            if (value == 0)
                continue;
            if (value % Score.Unit != 0 || value < 0 || value > MostRank * Score.Unit)
                return null;
            var exponent = (int)(value / Score.Unit) - 1;
            sum += Fraction.Of(BigInteger.Pow(ratio.Numerator, exponent), BigInteger.Pow(ratio.Denominator, exponent));
        }
        var points = First.ToFraction() * sum;
        worked?.Step(StepCodes.Exponential, points, First, Ratio, values.Length);
        return points;
    }

    internal override Fraction? Most(Fraction? mark, int judges) => Ratio <= Score.One ? First.ToFraction() * Fraction.Of(judges) : null;

    internal override IEnumerable<(string Property, Error Error)> Check(MarkRange marks, int judges)
    {
        if (First <= Score.Zero)
            yield return ("first", SchemeErrors.NotPositive());
        if (Ratio <= Score.Zero)
            yield return ("ratio", SchemeErrors.NotPositive());
        if (!AreRanks(marks))
            yield return ("kind", SchemeErrors.PanelMarksNotRanks(MostRank));
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteScore("first", First);
        json.WriteScore("ratio", Ratio);
    }

    internal static Exponential Read(JsonObjectReader json) => new(json.Score("first"), json.Score("ratio"));

    private static bool AreRanks(MarkRange marks) => marks.Listed.Count > 0
        ? marks.Listed.All(mark => mark.IsWhole && mark >= Score.One && mark <= Score.Points(MostRank))
        : marks.Minimum is { IsWhole: true } least && least >= Score.One && marks.Maximum <= Score.Points(MostRank) && marks.Step is { IsWhole: true };
}
