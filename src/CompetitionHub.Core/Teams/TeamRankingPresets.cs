namespace CompetitionHub.Core.Teams;

/// <summary>
/// Team rankings to begin from, as data: domain.md §2.11 (Weihai union, machinery industry, sum of three) and §5.4 (medal points, average, best of a member).
/// </summary>
public static class TeamRankingPresets
{
    // The order in which they are offered.
    private static readonly string[] Keys = ["rank-points", "best-three", "prize-points", "medal-points", "scale-average", "best-of-delegation"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TeamRanking> All { get; } = [.. Keys.Select(Read)];

    private static TeamRanking Read(string key)
    {
        using var stream = typeof(TeamRankingPresets).Assembly.GetManifestResourceStream($"team-rankings/{key}.json")
            ?? throw new InvalidOperationException($"The team ranking {key} is not embedded.");
        using var reader = new StreamReader(stream);
        return TeamRankingJson.Read(reader.ReadToEnd());
    }
}
