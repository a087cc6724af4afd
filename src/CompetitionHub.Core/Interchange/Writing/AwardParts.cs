using System.Text.Json;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Teams;

namespace CompetitionHub.Core.Interchange.Writing;

/// <summary>Writes what <c>competition.json</c> says about awards and team rankings beside the schemes; nothing where there is none.</summary>
internal static class AwardParts
{
    public static void WriteCutOffs(Utf8JsonWriter json, IReadOnlyList<CutOff> cutOffs)
    {
        if (cutOffs.Count == 0)
            return;
        json.WriteStartArray("cut_offs");
        foreach (var cutOff in cutOffs.OrderBy(one => one.Award, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("award", cutOff.Award);
            json.WriteScore("score", cutOff.Score!.Value);
            json.WriteString("reason", cutOff.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteTeamRankings(Utf8JsonWriter json, IReadOnlyList<TeamRanking> rankings)
    {
        if (rankings.Count == 0)
            return;
        json.WriteStartArray("team_rankings");
        foreach (var ranking in rankings)
            TeamRankingJson.Write(json, ranking);
        json.WriteEndArray();
    }
}
