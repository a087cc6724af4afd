using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>The document of a team ranking: the same JSON in the database and in interchange folders.</summary>
public static class TeamRankingJson
{
    // A document is text in a database or a file, never part of a page: Chinese stays readable.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a document that <see cref="Write(TeamRanking)"/> wrote.</summary>
    public static TeamRanking Read(string document)
    {
        using var json = JsonDocument.Parse(document);
        return Read(json.RootElement, "").Value;
    }

    /// <summary>Reads the document that stands at <paramref name="path"/> inside a larger one; on failure one error for every place that is wrong.</summary>
    public static Result<TeamRanking> Read(JsonElement element, string path)
    {
        var errors = new List<Error>();
        var ranking = Read(new JsonObjectReader(element, path, errors));
        return errors.Count > 0 ? Result<TeamRanking>.Failure(errors) : ranking;
    }

    /// <summary>Writes a document: the same ranking always gives the same text.</summary>
    public static string Write(TeamRanking ranking)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, ranking);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    internal static void Write(Utf8JsonWriter json, TeamRanking ranking)
    {
        json.WriteStartObject();
        json.WriteString("key", ranking.Key);
        json.WriteText("name", ranking.Name);
        if (ranking.Contests.Count > 0)
        {
            json.WriteStartArray("contests");
            foreach (var slug in ranking.Contests)
                json.WriteStringValue(slug);
            json.WriteEndArray();
        }
        json.WriteStartObject("points");
        json.WriteString("kind", ranking.Points.Word);
        ranking.Points.Write(json);
        json.WriteEndObject();
        if (ranking.BestPerContest is { } perContest)
            json.WriteNumber("best_per_contest", perContest);
        if (ranking.Best is { } best)
            json.WriteNumber("best", best);
        if (ranking.Average)
            json.WriteBoolean("average", true);
        if (ranking.Order != TieBreakOrder.HigherFirst)
            json.WriteString("order", SchemeWords.Of(SchemeWords.Orders, ranking.Order));
        if (ranking.MinimumMembers != 1)
            json.WriteNumber("minimum_members", ranking.MinimumMembers);
        if (ranking.Minimum is { } minimum)
            json.WriteScore("minimum", minimum);
        json.WriteList("tie_breaks", ranking.TieBreaks, static (writer, tieBreak) =>
        {
            writer.WriteString("by", tieBreak.Word);
            tieBreak.Write(writer);
        });
        json.WriteEndObject();
    }

    internal static TeamRanking Read(JsonObjectReader json)
    {
        var ranking = new TeamRanking
        {
            Key = json.Text("key"),
            Name = SchemeJson.Text(json.Object("name")),
            Contests = json.Has("contests") ? json.Texts("contests") : [],
            Points = TeamPointsWords.Read(json.Object("points")),
            BestPerContest = json.OptionalWhole("best_per_contest", NumberQuota.Most),
            Best = json.OptionalWhole("best", NumberQuota.Most),
            Average = json.Flag("average"),
            Order = json.Word("order", SchemeWords.Orders, TieBreakOrder.HigherFirst),
            MinimumMembers = json.Whole("minimum_members", 1, NumberQuota.Most, 1),
            Minimum = json.OptionalScore("minimum"),
            TieBreaks = json.List("tie_breaks", TeamTieBreakWords.Read, required: false),
        };
        json.Done();
        return ranking;
    }
}
