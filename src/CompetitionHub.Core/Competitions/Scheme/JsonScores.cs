using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Writes scores as plain JSON numbers, digit by digit, never through floating point.</summary>
internal static class JsonScores
{
    public static void WriteScore(this Utf8JsonWriter json, string name, Score score)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(ScoreText.Format(score));
    }

    public static void WriteOptional(this Utf8JsonWriter json, string name, Score? score)
    {
        if (score is { } value)
            json.WriteScore(name, value);
    }

    public static void WriteScores(this Utf8JsonWriter json, string name, IEnumerable<Score> scores)
    {
        json.WriteStartArray(name);
        foreach (var score in scores)
            json.WriteRawValue(ScoreText.Format(score));
        json.WriteEndArray();
    }

    public static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteText(this Utf8JsonWriter json, string name, LocalText text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }
}
