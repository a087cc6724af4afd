using System.Numerics;
using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>The n-th root of the product of n marks, correctly rounded from its true value (<see cref="Roots.RoundRoot"/>).</summary>
/// <param name="Rounding">To how many decimals: the root is irrational in general.</param>
public sealed record GeometricMean(RoundingRule Rounding) : PanelRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "geometric_mean";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override int Needed => 1;

    internal override bool IsMonotone => true;

    internal override Fraction? Aggregate(ReadOnlySpan<long> values, ReadOnlySpan<int> places, Span<MarkUse> uses, WorkedNote? worked)
    {
        var product = BigInteger.One;
        foreach (var value in values)
        {
            if (value < 0)
                return null;
            product *= value;
        }
        var mean = Roots.RoundRoot(Fraction.Of(product, BigInteger.Pow(Score.Unit, values.Length)), values.Length, Rounding.Decimals, Rounding.Mode);
        worked?.Step(StepCodes.GeometricMean, null, values.Length);
        worked?.Rounded(mean, Rounding);
        return mean;
    }

    internal override IEnumerable<(string Property, Error Error)> Check(MarkRange marks, int judges)
    {
        if (Rounding.Decimals is < 0 or > Fraction.MaximumDecimals)
            yield return ("decimals", SchemeErrors.DecimalsOutOfRange());
        if (marks.Listed.Count > 0 ? marks.Listed.Any(mark => mark < Score.Zero) : !(marks.Minimum >= Score.Zero))
            yield return ("kind", SchemeErrors.PanelMarksNegative());
    }

    internal override void Write(Utf8JsonWriter json) => Rounding.Write(json);

    internal static GeometricMean Read(JsonObjectReader json) => new(RoundingRule.Read(json));
}
