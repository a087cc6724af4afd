using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Whether a mark may be given on an aspect, by the aspect alone (not by who gives it, or when).</summary>
public static class MarkRules
{
    /// <summary>Why the mark may not be given, or null.</summary>
    public static Error? Check(Aspect aspect, MarkState state, Score? value) => (state, value) switch
    {
        (MarkState.Value, { } score) => aspect.Rule.CheckValue(aspect, score),
        (MarkState.Value, null) => MarkErrors.ValueMissing(),
        (_, not null) => MarkErrors.ValueNotExpected(),
        (MarkState.JudgeAbsent, _) when aspect.Kind != AspectKind.PanelScore => MarkErrors.NoPanel(),
        _ => null,
    };

    internal static Error? CheckRange(Aspect aspect, Score value)
    {
        if (aspect.Maximum is { } maximum && (value < aspect.Minimum || value > maximum))
            return MarkErrors.OutOfRange(aspect.Minimum, maximum);
        if (value < aspect.Minimum)
            return MarkErrors.BelowMinimum(aspect.Minimum);
        return aspect.Step is { Millionths: > 0 } step && (value.Millionths - aspect.Minimum.Millionths) % step.Millionths != 0
            ? MarkErrors.WrongStep(step, aspect.Minimum)
            : null;
    }
}
