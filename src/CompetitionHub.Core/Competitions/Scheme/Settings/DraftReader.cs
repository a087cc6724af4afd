using System.Text.Json;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Turns an object of a scheme document into what stands in the fields of its editor.</summary>
internal static class DraftReader
{
    public static DraftObject Read(JsonElement json, Setting setting)
    {
        var draft = new DraftObject();
        if (setting.Family is { } family)
            draft[family.WordName] = json.GetProperty(family.WordName).GetString()!;
        Read(json, draft, setting.In(draft), setting.Family?.WordName);
        return draft;
    }

    public static DraftObject Read(JsonElement json, IReadOnlyList<Setting> settings)
    {
        var draft = new DraftObject();
        Read(json, draft, settings, null);
        return draft;
    }

    private static void Read(JsonElement json, DraftObject draft, IReadOnlyList<Setting> settings, string? wordName)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name == wordName)
                continue;
            if (settings.FirstOrDefault(setting => setting.Name == property.Name) is { } known)
                Read(property.Value, draft, known);
            else
                draft.Rest[property.Name] = property.Value.Clone();
        }
        // What has to be there is there; a full mark of null is an empty field, not the default.
        draft.Fill(settings);
    }

    private static void Read(JsonElement value, DraftObject draft, Setting setting)
    {
        switch (setting.Kind)
        {
            case SettingKind.Group:
                draft.Set(setting.Name, Read(value, setting));
                break;
            case SettingKind.Rows:
                draft.Rows(setting.Name).AddRange(value.EnumerateArray().Select(row => Read(row, setting)));
                break;
            case SettingKind.Name:
                foreach (var text in value.EnumerateObject())
                    draft.Group(setting.Name)[text.Name] = text.Value.GetString()!;
                break;
            default:
                draft[setting.Name] = Text(value);
                break;
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(Text)),
        JsonValueKind.Null or JsonValueKind.False => "",
        JsonValueKind.True => "true",
        _ => value.GetRawText(),
    };
}
