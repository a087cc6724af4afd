using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Teams;

/// <summary>Ranks delegations by what their entries bring. Pure; each total opens into its lines.</summary>
public sealed class TeamCalculator
{
    private readonly TeamRanking rule;
    private readonly Dictionary<string, LocalText> names;

    private TeamCalculator(TeamRanking rule, IReadOnlyList<Delegation> delegations) =>
        (this.rule, names) = (rule, delegations.ToDictionary(delegation => delegation.Code, delegation => delegation.Name, StringComparer.Ordinal));

    /// <summary>The delegations that have entries in the contests of the ranking: the ranked ones in order, then the others by code.</summary>
    public static IReadOnlyList<TeamResult> Compute(TeamRanking rule, IReadOnlyList<TeamContest> contests, IReadOnlyList<Delegation> delegations) =>
        new TeamCalculator(rule, delegations).Rank(contests.Where(contest => rule.Contests.Count == 0 || rule.Contests.Contains(contest.Contest.Slug)));

    private List<TeamResult> Rank(IEnumerable<TeamContest> contests)
    {
        var teams = contests
            .SelectMany(contest => contest.Field.Lines.Select(line => new TeamMember(contest.Contest, line, contest.AwardsOf(line.Code))))
            .Where(member => member.Line.Facts.Delegation.Length > 0)
            .GroupBy(member => member.Line.Facts.Delegation, StringComparer.Ordinal)
            .Select(team => Team(team.Key, team))
            .ToList();
        var (keys, owners) = Keys(teams.Where(team => team.Place == TeamPlace.Ranked).ToList());
        var ranked = Ranking.Rank(keys.Keys, team => keys[team], (left, right) => string.CompareOrdinal(left.Delegation, right.Delegation));
        return
        [
            .. ranked.Select(row => row.Item with { Rank = row.Rank, DecidedBy = row.DecidedBy is { } key ? owners[key] : null }),
            .. teams.Where(team => team.Place != TeamPlace.Ranked).OrderBy(team => team.Place).ThenBy(team => team.Delegation, StringComparer.Ordinal),
        ];
    }

    private TeamResult Team(string delegation, IEnumerable<TeamMember> entries)
    {
        var members = Chosen([.. entries.Select(member => member with { Points = rule.Points.Of(member) })]);
        var counted = members.Where(member => member.Use == TeamMemberUse.Counted).ToList();
        var sum = counted.Count == 0 ? (Fraction?)null : counted.Aggregate(Fraction.Zero, (total, member) => total + member.Points!.Value);
        var entered = members.Where(member => member.Line.Placed.Line.Status is EntryStatus.Active or EntryStatus.Disqualified).Select(member => member.Contest.Id).Distinct().Count();
        var points = rule.Average ? sum / Fraction.Of(Math.Max(entered, 1)) : sum;
        return new()
        {
            Delegation = delegation,
            Name = names.GetValueOrDefault(delegation, new("", "")),
            Members = members,
            Sum = sum,
            ContestsEntered = entered,
            Points = points,
            Place = counted.Count < Math.Max(rule.MinimumMembers, 1) ? TeamPlace.TooFewMembers
                : rule.Minimum is { } minimum && IsBetter(minimum.ToFraction(), points!.Value) ? TeamPlace.BelowMinimum
                : TeamPlace.Ranked,
        };
    }

    // The best of each contest first, of those the best of all.
    private List<TeamMember> Chosen(List<TeamMember> members)
    {
        var best = members.Where(member => member.Points is not null)
            .OrderBy(member => member.Points!.Value, Comparer<Fraction>.Create((one, other) => IsBetter(one, other) ? -1 : IsBetter(other, one) ? 1 : 0))
            .ThenBy(member => member.Line.Rank).ThenBy(member => member.Contest.Position).ThenBy(member => member.Line.Code, StringComparer.Ordinal).ToList();
        var counted = best.GroupBy(member => member.Contest.Id).SelectMany(contest => contest.Take(rule.BestPerContest ?? int.MaxValue)).ToHashSet();
        counted = [.. best.Where(counted.Contains).Take(rule.Best ?? int.MaxValue)];
        return
        [
            .. best.Where(counted.Contains).Select(member => member with { Use = TeamMemberUse.Counted }),
            .. best.Where(member => !counted.Contains(member)).Select(member => member with { Use = TeamMemberUse.BeyondBest }),
            .. members.Where(member => member.Points is null).OrderBy(member => member.Contest.Position).ThenBy(member => member.Line.Code, StringComparer.Ordinal),
        ];
    }

    private bool IsBetter(Fraction one, Fraction other) => rule.Order == TieBreakOrder.LowerFirst ? one < other : one > other;

    // A comparator may give one delegation more keys than another: they are filled up, and what is missing is behind everything.
    private (Dictionary<TeamResult, Fraction?[]> Keys, int[] Owners) Keys(List<TeamResult> teams)
    {
        var keys = teams.ToDictionary(team => team, team => new List<Fraction?> { rule.Order == TieBreakOrder.LowerFirst ? -team.Points : team.Points });
        var owners = new List<int> { 0 };
        foreach (var (place, tieBreak) in rule.TieBreaks.Index())
        {
            var read = teams.ToDictionary(team => team, team => tieBreak.Keys([.. team.Counted]).ToList());
            var most = read.Values.Select(values => values.Count).DefaultIfEmpty(0).Max();
            foreach (var (team, values) in read)
                keys[team].AddRange([.. values, .. Enumerable.Repeat<Fraction?>(null, most - values.Count)]);
            owners.AddRange(Enumerable.Repeat(place + 1, most));
        }
        return (keys.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()), [.. owners]);
    }
}
