using System.Text.Json;

namespace CompetitionHub.Core.Verification;

/// <summary>Takes values out of the interchange's JSON as the second calculator needs them; what is absent is null or the default given.</summary>
internal static class JsonValues
{
    public static JsonElement? Find(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string Word(this JsonElement json, string name, string absent) => json.Find(name)?.GetString() ?? absent;

    /// <summary>A number, written as a JSON number or as a text.</summary>
    public static Rational? Number(this JsonElement json, string name) => json.Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => Rational.Parse(text.GetString()!),
        { } number => Rational.Parse(number.GetRawText()),
    };

    public static Rational Number(this JsonElement json, string name, Rational absent) => json.Number(name) ?? absent;

    public static int Whole(this JsonElement json, string name, int absent) => json.Find(name)?.GetInt32() ?? absent;

    public static bool Flag(this JsonElement json, string name) => json.Find(name)?.GetBoolean() ?? false;

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) => json.Find(name)?.EnumerateArray() ?? default;

    public static IEnumerable<string> Texts(this JsonElement json, string name) => json.Items(name).Select(item => item.GetString()!);

    /// <summary>A rounding rule that stands in an object's own properties.</summary>
    public static Rounding Rounding(this JsonElement json, int decimals) =>
        new(json.Whole("decimals", decimals), json.Word("mode", Verification.Rounding.HalfUp));
}
