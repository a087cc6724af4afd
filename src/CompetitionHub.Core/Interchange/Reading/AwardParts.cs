using System.Text.Json;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;

namespace CompetitionHub.Core.Interchange.Reading;

/// <summary>Reads what <c>competition.json</c> says about awards and team rankings beside the schemes.</summary>
internal static class AwardParts
{
    private const string File = InterchangeFormat.CompetitionFile;

    /// <summary>The cut-offs in force of a contest; each award at most once, and known to the scheme.</summary>
    public static IReadOnlyList<CutOff> ReadCutOffs(StrictJson json, MarkingScheme? scheme, ProblemList problems)
    {
        if (!json.Has("cut_offs"))
            return [];
        var known = scheme?.Awards.SelectMany(group => group.Awards).Select(award => award.Key).ToHashSet(StringComparer.Ordinal);
        var read = new List<CutOff>();
        foreach (var (element, path) in json.List("cut_offs", 10_000))
        {
            var cutOff = StrictJson.Read(element, File, path, problems, one => new CutOff(one.Text("award"), ReadScore(one), one.Text("reason")));
            if (known?.Contains(cutOff.Award) == false)
                problems.Add(File, null, $"{path}.award", InterchangeErrors.Unknown(cutOff.Award, json.At("scheme")));
            else if (read.Any(earlier => earlier.Award == cutOff.Award))
                problems.Add(File, null, $"{path}.award", InterchangeErrors.Repeated(cutOff.Award));
            if (CutOffService.Refuse(cutOff) is { } wrong)
                problems.Add(File, null, $"{path}.reason", wrong);
            read.Add(cutOff);
        }
        return read;
    }

    /// <summary>The team rankings, checked against the schemes of the contests.</summary>
    public static IReadOnlyList<TeamRanking> ReadTeamRankings(StrictJson json, IReadOnlyList<FolderContestSetUp> contests, ProblemList problems)
    {
        if (!json.Has("team_rankings"))
            return [];
        var schemes = contests.DistinctBy(contest => contest.Details.Slug).ToDictionary(contest => contest.Details.Slug, contest => contest.Scheme, StringComparer.Ordinal);
        var read = new List<TeamRanking>();
        foreach (var (element, path) in json.List("team_rankings", TeamRankingRules.Most))
        {
            var ranking = TeamRankingJson.Read(element, path);
            foreach (var error in ranking.Errors)
                problems.Add(File, null, error.Field ?? path, error);
            // The rules speak after the types, and about contests that could be read.
            if (!ranking.Succeeded || !problems.IsEmpty)
                continue;
            foreach (var error in TeamRankingRules.Check(ranking.Value, schemes))
                problems.Add(File, null, $"{path}.{error.Field}", error);
            if (read.Any(earlier => earlier.Key == ranking.Value.Key))
                problems.Add(File, null, $"{path}.key", InterchangeErrors.Repeated(ranking.Value.Key));
            read.Add(ranking.Value);
        }
        return read;
    }

    private static Score ReadScore(StrictJson json)
    {
        if (json.Take("score", JsonValueKind.Number) is not { } value)
            return default;
        var score = ScoreText.Parse(value.GetRawText());
        if (!score.Succeeded)
            json.Report("score", score.Error);
        return score.Succeeded ? score.Value : default;
    }
}
