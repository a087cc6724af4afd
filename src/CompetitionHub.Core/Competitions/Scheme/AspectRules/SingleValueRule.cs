using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// A rule that turns one recorded value into points; not attempted is zero points (no result where less is better), nothing recorded is no points yet.
/// </summary>
public abstract record SingleValueRule : AspectRule
{
    internal sealed override Outcome Evaluate(AspectInput input)
    {
        var (mark, worked) = (input.Marks[0], input.Worked);
        switch (mark.State)
        {
            case MarkState.Value:
                worked?.Use(0, MarkUse.Counted);
                return Points(input, new Score(mark.Value));
            case MarkState.NotAttempted:
                worked?.Use(0, MarkUse.Counted);
                return NotAttempted(input);
            case MarkState.Failed:
                worked?.Use(0, MarkUse.Counted);
                return Outcome.NoResult;
            default:
                // One value has no panel that could do without it: an absent judge leaves it unmarked.
                worked?.Step(StepCodes.NotYetMarked, null);
                return Outcome.None;
        }
    }

    /// <summary>The points of a recorded value.</summary>
    private protected abstract Outcome Points(AspectInput input, Score value);

    /// <summary>What comes of not having attempted it.</summary>
    private protected virtual Outcome NotAttempted(AspectInput input)
    {
        input.Worked?.Step(input.NotAttemptedFails ? StepCodes.NothingAttempted : StepCodes.NotAttempted, input.NotAttemptedFails ? null : Fraction.Zero);
        return input.NotAttemptedFails ? Outcome.NoResult : Outcome.Of(Fraction.Zero);
    }
}
