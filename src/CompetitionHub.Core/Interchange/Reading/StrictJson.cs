using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Interchange.Reading;

/// <summary>
/// Reads one JSON object property by property and reports, with its path, whatever is missing, unknown, doubled or of another type.
/// After a report the getters give a harmless value, so that all problems of a document are found in one go. The document has been
/// through <see cref="JsonTexts"/> before.
/// </summary>
internal sealed class StrictJson
{
    private readonly Dictionary<string, JsonElement> properties = new(StringComparer.Ordinal);
    private readonly string file;
    private readonly string path;
    private readonly ProblemList problems;
    private readonly bool isObject;

    private StrictJson(JsonElement element, string file, string path, ProblemList problems)
    {
        (this.file, this.path, this.problems) = (file, path, problems);
        isObject = element.ValueKind == JsonValueKind.Object;
        if (!isObject)
        {
            problems.Add(file, null, path.Length == 0 ? null : path, InterchangeErrors.WrongType("object"));
            return;
        }
        foreach (var property in element.EnumerateObject())
        {
            if (!properties.TryAdd(property.Name, property.Value))
            {
                problems.Add(file, null, At(property.Name), InterchangeErrors.Repeated(property.Name));
            }
        }
    }

    /// <summary>Reads the root or an element of an array; <paramref name="read"/> takes the properties, what it leaves over is reported as unknown.</summary>
    public static T Read<T>(JsonElement element, string file, string path, ProblemList problems, Func<StrictJson, T> read)
    {
        var json = new StrictJson(element, file, path, problems);
        var value = read(json);
        foreach (var name in json.properties.Keys)
        {
            problems.Add(file, null, json.At(name), InterchangeErrors.PropertyUnknown());
        }
        return value;
    }

    /// <summary>The path of a property of this object.</summary>
    public string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>Reports a problem of a property.</summary>
    public void Report(string name, Error error) => problems.Add(file, null, At(name), error);

    /// <summary>Takes a property of the given type; null after reporting.</summary>
    public JsonElement? Take(string name, params ReadOnlySpan<JsonValueKind> kinds)
    {
        if (!properties.Remove(name, out var value))
        {
            if (isObject)
            {
                Report(name, InterchangeErrors.PropertyMissing());
            }
            return null;
        }
        if (kinds.Contains(value.ValueKind))
        {
            return value;
        }
        Report(name, InterchangeErrors.WrongType(Word(kinds[0])));
        return null;
    }

    /// <summary>True when the object has the property.</summary>
    public bool Has(string name) => properties.ContainsKey(name);

    /// <summary>Takes a property when it is there, whatever it holds.</summary>
    public void Ignore(string name) => properties.Remove(name);

    /// <summary>A string; empty after reporting.</summary>
    public string Text(string name) => Take(name, JsonValueKind.String)?.GetString()!.Trim() ?? "";

    /// <summary>A text in both languages: <c>{ "zh": …, "en": … }</c>.</summary>
    public LocalText LocalText(string name) =>
        Take(name, JsonValueKind.Object) is { } value
            ? Read(value, file, At(name), problems, json => new LocalText(json.Text("zh"), json.Text("en")))
            : new("", "");

    /// <summary>A word of an enum; the first one after reporting.</summary>
    public T Word<T>(string name) where T : struct, Enum
    {
        if (Take(name, JsonValueKind.String) is not { } value)
        {
            return default;
        }
        var text = value.GetString()!;
        if (!EnumText.TryRead<T>(text, out var word))
        {
            Report(name, InterchangeErrors.NotOneOf(text, EnumText.All<T>()));
        }
        return word;
    }

    /// <summary>True or false; false after reporting.</summary>
    public bool Flag(string name) => Take(name, JsonValueKind.True, JsonValueKind.False) is { ValueKind: JsonValueKind.True };

    /// <summary>A day as 2026-05-01; a harmless one after reporting.</summary>
    public DateOnly Day(string name)
    {
        var harmless = new DateOnly(2000, 1, 1);
        if (Take(name, JsonValueKind.String) is not { } value)
        {
            return harmless;
        }
        var text = value.GetString()!;
        if (DayText.TryRead(text, out var day))
        {
            return day;
        }
        Report(name, InterchangeErrors.NotADate(text));
        return harmless;
    }

    /// <summary>The elements of an array with their paths; none after reporting.</summary>
    public IEnumerable<(JsonElement Element, string Path)> List(string name, int most)
    {
        if (Take(name, JsonValueKind.Array) is not { } array)
        {
            return [];
        }
        if (array.GetArrayLength() > most)
        {
            Report(name, InterchangeErrors.TooMany(most));
            return [];
        }
        return array.EnumerateArray().Select((element, i) => (element, $"{At(name)}[{i}]"));
    }

    private static string Word(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "true | false",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
