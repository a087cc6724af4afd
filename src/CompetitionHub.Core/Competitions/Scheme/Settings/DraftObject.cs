using System.Text.Json;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// One object of a scheme document while it is being edited: everything a person types is text until the whole is read. It keeps what its rule does not
/// read (so that choosing another rule and going back loses nothing) and properties nobody described.
/// </summary>
public sealed class DraftObject
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DraftObject> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<DraftObject>> rows = new(StringComparer.Ordinal);

    /// <summary>Tells rows apart while their keys are being typed; a copy is the same row.</summary>
    public object Row { get; private init; } = new();

    /// <summary>What stands in a field; empty where nothing does.</summary>
    public string this[string name]
    {
        get => texts.GetValueOrDefault(name, "");
        set => texts[name] = value;
    }

    /// <summary>The key of a part.</summary>
    public string Key => this["key"].Trim();

    /// <summary>Properties that no setting describes, as they stood in the document.</summary>
    internal Dictionary<string, JsonElement> Rest { get; private init; } = [];

    /// <summary>The group, or null where it is not set.</summary>
    public DraftObject? Find(string name) => groups.GetValueOrDefault(name);

    /// <summary>The group; made empty where it is not set.</summary>
    public DraftObject Group(string name)
    {
        if (!groups.TryGetValue(name, out var group))
            groups.Add(name, group = new());
        return group;
    }

    /// <summary>The rows; empty where there are none.</summary>
    public List<DraftObject> Rows(string name)
    {
        if (!rows.TryGetValue(name, out var list))
            rows.Add(name, list = []);
        return list;
    }

    /// <summary>Sets a group, or takes it away.</summary>
    public void Set(string name, DraftObject? group)
    {
        if (group is null)
            groups.Remove(name);
        else
            groups[name] = group;
    }

    /// <summary>A new object as a setting describes it: defaults, required groups and as many rows as there have to be.</summary>
    public static DraftObject New(Setting setting, string? word = null)
    {
        var made = new DraftObject();
        if (setting.Family is { } family)
            made[family.WordName] = word ?? (setting.Words.Count > 0 ? setting.Words[0] : family.Rules[0].Word);
        made.Fill(setting.In(made));
        return made;
    }

    /// <summary>Gives every setting that has nothing yet its default.</summary>
    public void Fill(IEnumerable<Setting> settings)
    {
        foreach (var setting in settings)
        {
            switch (setting.Kind)
            {
                case SettingKind.Name:
                    Group(setting.Name);
                    break;
                case SettingKind.Group:
                    if (setting.IsRequired && !groups.ContainsKey(setting.Name))
                        groups.Add(setting.Name, New(setting));
                    break;
                case SettingKind.Rows:
                    while (Rows(setting.Name).Count < setting.Least)
                        Rows(setting.Name).Add(NewRow(setting, Rows(setting.Name).Count));
                    break;
                default:
                    texts.TryAdd(setting.Name, setting.Default);
                    break;
            }
        }
    }

    private static DraftObject NewRow(Setting setting, int at)
    {
        var row = New(setting);
        foreach (var (inner, text) in setting.Settings.Zip(at < setting.Begin.Count ? setting.Begin[at] : []))
            row[inner.Name] = text;
        return row;
    }

    /// <summary>A copy that can be changed without changing this one.</summary>
    public DraftObject Clone() => CopyTo(new() { Row = Row, Rest = new(Rest) });

    /// <summary>Another row with the same content.</summary>
    public DraftObject Another() => CopyTo(new() { Rest = new(Rest) });

    private DraftObject CopyTo(DraftObject copy)
    {
        foreach (var (name, text) in texts)
            copy.texts.Add(name, text);
        foreach (var (name, group) in groups)
            copy.groups.Add(name, group.Clone());
        foreach (var (name, list) in rows)
            copy.rows.Add(name, [.. list.Select(row => row.Clone())]);
        return copy;
    }
}
