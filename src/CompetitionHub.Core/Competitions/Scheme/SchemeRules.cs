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
    public static Fraction? FullMarkOf(MarkingScheme scheme) => scheme.Combine == Combination.Weighted
        ? scheme.FullMark?.ToFraction()
        : Sum(scheme.Stages, stage => FullMarkOf(stage, scheme));

    /// <summary>The points of a perfect stage; null when open-ended.</summary>
    public static Fraction? FullMarkOf(Stage stage, MarkingScheme scheme) => stage.Combine == Combination.Weighted
        ? (stage.FullMark ?? scheme.FullMark)?.ToFraction()
        : Sum(stage.Modules, FullMarkOf);

    /// <summary>The points of a perfect module; null when open-ended.</summary>
    public static Fraction? FullMarkOf(Module module) => Sum(module.Forms, FullMarkOf);

    /// <summary>The points of a perfect form; null when open-ended.</summary>
    public static Fraction? FullMarkOf(MarkingForm form) => Sum(form.Aspects, FullMarkOf);

    /// <summary>The most points of an aspect after its factor; null when open-ended.</summary>
    public static Fraction? FullMarkOf(Aspect aspect) => aspect.Maximum?.ToFraction() * aspect.Factor.ToFraction();

    private static Fraction? Sum<T>(IReadOnlyList<T> parts, Func<T, Fraction?> full) =>
        parts.Aggregate((Fraction?)Fraction.Zero, (sum, part) => sum + full(part));
}
