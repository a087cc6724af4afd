using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>What is wrong with a scheme, place by place.</summary>
public static class SchemeRules
{
    /// <summary>The most seats of a panel.</summary>
    public const int MostJudges = 99;

    /// <summary>The most aspects of a scheme.</summary>
    public const int MostAspects = 2_000;

    /// <summary>
    /// All problems in the order of the document. <paramref name="seatsAssigned"/> tells per form key how many seats have
    /// a judge; without it assignment is not checked.
    /// </summary>
    public static IReadOnlyList<SchemeProblem> Check(MarkingScheme scheme, IReadOnlyDictionary<string, int>? seatsAssigned = null) =>
        new SchemeCheck(scheme, seatsAssigned).Run();

    /// <summary>The points of a perfect entry as the parts give them; null when a part is open-ended.</summary>
    public static Fraction? FullMarkOf(MarkingScheme scheme) => scheme.RankBy == RankBy.LastStage
        ? Best(scheme.Stages.Select(stage => FullMarkOf(stage, scheme)), 1)
        : Full(scheme, scheme.Stages, stage => FullMarkOf(stage, scheme), scheme.FullMark);

    /// <summary>The points of a perfect stage; null when open-ended.</summary>
    public static Fraction? FullMarkOf(Stage stage, MarkingScheme scheme) =>
        Full(stage, stage.Modules, FullMarkOf, stage.FullMark ?? scheme.FullMark);

    /// <summary>The points of a perfect module; null when open-ended.</summary>
    public static Fraction? FullMarkOf(Module module) => Full(module, module.Forms, FullMarkOf, null);

    /// <summary>The points of a perfect form; null when open-ended. Bonus and penalty are not part of it.</summary>
    public static Fraction? FullMarkOf(MarkingForm form) =>
        Full(form, [.. form.Aspects.Where(aspect => aspect.Role == AspectRole.Points)], aspect => FullMarkOf(aspect, form.Judges), null);

    /// <summary>The most points of an aspect that so many judges mark, after its factor; null when open-ended.</summary>
    public static Fraction? FullMarkOf(Aspect aspect, int judges) => aspect.Rule.MostPoints(aspect, judges) * aspect.Factor.ToFraction();

    private static Fraction? Full<T>(Whole whole, IReadOnlyList<T> parts, Func<T, Fraction?> full, Score? weighted)
    {
        var marks = parts.Select(full).ToList();
        var points = whole.Combine switch
        {
            Combination.Weighted => weighted?.ToFraction(),
            Combination.Highest => Best(marks, whole.Count),
            Combination.Lowest => -Best(marks.Select(mark => -mark), whole.Count),
            Combination.Mean => Sum(marks) / Fraction.Of(Math.Max(marks.Count, 1)),
            Combination.Sum => Sum(marks),
        };
        return whole.Cap is { } cap && (points is null || points > cap.ToFraction()) ? cap.ToFraction() : points;
    }

    // One that is open-ended may be among the best.
    private static Fraction? Best(IEnumerable<Fraction?> marks, int count) => marks.Contains(null) ? null : Sum(marks.OrderDescending().Take(count));

    private static Fraction? Sum(IEnumerable<Fraction?> marks) => marks.Aggregate((Fraction?)Fraction.Zero, (sum, mark) => sum + mark);
}
