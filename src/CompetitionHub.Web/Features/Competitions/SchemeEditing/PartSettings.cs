using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>Which settings of a part stand in its row and which are folded under it.</summary>
public static class PartSettings
{
    // These have cells of their own.
    private static readonly string[] InCells = ["key", "name", "weight", "judges", "minimum", "maximum", "step", "rule", "modules", "forms", "aspects"];

    private static readonly string[] HowCombined = ["combine", "count"];

    /// <summary>The settings of a rule that stand beside it.</summary>
    public static IEnumerable<Setting> Usual(DraftObject rule) => SchemeSettings.Rule.In(rule).Where(s => !s.IsRare && s.Kind != SettingKind.Rows);

    /// <summary>The other settings of a rule.</summary>
    public static IEnumerable<Setting> Rare(DraftObject rule) => SchemeSettings.Rule.In(rule).Where(s => s.IsRare || s.Kind == SettingKind.Rows);

    /// <summary>What is folded of a part itself.</summary>
    public static IReadOnlyList<Setting> Folded(SchemeLevel level, DraftObject part) =>
    [
        .. SchemeSettings.Of(level).Where(s => !InCells.Contains(s.Name)
            && (ShowsCombine(level, part) ? !HowCombined.Contains(s.Name) : s.Name != "count")),
    ];

    /// <summary>Every stage says how its modules combine; a form and a module only when they do not simply add.</summary>
    public static bool ShowsCombine(SchemeLevel level, DraftObject part) =>
        level == SchemeLevel.Stage || (level is SchemeLevel.Module or SchemeLevel.Form && part["combine"] != "sum") || ShowsCount(part);

    /// <summary>How many parts count is asked only where some are chosen.</summary>
    public static bool ShowsCount(DraftObject part) => part["combine"] is "highest" or "lowest" || part["count"] is not ("1" or "");

    /// <summary>True when a setting says something else than the document would without it.</summary>
    public static bool IsSet(Setting setting, DraftObject value) => setting.Kind switch
    {
        SettingKind.Group => value.Find(setting.Name) is { } group && (!setting.IsRequired || (setting.Family is { } family && group[family.WordName] != family.Rules[0].Word)),
        SettingKind.Rows => value.Rows(setting.Name).Count > 0,
        _ => value[setting.Name].Trim() != setting.Default,
    };
}
