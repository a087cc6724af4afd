using System.Text.Encodings.Web;
using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Web.Features.Live;

/// <summary>
/// The feed <c>board.json</c>, version 1: names in both languages, points as text exactly as shown (no reader's floating point touches
/// them), <c>rank</c> null for whoever is not ranked, <c>total</c> null for whoever is not yet marked.
/// </summary>
public static class BoardJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    public static byte[] Write(BoardState state)
    {
        var view = state.View;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("format", 1);
            json.WriteString("id", state.Id);
            Name(json, "competition", view.Competition.Slug, view.Competition.Name);
            Name(json, "contest", view.Contest.Slug, view.Contest.Name);
            json.WriteString("state", EnumText.Write(view.Competition.State));
            json.WriteString("visibility", EnumText.Write(view.Board.Visibility));
            json.WriteBoolean("provisional", view.IsProvisional);
            Time(json, "frozenAt", view.Board.FrozenAt);
            Time(json, "lastMarkAt", view.Board.Visibility == BoardVisibility.Hidden ? null : view.LastMarkAt);
            json.WriteNumber("marked", view.Marked);
            json.WriteNumber("expected", view.Expected);
            // A hidden board is a name and nothing else: not what is marked, either.
            var hidden = view.Board.Visibility == BoardVisibility.Hidden;
            json.WriteString("fullMark", !hidden && view.Scheme.FullMark is { } full ? ScoreText.Format(full) : null);
            json.WriteStartArray("modules");
            foreach (var module in hidden ? [] : view.Modules)
            {
                json.WriteStartObject();
                json.WriteString("key", module.Key);
                Text(json, module.Name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("rows");
            foreach (var row in view.Lines)
            {
                Row(json, state.RowOf(row));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Row(Utf8JsonWriter json, BoardRowModel model)
    {
        var line = model.Row.Line;
        json.WriteStartObject();
        if (model.Row.Rank is { } rank)
        {
            json.WriteNumber("rank", rank);
        }
        else
        {
            json.WriteNull("rank");
        }

        json.WriteNumber("move", model.Move);
        json.WriteString("code", line.Code);
        json.WriteStartObject("name");
        Text(json, line.Name);
        json.WriteEndObject();
        json.WriteStartObject("delegation");
        Text(json, line.Delegation);
        json.WriteEndObject();
        json.WriteString("status", EnumText.Write(line.Status));
        json.WriteString("total", line.Total);
        if (line.Scale is { } scale)
        {
            json.WriteString("scale", scale);
        }

        json.WriteStartArray("modules");
        foreach (var points in line.Modules)
        {
            json.WriteStringValue(points);
        }

        json.WriteEndArray();
        json.WriteNumber("marked", line.Marked);
        json.WriteNumber("expected", line.Expected);
        json.WriteEndObject();
    }

    private static void Name(Utf8JsonWriter json, string property, string slug, LocalText name)
    {
        json.WriteStartObject(property);
        json.WriteString("slug", slug);
        Text(json, name);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, LocalText text)
    {
        json.WriteString("zh", text.In("zh"));
        json.WriteString("en", text.In("en"));
    }

    private static void Time(Utf8JsonWriter json, string property, DateTimeOffset? at)
    {
        if (at is { } time)
        {
            json.WriteString(property, time);
        }
        else
        {
            json.WriteNull(property);
        }
    }
}
