using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CompetitionHub.Core.Interchange.Writing;

/// <summary>Prints standings for other programs: CSV (one row per entry) or JSON. UTF-8, LF, marks as decimal text.</summary>
public static class StandingsWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Columns: rank, code, name_zh, name_en, delegation_zh, delegation_en, status, marked, expected, total, scale (where the rules have one), then <c>module:KEY</c> for each module.</summary>
    public static void WriteCsv(StandingsTable standings, Stream stream)
    {
        var scaled = HasScale(standings);
        string[] columns =
        [
            "rank", "code", "name_zh", "name_en", "delegation_zh", "delegation_en", "status", "marked", "expected", "total", .. scaled ? ["scale"] : Array.Empty<string>(),
            .. standings.Modules.Select(key => "module:" + key),
        ];
        CsvTable.Write(stream, columns, standings.Lines.Select(placed => (string?[])
        [
            placed.Rank?.ToString(CultureInfo.InvariantCulture),
            placed.Line.Code,
            placed.Line.Name.Zh,
            placed.Line.Name.En,
            placed.Line.Delegation.Zh,
            placed.Line.Delegation.En,
            StandingsTable.StatusOf(placed),
            placed.Line.Marked.ToString(CultureInfo.InvariantCulture),
            placed.Line.Expected.ToString(CultureInfo.InvariantCulture),
            placed.Line.Total, .. scaled ? [placed.Line.Scale] : Array.Empty<string?>(),
            .. standings.Modules.Select((_, i) => placed.Line.Modules.ElementAtOrDefault(i)),
        ]));
    }

    /// <summary>One object: competition, contest, provisional, and the entries with the same fields; what is not known is null.</summary>
    public static void WriteJson(StandingsTable standings, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("competition", standings.Competition);
            json.WriteString("contest", standings.Contest);
            json.WriteBoolean("provisional", standings.Provisional);
            json.WriteStartArray("entries");
            foreach (var placed in standings.Lines)
            {
                json.WriteStartObject();
                if (placed.Rank is { } rank)
                {
                    json.WriteNumber("rank", rank);
                }
                else
                {
                    json.WriteNull("rank");
                }
                json.WriteString("code", placed.Line.Code);
                json.WriteString("name_zh", placed.Line.Name.Zh);
                json.WriteString("name_en", placed.Line.Name.En);
                json.WriteString("delegation_zh", placed.Line.Delegation.Zh);
                json.WriteString("delegation_en", placed.Line.Delegation.En);
                json.WriteString("status", StandingsTable.StatusOf(placed));
                json.WriteNumber("marked", placed.Line.Marked);
                json.WriteNumber("expected", placed.Line.Expected);
                json.WriteString("total", placed.Line.Total);
                if (HasScale(standings))
                    json.WriteString("scale", placed.Line.Scale);
                json.WriteStartObject("modules");
                foreach (var (i, key) in standings.Modules.Index())
                {
                    json.WriteString(key, placed.Line.Modules.ElementAtOrDefault(i));
                }
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static bool HasScale(StandingsTable standings) => standings.Lines.Any(placed => placed.Line.Scale is not null);
}
