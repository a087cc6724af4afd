using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// Writes what was typed as a scheme document; a number that cannot be read is a problem at its place and left out, or, <paramref name="asTyped"/>, stands
/// there as its text.
/// </summary>
internal sealed class DraftWriter(Utf8JsonWriter json, bool asTyped = false)
{
    private static readonly char[] Separators = [' ', '\u3000', ';', '；', ',', '，', '、'];

    /// <summary>What could not be read.</summary>
    public List<SchemeProblem> Problems { get; } = [];

    public void Write(DraftObject draft, IReadOnlyList<Setting> settings, string path)
    {
        json.WriteStartObject();
        Members(draft, settings, path);
        json.WriteEndObject();
    }

    private void Members(DraftObject draft, IReadOnlyList<Setting> settings, string path)
    {
        foreach (var setting in settings)
            Member(draft, setting, path.Length == 0 ? setting.Name : $"{path}.{setting.Name}");
        foreach (var (name, value) in draft.Rest)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }

    private void Member(DraftObject draft, Setting setting, string path)
    {
        var text = draft[setting.Name].Trim();
        switch (setting.Kind)
        {
            case SettingKind.Score:
                Score(setting, text, path);
                break;
            case SettingKind.Whole:
                Whole(setting, text, path);
                break;
            case SettingKind.Scores:
                Scores(setting.Name, text, path);
                break;
            case SettingKind.Parts:
                json.WriteStartArray(setting.Name);
                foreach (var key in Split(text))
                    json.WriteStringValue(key);
                json.WriteEndArray();
                break;
            case SettingKind.Flag:
                if (text.Length > 0)
                    json.WriteBoolean(setting.Name, true);
                break;
            case SettingKind.Name:
                Name(draft.Group(setting.Name), setting);
                break;
            case SettingKind.Choice or SettingKind.Text or SettingKind.Part:
                if (text.Length > 0 || setting.IsRequired)
                    json.WriteString(setting.Name, text);
                break;
            case SettingKind.Group:
                if (draft.Find(setting.Name) is { } group)
                    Group(group, setting, path);
                break;
            case SettingKind.Rows:
                json.WriteStartArray(setting.Name);
                var rows = draft.Rows(setting.Name);
                for (var i = 0; i < rows.Count; i++)
                    Object(rows[i], setting, $"{path}[{i}]");
                json.WriteEndArray();
                break;
        }
    }

    private void Group(DraftObject group, Setting setting, string path)
    {
        json.WritePropertyName(setting.Name);
        Object(group, setting, path);
    }

    private void Object(DraftObject value, Setting setting, string path)
    {
        json.WriteStartObject();
        if (setting.Family is { } family)
            json.WriteString(family.WordName, value[family.WordName]);
        Members(value, setting.In(value), path);
        json.WriteEndObject();
    }

    private void Name(DraftObject name, Setting setting)
    {
        var text = new LocalText(name["zh"].Trim(), name["en"].Trim());
        if (setting.IsRequired || !text.IsEmpty)
            json.WriteText(setting.Name, text);
    }

    private void Score(Setting setting, string text, string path)
    {
        if (text.Length == 0 && !setting.IsRequired)
        {
            if (setting.IsNullWhenEmpty)
                json.WriteNull(setting.Name);
        }
        else if (Read(text, path) is { } score)
        {
            json.WriteScore(setting.Name, score);
        }
        else if (asTyped)
        {
            json.WriteString(setting.Name, text);
        }
        else if (setting.IsNullWhenEmpty)
        {
            json.WriteNull(setting.Name);
        }
    }

    private void Scores(string name, string text, string path)
    {
        json.WriteStartArray(name);
        foreach (var part in Split(text))
        {
            if (Read(part, path) is { } score)
                json.WriteRawValue(ScoreText.Format(score));
            else if (asTyped)
                json.WriteStringValue(part);
        }
        json.WriteEndArray();
    }

    private void Whole(Setting setting, string text, string path)
    {
        if (text.Length == 0 && !setting.IsRequired)
            return;
        if (ReadWhole(setting, text, path) is { } number)
            json.WriteNumber(setting.Name, number);
        else if (asTyped)
            json.WriteString(setting.Name, text);
    }

    private int? ReadWhole(Setting setting, string text, string path)
    {
        if (Read(text, path) is not { } number)
            return null;
        if (number.IsWhole && number >= Shared.Score.Points(setting.Least) && number <= Shared.Score.Points(setting.Most))
            return (int)(number.Millionths / Shared.Score.Unit);
        Problems.Add(new(path, SchemeSeverity.Refused, SchemeErrors.WholeOutOfRange(setting.Least, setting.Most)));
        return null;
    }

    private Score? Read(string text, string path)
    {
        var read = ScoreText.Parse(text);
        if (read.Succeeded)
            return read.Value;
        Problems.Add(new(path, SchemeSeverity.Refused, read.Error));
        return null;
    }

    private static string[] Split(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
