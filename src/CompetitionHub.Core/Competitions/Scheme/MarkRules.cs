using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Whether a mark may be given on an aspect, by the aspect alone (not by who gives it, or when).</summary>
public static class MarkRules
{
    /// <summary>Why the mark may not be given, or null.</summary>
    public static Error? Check(Aspect aspect, MarkState state, Score? value) => (state, value) switch
    {
        (MarkState.Value, { } score) => aspect.Rule.Marks(aspect).Check(score),
        (MarkState.Value, null) => MarkErrors.ValueMissing(),
        (_, not null) => MarkErrors.ValueNotExpected(),
        (MarkState.JudgeAbsent, _) when aspect.Kind != AspectKind.PanelScore => MarkErrors.NoPanel(),
        _ => null,
    };
}
