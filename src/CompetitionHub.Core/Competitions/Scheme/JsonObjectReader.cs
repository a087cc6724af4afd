using System.Globalization;
using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// Reads one JSON object strictly: collects every property that is missing, unknown, doubled or of the wrong type with
/// its path, and gives a stand-in for it, so that one pass over a broken document finds all that is wrong with it.
/// </summary>
internal sealed class JsonObjectReader
{
    /// <summary>The most parts of one list: of aspects there are half as many in all.</summary>
    private const int MostParts = 4_000;

    /// <summary>The most rows of one table: rows are compared with those before them.</summary>
    private const int MostRows = 1_000;

    private readonly Dictionary<string, JsonElement> properties = new(StringComparer.Ordinal);
    private readonly HashSet<string> unread = new(StringComparer.Ordinal);
    private readonly List<Error> errors;
    private readonly bool absent;

    public JsonObjectReader(JsonElement? element, string path, List<Error> errors)
    {
        Path = path;
        this.errors = errors;
        absent = element is null;
        if (element is not { } json)
            return;
        if (json.ValueKind != JsonValueKind.Object)
        {
            errors.Add(SchemeErrors.WrongType(path, "object"));
            absent = true;
            return;
        }
        foreach (var property in json.EnumerateObject())
        {
            if (!properties.TryAdd(property.Name, property.Value))
                errors.Add(SchemeErrors.DuplicateProperty(At(property.Name)));
            unread.Add(property.Name);
        }
    }

    public string Path { get; }

    public bool Has(string name) => properties.ContainsKey(name);

    public string Text(string name, string? otherwise = null) => Read(name, otherwise is null) switch
    {
        null => otherwise ?? "",
        { ValueKind: JsonValueKind.String } json => json.GetString()!,
        _ => Wrong(name, "string", otherwise ?? ""),
    };

    public Score Score(string name, Score? otherwise = null) => OptionalScore(name, otherwise is null) ?? otherwise ?? default;

    public Score? OptionalScore(string name, bool required = false) => Read(name, required) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Null } when !required => null,
        { ValueKind: JsonValueKind.Number } json when ScoreText.TryParse(json.GetRawText(), out var score) => score,
        _ => Wrong<Score?>(name, "number, at most 6 decimals", null),
    };

    public int Whole(string name, int least, int most, int? otherwise = null) => Read(name, otherwise is null) switch
    {
        null => otherwise ?? least,
        { ValueKind: JsonValueKind.Number } json when json.TryGetInt32(out var number) && number >= least && number <= most => number,
        _ => Wrong(name, $"integer {least}–{most}", otherwise ?? least),
    };

    public int? OptionalWhole(string name, int most) => Has(name) ? Whole(name, 0, most) : null;

    public bool Flag(string name) => Read(name, false) switch
    {
        null => false,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => Wrong(name, "true | false", false),
    };

    public T Word<T>(string name, IReadOnlyDictionary<string, T> words, T otherwise) => Read(name, false) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.String } json when words.TryGetValue(json.GetString()!, out var value) => value,
        _ => Wrong(name, string.Join(" | ", words.Keys), otherwise),
    };

    public T Word<T>(string name, IReadOnlyDictionary<string, T> words) where T : struct
    {
        Read(name, true);
        return Word(name, words, default);
    }

    public T? Choice<T>(string name, IReadOnlyDictionary<string, T> words) where T : class => Read(name, true) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } json when words.TryGetValue(json.GetString()!, out var value) => value,
        _ => Unknown<T>(name, words.Keys),
    };

    public JsonObjectReader Object(string name) => new(Read(name, true), At(name), errors);

    public JsonObjectReader? OptionalObject(string name) =>
        Read(name, false) is { ValueKind: not JsonValueKind.Null } json ? new(json, At(name), errors) : null;

    public IReadOnlyList<T> List<T>(string name, Func<JsonObjectReader, T> read, bool required = true, int most = MostParts)
    {
        var json = Read(name, required);
        if (json is null)
            return [];
        if (json.Value.ValueKind != JsonValueKind.Array)
            return Wrong<IReadOnlyList<T>>(name, "array", []);
        if (json.Value.GetArrayLength() > most)
            return Wrong<IReadOnlyList<T>>(name, AtMost(most), []);
        return [.. json.Value.EnumerateArray().Select((item, index) => read(new JsonObjectReader(item, $"{At(name)}[{index}]", errors)))];
    }

    public ValueList<T> Values<T>(string name, Func<JsonObjectReader, T> read, bool required = true) => [.. List(name, item =>
    {
        var value = read(item);
        item.Done();
        return value;
    }, required, MostRows)];

    public ValueList<Score> Scores(string name)
    {
        if (Read(name, true) is not { } json)
            return [];
        if (json.ValueKind != JsonValueKind.Array)
            return Wrong<ValueList<Score>>(name, "array of numbers", []);
        if (json.GetArrayLength() > MostRows)
            return Wrong<ValueList<Score>>(name, AtMost(MostRows), []);
        var scores = new List<Score>();
        foreach (var item in json.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !ScoreText.TryParse(item.GetRawText(), out var score))
                return Wrong<ValueList<Score>>(name, "array of numbers, at most 6 decimals", []);
            scores.Add(score);
        }
        return [.. scores];
    }

    public IReadOnlyList<string> Texts(string name) => Read(name, true) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } json when json.GetArrayLength() > MostParts => Wrong<IReadOnlyList<string>>(name, AtMost(MostParts), []),
        { ValueKind: JsonValueKind.Array } json when json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            [.. json.EnumerateArray().Select(item => item.GetString()!)],
        _ => Wrong<IReadOnlyList<string>>(name, "array of strings", []),
    };

    /// <summary>Whatever was not read until now is not part of the format.</summary>
    public void Done() => errors.AddRange(unread.Select(name => SchemeErrors.UnknownProperty(At(name))));

    private static string AtMost(int most) => string.Create(CultureInfo.InvariantCulture, $"array, at most {most} long");

    private string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private JsonElement? Read(string name, bool required)
    {
        unread.Remove(name);
        if (properties.TryGetValue(name, out var json))
            return json;
        if (required && !absent)
            errors.Add(SchemeErrors.MissingProperty(At(name)));
        return null;
    }

    private T Wrong<T>(string name, string expected, T otherwise)
    {
        errors.Add(SchemeErrors.WrongType(At(name), expected));
        return otherwise;
    }

    // The properties of an unknown rule are unknown too: they are not reported one by one.
    private T? Unknown<T>(string name, IEnumerable<string> words) where T : class
    {
        unread.Clear();
        return Wrong<T?>(name, string.Join(" | ", words), null);
    }
}
