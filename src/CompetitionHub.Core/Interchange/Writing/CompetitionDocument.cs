using System.Text.Encodings.Web;
using System.Text.Json;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Teams;

namespace CompetitionHub.Core.Interchange.Writing;

/// <summary>Writes <c>competition.json</c>: always the same bytes for the same competition.</summary>
internal static class CompetitionDocument
{
    // A file, never part of a page: Chinese stays readable.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream stream, CompetitionDetails details, CompetitionState state, IEnumerable<FolderContestSetUp> contests, IReadOnlyList<TeamRanking> rankings)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("format", InterchangeFormat.Version);
            json.WriteStartObject("competition");
            Competition(json, details, state);
            json.WriteEndObject();
            json.WriteStartArray("contests");
            foreach (var contest in contests)
            {
                json.WriteStartObject();
                Contest(json, contest);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            AwardParts.WriteTeamRankings(json, rankings);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void Competition(Utf8JsonWriter json, CompetitionDetails details, CompetitionState state)
    {
        json.WriteString("slug", details.Slug);
        Text(json, "name", details.Name);
        json.WriteString("level", EnumText.Write(details.Level));
        json.WriteString("class", EnumText.Write(details.Class));
        Text(json, "host", details.Host);
        Text(json, "venue", details.Venue);
        json.WriteString("starts_on", DayText.Write(details.StartsOn));
        json.WriteString("ends_on", DayText.Write(details.EndsOn));
        json.WriteString("time_zone", details.TimeZone);
        json.WriteString("state", EnumText.Write(state));
    }

    private static void Contest(Utf8JsonWriter json, FolderContestSetUp contest)
    {
        var details = contest.Details;
        json.WriteString("slug", details.Slug);
        Text(json, "name", details.Name);
        json.WriteString("trade", details.Trade);
        Text(json, "group", details.Group);
        json.WriteString("format", EnumText.Write(details.Format));
        json.WriteString("counting", EnumText.Write(details.Counting));
        json.WriteStartObject("board");
        json.WriteString("visibility", EnumText.Write(contest.Visibility));
        json.WriteBoolean("frozen", contest.Frozen);
        json.WriteEndObject();
        json.WriteStartArray("closed_forms");
        foreach (var form in contest.ClosedForms.Order(StringComparer.Ordinal))
        {
            json.WriteStringValue(form);
        }
        json.WriteEndArray();
        Decisions(json, contest.Decisions);
        AwardParts.WriteCutOffs(json, contest.CutOffs);
        json.WritePropertyName("scheme");
        using var scheme = JsonDocument.Parse(SchemeJson.Write(contest.Scheme));
        scheme.RootElement.WriteTo(json);
    }

    private static void Decisions(Utf8JsonWriter json, IReadOnlyList<RankDecision> decisions)
    {
        if (decisions.Count == 0)
            return;
        json.WriteStartArray("decisions");
        foreach (var decision in decisions)
        {
            json.WriteStartObject();
            json.WriteString("kind", EnumText.Write(decision.Kind));
            if (decision.Seed is { } seed)
                json.WriteString("seed", seed);
            if (decision.Entries.Count > 0)
            {
                json.WriteStartArray("entries");
                foreach (var code in decision.Entries)
                    json.WriteStringValue(code);
                json.WriteEndArray();
            }
            json.WriteString("reason", decision.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, LocalText text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }
}
