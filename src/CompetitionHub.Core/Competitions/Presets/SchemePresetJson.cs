using System.Text.Encodings.Web;
using System.Text.Json;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Interchange.Reading;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;

namespace CompetitionHub.Core.Competitions;

/// <summary>The document of a preset: the same JSON in the program, in the database and in the file that one organiser gives another.</summary>
public static class SchemePresetJson
{
    /// <summary>The format that is written and read.</summary>
    public const int Format = 1;

    /// <summary>Largest document, in bytes.</summary>
    public const int MaximumBytes = 2 * 1024 * 1024;

    // A document is text in a database or a file, never part of a page: Chinese stays readable.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a document in UTF-8, with or without byte order mark; on failure one error for every place that is wrong, its path in <see cref="Error.Field"/>.</summary>
    public static Result<SchemePreset> Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MaximumBytes)
            return PresetErrors.FileTooLarge(MaximumBytes / 1024 / 1024);
        var text = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 40 });
            var half = "";
            return JsonTexts.Check(document.RootElement, path => half = path ?? "") ? Read(document.RootElement) : SchemeErrors.WrongType(half, "text");
        }
        catch (JsonException broken)
        {
            return SchemeErrors.NotJson((broken.LineNumber ?? 0) + 1, (broken.BytePositionInLine ?? 0) + 1);
        }
    }

    /// <summary>Writes a document: the same preset always gives the same bytes.</summary>
    public static byte[] Write(SchemePreset preset)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("key", preset.Key);
            json.WriteText("name", preset.Name);
            if (!preset.Description.IsEmpty)
                json.WriteText("description", preset.Description);
            if (preset.Source.Length > 0)
                json.WriteString("source", preset.Source);
            if (preset.TeamRanking is { } teams)
            {
                json.WritePropertyName("team_ranking");
                TeamRankingJson.Write(json, teams);
            }
            json.WritePropertyName("scheme");
            json.WriteRawValue(SchemeJson.Write(preset.Scheme));
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static Result<SchemePreset> Read(JsonElement root)
    {
        var errors = new List<Error>();
        var json = new JsonObjectReader(root, "", errors);
        json.Whole("format", Format, Format);
        var preset = new SchemePreset
        {
            Key = json.Text("key"),
            Name = SchemeJson.Text(json.Object("name")),
            Description = json.OptionalObject("description") is { } description ? SchemeJson.Text(description) : new("", ""),
            Source = json.Text("source", ""),
            TeamRanking = json.Has("team_ranking") ? TeamRankingJson.Read(json.Object("team_ranking")) : null,
            Scheme = SchemeJson.Read(json.Object("scheme")),
        };
        json.Done();
        if (errors.Count == 0)
            errors.AddRange(PresetRules.Check(preset));
        return errors.Count > 0 ? Result<SchemePreset>.Failure(errors) : preset;
    }
}
