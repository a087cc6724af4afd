using System.Numerics;

namespace CompetitionHub.Core.Shared;

public readonly partial struct Fraction
{
    /// <summary>The most decimals that can be rounded to: those of a <see cref="Score"/>.</summary>
    public const int MaximumDecimals = 6;

    private static readonly long[] PowersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    /// <summary>The nearest value with so many decimals (0–6) as the mode says.</summary>
    public Fraction Round(int decimals, RoundingMode mode)
    {
        var scale = PowersOfTen[decimals];
        if (large is null && scale % Below == 0)
            return this;
        if (large is not null || !IsShort)
            return RoundLarge(scale, mode);
        var (steps, rest) = Math.DivRem(Math.Abs(numerator) * scale, Below);
        if (Up(mode, (rest * 2).CompareTo(Below), steps % 2 == 1))
            steps++;
        return Of(numerator < 0 ? -steps : steps, scale);
    }

    private Fraction RoundLarge(long scale, RoundingMode mode)
    {
        var whole = BigInteger.DivRem(BigInteger.Abs(Numerator) * scale, Denominator, out var rest);
        if (Up(mode, (rest * 2).CompareTo(Denominator), !whole.IsEven))
            whole += 1;
        return Of(whole * Numerator.Sign, scale);
    }

    private static bool Up(RoundingMode mode, int restAgainstHalf, bool odd) => mode switch
    {
        RoundingMode.HalfUp => restAgainstHalf >= 0,
        RoundingMode.HalfEven => restAgainstHalf > 0 || (restAgainstHalf == 0 && odd),
        RoundingMode.Truncate => false,
    };
}
