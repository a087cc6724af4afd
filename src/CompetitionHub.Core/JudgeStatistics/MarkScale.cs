using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>What the statistics need to know of an aspect's marks: what they weigh in a judge's total, and which distance between two is large.</summary>
internal static class MarkScale
{
    private const int FarShare = 5;

    /// <summary>What the marks are when they are added up: a level of a judgement is a share of points.</summary>
    public static MarkUnit Unit(Aspect aspect) => aspect.Rule is Judgement ? MarkUnit.Points : aspect.Rule.Marks(aspect).Unit;

    /// <summary>What one unit of a mark adds to a judge's total over several aspects; nothing for what is never summed.</summary>
    public static double Weight(Aspect aspect) => aspect.Role switch
    {
        AspectRole.Info => 0,
        AspectRole.Penalty => -Points(aspect.Factor) * OneMark(aspect),
        AspectRole.Points or AspectRole.Bonus => Points(aspect.Factor) * OneMark(aspect),
    };

    /// <summary>
    /// The distance between two marks that deserves a look unless somebody chooses another: more than the rule allows, or a fifth of the range;
    /// null where marks have no bounds.
    /// </summary>
    public static double? Far(Aspect aspect) => aspect.Rule is Judgement judgement
        ? judgement.SpreadLimit
        : aspect.Rule.Marks(aspect).Ends is [var least, var most] ? (Points(most) - Points(least)) / FarShare : null;

    // A level of a judgement stands for a share of the points; other marks are compared as they are.
    private static double OneMark(Aspect aspect) =>
        aspect is { Rule: Judgement { Top: > 0 } judgement, Maximum: { } most } ? Points(most) / judgement.Top : 1;

    private static double Points(Score score) => score.Millionths / (double)Score.Unit;
}
