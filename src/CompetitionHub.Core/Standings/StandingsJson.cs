using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompetitionHub.Core.Standings;

/// <summary>The JSON of stored board rows: <see cref="BoardLine"/> (summary) and <see cref="WorkedNode"/> (detail).</summary>
public static class StandingsJson
{
    // Rows are data in our own tables, written into pages only through an encoder of their own.
    private static readonly StandingsJsonContext Context =
        new(new JsonSerializerOptions(StandingsJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes a summary.</summary>
    public static string Write(BoardLine line) => JsonSerializer.Serialize(line, Context.BoardLine);

    /// <summary>Writes a detail.</summary>
    public static string Write(WorkedNode worked) => JsonSerializer.Serialize(worked, Context.WorkedNode);

    /// <summary>Reads a summary that <see cref="Write(BoardLine)"/> wrote.</summary>
    public static BoardLine ReadLine(string summary) => JsonSerializer.Deserialize(summary, Context.BoardLine)!;

    /// <summary>Reads a detail that <see cref="Write(WorkedNode)"/> wrote.</summary>
    public static WorkedNode ReadWorked(string detail) => JsonSerializer.Deserialize(detail, Context.WorkedNode)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(BoardLine))]
[JsonSerializable(typeof(WorkedNode))]
internal sealed partial class StandingsJsonContext : JsonSerializerContext;
