using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>What is wrong with a team ranking.</summary>
public static class TeamRankingRules
{
    /// <summary>The most rankings of a competition.</summary>
    public const int Most = 50;

    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 120;

    /// <summary>All problems; <paramref name="contests"/> are the schemes of the competition's contests by slug. The field of each names its place.</summary>
    public static IReadOnlyList<Error> Check(TeamRanking ranking, IReadOnlyDictionary<string, MarkingScheme> contests)
    {
        var errors = new List<Error>();
        if (!Slugs.IsWellFormed(ranking.Key))
            errors.Add(TeamsErrors.BadKey() with { Field = "key" });
        if (ranking.Name.IsEmpty || ranking.Name.Zh.Length > LongestName || ranking.Name.En.Length > LongestName)
            errors.Add(TeamsErrors.BadName(LongestName) with { Field = "name" });
        foreach (var slug in ranking.Contests.Where(slug => !contests.ContainsKey(slug)))
            errors.Add(TeamsErrors.ContestUnknown(slug) with { Field = "contests" });
        if (ranking.BestPerContest == 0)
            errors.Add(TeamsErrors.NotPositive() with { Field = "best_per_contest" });
        if (ranking.Best == 0)
            errors.Add(TeamsErrors.NotPositive() with { Field = "best" });
        if (ranking.MinimumMembers > ranking.Best)
            errors.Add(TeamsErrors.MoreThanCount(ranking.MinimumMembers, ranking.Best!.Value) with { Field = "minimum_members" });

        var chosen = contests.Where(contest => ranking.Contests.Count == 0 || ranking.Contests.Contains(contest.Key)).ToDictionary(StringComparer.Ordinal);
        if (ranking.BestPerContest * chosen.Count is > 0 and var counting && ranking.MinimumMembers > counting && !(ranking.MinimumMembers > ranking.Best))
            errors.Add(TeamsErrors.MoreThanCount(ranking.MinimumMembers, counting) with { Field = "minimum_members" });
        errors.AddRange(ranking.Points.Check(chosen).Select(problem => problem.Error with { Field = $"points.{problem.Property}" }));
        foreach (var (place, tieBreak) in ranking.TieBreaks.Index())
            errors.AddRange(tieBreak.Check(chosen).Select(problem => problem.Error with { Field = $"tie_breaks[{place}].{problem.Property}" }));
        return errors;
    }
}
