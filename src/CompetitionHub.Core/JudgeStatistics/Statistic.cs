namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>
/// A figure that describes judges, or the reason why it cannot be said. Floating point: these figures decide nothing, no rank and no
/// point depends on them, so that exact fractions would cost much and give nothing.
/// </summary>
public readonly record struct Statistic
{
    private Statistic(double? value, CannotSay? why)
    {
        Value = value;
        Why = why;
    }

    /// <summary>The figure, always finite; null when it cannot be said.</summary>
    public double? Value { get; }

    /// <summary>Why there is no figure; null when there is one.</summary>
    public CannotSay? Why { get; }

    /// <summary>A figure that was computed from sufficient marks.</summary>
    public static Statistic Of(double value) => double.IsFinite(value) ? new(value, null) : new(null, CannotSay.NoSpread);

    /// <summary>No figure.</summary>
    public static Statistic None(CannotSay why) => new(null, why);

    /// <summary>A ratio; without a denominator the marks do not differ in what it measures.</summary>
    public static Statistic Ratio(double numerator, double denominator) => denominator == 0 ? None(CannotSay.NoSpread) : Of(numerator / denominator);
}

/// <summary>Why a figure cannot be said.</summary>
public enum CannotSay
{
    /// <summary>Nothing is marked yet.</summary>
    NoMarks,
    /// <summary>One judge alone cannot be compared.</summary>
    OneJudge,
    /// <summary>Too few entries are marked.</summary>
    TooFewEntries,
    /// <summary>No entries are marked by the same judges.</summary>
    NothingInCommon,
    /// <summary>All marks are equal, so that there is nothing to measure by.</summary>
    NoSpread,
    /// <summary>No judge marked everything in this part for any entry, as when its forms have different judges.</summary>
    NoTotals,
    /// <summary>Marks of different kinds, such as levels and points, cannot be added up.</summary>
    DifferentUnits,
    /// <summary>One aspect alone cannot be compared with others.</summary>
    OneAspect,
    /// <summary>Nobody said which delegation the judge comes from.</summary>
    DelegationUnknown,
    /// <summary>The judge marked no entry of the own delegation, or no other.</summary>
    NoOwnEntries,
}
