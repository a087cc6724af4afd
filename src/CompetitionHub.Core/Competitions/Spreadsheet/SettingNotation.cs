using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Competitions;

/// <summary>
/// Writes settings into a cell: <c>setting=value; setting=value</c>, a rule as <c>word(setting=value, …)</c>, a table as <c>[row | row]</c>, a name as
/// <c>中文 / English</c>. What stands as it usually does is left out.
/// </summary>
internal sealed class SettingNotation(ISchemeWords words)
{
    /// <summary>The settings of an object, as far as they are not as usual.</summary>
    public string Write(DraftObject value, string owner, IEnumerable<Setting> settings) => Write(value, owner, settings, "; ", setting => IsStated(setting, value));

    private string Write(DraftObject value, string owner, IEnumerable<Setting> settings, string separator, Func<Setting, bool> isStated) =>
        string.Join(separator, settings.Where(isStated).Select(setting => $"{NotationText.Quote(words.Label(owner, setting.Name))}={Value(value, owner, setting)}"));

    /// <summary>What one setting says; empty where it says nothing.</summary>
    public string Value(DraftObject value, string owner, Setting setting) => setting.Kind switch
    {
        SettingKind.Choice => value[setting.Name].Length == 0 ? "" : NotationText.Quote(words.Word(owner, setting.Name, value[setting.Name])),
        SettingKind.Flag => value[setting.Name].Length == 0 ? "" : words.Text("Sheet.Yes"),
        SettingKind.Text or SettingKind.Part => value[setting.Name].Length == 0 ? "" : NotationText.Quote(value[setting.Name]),
        SettingKind.Name => Name(value.Group(setting.Name)),
        SettingKind.Group => value.Find(setting.Name) is { } group ? Object(group, owner, setting, alone: true) : "",
        SettingKind.Rows => value.Rows(setting.Name) is { Count: > 0 } rows ? $"[{string.Join(" | ", rows.Select(row => Object(row, owner, setting, alone: false)))}]" : "",
        _ => value[setting.Name].Trim(),
    };

    private string Object(DraftObject value, string owner, Setting setting, bool alone)
    {
        if (setting.Family is not { } family)
        {
            var inside = Write(value, $"{owner}.{setting.Name}", setting.Settings, ", ", inner => IsStatedInside(inner, value));
            return alone || inside.Length == 0 ? $"({inside})" : inside;
        }
        var word = value[family.WordName];
        var said = Write(value, $"{family.Name}.{word}", setting.In(value), ", ", inner => IsStatedInside(inner, value));
        return NotationText.Quote(words.Rule(family.Name, word)) + (said.Length > 0 ? $"({said})" : "");
    }

    // Inside brackets every number and every rule stands: what is left out there would have to be guessed.
    private static bool IsStatedInside(Setting setting, DraftObject value) =>
        IsStated(setting, value) || (setting.Kind is SettingKind.Score or SettingKind.Whole && value[setting.Name].Length > 0)
            || (setting is { Kind: SettingKind.Group, IsRequired: true } && value.Find(setting.Name) is not null);

    private static bool IsStated(Setting setting, DraftObject value) => setting.Kind switch
    {
        SettingKind.Group => value.Find(setting.Name) is { } group && !(setting.IsRequired && IsUsual(group, DraftObject.New(setting), setting)),
        SettingKind.Rows => value.Rows(setting.Name).Count > 0,
        SettingKind.Name => value.Group(setting.Name)["zh"].Length + value.Group(setting.Name)["en"].Length > 0,
        // What its document has to have is said, so that nobody has to know what the editor begins with.
        SettingKind.Score or SettingKind.Scores => setting.IsRequired || value[setting.Name].Trim() != setting.Default,
        _ => value[setting.Name].Trim() != setting.Default,
    };

    private static bool IsUsual(DraftObject value, DraftObject usual, Setting setting) =>
        (setting.Family is not { } family || value[family.WordName] == usual[family.WordName]) && setting.In(value).All(inner => !IsStated(inner, value));

    private static string Name(DraftObject name) => (name["zh"].Trim(), name["en"].Trim()) switch
    {
        ("", "") => "",
        (var zh, "") => NotationText.Quote(zh),
        ("", var en) => $"/ {NotationText.Quote(en)}",
        var (zh, en) => NotationText.Quote(zh) + NotationText.BetweenLanguages + NotationText.Quote(en),
    };
}
