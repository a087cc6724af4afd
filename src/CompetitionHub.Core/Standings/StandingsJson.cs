using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompetitionHub.Core.Standings;

/// <summary>The JSON of stored board rows.</summary>
public static class StandingsJson
{
    // Rows are data in our own tables, written into pages only through an encoder of their own.
    private static readonly StandingsJsonContext Context =
        new(new JsonSerializerOptions(StandingsJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes a line.</summary>
    public static string Write(BoardLine line) => JsonSerializer.Serialize(line, Context.BoardLine);

    /// <summary>Reads a line that <see cref="Write"/> wrote.</summary>
    public static BoardLine ReadLine(string summary) => JsonSerializer.Deserialize(summary, Context.BoardLine)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(BoardLine))]
internal sealed partial class StandingsJsonContext : JsonSerializerContext;
