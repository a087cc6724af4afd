using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Checks that several aspect rules share, as pairs of property and refusal.</summary>
internal static class RuleChecks
{
    /// <summary>The rule gives shares of the maximum.</summary>
    public static IEnumerable<(string Property, Error Error)> NeedsMaximum(Aspect aspect) =>
        aspect.Maximum is null ? [("maximum", SchemeErrors.MaximumNeeded())] : [];

    /// <summary>Points below zero do not come about: a minimum would say nothing.</summary>
    public static IEnumerable<(string Property, Error Error)> NoMinimum(Aspect aspect) =>
        aspect.Minimum == Score.Zero ? [] : [("minimum", SchemeErrors.LimitUnused())];

    /// <summary>The rule itself says what it gives: limits of the aspect may repeat that, but not contradict it.</summary>
    public static IEnumerable<(string Property, Error Error)> OwnLimits(Aspect aspect, Fraction? most)
    {
        foreach (var problem in NoMinimum(aspect))
            yield return problem;
        if (aspect.Maximum is not null && most is null)
            yield return ("maximum", SchemeErrors.LimitUnused());
        else if (aspect.Maximum?.ToFraction() != most && aspect.Maximum is not null)
            yield return ("maximum", SchemeErrors.MaximumOfRule(ScoreText.Format(most!.Value)));
    }

    /// <summary>More than zero.</summary>
    public static IEnumerable<(string Property, Error Error)> Positive(string property, Score value) =>
        value > Score.Zero ? [] : [(property, SchemeErrors.NotPositive())];

    /// <summary>Zero or more.</summary>
    public static IEnumerable<(string Property, Error Error)> NotNegative(string property, Score value) =>
        value >= Score.Zero ? [] : [(property, SchemeErrors.NotNegative())];

    /// <summary>From one number to another.</summary>
    public static IEnumerable<(string Property, Error Error)> Within(string property, Score value, Score least, Score most) =>
        value >= least && value <= most ? [] : [(property, SchemeErrors.NumberOutOfRange(least, most))];

    /// <summary>Another aspect whose one recorded number the rule reads.</summary>
    public static IEnumerable<(string Property, Error Error)> Other(string property, string key, Aspect own, IEnumerable<Aspect> among, bool info)
    {
        if (among.FirstOrDefault(aspect => aspect.Key == key) is not { } other)
            return [(property, key.Length == 0 ? SchemeErrors.AspectNotChosen() : SchemeErrors.AspectUnknown(key))];
        if (other.Key == own.Key || other.Kind == AspectKind.PanelScore)
            return [(property, SchemeErrors.AspectNotSingle(key))];
        return info && other.Role != AspectRole.Info ? [(property, SchemeErrors.AspectNotInfo(key))] : [];
    }
}
