using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>The stable words for the small choices of a scheme document.</summary>
public static class SchemeWords
{
    /// <summary>Words for <see cref="Combination"/>.</summary>
    public static IReadOnlyDictionary<string, Combination> Combinations { get; } =
        new Dictionary<string, Combination>
        {
            ["sum"] = Combination.Sum,
            ["weighted"] = Combination.Weighted,
            ["highest"] = Combination.Highest,
            ["lowest"] = Combination.Lowest,
            ["mean"] = Combination.Mean,
        };

    /// <summary>Words for <see cref="Whole.NoResultIsZero"/>.</summary>
    public static IReadOnlyDictionary<string, bool> NoResults { get; } =
        new Dictionary<string, bool> { ["propagate"] = false, ["zero"] = true };

    /// <summary>Words for <see cref="SchemeLevel"/>.</summary>
    public static IReadOnlyDictionary<string, SchemeLevel> Levels { get; } =
        Enum.GetValues<SchemeLevel>().ToDictionary(EnumText.Write, level => level);

    /// <summary>Words for <see cref="AspectRole"/>.</summary>
    public static IReadOnlyDictionary<string, AspectRole> Roles { get; } = new Dictionary<string, AspectRole>
    {
        ["points"] = AspectRole.Points,
        ["bonus"] = AspectRole.Bonus,
        ["penalty"] = AspectRole.Penalty,
        ["info"] = AspectRole.Info,
    };

    /// <summary>Words for <see cref="NormalisationMethod"/>.</summary>
    public static IReadOnlyDictionary<string, NormalisationMethod> Normalisations { get; } = new Dictionary<string, NormalisationMethod>
    {
        ["factor_all_entries"] = NormalisationMethod.FactorAllEntries,
        ["factor_panel_means"] = NormalisationMethod.FactorPanelMeans,
        ["z"] = NormalisationMethod.Z,
        ["t"] = NormalisationMethod.T,
    };

    /// <summary>Words for <see cref="Deviation"/>.</summary>
    public static IReadOnlyDictionary<string, Deviation> Deviations { get; } =
        new Dictionary<string, Deviation> { ["population"] = Deviation.Population, ["sample"] = Deviation.Sample };

    /// <summary>Words for <see cref="PartLevel"/>.</summary>
    public static IReadOnlyDictionary<string, PartLevel> PartLevels { get; } = new Dictionary<string, PartLevel>
    {
        ["aspect"] = PartLevel.Aspect,
        ["form"] = PartLevel.Form,
        ["module"] = PartLevel.Module,
    };

    /// <summary>Words for <see cref="RankBy"/>.</summary>
    public static IReadOnlyDictionary<string, RankBy> RankBys { get; } =
        new Dictionary<string, RankBy> { ["total"] = RankBy.Total, ["last_stage"] = RankBy.LastStage };

    /// <summary>Words for <see cref="RankStyle"/>.</summary>
    public static IReadOnlyDictionary<string, RankStyle> RankStyles { get; } =
        new Dictionary<string, RankStyle> { ["shared"] = RankStyle.Shared, ["dense"] = RankStyle.Dense, ["unique"] = RankStyle.Unique };

    /// <summary>Words for <see cref="RoundingMode"/>.</summary>
    public static IReadOnlyDictionary<string, RoundingMode> RoundingModes { get; } = new Dictionary<string, RoundingMode>
    {
        ["half_up"] = RoundingMode.HalfUp,
        ["half_even"] = RoundingMode.HalfEven,
        ["truncate"] = RoundingMode.Truncate,
    };

    /// <summary>Words for <see cref="TieBreakOrder"/>.</summary>
    public static IReadOnlyDictionary<string, TieBreakOrder> Orders { get; } =
        new Dictionary<string, TieBreakOrder> { ["higher"] = TieBreakOrder.HigherFirst, ["lower"] = TieBreakOrder.LowerFirst };

    /// <summary>Words for <see cref="CapMoment"/>.</summary>
    public static IReadOnlyDictionary<string, CapMoment> CapMoments { get; } =
        new Dictionary<string, CapMoment> { ["before"] = CapMoment.Before, ["after"] = CapMoment.After };

    /// <summary>The words for <see cref="AspectKind"/>, for files and resources.</summary>
    public static IReadOnlyDictionary<string, AspectKind> Kinds { get; } = new Dictionary<string, AspectKind>
    {
        ["panel_score"] = AspectKind.PanelScore,
        ["measurement"] = AspectKind.Measurement,
        ["imported"] = AspectKind.Imported,
    };

    /// <summary>The word for a value.</summary>
    public static string Of<T>(IReadOnlyDictionary<string, T> words, T value) where T : struct =>
        words.First(word => EqualityComparer<T>.Default.Equals(word.Value, value)).Key;
}
