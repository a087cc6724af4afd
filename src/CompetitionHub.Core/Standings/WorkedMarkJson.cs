using System.Text.Json;
using System.Text.Json.Serialization;
using CompetitionHub.Core.Judging;

namespace CompetitionHub.Core.Standings;

/// <summary>
/// Writes a mark as <c>[seat, "value or state"]</c> and, unless it counts, its use: details hold many marks and are rewritten with each of them.
/// </summary>
internal sealed class WorkedMarkJson : JsonConverter<WorkedMark>
{
    private static readonly string ValueState = MarkStates.Code(MarkState.Value);

    public override WorkedMark Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var seat = reader.GetInt32();
        reader.Read();
        var text = reader.GetString()!;
        reader.Read();
        var use = MarkUse.Counted;
        if (reader.TokenType == JsonTokenType.String)
        {
            use = Enum.Parse<MarkUse>(reader.GetString()!);
            reader.Read();
        }
        return MarkStates.TryParse(text, out _) ? new(seat, text, null, use) : new(seat, ValueState, text, use);
    }

    public override void Write(Utf8JsonWriter writer, WorkedMark value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Seat);
        writer.WriteStringValue(value.Value ?? value.State);
        if (value.Use != MarkUse.Counted)
            writer.WriteStringValue(value.Use.ToString());
        writer.WriteEndArray();
    }
}
