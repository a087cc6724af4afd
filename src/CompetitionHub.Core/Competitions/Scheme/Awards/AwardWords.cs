namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>The stable words for the small choices of awards and advancement.</summary>
public static class AwardWords
{
    /// <summary>Words for <see cref="FieldBase"/>.</summary>
    public static IReadOnlyDictionary<string, FieldBase> Bases { get; } = new Dictionary<string, FieldBase>
    {
        ["took_part"] = FieldBase.TookPart,
        ["registered"] = FieldBase.Registered,
        ["ranked"] = FieldBase.Ranked,
    };

    /// <summary>Words for <see cref="TieRule"/>.</summary>
    public static IReadOnlyDictionary<string, TieRule> Ties { get; } = new Dictionary<string, TieRule>
    {
        ["include"] = TieRule.Include,
        ["exclude"] = TieRule.Exclude,
        ["comparators"] = TieRule.Comparators,
    };

    /// <summary>Words for <see cref="ShareRounding"/>.</summary>
    public static IReadOnlyDictionary<string, ShareRounding> Roundings { get; } = new Dictionary<string, ShareRounding>
    {
        ["floor"] = ShareRounding.Floor,
        ["ceil"] = ShareRounding.Ceiling,
        ["round"] = ShareRounding.Half,
    };

    /// <summary>Words for <see cref="MedalChain"/>.</summary>
    public static IReadOnlyDictionary<string, MedalChain> Chains { get; } =
        new Dictionary<string, MedalChain> { ["last"] = MedalChain.Last, ["first"] = MedalChain.First };
}
