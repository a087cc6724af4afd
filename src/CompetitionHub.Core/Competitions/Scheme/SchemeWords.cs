using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>The stable words for the small choices of a scheme document.</summary>
public static class SchemeWords
{
    /// <summary>Words for <see cref="Combination"/>.</summary>
    public static IReadOnlyDictionary<string, Combination> Combinations { get; } =
        new Dictionary<string, Combination> { ["sum"] = Combination.Sum, ["weighted"] = Combination.Weighted };

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

    /// <summary>The words for <see cref="AspectKind"/>, for files and resources.</summary>
    public static IReadOnlyDictionary<string, AspectKind> Kinds { get; } = new Dictionary<string, AspectKind>
    {
        ["panel_score"] = AspectKind.PanelScore,
        ["measurement"] = AspectKind.Measurement,
        ["imported"] = AspectKind.Imported,
    };

    /// <summary>The word for a value.</summary>
    public static string Of<T>(IReadOnlyDictionary<string, T> words, T value) where T : struct, Enum =>
        words.First(word => EqualityComparer<T>.Default.Equals(word.Value, value)).Key;
}
