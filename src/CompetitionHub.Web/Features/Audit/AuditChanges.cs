using System.Globalization;
using System.Text.Json;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Shared;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Audit;

/// <summary>One field of a change in the reader's words; null: it was not there.</summary>
public sealed record AuditChange(string Field, string? Before, string? After);

/// <summary>
/// Says in the reader's words what an entry changed: fields that differ, marks in points, times where the competition is, ids as what they
/// stand for. What serves machines only is left to the raw record.
/// </summary>
public sealed class AuditChanges(IStringLocalizer<AuditText> texts, IReadOnlyDictionary<string, string> names, TimeZoneInfo zone)
{
    private static readonly HashSet<string> ForMachines =
        ["commandId", "device", "schemeVersion", "enteredAt", "seen", "digest", "folder", "files", "scheme", "team_ranking", "competitionId", "importId", "awardKey"];

    // More parts than these are read in the raw record.
    private const int MostParts = 8;


    /// <summary>Fields whose values are words of ours.</summary>
    private static readonly HashSet<string> OfWords =
        ["state", "status", "role", "visibility", "level", "class", "format", "counting", "language", "kind"];

    /// <summary>What the entry is about: "K07 · A1 · 2" for a mark.</summary>
    public string Subject(AuditRow row) => string.Join(" · ", row.SubjectId.Split('/').Select(Named));

    /// <summary>A moment on the competition's clocks.</summary>
    public string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The fields that differ; all of them when the thing is new or gone.</summary>
    public IReadOnlyList<AuditChange> Of(AuditRow row)
    {
        var (before, after) = (Fields(row, row.Before), Fields(row, row.After));
        return [.. before.Keys.Union(after.Keys)
            .Select(path => (Path: path, Before: before.GetValueOrDefault(path), After: after.GetValueOrDefault(path)))
            .Where(field => field.Before != field.After)
            .Select(field => new AuditChange(FieldName(field.Path), field.Before, field.After))];
    }

    private Dictionary<string, string> Fields(AuditRow row, string? json)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json is null)
            return fields;
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
            Add(row, "", document.RootElement, fields);
        return fields;
    }

    private void Add(AuditRow row, string prefix, JsonElement parent, Dictionary<string, string> fields)
    {
        foreach (var field in parent.EnumerateObject())
        {
            if (ForMachines.Contains(field.Name) || IsImplied(row, field))
                continue;
            if (field.Value.ValueKind == JsonValueKind.Object && !IsText(field.Value))
                Add(row, $"{prefix}{field.Name}.", field.Value, fields);
            else if (Say(row, field.Name, field.Value) is { Length: > 0 } said && !(field.Name == "judgeId" && said == row.ActorName))
                fields.Add(prefix + field.Name, said);
        }
    }

    // A mark's points say that it is one, and its place in the chain which version; the number of a folder's format says nothing to people.
    private static bool IsImplied(AuditRow row, JsonProperty field) => row.SubjectType is "mark" or "sheet"
        ? field.Name == "version" || (field.Name == "state" && field.Value.ValueEquals("value"))
        : field is { Name: "format", Value.ValueKind: JsonValueKind.Number };

    private string Say(AuditRow row, string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when IsText(value) => string.Join(" / ", new[] { value.GetProperty("zh").ToString(), value.GetProperty("en").ToString() }.Where(part => part.Length > 0)),
        JsonValueKind.Array when field == "parts" => Parts([.. value.EnumerateArray().Select(part => part.GetString()!)]),
        JsonValueKind.Array => string.Join(texts["Separator"], value.EnumerateArray().Select(item => Say(row, field, item))),
        JsonValueKind.True => texts["Yes"],
        JsonValueKind.False => texts["No"],
        JsonValueKind.Number when field == "value" && row.SubjectType == "mark" => ScoreText.Format(new Score(value.GetInt64())),
        JsonValueKind.String => SayText(field, value),
        _ => value.ToString(),
    };

    private string SayText(string field, JsonElement value)
    {
        var text = value.GetString()!;
        return text.StartsWith("digest:", StringComparison.Ordinal) ? texts["Digest", text[7..13]]
            : field.EndsWith("At", StringComparison.Ordinal) || field == "until" ? value.TryGetDateTimeOffset(out var at) ? Local(at) : text
            : OfWords.Contains(field) ? Word(text)
            : Named(text);
    }

    private string Word(string text) => texts["Word." + text] is { ResourceNotFound: false } word ? word : text;

    // "aspect/A1" is a part by its key, "tie_breaks" a section of the rules.
    private string Parts(IReadOnlyList<string> parts) =>
        string.Join(texts["Separator"], parts.Take(MostParts).Select(Part)) + (parts.Count > MostParts ? texts["MoreParts", parts.Count] : "");

    private string Part(string part)
    {
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        var name = slash < 0 ? texts["Part." + part] : texts["Part." + part[..slash], part[(slash + 1)..]];
        return name.ResourceNotFound ? part : name;
    }

    private string FieldName(string path)
    {
        var field = path[(path.LastIndexOf('.') + 1)..];
        return texts["Field." + field] is { ResourceNotFound: false } name ? name : field;
    }

    private string Named(string text) => names.GetValueOrDefault(text) ?? (Ids.IsWellFormed(text) ? "…" + text[^8..] : text);

    private static bool IsText(JsonElement value) => value.TryGetProperty("zh", out _) && value.TryGetProperty("en", out _);
}
