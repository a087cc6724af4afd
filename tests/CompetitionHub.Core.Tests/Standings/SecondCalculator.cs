using System.Numerics;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>The same rules written a second time, plainly and on big integers, sharing nothing with the engine but the scheme's records.</summary>
internal static class SecondCalculator
{
    internal readonly record struct Rational(BigInteger N, BigInteger D)
    {
        public static Rational Of(Score score) => new(score.Millionths, 1_000_000);

        public static Rational operator +(Rational a, Rational b) => new((a.N * b.D) + (b.N * a.D), a.D * b.D);

        public static Rational operator *(Rational a, Rational b) => new(a.N * b.N, a.D * b.D);

        public static Rational operator /(Rational a, Rational b) => new(a.N * b.D, a.D * b.N);

        public override string ToString()
        {
            var common = BigInteger.GreatestCommonDivisor(N, D) * D.Sign;
            return $"{N / common}/{D / common}";
        }
    }

    public static Rational? Total(MarkingScheme scheme, IReadOnlyList<CountedMark> marks)
    {
        var stages = scheme.Stages.Select(stage => Stage(scheme, stage, marks)).ToList();
        return Round(Sum(stages), scheme.Rounding.Total);
    }

    private static Rational? Stage(MarkingScheme scheme, Stage stage, IReadOnlyList<CountedMark> marks)
    {
        var parts = stage.Modules.Select(module =>
        {
            var forms = module.Forms.Select(form => Round(Sum(form.Aspects.Select(aspect => Points(scheme, aspect, marks))), scheme.Rounding.Form));
            var points = Round(Sum(forms), scheme.Rounding.Module);
            if (points is null || stage.Combine == Combination.Sum)
                return points;
            var full = Sum(module.Forms.SelectMany(form => form.Aspects).Select(aspect => (Rational?)(Rational.Of(aspect.Maximum!.Value) * Rational.Of(aspect.Factor))));
            return Rational.Of(module.Weight) * points.Value / full!.Value * Rational.Of(scheme.FullMark!.Value);
        });
        return Round(Sum(parts), scheme.Rounding.Stage);
    }

    private static Rational? Points(MarkingScheme scheme, Aspect aspect, IReadOnlyList<CountedMark> marks)
    {
        var values = marks.Where(mark => mark.AspectKey == aspect.Key && mark.State is (MarkState.Value or MarkState.NotAttempted))
            .Select(mark => (Attempted: mark.State == MarkState.Value, Value: mark.Value ?? Score.Zero)).ToList();
        if (values.Count == 0)
            return null;
        Rational? points = aspect.Rule switch
        {
            PanelScore panel => Round(Panel(panel, values.Select(value => value.Value)), scheme.Rounding.Panel),
            _ when !values[0].Attempted => new Rational(0, 1),
            Binary => values[0].Value == Score.One ? Rational.Of(aspect.Maximum!.Value) : Rational.Of(aspect.Minimum),
            DeductionPerFault rule => new Rational(BigInteger.Max(0, (aspect.Maximum!.Value.Millionths * 1_000_000) - ((BigInteger)rule.PerFault.Millionths * values[0].Value.Millionths)), 1_000_000_000_000),
            _ => Rational.Of(values[0].Value),
        };
        return points is { } got ? Round(got * Rational.Of(aspect.Factor), scheme.Rounding.Aspect) : null;
    }

    private static Rational? Panel(PanelScore panel, IEnumerable<Score> marks)
    {
        var sorted = marks.Select(mark => mark.Millionths).Order().ToList();
        if (sorted.Count < panel.MinimumJudges)
            return null;
        if (panel.Panel is TrimmedMean trimmed)
            sorted = [.. sorted.Skip(trimmed.DropLow).SkipLast(trimmed.DropHigh)];
        return sorted.Count == 0 ? null : new Rational(sorted.Sum(), sorted.Count * 1_000_000L);
    }

    private static Rational? Sum(IEnumerable<Rational?> parts)
    {
        var known = parts.OfType<Rational>().ToList();
        return known.Count == 0 ? null : known.Aggregate((sum, part) => sum + part);
    }

    private static Rational? Round(Rational? value, RoundingRule? rule)
    {
        if (value is not { } exact || rule is null)
            return value;
        var scale = BigInteger.Pow(10, rule.Decimals);
        var doubled = exact.N * scale * 2;
        var floor = BigInteger.Divide(exact.N * scale, exact.D);
        var rest = doubled - (floor * 2 * exact.D);
        var up = rule.Mode switch
        {
            RoundingMode.HalfUp => rest >= exact.D,
            RoundingMode.HalfEven => rest > exact.D || (rest == exact.D && !floor.IsEven),
            RoundingMode.Truncate => false,
        };
        return new Rational(up ? floor + 1 : floor, scale);
    }
}
