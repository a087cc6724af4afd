using System.Text.Json.Nodes;

namespace CompetitionHub.Core.Teams;

/// <summary>What the audit keeps of a team ranking: its document.</summary>
internal static class TeamRankingTrace
{
    /// <summary>The ranking for <c>before</c> or <c>after</c>.</summary>
    public static JsonNode? Traced(this TeamRanking ranking) => JsonNode.Parse(TeamRankingJson.Write(ranking));
}
