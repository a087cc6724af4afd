using System.Text.Json;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Features.Judging;

/// <summary>The place in a request that is not as described: <c>$.commands[3].seat</c>.</summary>
public sealed class PadFormatException(string place) : Exception
{
    public string Place { get; } = place;
}

/// <summary>One JSON object of a pad's request; every reader throws with the place when the property is missing or wrong.</summary>
public sealed class PadObject
{
    private readonly JsonElement element;
    private readonly string place;

    public PadObject(JsonElement element, string place)
    {
        this.element = element;
        this.place = place;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new PadFormatException(place);
        }
    }

    public PadFormatException Wrong(string property) => new($"{place}.{property}");

    public string Text(string property, int longest) => Find(property) is { } value ? Text(value, property, longest) : throw Wrong(property);

    public string Id(string property) => Text(property, 36) is var id && Ids.IsWellFormed(id) ? id : throw Wrong(property);

    public string? Reason() => Find("reason") is { } value ? Text(value, "reason", JudgingAccess.ReasonLimit) : null;

    public int Number(string property, int least, int most) =>
        Find(property) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number >= least && number <= most ? number : throw Wrong(property);

    public T Word<T>(string property) where T : struct, Enum => EnumText.TryRead<T>(Text(property, 32), out var value) ? value : throw Wrong(property);

    /// <summary>A mark comes as text: a JSON number would go through floating point in somebody's parser.</summary>
    public Score? Score(string property) =>
        Find(property) is not { } value ? null : ScoreText.TryParse(Text(value, property, 40), out var score) ? score : throw Wrong(property);

    public IReadOnlyDictionary<string, int> Versions(string property, int most, int longestKey)
    {
        if (Find(property) is not { ValueKind: JsonValueKind.Object } value || value.GetPropertyCount() > most)
        {
            throw Wrong(property);
        }

        var versions = new PadObject(value, $"{place}.{property}");
        return value.EnumerateObject().ToDictionary(
            item => item.Name.Length <= longestKey && IsPrintable(item.Name) ? item.Name : throw Wrong(property), item => versions.Number(item.Name, 0, 1_000_000));
    }

    public IReadOnlyList<PadObject> List(string property, int most) =>
        Find(property) is { ValueKind: JsonValueKind.Array } value && value.GetArrayLength() is > 0 and var length && length <= most
            ? [.. value.EnumerateArray().Select((item, index) => new PadObject(item, $"{place}.{property}[{index}]"))]
            : throw Wrong(property);

    private JsonElement? Find(string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string Text(JsonElement value, string property, int longest)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw Wrong(property);
        }

        try
        {
            var text = value.GetString()!;
            return text.Length > 0 && text.Length <= longest && IsPrintable(text) ? text : throw Wrong(property);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: valid JSON, but no text.
            throw Wrong(property);
        }
    }

    // A zero byte cannot be stored on PostgreSQL; nothing below needs any control character.
    private static bool IsPrintable(string text) => !text.Any(char.IsControl);
}
