using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>A rule that turns one recorded value into points; not attempted is zero points, nothing recorded is no points yet.</summary>
public abstract record SingleValueRule : AspectRule
{
    internal sealed override Fraction? Evaluate(Aspect aspect, ReadOnlySpan<MarkSlot> marks, RoundingPlan rounding, WorkedNote? worked)
    {
        var mark = marks[0];
        switch (mark.State)
        {
            case MarkState.Value:
                worked?.Use(0, MarkUse.Counted);
                return Points(aspect, new Score(mark.Value), worked);
            case MarkState.NotAttempted:
                worked?.Use(0, MarkUse.Counted);
                worked?.Step(StepCodes.NotAttempted, Fraction.Zero);
                return Fraction.Zero;
            default:
                // One value has no panel that could do without it: an absent judge leaves it unmarked.
                worked?.Step(StepCodes.NotYetMarked, null);
                return null;
        }
    }

    private protected abstract Fraction Points(Aspect aspect, Score value, WorkedNote? worked);
}
