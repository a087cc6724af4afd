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

    public static void WriteText(this Utf8JsonWriter json, string name, LocalText text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }
}
