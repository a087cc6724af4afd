using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Awards;

/// <summary>Between which scores a cut-off makes sense: a slip of the keyboard must not give everybody an award.</summary>
public static class CutOffLimits
{
    /// <summary>Why nobody's points can end at such a score, or null. An open-ended contest, and one whose points may exceed the full mark, has no upper limit.</summary>
    public static Error? Refuse(Score score, MarkingScheme scheme)
    {
        var most = MayExceed(scheme) ? null : SchemeRules.FullMarkOf(scheme);
        var tooLow = score < Score.Zero && !MayBeNegative(scheme);
        return !tooLow && !(score.ToFraction() > most) ? null
            : most is { } full ? AwardsErrors.CutOffOutside(ScoreText.Format(full))
            : AwardsErrors.CutOffNegative();
    }

    private static bool MayExceed(MarkingScheme scheme) =>
        scheme.AllAspects().Any(aspect => aspect.Role == AspectRole.Bonus)
        || scheme.AllModules().Any(module => module.Normalise is not null)
        || scheme.Stages.Any(stage => stage.CarryOver > Score.Zero);

    private static bool MayBeNegative(MarkingScheme scheme) =>
        scheme.AllAspects().Any(aspect => aspect.Role == AspectRole.Points && (aspect.Minimum < Score.Zero || aspect.Factor < Score.Zero));
}
